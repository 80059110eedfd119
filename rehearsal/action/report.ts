import type { Api } from '../api/api.ts';
import type { LedgerEntry } from '../http/ledger.ts';
import { inWords } from './words.ts';

/** What came of a rehearsal, for another process. Ids are as the API shows them, times milliseconds since 1970. */
export interface Report {
  startedAt: number;
  endedAt: number;
  requests: Asked[];
  restores: Restored[];
  /** The snapshots that exist in the end. */
  left: Left[];
}

export interface Asked {
  at: number;
  method: string;
  path: string;
  what: string;
}

/** A restore that was accepted. */
export interface Restored {
  at: number;
  server: string;
  snapshot: string;
  takenAt: number;
  /** The status of the server in the end. */
  status: string;
}

export interface Left {
  snapshot: string;
  server: string;
  status: string;
}

/** The report as things are now. */
export function reportOf(api: Api, startedAt: number): Report {
  return {
    startedAt,
    endedAt: Date.now(),
    requests: api.ledger.map((entry) => asked(api, entry)),
    restores: api.state.restores.flatMap((restore) => restored(api, restore)),
    left: api.snapshots().map(({ id, server, status }) => ({
      snapshot: api.shownId(id),
      server: api.shownId(server.id),
      status,
    })),
  };
}

function asked(api: Api, entry: LedgerEntry): Asked {
  const { at, method, path } = entry;
  const isCreate = method === 'POST' && /\/(snapshots|snapshot)\/$/.test(path);
  const made = [...api.state.snapshots.values()].filter(({ createdAt }) => isCreate && createdAt === at);
  return {
    at,
    method,
    path,
    what: inWords(
      entry,
      made.map(({ id }) => api.shownId(id)),
    ),
  };
}

function restored(api: Api, { at, server, snapshot }: Api['state']['restores'][number]): Restored[] {
  const taken = api.state.snapshots.get(snapshot ?? Number.NaN);
  const status = api.servers().find(({ id }) => id === server)?.status;
  if (!taken || status === undefined) return [];
  const ids = { server: api.shownId(server), snapshot: api.shownId(taken.id) };
  return [{ at, ...ids, takenAt: taken.createdAt, status }];
}
