import type { Snapshot } from '../vps/model.ts';
import { newestFirst } from './age.ts';
import { type Mark, readMark } from './ownership.ts';

/**
 * Newer snapshots of the same server that another deploy took: restoring the older one would wipe that deploy.
 * Unmarked ones do not count, for nobody deploys with them.
 * @param isOther whether a mark belongs to another deploy than the one that wants to restore
 */
export function newerDeploys(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  isOther: (mark: Mark) => boolean,
): Snapshot[] {
  return snapshots
    .filter((other) => other.server.id === snapshot.server.id && newestFirst(other, snapshot) < 0)
    .filter((other) => {
      const mark = readMark(other.description);
      return mark !== null && isOther(mark);
    })
    .sort(newestFirst);
}
