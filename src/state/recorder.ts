import type { Deps } from '../deps.ts';
import { Failure } from '../errors.ts';
import type { Policies } from '../inputs/policies.ts';
import { endings, keepsAll } from '../rules/policy.ts';
import type { Snapshot } from '../vps/model.ts';
import { type Custody, custodyVersion, newTarget, type Target } from './saved-state.ts';

interface Keeping {
  /** Whether this step requests the snapshots itself, or waits for those of an earlier step. */
  made: boolean;
  targets: Partial<Target>[];
  inputs: { apiUrl: string; policies: Policies };
}

/** Writes down what the post step will answer for, each time before it could be needed. */
export class Keeper {
  readonly #custody: Custody;
  readonly #deps: Deps;
  readonly #needed: boolean;

  /** @throws {Failure} when nothing can be written down, and a policy relies on it; nothing is changed yet */
  constructor({ made, targets, inputs }: Keeping, deps: Deps) {
    const requestedAt = made ? deps.clock.date().toISOString() : null;
    this.#deps = deps;
    this.#needed = endings.some((ending) => !keepsAll(inputs.policies[ending]));
    this.#custody = {
      version: custodyVersion,
      nonce: deps.origin.nonce,
      ...{ apiUrl: inputs.apiUrl, made, succeeded: false, confirmed: false },
      targets: targets.map((facts) => newTarget({ requestedAt, ...facts, server: identity(facts.server) })),
    };
    deps.journal.whenDone = () => this.#succeeded();
    this.#save();
  }

  answered(index: number, { id }: Snapshot): void {
    this.#learn(index, { id });
  }

  refused(index: number): void {
    this.#learn(index, { refused: true });
  }

  /** All are complete, and still the right ones. */
  confirmed(snapshots: readonly Snapshot[], completeAt: readonly (Date | undefined)[]): void {
    for (const [index, { id, name, server, createdAt }] of snapshots.entries()) {
      const before = this.#custody.targets[index];
      Object.assign(before ?? {}, {
        ...{ id, name, server: identity(server) },
        completeAt: completeAt[index]?.toISOString() ?? null,
        requestedAt: before?.requestedAt ?? createdAt,
      });
    }
    this.#custody.confirmed = true;
    this.#save();
  }

  #succeeded(): void {
    for (const target of this.#custody.targets) {
      target.slotsUsed = (target.server && this.#deps.journal.slots.get(target.server.id)) ?? null;
    }
    this.#custody.succeeded = true;
    this.#save();
  }

  #learn(index: number, facts: Partial<Target>): void {
    Object.assign(this.#custody.targets[index] ?? {}, facts);
    this.#save();
  }

  #save(): void {
    if (this.#deps.saveCustody(JSON.stringify(this.#custody)) || !this.#needed) return;
    throw new Failure({
      title: 'State not saved',
      message:
        'GITHUB_STATE could not be written, so the post step would not know which snapshot to look after.',
      next: 'Check the disk of the runner. Without a policy (on_success, on_failure, on_cancelled) the step needs no state.',
    });
  }
}

/** No more than what tells a server: the runner hands the state over in a variable. */
function identity(server: Target['server'] | undefined): Target['server'] {
  return server ? { id: server.id, ...(server.name === undefined ? {} : { name: server.name }) } : null;
}
