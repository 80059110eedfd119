import { type Id, isInteger, readId } from './id.ts';

/**
 * Every id by which the API has shown objects of one kind: an object may have an `id`, a `uuid` or both, and answers to
 * both. Whoever has an `id` is called by that.
 */
export class Directory {
  readonly #integerOf = new Map<Id, Id>();
  readonly #uuidOf = new Map<Id, Id>();
  readonly #shown = new Set<Id>();

  /** Reads the ids of an object as the API shows it. Undefined when it has none. */
  learn(json: Record<string, unknown>): Id | undefined {
    const [id, uuid] = [readId(json.id), readId(json.uuid)];
    const name = id ?? uuid;
    if (name === undefined) return undefined;
    this.#shown.add(name);
    if (id !== undefined && uuid !== undefined && id !== uuid) {
      this.#integerOf.set(uuid, id);
      this.#uuidOf.set(id, uuid);
    }
    return this.idOf(name);
  }

  /** The one id of an object, whichever of its ids is given. */
  idOf(any: Id): Id {
    return this.#integerOf.get(any) ?? any;
  }

  /** Its other id, where it has one. */
  uuidOf(id: Id): Id | undefined {
    return this.#uuidOf.get(id);
  }

  isShown(id: Id): boolean {
    return this.#shown.has(this.idOf(id));
  }

  /** Something was shown, and all of it only by UUID. */
  get isUuidOnly(): boolean {
    return this.#shown.size > 0 && ![...this.#shown].some(isInteger);
  }

  /** It was not shown, and others were by ids of the other form: it may be one of them. */
  mayBeAnother(any: Id): boolean {
    return !this.isShown(any) && [...this.#shown].some((id) => isInteger(id) !== isInteger(any));
  }
}
