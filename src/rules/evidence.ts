import { doubtfulRunMs, snapshotsPerServer } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import { ageOf, newestFirst } from './age.ts';
import type { RunsKnown } from './liveness.ts';
import { isOfRun, isOurs, type Mark, readMark } from './ownership.ts';

interface Older {
  snapshot: Snapshot;
  mark: Mark;
}

/** Older snapshots of the same server that other runs took, and may still roll back to. */
export function olderDeploys(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  { origin }: Pick<RunsKnown, 'origin'>,
): Older[] {
  return mayBeOf(snapshot.server.id, snapshots).flatMap((other) => {
    const mark = readMark(other.description);
    const isOlder = newestFirst(snapshot, other) < 0;
    return mark !== null && isOlder && !isOfRun(mark, origin) ? [{ snapshot: other, mark }] : [];
  });
}

/**
 * Why a snapshot must stay although its own job is done: it is all that keeps a run with an older one from rolling back
 * over this deploy. Undefined when nothing says so.
 */
export function neededAsEvidence(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  known: RunsKnown,
): string | undefined {
  const all = mayBeOf(snapshot.server.id, snapshots);
  const older = olderDeploys(snapshot, snapshots, known).filter(
    (one) => !isCovered(one, { all, snapshot }, known) && mayRollBack(one, all, known),
  );
  const [first] = older;
  if (!first) return undefined;
  return `${first.mark.repository} run ${first.mark.runId} may still roll back to snapshot ${first.snapshot.id}, and sees by this one that a newer deploy came`;
}

/** One that names no server may be of this one. */
function mayBeOf(serverId: Id, snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots.filter(({ server }) => server.id === serverId || server.id === nobody.id);
}

/** Another newer snapshot, of a run that is over, keeps it from rolling back too. */
function isCovered(
  { snapshot: older }: Older,
  { all, snapshot }: { all: readonly Snapshot[]; snapshot: Snapshot },
  { runs, origin }: RunsKnown,
): boolean {
  return all.some((other) => {
    const mark = readMark(other.description);
    if (mark === null || other.id === snapshot.id || newestFirst(other, older) >= 0) return false;
    if (other.server.id !== snapshot.server.id) return false;
    return isOurs(other, origin) && !isOfRun(mark, origin) && runs(mark.runId).is === 'over';
  });
}

/** Without GitHub's word, only while the older one is young and slots are free. */
function mayRollBack(
  { snapshot, mark }: Older,
  all: readonly Snapshot[],
  { runs, origin, now }: RunsKnown,
): boolean {
  const run = isOurs(snapshot, origin) ? runs(mark.runId) : undefined;
  if (run?.is === 'over') return false;
  if (run?.is === 'going_on') return run.onlyApprovals !== true;
  return (ageOf(snapshot, now) ?? 0) < doubtfulRunMs && all.length <= snapshotsPerServer - 2;
}
