import type { Deps } from '../deps.ts';
import { Failure, TimedOut } from '../errors.ts';
import { shortestRestoreMs, standstillMs } from '../limits.ts';
import type { Heartbeat } from '../report/progress.ts';
import { type Proof, proofOf, type Trace, trace } from '../rules/restore-progress.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { oneLine } from '../text/text.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import type { Verdict } from '../waiting/poller.ts';
import { restoreSchedule, windowIn } from '../waiting/schedule.ts';
import { answersSteadily } from './wait-until-ready.ts';

/** A restore that the API has accepted. */
export interface Accepted {
  snapshot: Snapshot;
  /** What was seen of it when it was requested. */
  trace: Trace;
}

export interface ProofTerms {
  readyUrl: string | undefined;
  /** Whether this is the only restore of the step: one ready_url cannot prove several. */
  alone: boolean;
  /** Shared by all restores of the step. */
  heartbeat: Heartbeat;
}

/** What the user should know although the restore is done. */
type Caveat = string | undefined;

/**
 * The server list is the proof: the server must be seen `restoring` after the request, and then back.
 * @throws {Failure} when the restore is not done, or not provably
 */
export async function proveByList(accepted: Accepted, terms: ProofTerms, deps: Deps): Promise<Caveat> {
  const { snapshot } = accepted;
  const { clock, log, pace } = deps;
  const startedAt = clock.now();
  const name = capitalised(serverName(snapshot.server));
  const limits = {
    shortest: windowIn(pace, shortestRestoreMs),
    standstill: windowIn(pace, standstillMs),
  };
  const heard = new Set<string>();
  let seen = accepted.trace;

  const judge = (list: Server[], elapsed: number): Verdict<Caveat> => {
    const status = list.find(({ id }) => id === snapshot.server.id)?.status;
    const word = oneLine(status ?? 'not in the list', 40);
    seen = trace(seen, { status, elapsed });
    const proof = proofOf({ status, elapsed }, seen, limits);
    if (!heard.has(word) && proof !== 'back') {
      heard.add(word);
      log.info(
        proof === 'unfamiliar'
          ? `${name} is "${word}", which is not documented. Waiting on.`
          : `${name} is ${word}.`,
      );
    }
    return verdictOn(proof, { name, word, elapsed, snapshot, terms }, deps);
  };

  const end = await deps.servers.ask({ schedule: restoreSchedule, judge });
  if (end.is === 'reached') return end.found;
  if (end.is === 'failed') throw end.failure;
  throw stillGoing(name, clock.now() - startedAt, [...heard].at(-1));
}

interface Seen {
  /** The server's. */
  name: string;
  word: string;
  elapsed: number;
  snapshot: Snapshot;
  terms: ProofTerms;
}

function verdictOn(proof: Proof, seen: Seen, deps: Deps): Verdict<Caveat> {
  const { name, word, elapsed, snapshot, terms } = seen;
  switch (proof) {
    case 'back':
      deps.log.info(`${name} is active again, restored from ${snapshotName(snapshot)}.`);
      return { is: 'reached', found: undefined };
    case 'back_stopped':
      return stopped(seen, deps);
    case 'failed':
      return { is: 'failed', failure: failed(seen) };
    case 'unproven':
      return {
        is: 'failed',
        failure: notConfirmed(name, `it was not seen restoring within ${duration(elapsed)}`),
      };
    default:
      terms.heartbeat.beat(`${name} is ${word}`);
      return { is: 'pending' };
  }
}

function stopped({ name, word, terms: { readyUrl } }: Seen, { journal }: Deps): Verdict<Caveat> {
  const caveat = `${name} is restored, but ${word}: start it by hand at VPS.org`;
  if (readyUrl) {
    const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
    return { is: 'failed', failure: new Failure({ title: 'Server stopped', message: `${caveat}.`, next }) };
  }
  journal.warning('Server stopped', `${caveat}.`);
  return { is: 'reached', found: caveat };
}

/**
 * Without the server list, only ready_url can tell: it must have failed since the request, and then answer steadily.
 * @throws {Failure} when the restore is not provable
 */
export async function proveByUrl({ snapshot }: Accepted, terms: ProofTerms, deps: Deps): Promise<Caveat> {
  const { readyUrl, alone } = terms;
  const name = capitalised(serverName(snapshot.server));
  if (!readyUrl) throw notConfirmed(name, 'the token may not list servers, and there is no ready_url');
  if (!alone)
    throw notConfirmed(
      name,
      'the token may not list servers, and one ready_url cannot prove several restores',
    );
  if (await answersSteadily(readyUrl, deps)) return undefined;
  throw notConfirmed(name, `${readyUrl} did not fail and then answer steadily in the time allowed`);
}

function notConfirmed(name: string, why: string): Failure {
  return new Failure({
    title: 'Restore accepted, not confirmed',
    message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
    next: 'Look at the server at VPS.org before you rely on it. The snapshot is still there.',
  });
}

function failed({ name, word, snapshot }: Seen): Failure {
  return new Failure({
    title: 'Restore failed',
    message: `${name} is "${word}" after the restore.`,
    next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${snapshot.id} tries again.`,
  });
}

function stillGoing(name: string, elapsed: number, word: string | undefined): TimedOut {
  return new TimedOut({
    title: 'Restore not done in time',
    message: `${name} was not back after ${duration(elapsed)}; its status is ${word ?? 'unknown'}.`,
    next: 'The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks.',
  });
}
