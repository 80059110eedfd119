import { always, type Timeline, valueAt } from './timeline.ts';

/** A moment: a date, an ISO-8601 text, or milliseconds since 1970. */
export type Moment = Date | string | number;

/** A server that was there before. Every member but `id` has a default. */
export interface ServerSeed {
  id: number;
  name: string;
  hostname: string;
  status: string;
  ip_address: string;
  /** None unless told otherwise; only the client form shows it. */
  ipv6_address: string;
  location: string;
  plan: unknown;
  os: unknown;
  created_at: Moment;
}

/** A snapshot that was there before. It keeps its status until `setSnapshotStatus`. */
export interface SnapshotSeed {
  /** The id of its server. */
  server: number;
  id?: number;
  name?: string;
  /** `completed` unless told otherwise. */
  status?: string;
  size_mb?: number | null;
  /** It exists from then on, for lists that lag as well; now unless told otherwise. */
  created_at?: Moment;
  description?: string;
}

export interface ServerRecord extends Omit<ServerSeed, 'status' | 'ip_address' | 'created_at'> {
  createdAt: number;
  status: Timeline<string>;
  address: Timeline<string>;
}

export interface SnapshotRecord {
  id: number;
  server: number;
  name: string;
  description: string;
  createdAt: number;
  /** The status of its server when it was begun. */
  madeWhile: string;
  /** Missing while the snapshot does not exist: before it is made and after it is deleted. */
  phase: Timeline<Phase | undefined>;
}

export interface Phase {
  status: string;
  size_mb: number | null;
}

/** A restore that was accepted; without a snapshot when somebody else asked for it. */
export interface RestoreRecord {
  at: number;
  server: number;
  snapshot: number | undefined;
}

/** A deletion that was accepted. */
export interface DeletionRecord {
  at: number;
  server: number;
  snapshot: number;
}

export type PowerAction = 'start' | 'stop' | 'restart' | 'hard_stop';

/** A request to the power of a server that was accepted. */
export interface PowerRecord {
  at: number;
  server: number;
  action: PowerAction;
}

/** One account, as plain data. */
export interface State {
  servers: Map<number, ServerRecord>;
  /** Deleted ones too: their `phase` says when they were there. */
  snapshots: Map<number, SnapshotRecord>;
  restores: RestoreRecord[];
  /** Those that were asked for; what somebody else removes is not here. */
  deletions: DeletionRecord[];
  powerActions: PowerRecord[];
  nextSnapshotId: number;
  /** When the requests came that the throttle counts. */
  admitted: number[];
  /** How often the reading of each list was begun, by its path. */
  readings: Map<string, number>;
}

/** Words for a snapshot that can be restored. Only the first one is documented. */
const completeWords = ['completed', 'complete', 'success', 'available', 'ready', 'done', 'finished'];
const usualSizeMb = 5120;

export function emptyState(nextSnapshotId: number): State {
  return {
    servers: new Map(),
    snapshots: new Map(),
    restores: [],
    deletions: [],
    powerActions: [],
    nextSnapshotId,
    admitted: [],
    readings: new Map(),
  };
}

export function addServer(state: State, seed: Partial<ServerSeed> & { id: number }): void {
  const {
    status = 'active',
    ip_address = '203.0.113.10',
    created_at = '2025-01-01T00:00:00Z',
    ...rest
  } = seed;
  const number = String(seed.id).padStart(2, '0');
  state.servers.set(seed.id, {
    name: `web-server-${number}`,
    hostname: `web${number}.example.com`,
    ipv6_address: '',
    location: 'us-west',
    plan: { id: 1, name: 'Standard' },
    os: { id: 1, name: 'Ubuntu 24.04' },
    ...rest,
    createdAt: milliseconds(created_at),
    status: always(status),
    address: always(ip_address),
  });
}

export function addSnapshot(state: State, seed: SnapshotSeed, now: number): number {
  const server = state.servers.get(seed.server);
  if (!server) throw new Error(`There is no server ${seed.server} to have a snapshot`);
  const id = seed.id ?? state.nextSnapshotId;
  if (state.snapshots.has(id)) throw new Error(`There is a snapshot ${id} already`);
  const { name = `snapshot-${id}`, status = 'completed', description = '', created_at = now } = seed;
  const createdAt = milliseconds(created_at);
  const size_mb = seed.size_mb === undefined ? sizeWhen(status) : seed.size_mb;
  const phase = [{ from: createdAt, value: { status, size_mb } }];
  const madeWhile = valueAt(server.status, createdAt) ?? '';
  state.snapshots.set(id, { id, server: seed.server, name, description, createdAt, madeWhile, phase });
  state.nextSnapshotId = Math.max(state.nextSnapshotId, id + 1);
  return id;
}

export function existing<T>(records: Map<number, T>, id: number): T {
  const record = records.get(id);
  if (record === undefined) throw new Error(`There is nothing with the id ${id}`);
  return record;
}

export function isComplete(status: string): boolean {
  return completeWords.includes(status);
}

/** In MB; known once a snapshot is complete, as in the documentation. */
export function sizeWhen(status: string, sizeMb = usualSizeMb): number | null {
  return isComplete(status) ? sizeMb : null;
}

function milliseconds(moment: Moment): number {
  const time = new Date(moment).getTime();
  if (Number.isNaN(time)) throw new Error(`${String(moment)} is no moment`);
  return time;
}
