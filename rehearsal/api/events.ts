import type { Instant } from './instant.ts';
import type { NewSnapshot } from './new-snapshot.ts';
import { forServer } from './settings.ts';
import {
  addSnapshot,
  existing,
  type RestoreRecord,
  type ServerRecord,
  type SnapshotRecord,
  sizeWhen,
} from './state.ts';
import { type Change, replan, valueAt, valuesFrom } from './timeline.ts';

/** Adds a snapshot that is being made from `now` on. */
export function beginSnapshot({ state, settings, now }: Instant, wanted: NewSnapshot): SnapshotRecord {
  const id = addSnapshot(state, { ...wanted, status: settings.statusWhileCreating, size_mb: null }, now);
  const snapshot = existing(state.snapshots, id);
  const end = forServer(settings.createEndsAs, wanted.server);
  const from = now + forServer(settings.createMs, wanted.server);
  const size_mb = sizeWhen(end, forServer(settings.createSizeMb, wanted.server));
  snapshot.phase = replan(snapshot.phase, now, { from, value: { status: end, size_mb } });
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

/** Shows that it is being deleted until it is gone. */
export function beginDeletion(instant: Instant, id: number): void {
  const { state, settings, now } = instant;
  const { deleteTakesMs, statusWhileDeleting: status } = settings;
  const snapshot = existing(state.snapshots, id);
  const size_mb = valueAt(snapshot.phase, now)?.size_mb ?? null;
  const gone = { from: now + deleteTakesMs, value: undefined };
  snapshot.phase = replan(snapshot.phase, now, { from: now, value: { status, size_mb } }, gone);
  state.deletions.push({ at: now, server: snapshot.server, snapshot: id });
}

/** Whether it is going to be gone. */
export function isBeingDeleted({ phase }: SnapshotRecord, now: number): boolean {
  return valuesFrom(phase, now).includes(undefined);
}

export function setServerStatus({ state, now }: Instant, id: number, status: string): void {
  const server = existing(state.servers, id);
  server.status = replan(server.status, now, { from: now, value: status });
}

export function setServerAddress({ state, now }: Instant, id: number, address: string): void {
  const server = existing(state.servers, id);
  server.address = replan(server.address, now, { from: now, value: address });
}

export function beginRestore(
  { state, settings, now }: Instant,
  { server: id, snapshot }: Omit<RestoreRecord, 'at'>,
): void {
  const server = existing(state.servers, id);
  const usual = [{ status: 'restoring', ms: forServer(settings.restoreMs, id) }];
  const future: Change<string>[] = [];
  let from = now + settings.restoreStartsAfterMs;
  for (const { status, ms } of settings.restoreStages ?? usual) {
    future.push({ from, value: status });
    from += ms;
  }
  server.status = replan(server.status, now, ...future, {
    from,
    value: forServer(settings.afterRestore, id),
  });
  if (settings.addressAfterRestore !== undefined)
    server.address = replan(server.address, now, {
      from,
      value: forServer(settings.addressAfterRestore, id),
    });
  state.restores.push({ at: now, server: id, snapshot });
}

/** Something that is accepted and has not begun makes a server as unavailable as something that is going on. */
export function canBeRestored({ status }: ServerRecord, now: number): boolean {
  const [current = '', ...planned] = valuesFrom(status, now);
  return !['suspended', 'restoring'].includes(current) && planned.length === 0;
}
