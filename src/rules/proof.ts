import { minute } from '../waiting/clock.ts';

/** What the server list has told since the restore was requested. */
export interface Trace {
  /** The server was seen `restoring`, so an `active` that follows is the end and not a stale answer. */
  sawRestoring: boolean;
  /** Looks in a row in which the server stood still after that. */
  stopped: number;
}

export const noTrace: Trace = { sawRestoring: false, stopped: 0 };

/**
 * `unproven`: accepted, but the server was never seen `restoring` for as long as the shortest restore takes.
 * `unfamiliar`: a word that nobody documented; waited out.
 */
export type Proof = 'back' | 'back_stopped' | 'going_on' | 'waiting' | 'unfamiliar' | 'failed' | 'unproven';

/** "This may take 5-15 minutes": nothing shorter counts as done unless it was seen. */
export const shortestRestoreMs = 5 * minute;
/** A server stands still before and after a restore; only what lasts beyond the shortest restore is the end of it. */
const looksUntilStopped = 3;

const stoppedWords = new Set([
  'stopped',
  'off',
  'shutoff',
  'shut_off',
  'halted',
  'inactive',
  'powered_off',
  'poweroff',
]);
const suspendedWords = new Set(['suspended']);
const failureWords = new Set(['failed', 'failure', 'error', 'errored']);
/** What a server may have been before the restore, and may still be said to be by a list that lags behind. */
const standingWords = new Set(['active', ...stoppedWords, ...failureWords]);

export function isRestoring(status: string): boolean {
  return status === 'restoring';
}

export function isStopped(status: string): boolean {
  return stoppedWords.has(status);
}

export function isSuspended(status: string): boolean {
  return suspendedWords.has(status);
}

/** @param status undefined when the list does not have the server */
export function trace(before: Trace, status: string | undefined): Trace {
  if (status === undefined) return before;
  const sawRestoring = before.sawRestoring || isRestoring(status);
  return { sawRestoring, stopped: sawRestoring && isStopped(status) ? before.stopped + 1 : 0 };
}

/**
 * @param seen including the present look
 * @param elapsed milliseconds since the restore was accepted
 * @param shortest milliseconds that a restore takes at least: before them no standstill counts as its end, and without
 *   `restoring` in them nothing is believed any more
 */
export function proofOf(status: string | undefined, seen: Trace, elapsed: number, shortest: number): Proof {
  if (status !== undefined && isRestoring(status)) return 'going_on';
  if (seen.sawRestoring) {
    if (status === 'active') return 'back';
    if (status !== undefined && failureWords.has(status)) return 'failed';
    if (seen.stopped >= looksUntilStopped && elapsed >= shortest) return 'back_stopped';
    return status === undefined || isStopped(status) ? 'waiting' : 'unfamiliar';
  }
  if (status !== undefined && !standingWords.has(status)) return 'unfamiliar';
  return elapsed >= shortest ? 'unproven' : 'waiting';
}
