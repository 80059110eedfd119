import { describe, expect, test } from 'vitest';
import { ageOf, madeAt, newestFirst } from '../../src/rules/age.ts';
import { newerDeploys } from '../../src/rules/newer-deploys.ts';
import { isFull, slotsUsed } from '../../src/rules/slots.ts';
import { id, ids } from '../helpers/ids.ts';
import { marked, snapshot } from '../helpers/snapshots.ts';

describe('quota', () => {
  const list = [
    ...[1, 2, 3].map((id) => snapshot({ id })),
    snapshot({ id: 4, status: 'in_progress' }),
    ...[6, 7].map((id) => snapshot({ id, server: 7 })),
  ];

  test('every status takes a slot, of its own server only', () => {
    expect(ids(12345, 7, 8).map((server) => slotsUsed(server, list))).toEqual([4, 2, 0]);
  });

  test('is full with five', () => {
    expect(isFull(id(12345), list)).toBe(false);
    expect(isFull(id(12345), [...list, snapshot({ id: 5, status: 'failed' })])).toBe(true);
  });
});

describe('age', () => {
  const now = Date.parse('2026-11-20T12:00:00Z');

  test.each([
    ['2026-11-20T11:00:00Z', 3_600_000],
    ['2026-11-20T12:00:01Z', 0],
    [null, undefined],
  ])('of %s', (createdAt, expected) => {
    expect(ageOf(snapshot({ id: 1, createdAt }), now)).toBe(expected);
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
});

describe('newer deploys', () => {
  const at = (hour: number) => `2026-11-20T${String(hour).padStart(2, '0')}:00:00Z`;
  const mine = snapshot({ id: 10, createdAt: at(10), description: marked('1') });
  const others = [
    mine,
    snapshot({ id: 9, createdAt: at(9), description: marked('2') }),
    snapshot({ id: 11, createdAt: at(11), description: marked('2') }),
    snapshot({ id: 12, createdAt: at(12), description: marked('1') }),
    snapshot({ id: 13, createdAt: at(13), description: 'by hand' }),
    snapshot({ id: 14, createdAt: at(14), description: marked('3'), server: 7 }),
    snapshot({ id: 15, createdAt: at(15), description: marked('4') }),
  ];

  test('are the marked ones of others on this server, newest first', () => {
    expect(newerDeploys(mine, others, ({ runId }) => runId !== '1').map(({ id }) => id)).toEqual(ids(15, 11));
  });
});
