import type { Clock } from './clock.ts';

/** The time a task was given is over. `code` as Node's own errors have it. */
export class Expired extends Error {
  readonly code = 'ETIMEDOUT';
}

interface Limit {
  ms: number;
  clock: Clock;
  signal: AbortSignal;
}

/** Runs a task whose signal is aborted after `ms`, or with the outer signal. */
export async function within<T>(limit: Limit, task: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const timer = new AbortController();
  const expiry = new AbortController();
  limit.clock.sleep(limit.ms, timer.signal).then(
    () => expiry.abort(new Expired(`no answer within ${Math.round(limit.ms)} ms`)),
    () => {},
  );
  try {
    return await task(AbortSignal.any([limit.signal, expiry.signal]));
  } finally {
    timer.abort('ended');
  }
}

/** Runs a task whose signal follows the outer one `ms` later. */
export async function graced<T>(limit: Limit, task: (stop: AbortSignal) => Promise<T>): Promise<T> {
  const { ms, clock, signal } = limit;
  const timer = new AbortController();
  const later = new AbortController();
  const follow = () => {
    clock.sleep(ms, timer.signal).then(
      () => later.abort(signal.reason),
      () => {},
    );
  };
  signal.addEventListener('abort', follow, { once: true });
  try {
    return await task(later.signal);
  } finally {
    signal.removeEventListener('abort', follow);
    timer.abort('ended');
  }
}
