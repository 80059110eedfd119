import type { Deps } from '../deps.ts';
import { Failure } from '../errors.ts';
import type { Policies } from '../inputs/policies.ts';
import { entriesInEveryAnswer } from '../limits.ts';
import { readMark } from '../rules/ownership.ts';
import { isActing } from '../rules/policy.ts';
import type { ServerRef } from '../rules/steps.ts';
import type { Id } from '../vps/id.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import { isDoubtful, newTarget, type SavedState, stateVersion, type Target } from './saved-state.ts';

interface Beginning {
  /** Whether this step requests the snapshots itself, or waits for those of an earlier step. */
  made: boolean;
  targets: Partial<Target>[];
  inputs: { apiUrl: string; policies: Policies; stopServer?: boolean };
}

/** Writes down what the post step will answer for, each time before it could be needed. */
export class Recorder {
  readonly #state: SavedState;
  readonly #deps: Deps;
  readonly #needed: boolean;

  /** @throws {Failure} when nothing can be written down, and a policy relies on it; nothing is changed yet */
  constructor({ made, targets, inputs }: Beginning, deps: Deps) {
    const requestedAt = made ? deps.clock.date().toISOString() : null;
    this.#deps = deps;
    this.#needed = inputs.stopServer === true || isActing(inputs.policies);
    this.#state = {
      version: stateVersion,
      nonce: deps.origin.nonce,
      apiUrl: inputs.apiUrl,
      made,
      policies: inputs.policies,
      succeeded: false,
      confirmed: false,
      standing: [],
      targets: targets.map((known) =>
        newTarget({ requestedAt, ...known, server: known.server ? identity(known.server) : null }),
      ),
    };
    this.#save();
  }

  /**
   * The API has answered with a snapshot, or the lists showed one. Each time all is written anew, so of very many the
   * ids are kept for later: until then what came of a request is found by its nonce.
   */
  learnId(index: number, { snapshot, doubtful }: { snapshot: Snapshot; doubtful: boolean }): void {
    const { id } = snapshot;
    const { targets } = this.#state;
    Object.assign(targets[index] ?? {}, { request: doubtful ? { id, doubtful } : { id } });
    const isFound = readMark(snapshot.description) !== null;
    if (doubtful || !isFound || targets.length <= entriesInEveryAnswer) this.#save();
  }

  refused(index: number): void {
    Object.assign(this.#state.targets[index] ?? {}, { request: 'refused' });
    this.#save();
  }

  /** Before the request: whatever becomes of this process, somebody must start it again. @throws {Failure} */
  stopping(server: ServerRef): void {
    const stoppedAt = this.#deps.clock.date().toISOString();
    const byHand = this.#deps.vps.startByHand(server.id);
    this.#state.standing.push({ server: identity(server), stoppedAt, unclear: true, byHand });
    this.#save();
  }

  /** It was seen to stand still, so the stop has come. */
  stopped(id: Id): void {
    for (const one of this.#state.standing) if (one.server.id === id) one.unclear = false;
    this.#save();
  }

  /** The duty to start it is over. */
  running(id: Id): void {
    this.#state.standing = this.#state.standing.filter(({ server }) => server.id !== id);
    this.#save();
  }

  /** All are complete, and still the right ones. @param completeAt when each was seen complete, where that is known @param ranOf whether a server ran that was not known at first */
  confirm(
    snapshots: readonly Snapshot[],
    completeAt: readonly (Date | undefined)[],
    ranOf?: (server: Id) => boolean | undefined,
  ): void {
    for (const [index, { id, name, server, createdAt, sizeMb }] of snapshots.entries()) {
      const target = this.#state.targets[index];
      if (!target) continue;
      target.request = isDoubtful(target) ? { id, doubtful: true } : { id };
      target.name = name;
      if (server.id !== nobody.id) target.server = identity(server);
      target.ran ??= ranOf?.(server.id) ?? null;
      target.completeAt = completeAt[index]?.toISOString() ?? null;
      target.requestedAt ??= createdAt;
      Object.assign(target, { sizeMb, createdAt });
    }
    this.#state.confirmed = true;
    this.#state.notesBefore = this.#deps.notes.all().length;
    this.#save();
  }

  /** The main step has ended well: its very last act. */
  succeed(): void {
    for (const target of this.#state.targets) {
      target.slotsUsed = (target.server && this.#deps.journal.slots.get(target.server.id)) ?? null;
    }
    this.#state.succeeded = true;
    this.#save();
  }

  #save(): void {
    if (this.#deps.saveState(JSON.stringify(this.#state)) || !this.#needed) return;
    throw new Failure({
      title: 'State not saved',
      message:
        'GITHUB_STATE could not be written, so the post step would not know which snapshot to look after.',
      next: 'Check the disk of the runner. Without a policy (on_success, on_failure, on_cancelled) and without stop_server the step needs no state.',
    });
  }
}

/** No more than what tells a server: the runner hands the state over in a variable. */
function identity(server: ServerRef): ServerRef {
  return { id: server.id, ...(server.name === undefined ? {} : { name: server.name }) };
}
