import { describe, expect, test } from 'vitest';
import {
  type Sightings,
  type Standing,
  sight,
  standingOf,
  unsighted,
} from '../../src/rules/snapshot-status.ts';
import { snapshot } from '../helpers/snapshots.ts';

/** What a row of lists tells in the end; `-` for a list without the snapshot. */
function standingAfter(lists: string[], elapsed: number, absentSince = 0): Standing {
  const shown = lists.map((status) => (status === '-' ? undefined : snapshot({ id: 1, status })));
  const sightings = shown.reduce<Sightings>((before, one) => sight(before, one, absentSince), unsighted);
  return standingOf(shown.at(-1), { sightings, elapsed, settlingMs: 20_000 });
}

describe('one snapshot', () => {
  test.each<[string[], number, Standing]>([
    [['completed'], 0, 'complete'],
    [['in_progress'], 0, 'in_progress'],
    [['in_progress', 'completed'], 0, 'complete'],
    ...['complete', 'success', 'available', 'ready', 'done', 'finished'].map(
      (word): [string[], number, Standing] => [[word], 0, 'complete'],
    ),
    ...[
      ...['failed', 'failure', 'error', 'errored', 'rejected', 'killed', 'timeout', 'timed_out'],
      ...['aborted', 'cancelled', 'canceled', 'expired'],
    ].map((word): [string[], number, Standing] => [[word], 0, 'failed']),
    [['archiving'], 0, 'unfamiliar'],
    [['completing'], 0, 'unfamiliar'],
    [['-'], 0, 'unseen'],
    [['-', '-', '-', '-'], 119_999, 'unseen'],
    [['-'], 120_000, 'lost'],
    [['in_progress', '-'], 999_999, 'unseen'],
    [['in_progress', '-', '-'], 999_999, 'unseen'],
    [['in_progress', '-', '-', '-'], 19_999, 'unseen'],
    [['in_progress', '-', '-', '-'], 20_000, 'gone'],
    [['in_progress', '-', '-', 'in_progress', '-'], 999_999, 'unseen'],
    [['-', '-', '-', 'in_progress', '-'], 999_999, 'unseen'],
    [['-', 'completed'], 999_999, 'complete'],
  ])('%j after %i ms is %s', (lists, elapsed, expected) => {
    expect(standingAfter(lists, elapsed)).toBe(expected);
  });

  test('is gone 20 s after the first list without it, whenever that was', () => {
    expect(standingAfter(['completed', '-', '-', '-'], 69_999, 50_000)).toBe('unseen');
    expect(standingAfter(['completed', '-', '-', '-'], 70_000, 50_000)).toBe('gone');
  });
});
