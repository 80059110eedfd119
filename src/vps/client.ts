import { type Connection, Http } from './http.ts';
import { type Id, onWire } from './id.ts';
import { type Reading, wholeList } from './list.ts';
import { readListed, readServer, readSnapshot, type Server, type Snapshot } from './model.ts';

export interface SnapshotOrder {
  serverId: Id;
  name: string;
  description: string;
}

/** The part of the VPS.org API that this action uses. Every method throws {@link VpsError}. */
export interface Vps {
  /** Every snapshot of the account, of all servers. A whole list, or an error. */
  listSnapshots(reading?: Reading): Promise<Snapshot[]>;
  listServers(reading?: Reading): Promise<Server[]>;
  /** Never repeated by itself: look at the error's `fate`. */
  createSnapshot(order: SnapshotOrder): Promise<Snapshot>;
  /** Resolves when the restore was accepted, not when it is done. Never repeated by itself. */
  restoreSnapshot(id: Id): Promise<void>;
  /** `absent`: the API does not know the id. */
  deleteSnapshot(id: Id, reading?: Reading): Promise<'deleted' | 'absent'>;
  /** Milliseconds since 1970 by the API's clock. */
  now(): number;
}

export function connect(connection: Connection): Vps {
  const http = new Http(connection);
  const { apiUrl } = connection;
  return {
    listSnapshots: (reading) =>
      wholeList(http, { apiUrl, path: '/snapshots/', read: readListed, ...reading }),
    listServers: (reading) => wholeList(http, { apiUrl, path: '/servers/', read: readServer, ...reading }),
    createSnapshot({ serverId, name, description }) {
      const body = { server_id: onWire(serverId), name, description };
      return http.send({ method: 'POST', path: '/snapshots/', body, read: readSnapshot });
    },
    restoreSnapshot: (id) => http.send({ method: 'POST', path: `/snapshots/${id}/restore/`, read: anything }),
    async deleteSnapshot(id, reading) {
      const call = {
        method: 'DELETE',
        path: `/snapshots/${id}/`,
        accepts: 404,
        read: anything,
        ...reading,
      } as const;
      const { status, mayHaveWorked } = await http.request(call);
      return status === 404 && !mayHaveWorked ? 'absent' : 'deleted';
    },
    now: () => http.now(),
  };
}

function anything(): void {}
