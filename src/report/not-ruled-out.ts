import { shortfallOf } from '../vps/list.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Annotation } from './journal.ts';

/** A restore goes on by a list that is not whole, for its snapshot is there; what else there is, nobody saw. */
export function notRuledOut(snapshots: readonly Snapshot[]): Annotation[] {
  const shortfall = shortfallOf(snapshots);
  if (shortfall === undefined) return [];
  const text = `The list of snapshots is not whole (${shortfall}), so a newer deploy could not be ruled out.`;
  return [{ level: 'warning', title: 'List not whole', text }];
}
