import type { Snapshot } from '../vps/model.ts';
import { ageOf, newestFirst } from './age.ts';
import { neededBy, type Runs } from './liveness.ts';
import { isOurs, type Origin } from './ownership.ts';
import { standingOfWord } from './snapshot-status.ts';

/** At least one of them is set; a snapshot that either of them keeps is kept. */
export interface Retention {
  keepLast: number | undefined;
  keepWithinMs: number | undefined;
}

export interface Fate {
  snapshot: Snapshot;
  keep: boolean;
  why: string;
}

interface Situation {
  retention: Retention;
  runs: Runs;
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** What becomes of each snapshot of one server, newest first. In doubt it is kept. */
export function fatesOf(ofServer: readonly Snapshot[], situation: Situation): Fate[] {
  const { origin } = situation;
  const ranked = ofServer
    .filter(({ status, createdAt }) => status === 'completed' && createdAt !== null)
    .filter((snapshot) => isOurs(snapshot, origin))
    .sort(newestFirst);
  return ofServer.toSorted(newestFirst).map((snapshot) => {
    const spared = sparedBecause(snapshot, ranked.indexOf(snapshot), situation);
    return { snapshot, keep: spared !== undefined, why: spared ?? goesBecause(snapshot) };
  });
}

/** @param rank among the completed ones of known age that this repository made: 0 is the newest; -1 for one that is none of them */
function sparedBecause(snapshot: Snapshot, rank: number, situation: Situation): string | undefined {
  const { retention, runs, origin, now } = situation;
  if (!isOurs(snapshot, origin)) return `not made by ${origin.repository}`;
  const standing = standingOfWord(snapshot.status);
  if (standing === 'failed') return neededBy(snapshot, runs, origin, now);
  if (standing !== 'complete') return 'not complete yet';
  const age = ageOf(snapshot, now);
  if (age === undefined) return 'of unknown age';
  if (rank === 0) return 'the newest';
  if (retention.keepLast !== undefined && rank < retention.keepLast)
    return `one of the last ${retention.keepLast}`;
  if (retention.keepWithinMs !== undefined && age <= retention.keepWithinMs)
    return 'younger than keep_within';
  return neededBy(snapshot, runs, origin, now);
}

function goesBecause(snapshot: Snapshot): string {
  return standingOfWord(snapshot.status) === 'failed'
    ? 'failed, and its run is over'
    : 'neither keep_last nor keep_within keeps it';
}
