import { snapshotsPerServer } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { ageOf, newestFirst } from './age.ts';
import { everyRunOver, neededBy, type RunsKnown } from './liveness.ts';
import { isOurs } from './ownership.ts';
import { isFull, ofServer } from './slots.ts';
import { standingOfWord } from './snapshot-status.ts';
import type { ServerRef } from './steps.ts';

/** Room on one server, for one more snapshot. */
export interface Room extends Freeing {
  server: ServerRef;
}

interface Seen extends Omit<RunsKnown, 'runs'> {
  snapshots: readonly Snapshot[];
}

/** What would have to go from each full server; all of them are planned before anything goes. */
export function roomFor(wanted: readonly ServerRef[], seen: Seen & RunsKnown): Room[] {
  return wanted
    .filter(({ id }) => isFull(id, seen.snapshots))
    .map((server) => ({ server, ...freeing(ofServer(server.id, seen.snapshots), seen) }));
}

/** The snapshots of full servers that may go if the runs that made them are over. */
export function freeable(servers: readonly Id[], seen: Seen): Snapshot[] {
  return servers
    .filter((id) => isFull(id, seen.snapshots))
    .flatMap((id) => candidates(ofServer(id, seen.snapshots), { ...seen, runs: everyRunOver }));
}

export interface Freeing {
  /** Those to delete so that one more fits; fewer than needed when there are not enough. */
  doomed: Snapshot[];
  enough: boolean;
  /** Why each of the others stays. */
  spared: { snapshot: Snapshot; why: string }[];
}

/** Room for one more snapshot of a server: no more goes than needed, and nothing goes in doubt. */
export function freeing(all: readonly Snapshot[], known: RunsKnown): Freeing {
  const needed = Math.max(0, all.length - snapshotsPerServer + 1);
  const doomed = candidates(all, known).slice(0, needed);
  const spared = all.flatMap((snapshot) => {
    const why = whyKept(snapshot, all, known);
    return why === undefined ? [] : [{ snapshot, why }];
  });
  return { doomed, enough: doomed.length === needed, spared };
}

/** Those that may go: failed ones first, then the oldest. */
export function candidates(all: readonly Snapshot[], known: RunsKnown): Snapshot[] {
  return all.filter((snapshot) => whyKept(snapshot, all, known) === undefined).sort(firstToGo);
}

function whyKept(snapshot: Snapshot, all: readonly Snapshot[], known: RunsKnown): string | undefined {
  const { origin, now } = known;
  if (!isOurs(snapshot, origin)) return `not made by ${origin.repository}`;
  const standing = standingOfWord(snapshot.status);
  if (standing !== 'complete' && standing !== 'failed') return 'not complete yet';
  if (standing === 'complete' && ageOf(snapshot, now) === undefined) return 'of unknown age';
  return neededBy(snapshot, all, known);
}

function firstToGo(one: Snapshot, other: Snapshot): number {
  const failed = (snapshot: Snapshot) => (standingOfWord(snapshot.status) === 'failed' ? 0 : 1);
  return failed(one) - failed(other) || newestFirst(other, one);
}
