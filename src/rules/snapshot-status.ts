import { absencesUntilGone, unseenPatienceMs } from '../limits.ts';
import type { Snapshot } from '../vps/model.ts';

/** What was seen of one snapshot in the lists so far. */
export interface Sightings {
  seen: boolean;
  /** Whole lists in a row that did not have it. */
  absences: number;
}

export const unsighted: Sightings = { seen: false, absences: 0 };

/**
 * `unfamiliar`: a status word that nobody documented; waited out, for it is no reason to fail or to succeed.
 * `lost`: never seen, `gone`: seen before and deleted by someone else.
 */
export type Standing = 'complete' | 'in_progress' | 'unfamiliar' | 'unseen' | 'failed' | 'lost' | 'gone';

const completeWords = new Set(['completed']);
const progressWords = new Set(['in_progress']);
/** The word for failure is not documented; these are the ones such APIs use. */
const failureWords = new Set(['failed', 'failure', 'error', 'errored', 'aborted', 'cancelled', 'canceled']);

export function sight(before: Sightings, snapshot: Snapshot | undefined): Sightings {
  return snapshot ? { seen: true, absences: 0 } : { seen: before.seen, absences: before.absences + 1 };
}

/**
 * @param sightings including the present look
 * @param elapsed milliseconds since the snapshot was requested, or first waited for
 */
export function standingOf(snapshot: Snapshot | undefined, sightings: Sightings, elapsed: number): Standing {
  if (snapshot) return standingOfWord(snapshot.status);
  if (sightings.seen) return sightings.absences >= absencesUntilGone ? 'gone' : 'unseen';
  return elapsed >= unseenPatienceMs ? 'lost' : 'unseen';
}

/** Neither complete nor failed, whatever the API calls it. */
export function isUnderWay(status: string): boolean {
  const standing = standingOfWord(status);
  return standing !== 'complete' && standing !== 'failed';
}

export function isComplete(status: string): boolean {
  return standingOfWord(status) === 'complete';
}

export function standingOfWord(status: string): 'complete' | 'in_progress' | 'unfamiliar' | 'failed' {
  if (completeWords.has(status)) return 'complete';
  if (progressWords.has(status)) return 'in_progress';
  return failureWords.has(status) ? 'failed' : 'unfamiliar';
}
