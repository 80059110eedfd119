import type { Instant } from './instant.ts';
import type { ServerRecord, SnapshotRecord } from './state.ts';
import { changeAt, valueAt } from './timeline.ts';
import { tell } from './times.ts';

/** A snapshot as the documentation shows it. */
export interface SnapshotView {
  id: number;
  server: { id: number; name: string };
  name: string;
  status: string;
  size_mb: number | null;
  created_at: string;
  description: string;
}

/** A server as the documentation shows it. What `plan` and `os` are made of is not documented. */
export interface ServerView {
  id: number;
  name: string;
  hostname: string;
  status: string;
  ip_address: string;
  location: string;
  plan: unknown;
  os: unknown;
  created_at: string;
  updated_at: string;
}

/** The snapshots that existed at a moment, in the order in which the API lists them. */
export function snapshotsAt(instant: Instant): SnapshotView[] {
  const oldestFirst = [...instant.state.snapshots.values()]
    .sort((a, b) => a.createdAt - b.createdAt || a.id - b.id)
    .flatMap((snapshot) => viewOfSnapshot(instant, snapshot) ?? []);
  return instant.settings.listOrder === 'oldest' ? oldestFirst : oldestFirst.reverse();
}

/** `undefined` when the snapshot did not exist at that moment. */
export function viewOfSnapshot(
  { state, settings, now }: Instant,
  { id, server, name, description, createdAt, phase }: SnapshotRecord,
): SnapshotView | undefined {
  const current = valueAt(phase, now);
  if (current === undefined) return undefined;
  return {
    id,
    server: { id: server, name: state.servers.get(server)?.name ?? '' },
    name,
    ...current,
    created_at: tell(createdAt, settings),
    description: settings.keepDescriptions ? description : '',
  };
}

export function serversAt(instant: Instant): ServerView[] {
  return [...instant.state.servers.values()].map((server) => viewOfServer(instant, server));
}

export function viewOfServer(
  { settings, now }: Instant,
  { createdAt, status, address, ...rest }: ServerRecord,
): ServerView {
  const { id, name, hostname, location, plan, os } = rest;
  const current = changeAt(status, now) ?? { from: createdAt, value: '' };
  return {
    id,
    name,
    hostname,
    status: current.value,
    ip_address: valueAt(address, now) ?? '',
    location,
    plan,
    os,
    created_at: tell(createdAt, settings),
    updated_at: tell(Math.max(createdAt, current.from), settings),
  };
}
