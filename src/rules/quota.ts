import { snapshotsPerServer } from '../limits.ts';
import type { Snapshot } from '../vps/model.ts';
import { ageOf, newestFirst } from './age.ts';
import { neededBy, type Runs } from './liveness.ts';
import { isOurs, type Origin } from './ownership.ts';
import { standingOfWord } from './snapshot-status.ts';

export interface Freeing {
  /** Those to delete so that one more fits; fewer than needed when there are not enough. */
  doomed: Snapshot[];
  enough: boolean;
  /** Why each of the others stays. */
  spared: { snapshot: Snapshot; why: string }[];
}

interface Situation {
  runs: Runs;
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Room for one more snapshot of a server: no more goes than needed, and nothing goes in doubt. */
export function freeing(ofServer: readonly Snapshot[], situation: Situation): Freeing {
  const needed = Math.max(0, ofServer.length - snapshotsPerServer + 1);
  const doomed = candidates(ofServer, situation).slice(0, needed);
  const spared = ofServer.flatMap((snapshot) => {
    const why = whyKept(snapshot, situation);
    return why === undefined ? [] : [{ snapshot, why }];
  });
  return { doomed, enough: doomed.length === needed, spared };
}

/** Those that may go: failed ones first, then the oldest. */
export function candidates(ofServer: readonly Snapshot[], situation: Situation): Snapshot[] {
  return ofServer.filter((snapshot) => whyKept(snapshot, situation) === undefined).sort(firstToGo);
}

function whyKept(snapshot: Snapshot, { runs, origin, now }: Situation): string | undefined {
  if (!isOurs(snapshot, origin)) return `not made by ${origin.repository}`;
  const standing = standingOfWord(snapshot.status);
  if (standing !== 'complete' && standing !== 'failed') return 'not complete yet';
  if (standing === 'complete' && ageOf(snapshot, now) === undefined) return 'of unknown age';
  return neededBy(snapshot, runs, origin, now);
}

function firstToGo(one: Snapshot, other: Snapshot): number {
  const failed = (snapshot: Snapshot) => (standingOfWord(snapshot.status) === 'failed' ? 0 : 1);
  return failed(one) - failed(other) || newestFirst(other, one);
}
