import type { Deps } from '../deps.ts';
import { Failure, gathered } from '../errors.ts';
import { planningPatienceMs } from '../limits.ts';
import { settledSnapshots } from '../reading/settled-snapshots.ts';
import { twinsOf } from '../rules/adoption.ts';
import { newestFirst } from '../rules/age.ts';
import { generatedName, isOfRun, type Origin, readMark } from '../rules/ownership.ts';
import { isComplete } from '../rules/snapshot-status.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import type { Snapshot } from '../vps/model.ts';
import { forAtMost } from '../vps/reading.ts';
import { deleteSnapshot } from './delete-snapshot.ts';
import { warnOfEmpty } from './look-after.ts';

/**
 * One more look after the wait: all of the set are still there and what they were asked to be, and none is there
 * twice because an answer was lost.
 * @returns the snapshots to rely on, in the same order
 * @throws {Failure} when one of them is not what it should be
 */
export async function verifySnapshots(complete: readonly Snapshot[], deps: Deps): Promise<Snapshot[]> {
  const agrees = (shown: Snapshot[]) =>
    complete.every((snapshot) => changedSince(snapshot, shown) === undefined);
  const { list } = await settledSnapshots(agrees, deps);
  const failures = complete.flatMap((snapshot) => changedSince(snapshot, list) ?? []);
  if (failures.length > 0) throw gathered(failures, complete.length);
  deps.journal.counted(
    complete.map(({ server }) => server.id),
    list,
  );
  const kept: Snapshot[] = [];
  for (const snapshot of complete) kept.push(await withoutTwins(snapshot, list, deps));
  const now = kept.map((snapshot) => list.find(({ id }) => id === snapshot.id) ?? snapshot);
  warnOfEmpty(now, list, deps);
  return kept;
}

function changedSince(snapshot: Snapshot, list: readonly Snapshot[]): Failure | undefined {
  const now = list.find(({ id }) => id === snapshot.id);
  const same =
    now && isComplete(now.status) && now.server.id === snapshot.server.id && now.name === snapshot.name;
  if (same) return undefined;
  return new Failure({
    title: 'Snapshot changed',
    message: `${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} was complete, and a moment later the list shows ${now ? `${snapshotName(now)} of ${serverName(now.server)}, ${now.status}` : 'it no more'}.`,
    next: 'Someone else works on this server’s snapshots. Let one deploy at a time run per server (concurrency), and run again.',
  });
}

/** Keeps the oldest complete one of a request that was carried out twice, and deletes the others if this run made them. */
async function withoutTwins(snapshot: Snapshot, list: readonly Snapshot[], deps: Deps): Promise<Snapshot> {
  const twins = twinsOf(snapshot, list);
  const original =
    twins.find((twin) => newestFirst(twin, snapshot) > 0 && isComplete(twin.status)) ?? snapshot;
  for (const surplus of [snapshot, ...twins].filter(({ id }) => id !== original.id)) {
    const text = `A lost answer led to ${snapshotName(surplus)} beside ${snapshotName(original)} of ${serverName(original.server)}.`;
    const left = isMadeHere(surplus, deps.origin)
      ? await deletedAgain(surplus, deps)
      : 'It was made by another run; delete it if nobody needs it.';
    if (left === undefined) deps.log.info(`${text} It was deleted again.`);
    else deps.journal.warning('One snapshot too many', `${text} ${left}`);
  }
  return original;
}

/** The snapshot to rely on is there: the deploy is not held up for long. */
const patience = { ...forAtMost(planningPatienceMs), whenBusyMs: planningPatienceMs };

/** @returns why it is still there, and what to do; undefined when it is not */
async function deletedAgain(surplus: Snapshot, deps: Deps): Promise<string | undefined> {
  try {
    await deleteSnapshot({ listed: surplus }, deps, patience);
    return undefined;
  } catch (error) {
    deps.signal.throwIfAborted();
    const { message } =
      error instanceof Failure && error.cause instanceof Error ? error.cause : (error as Error);
    return `It could not be deleted (${message}): delete it by hand.`;
  }
}

function isMadeHere(snapshot: Snapshot, origin: Origin): boolean {
  return (
    isOfRun(readMark(snapshot.description), origin) ||
    snapshot.name === generatedName(origin, snapshot.server.id)
  );
}
