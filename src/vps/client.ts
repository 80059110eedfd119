import { lookPatienceMs } from '../limits.ts';
import { NotOffered } from './api-error.ts';
import { type ByHand, byHandAt } from './by-hand.ts';
import { SnapshotCreation, type SnapshotOrder } from './create-snapshot.ts';
import { Directory } from './directory.ts';
import { VpsError } from './errors.ts';
import type { Connection } from './exchange.ts';
import { Http } from './http.ts';
import { type Id, isInteger } from './id.ts';
import { List, likewise, staying } from './list.ts';
import {
  isGone,
  Malformed,
  nobody,
  ownerIn,
  readServer,
  readSnapshot,
  type Server,
  type Snapshot,
} from './model.ts';
import { isNotFound, Places } from './places.ts';
import { forAtMost, type Reading } from './reading.ts';

export type PowerAction = 'start' | 'stop';

/** The part of the VPS.org API that this action uses. Every method throws {@link VpsError}. */
export interface Vps {
  /** Every snapshot of the account, of all servers. A whole list, or an error. */
  listSnapshots(reading?: Reading): Promise<Snapshot[]>;
  listServers(reading?: Reading): Promise<Server[]>;
  /** The ids that lists show for servers which a user named by any of their ids; each once. */
  serverIds(named: readonly Id[]): Promise<Id[]>;
  /** The same for snapshots, once they have been listed. */
  snapshotIds(named: readonly Id[]): Id[];
  /**
   * Never repeated by itself: look at the error's `fate`.
   * @returns undefined when it was accepted, and the answer does not say which snapshot it is
   */
  createSnapshot(order: SnapshotOrder): Promise<Snapshot | undefined>;
  /** Resolves when the restore was accepted, not when it is done. Never repeated by itself. */
  restoreSnapshot(id: Id): Promise<void>;
  /** `absent`: the API does not know the id. */
  deleteSnapshot(id: Id, reading?: Reading): Promise<'deleted' | 'absent'>;
  /** Resolves when it was accepted; the server's status shows later what came of it. Never repeated by itself. */
  power(server: Id, action: PowerAction, urgency?: { isLastWord: boolean }): Promise<void>;
  /** A command line that starts a server without this action; the token as `$VPS_API_TOKEN`. */
  startByHand(server: Id): string;
  /** The same for all that is done by hand. */
  byHand: ByHand;
  /** What the token may do, in the API's words; undefined when it does not say. Never throws. */
  permissions(): Promise<string[] | undefined>;
  /** Milliseconds since 1970 by the API's clock. */
  now(): number;
}

/** What the API has shown so far; connections with different deadlines share it. */
export interface Directories {
  servers: Directory;
  snapshots: Directory;
}

export function noneYet(): Directories {
  return { servers: new Directory(), snapshots: new Directory() };
}

/**
 * The API comes in two forms, the documented one and that of the vendor's own clients; which of them an account has is
 * seen from what it shows, and nobody above this folder needs to know.
 */
