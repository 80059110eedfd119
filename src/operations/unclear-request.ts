import type { Deps } from '../deps.ts';
import type { Failure } from '../errors.ts';
import {
  firstRetryPauseMs,
  longestNotNowPauseMs,
  longestRetryPauseMs,
  notNowPauseMs,
  planningPatienceMs,
  settlingMs,
} from '../limits.ts';
import type { Act } from '../report/journal.ts';
import { duration } from '../text/format.ts';
import { sentence } from '../text/text.ts';
import { ApiError } from '../vps/api-error.ts';
import { VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import { patienceWith } from '../waiting/patience.ts';
import { windowIn } from '../waiting/schedule.ts';

/** `this_one`: the answer to the last request was lost; `an_earlier_one`: that of one which was looked for already. */
export type Doubt = 'none' | 'this_one' | 'an_earlier_one';

/** A request that changes something, and how to find out what came of it when its answer is lost. */
export interface UnclearRequest<Made> {
  act: Act;
  /** What it is about, for the journal. */
  id: Id;
  send(): Promise<Made>;
  /**
   * Looks for so many milliseconds whether it was carried out all the same. Undefined when nothing can tell.
   * @param doubt whether there is a request of which nobody knows what came of it
   * @throws {Failure} when something came of it that cannot be told from somebody else's doing
   */
  find: ((windowMs: number, doubt: Doubt) => Promise<Made | undefined>) | undefined;
  /** Whether a refusal passes by itself, so that it is worth asking again later. */
  isNotNow(error: VpsError): boolean;
  /** Before it is made again. @throws {Failure} when it must not be */
  mayGoOn?(): Promise<void>;
  /** Lets so many milliseconds pass; the clock's sleep unless something is to be watched meanwhile. */
  pause?(ms: number): Promise<void>;
  /** Requests with an unclear outcome, at most. */
  tries: number;
  /** How long to pause after so many of them, in milliseconds. */
  pauseMs(unclear: number): number;
  /** How long is looked when a request is refused after one whose answer was lost. */
  lateWindowMs: number;
  words: {
    /** What may have happened, a sentence. */
    doubt: string;
    /** What is being done about it, a sentence. */
    looking: string;
    refused(error: VpsError, later?: string): Failure;
    /** A later request was refused, and what an earlier one did is not known. */
    refusedLate(error: VpsError): Failure;
    uncertain(error: VpsError, unclear: number): Failure;
  };
}

export interface Cleared<Made> {
  made: Made;
  /** Its answer was lost, and it was found. */
  adopted: boolean;
  /** An earlier request may have been carried out too. */
  repeated: boolean;
}

/**
 * Makes a request until it is clear what came of it. One whose outcome is not known is looked for before it is ever
 * made again; one that cannot be done just now is made again later.
 * @throws {Failure} when it was refused, or when its fate stays unknown
 */
export async function untilClear<Made>(request: UnclearRequest<Made>, deps: Deps): Promise<Cleared<Made>> {
  const course = new Course(request, deps);
  for (;;) {
    const answer = await sendUntilItLeaves(request.send, deps);
    if ('made' in answer) return { made: answer.made, adopted: false, repeated: course.unclear > 0 };
    const made = await course.settle(answer.trouble);
    if (made !== undefined) return { made, adopted: true, repeated: course.unclear > 1 };
    await request.mayGoOn?.();
  }
}

/** How a request has gone so far. */
class Course<Made> {
  readonly #request: UnclearRequest<Made>;
  readonly #deps: Deps;
  /** Requests of which nobody knows what came of them. */
  unclear = 0;
  #refusals = 0;
  /** On the clock: when the first refusal for now came, and how long such may go on. */
  #notNow: { since: number; until: number } | undefined;

  constructor(request: UnclearRequest<Made>, deps: Deps) {
    this.#request = request;
    this.#deps = deps;
  }

  /** What came of a request that was not answered well; undefined when it may be made again now. @throws {Failure} */
  async settle(trouble: VpsError): Promise<Made | undefined> {
    const { words, isNotNow } = this.#request;
    const notNow = trouble.fate !== 'unknown' && isNotNow(trouble);
    if (trouble.fate !== 'unknown' && !notNow && this.unclear === 0) throw words.refused(trouble);
    const askedAt = this.#deps.clock.now();
    if (notNow) this.#checkPatience(trouble);
    const made = await this.#found(trouble, notNow);
    if (made !== undefined) return made;
    const leaveAloneUntil = askedAt + askedPauseMs(trouble);
    if (notNow) await this.#pauseFor(trouble, leaveAloneUntil);
    else await this.#pauseAfterUnclear(trouble, leaveAloneUntil);
    return undefined;
  }

  /** The API may want to be left alone for longer than is left. */
  #checkPatience(trouble: VpsError): void {
    const { clock, deadline } = this.#deps;
    const now = clock.now();
    this.#notNow ??= { since: now, until: now + patienceWith(deadline - now) };
    if (now + askedPauseMs(trouble) > this.#notNow.until) throw this.#stillNot(trouble);
  }

  async #found(trouble: VpsError, notNow: boolean): Promise<Made | undefined> {
    const { act, id, find, words, lateWindowMs } = this.#request;
    const { clock, deadline, journal, log, pace } = this.#deps;
    const isRefusal = trouble.fate === 'refused' && !notNow;
    const isLost = !isRefusal && !notNow;
    if (isLost) this.unclear++;
    if (this.unclear > 0) journal.doubt(act, id, words.doubt);
    if (!find && !notNow) throw words.uncertain(trouble, this.unclear);
    log.info(`${sentence(trouble.message)} ${words.looking}`);
    const windowMs = Math.min(
      windowIn(pace, isRefusal ? lateWindowMs : settlingMs),
      Math.max(0, deadline - clock.now()),
    );
    const doubt = isLost ? 'this_one' : this.unclear > 0 ? 'an_earlier_one' : 'none';
    const made = await find?.(windowMs, doubt);
    if (made === undefined && isRefusal) throw words.refusedLate(trouble);
    return made;
  }

  async #pauseAfterUnclear(trouble: VpsError, leaveAloneUntil: number): Promise<void> {
    const { words, tries, pauseMs } = this.#request;
    const { clock, deadline } = this.#deps;
    const next = Math.max(clock.now() + pauseMs(this.unclear), leaveAloneUntil);
    if (this.unclear >= tries || next >= deadline) throw words.uncertain(trouble, this.unclear);
    await this.#pause(next - clock.now());
  }

  async #pauseFor(trouble: VpsError, leaveAloneUntil: number): Promise<void> {
    const { clock, log, pace } = this.#deps;
    const until = this.#notNow?.until ?? 0;
    if (clock.now() >= until || leaveAloneUntil > until) throw this.#stillNot(trouble);
    const growing = Math.min(notNowPauseMs * 2 ** this.#refusals++, longestNotNowPauseMs);
    const next = Math.max(Math.min(clock.now() + windowIn(pace, growing), until), leaveAloneUntil);
    log.info(`It cannot be done just now. Asking again in ${duration(next - clock.now())}.`);
    await this.#pause(next - clock.now());
  }

  async #pause(ms: number): Promise<void> {
    if (ms <= 0) return;
    const { clock, signal } = this.#deps;
    await (this.#request.pause?.(ms) ?? clock.sleep(ms, signal));
  }

  #stillNot(trouble: VpsError): Failure {
    const { words } = this.#request;
    if (this.unclear > 0) return words.uncertain(trouble, this.unclear);
    const asked = askedPauseMs(trouble);
    const waited = this.#refusals === 0 ? 0 : this.#deps.clock.now() - (this.#notNow?.since ?? 0);
    const wait =
      asked > 0 ? `The API asks to wait for ${duration(asked)}, which is longer than there is time for.` : '';
    const tried = waited > 0 ? `It was asked for again for ${duration(waited)}.` : '';
    return words.refused(trouble, [tried, wait].filter(Boolean).join(' '));
  }
}

/** It is sent again only if it surely never reached the API, for a while; any other trouble is to be settled. */
async function sendUntilItLeaves<Made>(
  send: () => Promise<Made>,
  deps: Deps,
): Promise<{ made: Made } | { trouble: VpsError }> {
  const giveUp = Math.min(deps.clock.now() + planningPatienceMs, deps.deadline);
  for (let pause = firstRetryPauseMs; ; pause = Math.min(2 * pause, longestRetryPauseMs)) {
    try {
      return { made: await send() };
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      const again = error.fate === 'not_sent' && error.passing && deps.clock.now() + pause < giveUp;
      if (!again) return { trouble: error };
      deps.log.info(`${sentence(error.message)} It was not sent; trying again soon.`);
      await deps.clock.sleep(pause, deps.signal);
    }
  }
}

/** How long the API asked to be left alone, in milliseconds. */
function askedPauseMs(error: VpsError): number {
  return error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
}
