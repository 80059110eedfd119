import { snapshotsPerServer } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

/** How many of a server's snapshots there are; every one of them takes a slot, whatever its status. */
export function slotsUsed(serverId: Id, snapshots: readonly Snapshot[]): number {
  return snapshots.filter((snapshot) => snapshot.server.id === serverId).length;
}

export function isFull(serverId: Id, snapshots: readonly Snapshot[]): boolean {
  return slotsUsed(serverId, snapshots) >= snapshotsPerServer;
}
