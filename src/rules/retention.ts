import type { Snapshot } from '../vps/model.ts';
import { ageOf, newestFirst } from './age.ts';
import { neededBy, type RunsKnown } from './liveness.ts';
import { isOurs } from './ownership.ts';
import { isComplete, standingOfWord } from './snapshot-status.ts';

/** At least one of them is set; a snapshot that either of them keeps is kept. */
export interface Retention {
  keepLast: number | undefined;
  keepWithinMs: number | undefined;
}

export interface Fate {
  snapshot: Snapshot;
  stays: boolean;
  why: string;
}

interface Known extends RunsKnown {
  retention: Retention;
}

/** What becomes of each snapshot of one server, newest first. In doubt it is kept. */
export function fatesOf(ofServer: readonly Snapshot[], known: Known): Fate[] {
  const { origin } = known;
  const ranked = ofServer
    .filter(({ status, createdAt }) => isComplete(status) && createdAt !== null)
    .filter((snapshot) => isOurs(snapshot, origin))
    .sort(newestFirst);
  return ofServer.toSorted(newestFirst).map((snapshot) => {
    const spared = sparedBecause(snapshot, { rank: ranked.indexOf(snapshot), ofServer }, known);
    return { snapshot, stays: spared !== undefined, why: spared ?? goesBecause(snapshot) };
  });
}

/** @param rank among the completed ones of known age that this repository made: 0 is the newest; -1 for one that is none of them */
function sparedBecause(
  snapshot: Snapshot,
  { rank, ofServer }: { rank: number; ofServer: readonly Snapshot[] },
  known: Known,
): string | undefined {
  const { retention, origin, now } = known;
  if (!isOurs(snapshot, origin)) return `not made by ${origin.repository}`;
  const standing = standingOfWord(snapshot.status);
  if (standing === 'failed') return neededBy(snapshot, ofServer, known);
  if (standing !== 'complete') return 'not complete yet';
  const age = ageOf(snapshot, now);
  if (age === undefined) return 'of unknown age';
  if (rank === 0) return 'the newest';
  if (retention.keepLast !== undefined && rank < retention.keepLast)
    return `one of the last ${retention.keepLast}`;
  if (retention.keepWithinMs !== undefined && age <= retention.keepWithinMs)
    return 'younger than keep_within';
  return neededBy(snapshot, ofServer, known);
}

function goesBecause(snapshot: Snapshot): string {
  return standingOfWord(snapshot.status) === 'failed'
    ? 'failed, and its run is over'
    : 'neither keep_last nor keep_within keeps it';
}
