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
function after(lists: string[], elapsed: number): Standing {
  const shown = lists.map((status) => (status === '-' ? undefined : snapshot({ id: 1, status })));
  const sightings = shown.reduce<Sightings>(sight, unsighted);
  return standingOf(shown.at(-1), sightings, elapsed);
}

describe('one snapshot', () => {
  test.each<[string[], number, Standing]>([
    [['completed'], 0, 'complete'],
    [['in_progress'], 0, 'in_progress'],
    [['in_progress', 'completed'], 0, 'complete'],
    ...['failed', 'failure', 'error', 'errored', 'aborted', 'cancelled', 'canceled'].map(
      (word): [string[], number, Standing] => [[word], 0, 'failed'],
    ),
    [['archiving'], 0, 'unfamiliar'],
    [['complete'], 0, 'unfamiliar'],
    [['-'], 0, 'unseen'],
    [['-', '-', '-', '-'], 119_999, 'unseen'],
    [['-'], 120_000, 'lost'],
    [['in_progress', '-'], 999_999, 'unseen'],
    [['in_progress', '-', '-'], 999_999, 'unseen'],
    [['in_progress', '-', '-', '-'], 3, 'gone'],
    [['in_progress', '-', '-', 'in_progress', '-'], 999_999, 'unseen'],
    [['-', '-', '-', 'in_progress', '-'], 999_999, 'unseen'],
    [['-', 'completed'], 999_999, 'complete'],
  ])('%j after %i ms is %s', (lists, elapsed, expected) => {
    expect(after(lists, elapsed)).toBe(expected);
  });
});
