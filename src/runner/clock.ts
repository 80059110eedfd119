import type { Clock } from '../waiting/clock.ts';

/** Node fires a timer at once when its delay does not fit into 31 bits, and any timer up to 2 ms too early. */
const longestTimer = 2 ** 31 - 1;

/** The real clock. `performance` would load a module of Node that nothing else here needs. */
export const systemClock: Clock = {
  now() {
    const [seconds, nanoseconds] = process.hrtime();
    return seconds * 1e3 + nanoseconds / 1e6;
  },
  date: () => new Date(),
  async sleep(ms, signal) {
    const end = systemClock.now() + ms;
    for (let left = ms; left > 0; left = end - systemClock.now())
      await nap(Math.min(left, longestTimer), signal);
  },
};

function nap(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) {
      reject(signal.reason);
      return;
    }
    const wake = () => {
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    const stop = () => {
      clearTimeout(timer);
      reject(signal?.reason);
    };
    const timer = setTimeout(wake, ms);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
