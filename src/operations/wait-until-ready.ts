import type { Deps } from '../deps.ts';
import { TimedOut } from '../errors.ts';
import { steadyAnswers } from '../limits.ts';
import { duration } from '../text/format.ts';
import { Poller } from '../waiting/poller.ts';
import { restoreSchedule, settlingSchedule } from '../waiting/schedule.ts';

/** Waits until the service behind the URL answers. @throws {TimedOut} */
export async function waitUntilReady(url: string, deps: Deps): Promise<void> {
  deps.log.group('Waiting for ready_url');
  const startedAt = deps.clock.now();
  const end = await probing(url, deps).ask<undefined>({
    schedule: settlingSchedule,
    judge: (answers) => (answers ? { is: 'reached', found: undefined } : { is: 'pending' }),
  });
  if (end.is === 'reached') {
    deps.log.info(`${url} answers.`);
    return;
  }
  throw new TimedOut({
    title: 'Server up, service not ready',
    message: `The restore is done, but ${url} gave no 2xx in ${duration(deps.clock.now() - startedAt)}.`,
    next: 'Look at the service on the server: it runs as it was when the snapshot was taken.',
  });
}

/** Whether the URL failed at least once and then answered steadily, before the deadline: as in a restore. */
export async function answersSteadily(url: string, deps: Deps): Promise<boolean> {
  let failed = false;
  let inRow = 0;
  const end = await probing(url, deps).ask<true>({
    schedule: restoreSchedule,
    judge(answers) {
      failed ||= !answers;
      inRow = answers ? inRow + 1 : 0;
      return failed && inRow >= steadyAnswers ? { is: 'reached', found: true } : { is: 'pending' };
    },
  });
  return end.is === 'reached';
}

function probing(url: string, deps: Deps): Poller<boolean> {
  const { clock, deadline, pace, random, signal } = deps;
  return new Poller({
    look: () => deps.probe(url),
    isPassing: () => false,
    onTrouble: () => {},
    clock,
    deadline,
    pace,
    random,
    signal,
  });
}
