import { ApiError } from './api-error.ts';
import type { Directory } from './directory.ts';
import type { Http } from './http.ts';
import { type Id, isInteger } from './id.ts';
import { exactInteger } from './json.ts';
import type { Snapshot } from './model.ts';
import type { Places } from './places.ts';

export interface SnapshotOrder {
  serverId: Id;
  name: string;
  /** With the mark at its end. */
  description: string;
  /** The name, with the mark at its end, where the API keeps one text only. */
  label: string;
  /** A label that is told from all others without a mark. */
  generatedName: string;
  /** On the clock: the request does not last beyond it. The step's when not given. */
  deadline?: number;
}

/** `list`: POST /snapshots/, as documented. `server`: POST /servers/{…}/snapshot/, as the vendor's clients send. */
type Way = 'list' | 'server';

type ReadCreated = (json: unknown, serverId: Id) => Snapshot | undefined;

/** Asks for snapshots in whichever of two ways this account's API offers; what is found out holds for the whole step. */
export class SnapshotCreation {
  readonly #http: Http;
  readonly #at: Places;
  readonly #servers: Directory;
  readonly #read: ReadCreated;
  #way: Way | undefined;

  /** @param read undefined for an answer that does not say which snapshot */
  constructor({ http, at }: { http: Http; at: Places }, servers: Directory, read: ReadCreated) {
    this.#http = http;
    this.#at = at;
    this.#servers = servers;
    this.#read = read;
  }

  /** @returns undefined when it was accepted, and the answer does not say which snapshot it is */
  async request(order: SnapshotOrder): Promise<Snapshot | undefined> {
    const way = this.#way ?? this.#likelyWay(order.serverId);
    try {
      return await this.#by(way, order);
    } catch (error) {
      if (way === this.#way || !this.#isNotOffered(error, order.serverId)) throw error;
      return await this.#byOther(way, { order, refusal: error });
    }
  }

  async #byOther(way: Way, { order, refusal }: { order: SnapshotOrder; refusal: ApiError }) {
    const other = way === 'list' ? 'server' : 'list';
    try {
      const snapshot = await this.#by(other, order);
      this.#way = other;
      return snapshot;
    } catch (error) {
      const isRefusal = error instanceof ApiError && error.fate === 'refused';
      if (isRefusal && (error.status === 403 || this.#isNotOffered(error, order.serverId)))
        throw refusal.beside(error);
      this.#way = other;
      throw error;
    }
  }

  /** Accounts that show UUIDs only are those of the vendor's clients. */
  #likelyWay(serverId: Id): Way {
    if (this.#servers.isShown(serverId)) return isInteger(serverId) ? 'list' : 'server';
    return isInteger(this.#servers.idOf(serverId)) ? 'list' : 'server';
  }

  #by(way: Way, order: SnapshotOrder): Promise<Snapshot | undefined> {
    return way === 'list' ? this.#inList(order) : this.#atServer(order);
  }

  #inList({ serverId, name, description, deadline }: SnapshotOrder): Promise<Snapshot | undefined> {
    const body = {
      server_id: isInteger(serverId) ? exactInteger(serverId) : serverId,
      name,
      ...(description && { description }),
    };
    return this.#http.send({
      method: 'POST',
      path: '/snapshots/',
      body,
      ...(deadline !== undefined && { deadline }),
      read: (json) => this.#read(json, serverId),
    });
  }

  async #atServer({
    serverId,
    label,
    generatedName,
    deadline,
  }: SnapshotOrder): Promise<Snapshot | undefined> {
    const labelled = async (text: string) => {
      const { body } = await this.#at.server(serverId, (path) => ({
        method: 'POST',
        path: `${path}snapshot/`,
        body: { label: text },
        ...(deadline !== undefined && { deadline }),
        read: (json) => this.#read(json, serverId),
      }));
      return body;
    };
    try {
      return await labelled(label);
    } catch (error) {
      // Our own text is the first suspect: a mark is long, and has brackets in it.
      if (!(error instanceof ApiError && error.status === 400) || isAboutServer(error)) throw error;
      return await labelled(generatedName);
    }
  }

  /** Nothing was made, for this account's API does not take the request in this way. */
  #isNotOffered(error: unknown, serverId: Id): error is ApiError {
    if (!(error instanceof ApiError)) return false;
    const { status } = error;
    if (status === 404) return this.#servers.isShown(serverId);
    if (error.isPage) return false;
    if (status === 405 || (status === 400 && isAboutServer(error))) return true;
    return status === 403 && this.#servers.isUuidOnly;
  }
}

function isAboutServer({ message }: ApiError): boolean {
  return /\bserver_id\b/.test(message);
}
