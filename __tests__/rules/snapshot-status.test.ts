import { describe, expect, test } from 'vitest';
import {
  isSuspiciouslyEmpty,
  isUnderWay,
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

test('one that was seen is gone when whole lists lack it for long enough since the first of them', () => {
  const seen = sight(unsighted, snapshot({ id: 1 }), 0);
  const moments = [60_000, 70_000, 79_999, 80_000];
  const told: Standing[] = [];
  let sightings = seen;
  for (const elapsed of moments) {
    sightings = sight(sightings, undefined, elapsed);
    told.push(standingOf(undefined, { sightings, elapsed, settlingMs: 20_000 }));
  }
  expect(told).toEqual(['unseen', 'unseen', 'unseen', 'gone']);
});

test.each([
  ['in_progress', true],
  ['archiving', true],
  ['completed', false],
  ['failed', false],
])('%s is under way: %s', (word, expected) => expect(isUnderWay(word)).toBe(expected));

describe('a snapshot of size 0 is suspicious', () => {
  const empty = snapshot({ id: 1, sizeMb: 0 });
  const full = snapshot({ id: 2, sizeMb: 5120 });

  test.each<[string, Parameters<typeof isSuspiciouslyEmpty>, boolean]>([
    ['while another one has content', [empty, [empty, full]], true],
    ['whatever else there is', [empty, [empty, snapshot({ id: 3, sizeMb: null }), full]], true],
    ['not alone', [empty, [empty]], false],
    ['not where all are so', [empty, [empty, snapshot({ id: 2, sizeMb: 0 })]], false],
    ['not where the others tell no size', [empty, [empty, snapshot({ id: 2, sizeMb: null })]], false],
    ['not beside one that is not complete', [empty, [empty, { ...full, status: 'in_progress' }]], false],
    ['not before it is complete', [{ ...empty, status: 'in_progress' }, [full]], false],
    ['not when its size is not told', [snapshot({ id: 1, sizeMb: null }), [full]], false],
    ['and no other', [full, [full, empty]], false],
  ])('%s', (_, [one, all], expected) => expect(isSuspiciouslyEmpty(one, all)).toBe(expected));
});
