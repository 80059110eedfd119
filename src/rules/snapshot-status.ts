import { absencesUntilGone, unseenPatienceMs } from '../limits.ts';
import type { Snapshot } from '../vps/model.ts';

/** What was seen of one snapshot in the lists so far. */
export interface Sightings {
  seen: boolean;
  /** Whole lists in a row that did not have it. */
  absences: number;
  /** When the first of them was looked at. */
  absentSince: number;
}

export const unsighted: Sightings = { seen: false, absences: 0, absentSince: 0 };

/**
 * `unfamiliar`: a status word that nobody documented; waited out, for it is no reason to fail or to succeed.
 * `lost`: never seen, `gone`: seen before and deleted by someone else.
 */
export type Standing = 'complete' | 'in_progress' | 'unfamiliar' | 'unseen' | 'failed' | 'lost' | 'gone';

/** `completed` and `in_progress` are documented; the others are the words that such APIs use. */
const completeWords = new Set(['completed', 'complete', 'success', 'available', 'ready', 'done', 'finished']);
const progressWords = new Set(['in_progress']);
const failureWords = new Set([
  ...['failed', 'failure', 'error', 'errored', 'rejected', 'killed'],
  ...['timeout', 'timed_out', 'aborted', 'cancelled', 'canceled', 'expired'],
]);

/** @param elapsed milliseconds, on the same clock as for all other looks */
export function sight(before: Sightings, snapshot: Snapshot | undefined, elapsed: number): Sightings {
  if (snapshot) return { seen: true, absences: 0, absentSince: 0 };
  const { seen, absences, absentSince } = before;
  return { seen, absences: absences + 1, absentSince: absences === 0 ? elapsed : absentSince };
}

interface Looked {
  /** Including the present look. */
  sightings: Sightings;
  /** Milliseconds since the snapshot was requested, or first waited for. */
  elapsed: number;
  /** How long lists are given to show what is there, in milliseconds. */
  settlingMs: number;
}

export function standingOf(snapshot: Snapshot | undefined, looked: Looked): Standing {
  if (snapshot) return standingOfWord(snapshot.status);
  const { sightings, elapsed, settlingMs } = looked;
  const { seen, absences, absentSince } = sightings;
  if (seen) return absences >= absencesUntilGone && elapsed - absentSince >= settlingMs ? 'gone' : 'unseen';
  return elapsed >= unseenPatienceMs ? 'lost' : 'unseen';
}

/** Neither complete nor failed, whatever the API calls it. */
export function isUnderWay(status: string): boolean {
  const standing = standingOfWord(status);
  return standing !== 'complete' && standing !== 'failed';
}

/** Complete and without content, while others of the account have some. */
export function isSuspiciouslyEmpty(snapshot: Snapshot, snapshots: readonly Snapshot[]): boolean {
  if (snapshot.sizeMb !== 0 || !isComplete(snapshot.status)) return false;
  return snapshots.some(({ status, sizeMb }) => isComplete(status) && (sizeMb ?? 0) > 0);
}

export function isComplete(status: string): boolean {
  return standingOfWord(status) === 'complete';
}

export function standingOfWord(status: string): 'complete' | 'in_progress' | 'unfamiliar' | 'failed' {
  if (completeWords.has(status)) return 'complete';
  if (progressWords.has(status)) return 'in_progress';
  return failureWords.has(status) ? 'failed' : 'unfamiliar';
}
