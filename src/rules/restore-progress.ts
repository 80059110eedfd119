/** What the server list has told since the restore was requested. */
export interface Trace {
  /** The server was seen `restoring`, so an `active` that follows is the end and not a stale answer. */
  sawRestoring: boolean;
  /** Since when the server has stood still after that, in milliseconds since the restore was accepted. */
  stoppedSince: number | undefined;
}

export const noTrace: Trace = { sawRestoring: false, stoppedSince: undefined };

/**
 * `unproven`: accepted, but the server was never seen `restoring` for as long as the shortest restore takes.
 * `unfamiliar`: a word that nobody documented; waited out.
 */
export type Proof = 'back' | 'back_stopped' | 'going_on' | 'waiting' | 'unfamiliar' | 'failed' | 'unproven';

/** In milliseconds. */
export interface Limits {
  /** Without `restoring` for so long, nothing is believed any more. */
  shortest: number;
  /** A standstill as long as this is the end of the restore. */
  standstill: number;
}

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

/**
 * @param status undefined when the list does not have the server
 * @param elapsed milliseconds since the restore was accepted
 */
export function trace(before: Trace, status: string | undefined, elapsed: number): Trace {
  if (status === undefined) return before;
  const sawRestoring = before.sawRestoring || isRestoring(status);
  const stands = sawRestoring && isStopped(status);
  return { sawRestoring, stoppedSince: stands ? (before.stoppedSince ?? elapsed) : undefined };
}

/**
 * @param seen including the present look
 * @param elapsed milliseconds since the restore was accepted
 */
export function proofOf(status: string | undefined, seen: Trace, elapsed: number, limits: Limits): Proof {
  if (status !== undefined && isRestoring(status)) return 'going_on';
  if (seen.sawRestoring) {
    if (status === 'active') return 'back';
    if (status !== undefined && failureWords.has(status)) return 'failed';
    const { stoppedSince } = seen;
    if (stoppedSince !== undefined && elapsed - stoppedSince >= limits.standstill) return 'back_stopped';
    return status === undefined || isStopped(status) ? 'waiting' : 'unfamiliar';
  }
  if (status !== undefined && !standingWords.has(status)) return 'unfamiliar';
  return elapsed >= limits.shortest ? 'unproven' : 'waiting';
}
