import type { Id } from '../vps/id.ts';
import { nobody, type Server, type Snapshot } from '../vps/model.ts';

interface Seen {
  snapshots: readonly Snapshot[];
  /** Undefined when the token may not list servers. */
  servers: readonly Server[] | undefined;
}

/** No snapshot names a server that is listed, so whose they are is not known. */
export function hasUnknownOwners({ snapshots, servers }: Seen): boolean {
  if (!servers || servers.length === 0 || snapshots.length === 0) return false;
  const listed = new Set(servers.map(({ id }) => id));
  return !snapshots.some(({ server }) => listed.has(server.id));
}

/** A snapshot that names no server, as one of the server that it is known to be of. */
export function ownedBy(server: { id: Id; name?: string } | null | undefined, snapshot: Snapshot): Snapshot {
  if (!server || snapshot.server.id !== nobody.id) return snapshot;
  return { ...snapshot, server: { id: server.id, name: server.name ?? '' } };
}
