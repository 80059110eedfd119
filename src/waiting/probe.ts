import { probeTimeoutMs } from '../limits.ts';
import type { Clock } from './clock.ts';
import { within } from './time-limit.ts';

interface Prober {
  fetch: typeof globalThis.fetch;
  clock: Clock;
  signal: AbortSignal;
  /** On `clock`. */
  deadline: number;
}

/** One GET without token; a redirect is no answer. True for a 2xx, false for anything else. @throws when cancelled */
export async function probe(url: string, { fetch, clock, signal, deadline }: Prober): Promise<boolean> {
  try {
    return await within(
      { ms: Math.min(probeTimeoutMs, deadline - clock.now()), clock, signal },
      async (stop) => {
        const response = await fetch(url, { redirect: 'manual', signal: stop });
        await response.body?.cancel();
        return response.ok;
      },
    );
  } catch {
    signal.throwIfAborted();
    return false;
  }
}
