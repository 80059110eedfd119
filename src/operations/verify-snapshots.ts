import type { Deps } from '../deps.ts';
import { Failure, gathered } from '../errors.ts';
import { settledList } from '../reading/settled-snapshots.ts';
import { twinsOf } from '../rules/adoption.ts';
import { generatedName, isOfRun, type Origin, readMark } from '../rules/ownership.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { byId } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { deleteOne } from './delete-snapshot.ts';

/**
 * One more look after the wait: all of the set are still there and what they were asked to be, and none is there
 * twice because an answer was lost.
 * @returns the snapshots to rely on, in the same order
 * @throws {Failure} when one of them is not what it should be
 */
export async function confirmed(
  complete: readonly Snapshot[],
  pace: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<Snapshot[]> {
  const agrees = (list: Snapshot[]) =>
    complete.every((snapshot) => changedSince(snapshot, list) === undefined);
  const { list } = await settledList(agrees, pace, deps);
  const failures = complete.flatMap((snapshot) => changedSince(snapshot, list) ?? []);
  if (failures.length > 0) throw gathered(failures, complete.length);
  deps.journal.counted(
    complete.map(({ server }) => server.id),
    list,
  );
  const kept: Snapshot[] = [];
  for (const snapshot of complete) kept.push(await withoutTwins(snapshot, list, deps));
  return kept;
}

function changedSince(snapshot: Snapshot, list: readonly Snapshot[]): Failure | undefined {
  const now = list.find(({ id }) => id === snapshot.id);
  const same =
    now?.status === 'completed' && now.server.id === snapshot.server.id && now.name === snapshot.name;
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
  const keeper =
    twins.find(({ id, status }) => byId({ id }, snapshot) < 0 && status === 'completed') ?? snapshot;
  for (const surplus of [snapshot, ...twins].filter(({ id }) => id !== keeper.id)) {
    const text = `A lost answer led to ${snapshotName(surplus)} beside ${snapshotName(keeper)} of ${serverName(keeper.server)}.`;
    if (!isMadeHere(surplus, deps.origin)) {
      deps.journal.warning(
        'One snapshot too many',
        `${text} It was made by another run; delete it if nobody needs it.`,
      );
      continue;
    }
    try {
      await deleteOne({ id: surplus.id, snapshot: surplus }, deps);
      deps.log.info(`${text} It was deleted again.`);
    } catch (error) {
      const problem = error instanceof Error ? error.message : String(error);
      deps.signal.throwIfAborted();
      deps.journal.warning(
        'One snapshot too many',
        `${text} It could not be deleted (${problem}): delete it by hand.`,
      );
    }
  }
  return keeper;
}

function isMadeHere(snapshot: Snapshot, origin: Origin): boolean {
  return (
    isOfRun(readMark(snapshot.description), origin) ||
    snapshot.name === generatedName(origin, snapshot.server.id)
  );
}
