import type { Deps } from '../deps.ts';
import type { Selection } from '../rules/selection.ts';

/** What the user named by any of its ids, by the ids that the lists show, once they have been read. */
export async function knownSelection<Named extends Selection>(
  selection: Named,
  { vps }: Deps,
): Promise<Named> {
  const servers = await vps.serverIds(selection.servers);
  if (selection.by !== 'id') return { ...selection, servers };
  return { ...selection, servers, ids: vps.snapshotIds(selection.ids) };
}
