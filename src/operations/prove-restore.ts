import type { Deps } from '../deps.ts';
import { Failure, TimedOut } from '../errors.ts';
import {
  agreeingMs,
  longerThanRebootMs,
  longestRestoreMs,
  shortestRestoreMs,
  standstillMs,
} from '../limits.ts';
import type { Heartbeat } from '../report/progress.ts';
import { type Proof, type ProofLimits, proofOf, type Trace, trace } from '../rules/restore-progress.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { oneLine } from '../text/text.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import type { Verdict } from '../waiting/poller.ts';
import { type Pace, restoreSchedule, windowIn } from '../waiting/schedule.ts';
import { answersSteadily } from './wait-until-ready.ts';

/** A restore that the API has accepted. */
export interface Accepted {
  snapshot: Snapshot;
  /** What was seen of it when it was requested. */
  trace: Trace;
  /** The server's addresses before; undefined when nobody saw. */
  addresses: readonly string[] | undefined;
}

export interface ProofTerms {
  readyUrl: string | undefined;
  /** Whether this is the only restore of the step: one ready_url cannot prove several. */
  alone: boolean;
  /** Shared by all restores of the step. */
  heartbeat: Heartbeat;
}

/** How a restore left the server, and whether its standstill alone says that it was restored. */
export type Left = { is: 'running'; byStandstill: boolean } | { is: 'standing'; word: string };

interface Seen {
  /** The server's. */
  name: string;
  word: string;
  elapsed: number;
  accepted: Accepted;
  terms: ProofTerms;
}

/**
 * The server list is the proof: the server must be seen to leave after the request, and then to come back.
 * @throws {Failure} when the restore is not done, or not provably
 */
export async function proveByList(accepted: Accepted, terms: ProofTerms, deps: Deps): Promise<Left> {
  const { snapshot } = accepted;
  const { clock, log } = deps;
  const startedAt = clock.now();
  const name = capitalised(serverName(snapshot.server));
  const limits = limitsAt(deps.pace);
  const heard = new Set<string>();
  let seen = accepted.trace;
  let unfamiliar = false;
  let last: Server | undefined;

  const judge = (list: Server[], elapsed: number): Verdict<Left> => {
    last = list.find(({ id }) => id === snapshot.server.id);
    const status = last?.status;
    const word = oneLine(status ?? 'not in the list', 40);
    seen = trace(seen, { status, elapsed });
    const proof = proofOf({ status, elapsed }, seen, limits);
    unfamiliar = proof === 'unfamiliar';
    if (!heard.has(word) && !proof.startsWith('back')) {
      heard.add(word);
      log.info(
        unfamiliar ? `${name} is "${word}", which is not documented. Waiting on.` : `${name} is ${word}.`,
      );
    }
    return verdictOn(proof, { name, word, elapsed, accepted, terms }, deps);
  };

  const end = await deps.servers.ask({ schedule: restoreSchedule, judge });
  if (end.is === 'failed') throw end.failure;
  if (end.is === 'reached') {
    tellNewAddress(accepted, last, deps);
    return end.found;
  }
  throw stillGoing({ name, elapsed: clock.now() - startedAt, word: [...heard].at(-1), unfamiliar });
}

/** Who reaches the server by its address must know. */
function tellNewAddress(
  { snapshot, addresses }: Accepted,
  server: Server | undefined,
  { journal }: Deps,
): void {
  if (!addresses || !server || addresses.length === 0) return;
  const [old, now] = [addresses, server.addresses].map((list) => list.toSorted().join(', '));
  if (old === now) return;
  journal.warning(
    'Address changed',
    `${capitalised(serverName(snapshot.server))} has another address after the restore: ${oneLine(now || 'none')} instead of ${oneLine(old ?? '')}.`,
  );
}

function limitsAt(pace: Pace): ProofLimits {
  return {
    shortest: windowIn(pace, shortestRestoreMs),
    standstill: windowIn(pace, standstillMs),
    longerThanReboot: windowIn(pace, longerThanRebootMs),
    longest: windowIn(pace, longestRestoreMs),
    agreeing: Math.min(agreeingMs, windowIn(pace, agreeingMs)),
  };
}

function verdictOn(proof: Proof, seen: Seen, deps: Deps): Verdict<Left> {
  const { name, word, elapsed, accepted, terms } = seen;
  switch (proof) {
    case 'back':
    case 'back_by_standstill':
      deps.log.info(`${name} is active again, restored from ${snapshotName(accepted.snapshot)}.`);
      return { is: 'reached', found: { is: 'running', byStandstill: proof === 'back_by_standstill' } };
    case 'back_stopped':
      return { is: 'reached', found: { is: 'standing', word } };
    case 'failed':
      return { is: 'failed', failure: failed(seen) };
    case 'unproven':
      return fails(notConfirmed(name, `it was not seen restoring within ${duration(elapsed)}`));
    case 'unproven_standing':
      return fails(leftStanding(seen, deps));
    default:
      terms.heartbeat.beat(`${name} is ${word}`);
      return { is: 'pending' };
  }
}

function fails(failure: Failure): Verdict<Left> {
  return { is: 'failed', failure };
}

/**
 * Without the server list, only ready_url can tell: it must have failed since the request, and then answer steadily.
 * @throws {Failure} when the restore is not provable
 */
export async function proveByUrl({ snapshot }: Accepted, terms: ProofTerms, deps: Deps): Promise<Left> {
  const { readyUrl, alone } = terms;
  const name = capitalised(serverName(snapshot.server));
  if (!readyUrl) throw notConfirmed(name, 'the token may not list servers, and there is no ready_url');
  if (!alone)
    throw notConfirmed(
      name,
      'the token may not list servers, and one ready_url cannot prove several restores',
    );
  const { proven, last } = await answersSteadily(readyUrl, deps);
  if (proven) return { is: 'running', byStandstill: false };
  throw notConfirmed(
    name,
    `${readyUrl} did not fail and then answer steadily in the time allowed${last ? ` (last: ${last})` : ''}`,
  );
}

function notConfirmed(name: string, why: string): Failure {
  return new Failure({
    title: 'Restore accepted, not confirmed',
    message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
    next: 'Whether it was restored is not known. Look at it at VPS.org before you rely on it, and before you restore it again.',
  });
}

/** Nobody here knows whether that standstill is the restore, so nobody here ends it. */
function leftStanding({ name, word, elapsed, accepted }: Seen, { vps }: Deps): Failure {
  return new Failure({
    title: 'Restore accepted, not confirmed',
    message: `${name}: the restore was accepted, but not confirmed, for it is ${word} for ${duration(elapsed)} and was never seen restoring.`,
    next: `Look at the server at VPS.org. If it should run: ${vps.startByHand(accepted.snapshot.server.id)}`,
  });
}

function failed({ name, word, accepted }: Seen): Failure {
  return new Failure({
    title: 'Restore failed',
    message: `${name} is "${word}" after the restore.`,
    next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${accepted.snapshot.id} tries again.`,
  });
}

interface Late {
  name: string;
  elapsed: number;
  word: string | undefined;
  /** Nobody documented that word, so nobody knows whether anything goes on. */
  unfamiliar: boolean;
}

function stillGoing({ name, elapsed, word = 'unknown', unfamiliar }: Late): TimedOut {
  return new TimedOut({
    title: 'Restore not done in time',
    message: `${name} was not back after ${duration(elapsed)}; its status is ${word}.`,
    next: unfamiliar
      ? 'That word is not documented: look at the server at VPS.org.'
      : 'The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks.',
  });
}
