import type { Deps } from '../deps.ts';
import { TimedOut } from '../errors.ts';
import { steadyAnswers } from '../limits.ts';
import { times } from '../reading/pollers.ts';
import { duration } from '../text/format.ts';
import { Watch } from '../waiting/poller.ts';
import { restoring, type Schedule, settling } from '../waiting/schedule.ts';

type Pace = { pollIntervalMs: number | undefined };

/** Waits until the service behind the URL answers. @throws {TimedOut} */
export async function waitUntilReady(url: string, pace: Pace, deps: Deps): Promise<void> {
  deps.log.group('Waiting for ready_url');
  const startedAt = deps.clock.now();
  const judge = (answers: boolean) =>
    answers ? { is: 'reached' as const, found: undefined } : { is: 'pending' as const };
  const end = await knocking(url, deps).ask<undefined>({ next: times(settling, pace, deps), judge });
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

/** Whether the URL failed at least once and then answered steadily, before the deadline. */
export async function knockUntilProven(url: string, pace: Pace, deps: Deps): Promise<boolean> {
  let failed = false;
  let inRow = 0;
  const end = await knocking(url, deps).ask<true>({
    next: times(provingByUrl, pace, deps),
    judge(answers) {
      failed ||= !answers;
      inRow = answers ? inRow + 1 : 0;
      return failed && inRow >= steadyAnswers ? { is: 'reached', found: true } : { is: 'pending' };
    },
  });
  return end.is === 'reached';
}

/** Like a restore, for that is what it shows. */
const provingByUrl: Schedule = restoring;

function knocking(url: string, deps: Deps): Watch<boolean> {
  const { clock, deadline, signal } = deps;
  return new Watch({
    look: () => deps.knock(url),
    isPassing: () => false,
    onTrouble: () => {},
    clock,
    deadline,
    signal,
  });
}
