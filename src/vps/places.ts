import { ApiError, NotOffered } from './api-error.ts';
import type { Directory } from './directory.ts';
import type { Call } from './exchange.ts';
import type { Answered, Http } from './http.ts';
import type { Id } from './id.ts';

type Kind = 'servers' | 'snapshots';
type CallAt<Read> = (path: string) => Call<Read>;

/**
 * Where servers and snapshots have their paths. By the documentation snapshots go by their `id`; the vendor's clients
 * call servers by their `uuid`. Where an object has both and is not found by the one, it is asked for by the other.
 */
export class Places {
  readonly #http: Http;
  readonly #directories: Record<Kind, Directory>;
  readonly #byUuid: Record<Kind, boolean> = { servers: true, snapshots: false };

  constructor(http: Http, directories: Record<Kind, Directory>) {
    this.#http = http;
    this.#directories = directories;
  }

  server<Read>(id: Id, call: CallAt<Read>): Promise<Answered<Read>> {
    return this.#at('servers', id, call);
  }

  snapshot<Read>(id: Id, call: CallAt<Read>): Promise<Answered<Read>> {
    return this.#at('snapshots', id, call);
  }

  /** Where it is found, by what is known now. */
  pathOf(kind: Kind, id: Id): string {
    return `/${kind}/${(this.#byUuid[kind] && this.#directories[kind].uuidOf(id)) || id}/`;
  }

  async #at<Read>(kind: Kind, id: Id, call: CallAt<Read>): Promise<Answered<Read>> {
    const uuid = this.#directories[kind].uuidOf(id);
    if (uuid === undefined) return this.#http.request(call(`/${kind}/${id}/`));
    const byUuid = this.#byUuid[kind];
    const ask = (name: Id) => this.#http.request(call(`/${kind}/${name}/`));
    const answer = await unlessNotFound(() => ask(byUuid ? uuid : id));
    if (answer !== 'not found') return answer;
    const other = await ask(byUuid ? id : uuid);
    if (other.status !== 404) this.#byUuid[kind] = !byUuid;
    return other;
  }
}

/** A 404 did nothing, whether it is an error to the call or an answer; unless an earlier try may have worked. */
async function unlessNotFound<Read>(
  ask: () => Promise<Answered<Read>>,
): Promise<Answered<Read> | 'not found'> {
  try {
    const answer = await ask();
    return answer.status === 404 && !answer.mayHaveWorked ? 'not found' : answer;
  } catch (error) {
    if (isNotFound(error)) return 'not found';
    throw error;
  }
}

/** Nothing was done. An id of the other form may have no path, so its 404 need not be the API's word. */
export function isNotFound(error: unknown): boolean {
  if (error instanceof NotOffered) return error.fate === 'refused';
  return error instanceof ApiError && error.status === 404 && error.fate === 'refused';
}
