import type { Api } from '../../rehearsal/api/api.ts';
import type { LateEffect } from './record.ts';

/** Notices what has changed in the API since it was looked at before, others' doings apart. */
export class Effects {
  readonly #api: Api;
  readonly #epoch: number;
  /** Snapshots that were counted already, and those of others. */
  readonly #known = new Set<number>();
  #restores = 0;
  #deletions = 0;
  #power = 0;

  /** @param epoch when it began, in milliseconds since 1970 */
  constructor(api: Api, epoch: number) {
    this.#api = api;
    this.#epoch = epoch;
  }

  /** Somebody else made it. */
  isOfOthers(snapshot: number): void {
    this.#known.add(snapshot);
  }

  /** With their moments, in milliseconds since the beginning. */
  news(): LateEffect[] {
    const { snapshots, restores, deletions, powerActions } = this.#api.state;
    const found: LateEffect[] = [];
    const find = (wall: number, effect: LateEffect['effect']) =>
      found.push({ at: wall - this.#epoch, effect });
    if (snapshots.size > this.#known.size)
      for (const { id, server, createdAt } of snapshots.values()) {
        if (this.#known.has(id)) continue;
        this.#known.add(id);
        find(createdAt, { did: 'create', snapshot: id, server });
      }
    for (const { at, server, snapshot } of restores.slice(this.#restores))
      if (snapshot !== undefined) find(at, { did: 'restore', snapshot, server });
    for (const { at, server, snapshot } of deletions.slice(this.#deletions))
      find(at, { did: 'delete', snapshot, server });
    for (const { at, server, action } of powerActions.slice(this.#power)) find(at, { did: action, server });
    this.#restores = restores.length;
    this.#deletions = deletions.length;
    this.#power = powerActions.length;
    return found;
  }
}
