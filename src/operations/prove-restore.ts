import type { Deps } from '../deps.ts';
import { Failure, TimedOut } from '../errors.ts';
import { shortestRestoreMs, standstillMs } from '../limits.ts';
import type { Step } from '../modes/mode.ts';
import { times, windowMs } from '../reading/pollers.ts';
import type { Heartbeat } from '../report/progress.ts';
import { proofOf, type Trace, trace } from '../rules/restore-progress.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { oneLine } from '../text/text.ts';
import type { Id } from '../vps/id.ts';
import type { Server } from '../vps/model.ts';
import type { Verdict, Watch } from '../waiting/poller.ts';
import { restoring } from '../waiting/schedule.ts';
import { knockUntilProven } from './wait-until-ready.ts';

type Restoration = Extract<Step, { do: 'restore' }>;
type Remark = string | undefined;

export interface ProofInputs {
  pollIntervalMs: number | undefined;
  readyUrl: string | undefined;
  /** Whether this is the only restore of the step: one ready_url cannot prove several. */
  alone: boolean;
  /** Shared by all restores of the step. */
  heartbeat: Heartbeat;
}

/** A way to know that an accepted restore is done. */
export interface Prover {
  /**
   * @param before what was seen of the restore when it was requested
   * @returns what the user should know all the same
   * @throws {Failure} when it is not done, or not provably
   */
  prove(step: Restoration, before: Trace, inputs: ProofInputs, deps: Deps): Promise<Remark>;
}

/** The server list is the proof: the server must be seen `restoring` after the request, and then back. */
export class ProvenByList implements Prover {
  readonly #watch: Watch<Server[]>;

  constructor(watch: Watch<Server[]>) {
    this.#watch = watch;
  }

  async prove(
    { snapshot, server }: Restoration,
    before: Trace,
    inputs: ProofInputs,
    deps: Deps,
  ): Promise<Remark> {
    const { clock, log } = deps;
    const startedAt = clock.now();
    const name = capitalised(serverName(server));
    const limits = {
      shortest: windowMs(shortestRestoreMs, inputs),
      standstill: windowMs(standstillMs, inputs),
    };
    const told = new Set<string>();
    let seen = before;

    const judge = (list: Server[], elapsed: number): Verdict<Remark> => {
      const status = list.find(({ id }) => id === server.id)?.status;
      const word = oneLine(status ?? 'not in the list', 40);
      seen = trace(seen, status, elapsed);
      const proof = proofOf(status, seen, elapsed, limits);
      if (!told.has(word) && proof !== 'back') {
        told.add(word);
        log.info(
          proof === 'unfamiliar'
            ? `${name} is "${word}", which is not documented. Waiting on.`
            : `${name} is ${word}.`,
        );
      }
      switch (proof) {
        case 'back':
          log.info(`${name} is active again, restored from ${snapshotName(snapshot)}.`);
          return { is: 'reached', found: undefined };
        case 'back_stopped':
          return this.#stopped(name, word, inputs, deps);
        case 'failed':
          return { is: 'failed', failure: failed(name, word, snapshot.id) };
        case 'unproven':
          return {
            is: 'failed',
            failure: notConfirmed(name, `it was not seen restoring within ${duration(elapsed)}`),
          };
        default:
          inputs.heartbeat.beat(`${name} is ${word}`);
          return { is: 'pending' };
      }
    };

    const end = await this.#watch.ask({ next: times(restoring, inputs, deps), judge });
    if (end.is === 'reached') return end.found;
    if (end.is === 'failed') throw end.failure;
    throw stillGoing(name, clock.now() - startedAt, [...told].at(-1));
  }

  #stopped(name: string, word: string, { readyUrl }: ProofInputs, { journal }: Deps): Verdict<Remark> {
    const remark = `${name} is restored, but ${word}: start it by hand at VPS.org`;
    if (readyUrl) {
      const next = `ready_url cannot answer until the server runs. Start it, then check ${readyUrl}.`;
      return { is: 'failed', failure: new Failure({ title: 'Server stopped', message: `${remark}.`, next }) };
    }
    journal.warning('Server stopped', `${remark}.`);
    return { is: 'reached', found: remark };
  }
}

/** Without the server list, only ready_url can tell: it must have failed since the request, and then answer steadily. */
export class ProvenByUrl implements Prover {
  async prove({ server }: Restoration, _before: Trace, inputs: ProofInputs, deps: Deps): Promise<Remark> {
    const name = capitalised(serverName(server));
    if (!inputs.readyUrl)
      throw notConfirmed(name, 'the token may not list servers, and there is no ready_url');
    if (!inputs.alone)
      throw notConfirmed(
        name,
        'the token may not list servers, and one ready_url cannot prove several restores',
      );
    if (await knockUntilProven(inputs.readyUrl, inputs, deps)) return undefined;
    throw notConfirmed(name, `${inputs.readyUrl} did not fail and then answer steadily in the time allowed`);
  }
}

function notConfirmed(name: string, why: string): Failure {
  return new Failure({
    title: 'Restore accepted, not confirmed',
    message: `${name}: the restore was accepted, but not confirmed, for ${why}.`,
    next: 'Look at the server at VPS.org before you rely on it. The snapshot is still there.',
  });
}

function failed(name: string, word: string, id: Id): Failure {
  return new Failure({
    title: 'Restore failed',
    message: `${name} is "${word}" after the restore.`,
    next: `Look at the server at VPS.org. The snapshot is still there: mode: restore with snapshot_id: ${id} tries again.`,
  });
}

function stillGoing(name: string, elapsed: number, word: string | undefined): TimedOut {
  return new TimedOut({
    title: 'Restore not done in time',
    message: `${name} was not back after ${duration(elapsed)}; its status is ${word ?? 'unknown'}.`,
    next: 'The restore goes on at VPS.org: look at the server there. Raise timeout_minutes for large disks.',
  });
}
