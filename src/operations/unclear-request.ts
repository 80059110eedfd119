import type { Deps } from '../deps.ts';
import { firstRetryPauseMs, longestRetryPauseMs, planningPatienceMs } from '../limits.ts';
import { ApiError, VpsError } from '../vps/errors.ts';

/**
 * Sends a request that changes something. It is sent again only if it surely never reached the API, for a while;
 * any other trouble is the caller's to settle.
 * @throws {VpsError}
 */
export async function sendUntilItLeaves<T>(send: () => Promise<T>, deps: Deps): Promise<T> {
  const giveUp = Math.min(deps.clock.now() + planningPatienceMs, deps.deadline);
  for (let pause = firstRetryPauseMs; ; pause = Math.min(2 * pause, longestRetryPauseMs)) {
    try {
      return await send();
    } catch (error) {
      const again = error instanceof VpsError && error.fate === 'not_sent' && error.passing;
      if (!again || deps.clock.now() + pause >= giveUp) throw error;
      deps.log.info(`${error.message}. It was not sent; trying again soon.`);
      await deps.clock.sleep(pause, deps.signal);
    }
  }
}

/** How long the API asked to be left alone, in milliseconds. */
export function askedPauseMs(error: VpsError): number {
  return error instanceof ApiError ? (error.retryAfterMs ?? 0) : 0;
}
