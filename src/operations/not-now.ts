import type { Deps } from '../deps.ts';
import { longestNotNowPauseMs, notNowPauseMs } from '../limits.ts';
import { sentence } from '../text/text.ts';
import { ApiError } from '../vps/api-error.ts';
import { patienceWith } from '../waiting/patience.ts';
import { windowIn } from '../waiting/schedule.ts';

interface Again {
  /** How long it is asked for again, in milliseconds; a share of the time left when not given. */
  patienceMs: number | undefined;
  /** What is being waited for, a sentence. */
  saying: string;
  /** Lets so many milliseconds pass, or fewer when it may be asked again sooner. @param until on the clock */
  pause(ms: number, until: number): Promise<void>;
}

/** Asks for something, and again with growing pauses as long as it is refused for now. @throws what else goes wrong */
export async function unlessNotNow<Got>(ask: () => Promise<Got>, again: Again, deps: Deps): Promise<Got> {
  const { clock, deadline, log, pace } = deps;
  const until = clock.now() + (again.patienceMs ?? patienceWith(deadline - clock.now()));
  for (let growing = notNowPauseMs; ; growing = Math.min(2 * growing, longestNotNowPauseMs)) {
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof ApiError && error.isNotNow)) throw error;
      const asked = error.retryAfterMs ?? 0;
      const left = until - clock.now();
      if (left <= 0 || asked > left) throw error;
      log.info(`${sentence(error.message)} ${again.saying}`);
      await again.pause(Math.max(Math.min(windowIn(pace, growing), left), asked), until);
    }
  }
}
