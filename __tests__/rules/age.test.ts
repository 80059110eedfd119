import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ageOf, madeAt, newestFirst } from '../../src/rules/age.ts';
import { ids } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { epoch } from '../helpers/virtual-clock.ts';

describe('age', () => {
  test.each([
    ['2026-11-20T11:00:00Z', 3_600_000],
    ['2026-11-20T12:00:01Z', 0],
    [null, undefined],
  ])('of %s', (createdAt, expected) => {
    expect(ageOf(snapshot({ id: 1, createdAt }), epoch)).toBe(expected);
  });

  test('is unknown when the API does not say', () => {
    expect(madeAt(snapshot({ id: 1, createdAt: null }))).toBeUndefined();
  });

  test('newest first, by id where times do not decide', () => {
    const list = [
      snapshot({ id: 3, createdAt: '2026-11-20T09:00:00Z' }),
      snapshot({ id: 1, createdAt: '2026-11-20T11:00:00Z' }),
      snapshot({ id: 2, createdAt: '2026-11-20T11:00:00Z' }),
    ];
    expect(list.sort(newestFirst).map(({ id }) => id)).toEqual(ids(2, 1, 3));
    const timeless = [8, 9, 10].map((id) => snapshot({ id, createdAt: null }));
    expect(timeless.sort(newestFirst).map(({ id }) => id)).toEqual(ids(10, 9, 8));
  });

  test('one order, whatever order they came in: those of unknown age are last', () => {
    const mixed = [
      snapshot({ id: 12, createdAt: '2026-11-20T01:00:00Z' }),
      snapshot({ id: 11, createdAt: null }),
      snapshot({ id: 10, createdAt: '2026-11-20T09:00:00Z' }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(mixed, { minLength: 3 }), (list) => {
        expect(list.sort(newestFirst).map(({ id }) => id)).toEqual(ids(10, 12, 11));
      }),
    );
  });
});
