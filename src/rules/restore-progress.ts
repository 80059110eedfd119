import { isFailed, isRestoring, isRunning, isStopped } from './server-status.ts';

/** What the server list has shown since the restore was requested. Moments are milliseconds since then. */
export interface Trace {
  /** The server ran before the request; undefined when nobody saw. */
  ran: boolean | undefined;
  sawRestoring: boolean;
  /** The first of the looks in a row that showed it standing still. */
  stoppedSince: number | undefined;
  /** Its longest standstill so far. */
  stoodMs: number;
  /** The first of the looks in a row that showed it running. */
  runningSince: number | undefined;
}

export const noTrace: Trace = {
  ran: undefined,
  sawRestoring: false,
  stoppedSince: undefined,
  stoodMs: 0,
  runningSince: undefined,
};

/**
 * `back_by_standstill`: it stood still for longer than a reboot takes, and runs; nothing else says that it was restored.
 * `unproven`: accepted, but the server was never seen to leave for as long as the shortest restore takes.
 * `unproven_standing`: it stands still for longer than any restore, and was never seen `restoring`.
 * `unfamiliar`: a word that nobody documented; waited out.
 */
export type Proof =
  | 'back'
  | 'back_by_standstill'
  | 'back_stopped'
  | 'going_on'
  | 'waiting'
  | 'unfamiliar'
  | 'failed'
  | 'unproven'
  | 'unproven_standing';

/** In milliseconds. */
export interface ProofLimits {
  /** Without a sign that it left for so long, nothing is believed any more. */
  shortest: number;
  /** A standstill as long as this, after `restoring`, is the end of the restore. */
  standstill: number;
  /** A standstill as long as this is no reboot. */
  longerThanReboot: number;
  /** A standstill without `restoring` is watched for so long. */
  longest: number;
  /** Two looks that agree are so far apart. */
  agreeing: number;
}

/** One look at the server list. */
export interface Look {
  /** Undefined when the list does not have the server. */
  status: string | undefined;
  /** Milliseconds since the restore was accepted. */
  elapsed: number;
}

/** What is known with one more look. */
export function trace(before: Trace, { status, elapsed }: Look): Trace {
  if (status === undefined) return before;
  const stoppedSince = isStopped(status) ? (before.stoppedSince ?? elapsed) : undefined;
  return {
    ran: before.ran,
    sawRestoring: before.sawRestoring || isRestoring(status),
    stoppedSince,
    stoodMs: Math.max(before.stoodMs, stoppedSince === undefined ? 0 : elapsed - stoppedSince),
    runningSince: isRunning(status) ? (before.runningSince ?? elapsed) : undefined,
  };
}

/** @param seen including the present look */
export function proofOf(look: Look, seen: Trace, limits: ProofLimits): Proof {
  const { status, elapsed } = look;
  const isOverdue = elapsed >= limits.shortest;
  if (status === undefined) return !seen.sawRestoring && isOverdue ? 'unproven' : 'waiting';
  if (isRestoring(status)) return 'going_on';
  if (isRunning(status)) return runningProof(look, seen, limits);
  if (isStopped(status)) return standingProof(look, seen, limits);
  if (!isFailed(status)) return 'unfamiliar';
  if (seen.sawRestoring) return 'failed';
  return isOverdue ? 'unproven' : 'waiting';
}

function runningProof({ elapsed }: Look, seen: Trace, limits: ProofLimits): Proof {
  const stood = seen.ran === true && seen.stoodMs >= limits.longerThanReboot;
  if (!seen.sawRestoring && !stood) return elapsed >= limits.shortest ? 'unproven' : 'waiting';
  const agrees = elapsed - (seen.runningSince ?? elapsed) >= limits.agreeing;
  if (!agrees) return 'waiting';
  return seen.sawRestoring ? 'back' : 'back_by_standstill';
}

function standingProof({ elapsed }: Look, seen: Trace, limits: ProofLimits): Proof {
  if (!seen.sawRestoring) return elapsed >= limits.longest ? 'unproven_standing' : 'waiting';
  const stands = seen.stoppedSince !== undefined && elapsed - seen.stoppedSince >= limits.standstill;
  return stands && elapsed >= limits.shortest ? 'back_stopped' : 'waiting';
}
