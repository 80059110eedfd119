import { type Id, readId } from './id.ts';
/** What the API's JSON means to this action. Only what is needed must be there; the rest may be missing or new. */

export interface Server {
  id: Id;
  name: string;
  /** Lower case. Documented: `active`, `restoring`; others exist. */
  status: string;
  ipAddress: string | null;
}

export interface Snapshot {
  id: Id;
  server: { id: Id; name: string };
  name: string;
  /** Lower case. Documented: `in_progress`, `completed`; a word for failure exists but is not documented. */
  status: string;
  /** Unknown until the snapshot is complete. */
  sizeMb: number | null;
  /** ISO 8601, UTC, by the API's clock. */
  createdAt: string | null;
  description: string;
}

/** Whose a snapshot is that names no server. */
const nobody = { id: '0' as Id, name: 'no server' };

/** Says what is missing; the caller knows the endpoint. */
export class Malformed extends Error {}

export function readServer(json: unknown): Server {
  const server = object(json, 'a server');
  const id = idOf(server.id, 'a server without an id');
  return {
    id,
    name: text(server.name) || `server ${id}`,
    status: text(server.status).toLowerCase(),
    ipAddress: text(server.ip_address) || null,
  };
}

/** A snapshot of a list. One that lacks a server or status is nobody's, and must not hide the others. */
export function readListed(json: unknown): Snapshot {
  const snapshot = object(json, 'a snapshot');
  const status = text(snapshot.status) || 'unknown';
  try {
    return readSnapshot({ ...snapshot, status });
  } catch {
    return { ...readSnapshot({ ...snapshot, status, server: 1 }), server: nobody };
  }
}

export function readSnapshot(json: unknown): Snapshot {
  const snapshot = object(json, 'a snapshot');
  const id = idOf(snapshot.id, 'a snapshot without an id');
  const status = text(snapshot.status).toLowerCase();
  if (status === '') throw new Malformed(`snapshot ${id} without a status`);
  return {
    id,
    server: readOwner(snapshot.server, id),
    name: text(snapshot.name),
    status,
    sizeMb: typeof snapshot.size_mb === 'number' ? snapshot.size_mb : null,
    createdAt: readTime(snapshot.created_at),
    description: text(snapshot.description),
  };
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** One page of a list: `{"count": 2, "results": [...], "next": "..."}`, where `next` is optional. */
export function readPage<Item>(json: unknown, read: (item: unknown) => Item): Page<Item> {
  const page = object(json, 'a list');
  const results = page.results;
  if (!Array.isArray(results)) throw new Malformed('a list without "results"');
  return { items: results.map(read), next: text(page.next) || null };
}

function readOwner(json: unknown, snapshotId: Id): Snapshot['server'] {
  const owner = typeof json === 'object' && json !== null ? (json as Record<string, unknown>) : { id: json };
  const id = idOf(owner.id, `snapshot ${snapshotId} without a server`);
  return { id, name: text(owner.name) || `server ${id}` };
}

function readTime(json: unknown): string | null {
  return typeof json === 'string' && !Number.isNaN(Date.parse(json)) ? json : null;
}

function object(json: unknown, what: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Malformed(`no object for ${what}`);
  return json as Record<string, unknown>;
}

function idOf(json: unknown, problem: string): Id {
  const id = readId(json);
  if (id === undefined) throw new Malformed(problem);
  return id;
}

function text(json: unknown): string {
  return typeof json === 'string' ? json : '';
}
