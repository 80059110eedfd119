import { byId, isInteger } from '../vps/id.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import { madeAt, newestFirst } from './age.ts';
import { isOfRun, type Mark, type Origin, readGeneratedName, readMark } from './ownership.ts';

/** Who made a snapshot, as far as it says; enough to refuse something for its sake. */
export type Maker = { mark: Mark } | { run: { runId: string; attempt: string } } | 'unknown';

/**
 * Newer snapshots of the same server that another deploy took: restoring the older one would wipe that deploy. Made at
 * the same time counts as newer, and one that names no server may be of this one.
 * @param isOther whether its maker is another deploy than the one that wants to restore
 */
export function newerDeploys(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  isOther: (maker: Maker) => boolean,
): Snapshot[] {
  return snapshots
    .filter((other) => other.id !== snapshot.id && mayShareServer(other, snapshot))
    .filter((other) => isNewer(other, snapshot) && (isOther(makerOf(other)) || isOfAnybody(other)))
    .sort(newestFirst);
}

export function makerOf({ description, name }: Snapshot): Maker {
  const mark = readMark(description);
  if (mark) return { mark };
  const run = readGeneratedName(name);
  return run ? { run } : 'unknown';
}

/** Whether this run made it, in any of its attempts. */
export function isByRun(maker: Maker, origin: Pick<Origin, 'repository' | 'runId'>): boolean {
  if (maker === 'unknown') return false;
  return 'mark' in maker ? isOfRun(maker.mark, origin) : maker.run.runId === origin.runId;
}

/** It tells neither its server nor who made it, so it may be a deploy to this one. */
function isOfAnybody(snapshot: Snapshot): boolean {
  return snapshot.server.id === nobody.id && makerOf(snapshot) === 'unknown';
}

function mayShareServer({ server }: Snapshot, { server: of }: Snapshot): boolean {
  return server.id === of.id || server.id === nobody.id || of.id === nobody.id;
}

/** Ids ascend with time; they decide only where the API tells no time. */
function isNewer(other: Snapshot, snapshot: Snapshot): boolean {
  const [made, than] = [madeAt(other), madeAt(snapshot)];
  if (made === undefined || than === undefined)
    return byId(other, snapshot) > 0 || !isInteger(other.id) || !isInteger(snapshot.id);
  return made >= than;
}
