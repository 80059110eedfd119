import type { Deps } from '../deps.ts';
import { type Custody, custodyVersion, newTarget, type Target } from '../rules/custody.ts';
import type { Snapshot } from '../vps/model.ts';

/** Writes down what the post step will answer for, each time before it could be needed. */
export class Keeper {
  readonly #custody: Custody;
  readonly #deps: Deps;

  constructor(made: boolean, targets: Partial<Target>[], apiUrl: string, deps: Deps) {
    const requestedAt = made ? deps.clock.date().toISOString() : null;
    this.#deps = deps;
    this.#custody = {
      version: custodyVersion,
      nonce: deps.origin.nonce,
      ...{ apiUrl, made, succeeded: false, confirmed: false },
      targets: targets.map((facts) => newTarget({ requestedAt, ...facts })),
    };
    this.#save();
  }

  answered(index: number, { id, name }: Snapshot): void {
    this.#learn(index, { id, name });
  }

  refused(index: number): void {
    this.#learn(index, { refused: true });
  }

  /** All are complete, and still the right ones. */
  confirmed(snapshots: readonly Snapshot[], completeAt: readonly (Date | undefined)[]): void {
    for (const [index, { id, name, server, createdAt }] of snapshots.entries()) {
      const facts = { id, name, server, completeAt: completeAt[index]?.toISOString() ?? null };
      const before = this.#custody.targets[index];
      this.#custody.targets[index] = newTarget({
        ...before,
        ...facts,
        requestedAt: before?.requestedAt ?? createdAt,
      });
    }
    this.#custody.confirmed = true;
    this.#save();
  }

  /** The main step ended well. */
  succeeded(): void {
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
    this.#deps.saveCustody(JSON.stringify(this.#custody));
  }
}
