import type { Deps } from '../deps.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import type { Reading } from '../vps/list.ts';
import type { Snapshot } from '../vps/model.ts';

export interface Doomed {
  id: Id;
  /** Absent when no list shows it. */
  snapshot: Snapshot | undefined;
}

/**
 * Deletes one snapshot and tells the journal.
 * @param patience how long it is tried again; until the deadline when not given
 * @throws {VpsError}
 */
export async function deleteOne(
  { id, snapshot }: Doomed,
  { journal, vps }: Deps,
  patience: Reading = {},
): Promise<'deleted' | 'absent'> {
  const name = fullName({ id, snapshot });
  const change = journal.changed(`The deletion of ${name} was requested.`);
  try {
    const outcome = await vps.deleteSnapshot(id, patience);
    change.text = `${capitalised(name)} was deleted.`;
    if (outcome === 'absent') journal.takeBack(change);
    else journal.deleted(id, snapshot?.server.id);
    return outcome;
  } catch (error) {
    if (error instanceof VpsError && error.fate !== 'unknown') journal.takeBack(change);
    throw error;
  }
}

/** `snapshot 802 (pre-deploy) of server 12345 (web-1)`, as far as known. */
export function fullName({ id, snapshot }: Doomed): string {
  return snapshot ? `${snapshotName(snapshot)} of ${serverName(snapshot.server)}` : `snapshot ${id}`;
}
