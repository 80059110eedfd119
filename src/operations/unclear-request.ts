import type { Deps } from '../deps.ts';
import type { Failure, Refusal } from '../errors.ts';
import { firstRetryPauseMs, longestRetryPauseMs, planningPatienceMs, settlingMs } from '../limits.ts';
import type { Act } from '../report/journal.ts';
import { sentence } from '../text/text.ts';
import { ApiError, VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import { windowIn } from '../waiting/schedule.ts';

/** A request that changes something, and how to find out what came of it when its answer is lost. */
export interface UnclearRequest<Made> {
  act: Act;
  /** What it is about, for the journal. */
  id: Id;
  send(): Promise<Made>;
  /**
   * Looks for so many milliseconds whether it was carried out all the same. Undefined when nothing can tell.
   * @throws {Failure} when something came of it that cannot be told from somebody else's doing
   */
  find: ((windowMs: number) => Promise<Made | undefined>) | undefined;
  /** Requests at most. */
  tries: number;
  /** How long to pause after so many requests, in milliseconds. */
  pauseMs(requests: number): number;
  /** How long is looked when a request is refused after one whose answer was lost. */
  lateWindowMs: number;
  words: {
    /** What may have happened, a sentence. */
    doubt: string;
    /** What is being done about it, a sentence. */
    looking: string;
    refused(error: VpsError): Refusal | Failure;
    /** A later request was refused, and what an earlier one did is not known. */
    refusedLate(error: VpsError): Failure;
    uncertain(error: VpsError, requests: number): Failure;
  };
}

export interface Cleared<Made> {
  made: Made;
  /** Its answer was lost, and it was found. */
  adopted: boolean;
  /** There was more than one request, so more than one may have been carried out. */
  repeated: boolean;
}

/**
 * Makes a request until it is clear what came of it. One whose outcome is not known is looked for before it is ever
 * made again.
 * @throws {Failure} when it was refused, or when its fate stays unknown
 */
export async function untilClear<Made>(request: UnclearRequest<Made>, deps: Deps): Promise<Cleared<Made>> {
  const { words } = request;
  for (let requests = 1; ; requests++) {
    const repeated = requests > 1;
    const answer = await sendUntilItLeaves(request.send, deps);
    if ('made' in answer) return { made: answer.made, adopted: false, repeated };
    const { trouble } = answer;
    if (!repeated && trouble.fate !== 'unknown') throw words.refused(trouble);
    const leaveAloneUntil = deps.clock.now() + askedPauseMs(trouble);
    const made = await found(request, { trouble, requests }, deps);
    if (made !== undefined) return { made, adopted: true, repeated };
    const next = Math.max(deps.clock.now() + request.pauseMs(requests), leaveAloneUntil);
    if (requests === request.tries || next >= deps.deadline) throw words.uncertain(trouble, requests);
    await deps.clock.sleep(next - deps.clock.now(), deps.signal);
  }
}

/** What came of a request whose answer was lost. @throws {Failure} when it must not be made again */
async function found<Made>(
  { act, id, find, words, lateWindowMs }: UnclearRequest<Made>,
  { trouble, requests }: { trouble: VpsError; requests: number },
  deps: Deps,
): Promise<Made | undefined> {
  deps.journal.doubt(act, id, words.doubt);
  if (!find) throw words.uncertain(trouble, requests);
  deps.log.info(`${sentence(trouble.message)} ${words.looking}`);
  const refusedNow = trouble.fate === 'refused';
  const made = await find(windowIn(deps.pace, refusedNow ? lateWindowMs : settlingMs));
  if (made === undefined && refusedNow) throw words.refusedLate(trouble);
  return made;
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
