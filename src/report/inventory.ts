import { ageOf } from '../rules/age.ts';
import { duration, size } from '../text/format.ts';
import { snapshotName } from '../text/references.ts';
import { oneLine } from '../text/text.ts';
import type { Snapshot } from '../vps/model.ts';

/** `snapshot 801 (nightly), completed, 5.0 GB, 3d 4h old`. @param now by the API's clock */
export function inventoryLine(snapshot: Snapshot, now: number): string {
  const age = ageOf(snapshot, now);
  return [
    snapshotName(snapshot),
    oneLine(snapshot.status, 40),
    ...(snapshot.sizeMb === null ? [] : [size(snapshot.sizeMb)]),
    ...(age === undefined ? [] : [`${duration(age)} old`]),
  ].join(', ');
}
