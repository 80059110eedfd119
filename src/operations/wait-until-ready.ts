import type { Deps } from '../deps.ts';
import { TimedOut } from '../errors.ts';
import { steadyAnswers } from '../limits.ts';
import { duration } from '../text/format.ts';
import { oneLine } from '../text/text.ts';
import { Poller } from '../waiting/poller.ts';
import type { Probed } from '../waiting/probe.ts';
import { restoreSchedule, settlingSchedule } from '../waiting/schedule.ts';

/** Waits until the service behind the URL answers. @throws {TimedOut} with what it answered last */
export async function waitUntilReady(url: string, deps: Deps): Promise<void> {
  deps.log.group('Waiting for ready_url');
  const startedAt = deps.clock.now();
  const heard = new Heard(url, deps);
  const end = await probing(url, deps).ask<undefined>({
    schedule: settlingSchedule,
    judge(answer) {
      heard.note(answer);
      return answer.ok ? { is: 'reached', found: undefined } : { is: 'pending' };
    },
  });
  if (end.is === 'reached') {
    deps.log.info(`${url} answers.`);
    return;
  }
  throw new TimedOut({
    title: 'Server up, service not ready',
    message: `The restore is done, but ${url} gave no 2xx in ${duration(deps.clock.now() - startedAt)}${heard.last ? `; last: ${heard.last}` : ''}.`,
    next: 'Look at the service on the server: it runs as it was when the snapshot was taken.',
  });
}

export interface Steadiness {
  /** It failed at least once and then answered steadily, before the deadline: as in a restore. */
  proven: boolean;
  /** What it answered last; empty when it was never asked. */
  last: string;
}

export async function answersSteadily(url: string, deps: Deps): Promise<Steadiness> {
  const heard = new Heard(url, deps);
  let failed = false;
  let inRow = 0;
  const end = await probing(url, deps).ask<true>({
    schedule: restoreSchedule,
    judge(answer) {
      heard.note(answer);
      failed ||= !answer.ok;
      inRow = answer.ok ? inRow + 1 : 0;
      return failed && inRow >= steadyAnswers ? { is: 'reached', found: true } : { is: 'pending' };
    },
  });
  return { proven: end.is === 'reached', last: heard.last };
}

/** What a URL answers, logged whenever that changes. */
class Heard {
  readonly #url: string;
  readonly #deps: Deps;
  last = '';

  constructor(url: string, deps: Deps) {
    this.#url = url;
    this.#deps = deps;
  }

  note({ ok, words }: Probed): void {
    const news = oneLine(words, 200);
    if (news !== this.last && !ok) this.#deps.log.info(`${this.#url}: ${news}. Asking again.`);
    this.last = news;
  }
}

function probing(url: string, deps: Deps): Poller<Probed> {
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