export function connect(connection: Connection, { servers, snapshots }: Directories = noneYet()): Vps {
  const http = new Http(connection);
  const serverList = new List(http, '/servers/', (json) =>
    readServer(json, shown(json, servers, 'a server')),
  );
  const snapshotList = new List(http, '/snapshots/', readListed);
  const at = new Places(http, { servers, snapshots });
  const creation = new SnapshotCreation({ http, at }, servers, readCreated);
  const byHand = byHandAt(connection.apiUrl, at);
  let toldForm = false;
  let soughtOwners = false;

  return {
    async listSnapshots(reading) {
      const list = staying(await snapshotList.read(reading), isGone);
      tellForm();
      if (soughtOwners || !hasOwnersByUuidOnly(list)) return list;
      soughtOwners = true;
      await listedServers();
      return likewise(
        list.map((one) => ({ ...one, server: { ...one.server, id: servers.idOf(one.server.id) } })),
        list,
      );
    },
    async listServers(reading) {
      const list = await serverList.read(reading);
      tellForm();
      return list;
    },
    async serverIds(named) {
      if (named.some((id) => servers.mayBeAnother(id))) await listedServers();
      return [...new Set(named.map((id) => servers.idOf(id)))];
    },
    snapshotIds: (named) => [...new Set(named.map((id) => snapshots.idOf(id)))],
    createSnapshot: (order) => creation.request(order),
    async restoreSnapshot(id) {
      await at.snapshot(id, (path) => ({ method: 'POST', path: `${path}restore/`, read: anything }));
    },
    async deleteSnapshot(id, reading) {
      try {
        const { status, mayHaveWorked } = await at.snapshot(id, (path) => ({
          ...reading,
          method: 'DELETE',
          path,
          accepts: 404,
          read: anything,
        }));
        return status === 404 && !mayHaveWorked ? 'absent' : 'deleted';
      } catch (error) {
        // An id of the other form has no path: its 404 is a page.
        if (error instanceof NotOffered && error.fate === 'refused' && !snapshots.isShown(id))
          return 'absent';
        throw error;
      }
    },
    async power(server, action, urgency) {
      const ask = () =>
        at.server(server, (path) => ({
          ...urgency,
          method: 'POST',
          path: `${path}power/`,
          body: { action },
          read: anything,
        }));
      try {
        await ask();
      } catch (error) {
        if (!isNotFound(error) || servers.isShown(server) || urgency?.isLastWord) throw error;
        await listedServers();
        if (servers.uuidOf(server) === undefined) throw error;
        await ask();
      }
    },
    startByHand: byHand.start,
    byHand,
    async permissions() {
      try {
        return await http.send({ ...forAtMost(0), method: 'GET', path: '/account/me/', read: permissionsIn });
      } catch (error) {
        if (error instanceof VpsError) return undefined;
        throw error;
      }
    },
    now: () => http.now(),
  };

  function readListed(json: Record<string, unknown>): Snapshot {
    const id = shown(json, snapshots, 'a snapshot');
    return readSnapshot(json, { id, server: servers.learn(ownerIn(json)) });
  }

  /** What the answer does not say of the server is known from the request. */
  function readCreated(json: unknown, serverId: Id): Snapshot | undefined {
    const answer = isObject(json) ? json : {};
    const one = isObject(answer.snapshot) ? answer.snapshot : answer;
    const id = snapshots.learn(one);
    if (id === undefined) return undefined;
    return readSnapshot(one, { id, server: servers.learn(ownerIn(one)) ?? serverId });
  }

  /** Best effort: where servers may not be listed, ids stay as they are. */
  async function listedServers(): Promise<void> {
    try {
      await serverList.read(forAtMost(lookPatienceMs));
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
    }
  }

  /** Snapshots have an `id`, and their servers show only the other one: the list of servers tells which is which. */
  function hasOwnersByUuidOnly(list: readonly Snapshot[]): boolean {
    return list.some(
      ({ id, server }) =>
        isInteger(id) && server !== nobody && !isInteger(server.id) && !servers.uuidOf(server.id),
    );
  }

  function tellForm(): void {
    if (toldForm) return;
    toldForm = true;
    const form = servers.isUuidOnly || snapshots.isUuidOnly ? 'UUIDs only' : 'integers';
    connection.log.debug(`This account’s API shows ids as ${form}.`);
  }
}

function shown(json: Record<string, unknown>, directory: Directory, what: string): Id {
  const id = directory.learn(json);
  if (id === undefined) throw new Malformed(`${what} without an id`);
  return id;
}

function isObject(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Of an account nothing else is read: the rest is personal. */
function permissionsIn(json: unknown): string[] | undefined {
  const token = isObject(json) ? json.token : undefined;
  const permissions = isObject(token) ? token.permissions : undefined;
  return Array.isArray(permissions) ? permissions.filter((one) => typeof one === 'string') : undefined;
}

function anything(): void {}
