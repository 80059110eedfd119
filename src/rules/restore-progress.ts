import { isFailed, isRestoring, isRunning, isStopped } from './server-status.ts';

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
export interface ProofLimits {
  /** Without `restoring` for so long, nothing is believed any more. */
  shortest: number;
  /** A standstill as long as this is the end of the restore. */
  standstill: number;
}

/** What a server may have been before the restore, and may still be said to be by a list that lags behind. */
function isStanding(status: string): boolean {
  return isRunning(status) || isStopped(status) || isFailed(status);
}

/** What is known with one more look. */
export function trace(before: Trace, { status, elapsed }: Look): Trace {
  if (status === undefined) return before;
  const sawRestoring = before.sawRestoring || isRestoring(status);
  const stands = sawRestoring && isStopped(status);
  return { sawRestoring, stoppedSince: stands ? (before.stoppedSince ?? elapsed) : undefined };
}

/** One look at the server list. */
export interface Look {
  /** Undefined when the list does not have the server. */
  status: string | undefined;
  /** Milliseconds since the restore was accepted. */
  elapsed: number;
}

/** @param seen including the present look */
export function proofOf({ status, elapsed }: Look, seen: Trace, limits: ProofLimits): Proof {
  if (status !== undefined && isRestoring(status)) return 'going_on';
  if (seen.sawRestoring) return afterRestoring({ status, elapsed }, seen, limits);
  if (status !== undefined && !isStanding(status)) return 'unfamiliar';
  return elapsed >= limits.shortest ? 'unproven' : 'waiting';
}

function afterRestoring({ status, elapsed }: Look, { stoppedSince }: Trace, limits: ProofLimits): Proof {
  if (status !== undefined && isRunning(status)) return 'back';
  if (status !== undefined && isFailed(status)) return 'failed';
  if (stoppedSince !== undefined && elapsed - stoppedSince >= limits.standstill) return 'back_stopped';
  return status === undefined || isStopped(status) ? 'waiting' : 'unfamiliar';
}
