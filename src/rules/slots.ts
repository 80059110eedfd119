import { snapshotsPerServer } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

export function ofServer(id: Id, snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots.filter(({ server }) => server.id === id);
}

/** How many of a server's snapshots there are; every one of them takes a slot, whatever its status. */
export function slotsUsed(serverId: Id, snapshots: readonly Snapshot[]): number {
  return ofServer(serverId, snapshots).length;
}

export function isFull(serverId: Id, snapshots: readonly Snapshot[]): boolean {
  return slotsUsed(serverId, snapshots) >= snapshotsPerServer;
}
