import type { Instant } from './instant.ts';
import type { NewSnapshot } from './new-snapshot.ts';
import { forServer } from './options.ts';
import {
  addSnapshot,
  existing,
  type RestoreRecord,
  type ServerRecord,
  type SnapshotRecord,
  sizeWhen,
} from './state.ts';
import { replan, valueAt, valuesFrom } from './timeline.ts';

/** Adds a snapshot that is being made from `now` on. */
export function beginSnapshot({ state, settings, now }: Instant, wanted: NewSnapshot): SnapshotRecord {
  const id = addSnapshot(state, { ...wanted, status: settings.statusWhileCreating, size_mb: null }, now);
  const snapshot = existing(state.snapshots, id);
  const end = forServer(settings.createEndsAs, wanted.server);
  const from = now + forServer(settings.createMs, wanted.server);
  snapshot.phase = replan(snapshot.phase, now, { from, value: { status: end, size_mb: sizeWhen(end) } });
  return snapshot;
}

export function setSnapshotStatus({ state, now }: Instant, id: number, status: string): void {
  const snapshot = existing(state.snapshots, id);
  snapshot.phase = replan(snapshot.phase, now, { from: now, value: { status, size_mb: sizeWhen(status) } });
}

export function removeSnapshot({ state, now }: Instant, id: number): void {
  const snapshot = existing(state.snapshots, id);
  snapshot.phase = replan(snapshot.phase, now, { from: now, value: undefined });
}

export function setServerStatus({ state, now }: Instant, id: number, status: string): void {
  const server = existing(state.servers, id);
  server.status = replan(server.status, now, { from: now, value: status });
}

export function beginRestore(
  { state, settings, now }: Instant,
  { server: id, snapshot }: Omit<RestoreRecord, 'at'>,
): void {
  const server = existing(state.servers, id);
  const start = now + settings.restoreStartsAfterMs;
  const end = start + forServer(settings.restoreMs, id);
  server.status = replan(
    server.status,
    now,
    { from: start, value: 'restoring' },
    { from: end, value: settings.afterRestore },
  );
  state.restores.push({ at: now, server: id, snapshot });
}

/** A restore that is accepted and has not begun makes a server as unavailable as one that is going on. */
export function canBeRestored(server: ServerRecord, now: number): boolean {
  return valueAt(server.status, now) !== 'suspended' && !valuesFrom(server.status, now).includes('restoring');
}
