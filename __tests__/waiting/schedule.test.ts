import { describe, expect, test } from 'vitest';
import { minute, second } from '../../src/limits.ts';
import {
  lookTimes,
  nextLook,
  powerSchedule,
  restoreSchedule,
  type Schedule,
  settlingSchedule,
  snapshotSchedule,
  windowIn,
} from '../../src/waiting/schedule.ts';
import { dice } from '../helpers/dice.ts';

/** The looks until an operation of this length is seen to be done. */
function wait(schedule: Schedule, length: number, random: () => number, interval?: number): number[] {
  const next = lookTimes(schedule, { intervalMs: interval }, random);
  const looks = [next(0)];
  for (let last = looks[0] ?? 0; last < length; looks.push(last)) last = next(last);
  return looks;
}

/**
 * Over many throws of the dice: how much longer than each operation its wait is, and how many looks it takes. No look
 * depends on the length, so one wait for the longest shows what every shorter one would have been.
 * @param ascending lengths
 */
function means(schedule: Schedule, ascending: readonly number[], throws: number) {
  const found = ascending.map((length) => ({ length, lag: 0, requests: 0 }));
  for (let seed = 0; seed < throws; seed += 1) {
    const looks = wait(schedule, ascending.at(-1) ?? 0, dice(seed * 7_919));
    let last = 0;
    for (const one of found) {
      while ((looks[last] ?? Number.POSITIVE_INFINITY) < one.length) last += 1;
      one.lag += ((looks[last] ?? 0) - one.length) / one.length / throws;
      one.requests += (last + 1) / throws;
    }
  }
  return found;
}

function lengths(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.floor((to - from) / step) + 1 }, (_, index) => from + index * step);
}

describe.each([
  ['create', snapshotSchedule, 3 * minute, 10 * minute],
  ['restore', restoreSchedule, 5 * minute, 15 * minute],
])('%s', (_, schedule, shortest, longest) => {
  test('is seen to be done at most 5 % later than it is, at every length from 20 s to an hour', () => {
    const ascending = Array.from({ length: 100 }, (_, index) => 20 * second * 180 ** (index / 99));
    const lags = means(schedule, ascending, 5_000).map(({ lag }) => lag);
    expect(Math.max(...lags)).toBeLessThanOrEqual(0.05);
  });

  test('takes at most 1 % longer at every length that the documentation names, with fewer requests than every 5 s', () => {
    const ascending = lengths(shortest, longest, 7.3 * second);
    for (const { length, lag, requests } of means(schedule, ascending, 5_000)) {
      expect(lag, `${length} ms`).toBeLessThanOrEqual(0.01);
      expect(requests, `${length} ms`).toBeLessThan(Math.ceil(length / (5 * second)));
    }
  });

  test('shows at once what is refused or done at once', () => {
    expect(wait(schedule, 1, Math.random)[0]).toBeLessThanOrEqual(2 * second);
    expect(wait(schedule, 10 * second, Math.random).at(-1)).toBe(10 * second);
  });

  test('never looks at the same moment twice, and never pauses for longer than half a minute', () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const looks = wait(schedule, 120 * minute, dice(seed));
      const gaps = looks.map((look, index) => look - (looks[index - 1] ?? 0));
      expect(Math.min(...gaps)).toBeGreaterThan(0.2 * second);
      expect(Math.max(...gaps)).toBeLessThan(30 * second + 1);
    }
  });

  test('two waits that began together do not go on together', () => {
    const [one, other] = [1, 2].map((seed) => wait(schedule, 8 * minute, dice(seed)).slice(-10));
    expect(one).not.toEqual(other);
  });
});

test('what should show within seconds is looked for within seconds', () => {
  expect(wait(settlingSchedule, 20 * second, () => 0.5)).toEqual([
    500, 1_500, 3_000, 6_000, 10_000, 15_000, 20_000,
  ]);
});

describe('a fixed interval', () => {
  test.each([250, 1_000, 5_000, 7_300, 120_000])('of %i ms is kept from the first look on', (interval) => {
    const looks = wait(snapshotSchedule, 50 * interval, Math.random, interval);
    expect(looks).toEqual(Array.from({ length: 50 }, (_, index) => (index + 1) * interval));
  });

  test('is kept when looks are late', () => {
    const next = lookTimes(snapshotSchedule, { intervalMs: 5_000 }, Math.random);
    expect([next(5_001), next(9_999), next(31_000)]).toEqual([10_000, 10_000, 35_000]);
  });
});

/** Timers fire a little early, and `now - then` of fractions is not what was added: both make a look seem early. */
test.each([
  ['create', snapshotSchedule, undefined, 2_000, 5_000],
  ['restore', restoreSchedule, undefined, 500, 2_000],
  ['settling', settlingSchedule, undefined, 500, 1_500],
  ['an interval', snapshotSchedule, 7_000, 7_000, 14_000],
  ['a tiny interval', snapshotSchedule, 1, 1, 2],
])(
  '%s: a look that comes a trifle early is not repeated at once',
  (_, schedule, intervalMs, look, following) => {
    const next = lookTimes(schedule, { intervalMs }, () => 0.5);
    for (const early of [0, 1e-9, 0.4]) expect(next(look - early)).toBe(following);
  },
);

test.each<[number, number]>([
  [0, 500],
  [400, 1_500],
  [500, 1_500],
  [900, 1_500],
  [1_100, 3_000],
  [4_000, 6_000],
  [4_600, 10_000],
  [17_000, 20_000],
])('a look at %i ms that was made for somebody else: the next comes at %i ms', (elapsed, expected) => {
  expect(nextLook(settlingSchedule, elapsed, 0.5)).toBe(expected);
});

test.each([
  ['a stop or a start', powerSchedule],
  ['what should show soon', settlingSchedule],
])('%s: a wait of minutes costs a look per few seconds', (_, schedule) => {
  const looks = wait(schedule, 15 * minute, dice(7));
  const gaps = looks.map((look, index) => look - (looks[index - 1] ?? 0));
  const late = looks.flatMap((look, index) => (look > 10 * second ? (gaps[index] ?? 0) : []));
  expect(Math.min(...late)).toBeGreaterThanOrEqual(4 * second);
  expect(Math.max(...late)).toBeLessThanOrEqual(30 * second);
  expect(Math.max(...late.slice(0, 50))).toBeLessThanOrEqual(6 * second);
});

test.each([
  ['without an interval it is the usual one', undefined, 20_000],
  ['with a short interval too', 50, 20_000],
  ['with a long interval too', 60_000, 20_000],
])('a window that should take seconds: %s', (_, intervalMs, expected) => {
  expect(windowIn({ intervalMs }, 20_000)).toBe(expected);
  expect(windowIn({ intervalMs, isRehearsal: false }, 20_000)).toBe(expected);
});

test.each([
  ['without an interval it is the usual one', undefined, 20_000],
  ['with a short interval it has ten looks', 50, 500],
  ['with a long interval it is never longer', 60_000, 20_000],
])('such a window in a rehearsal: %s', (_, intervalMs, expected) => {
  expect(windowIn({ intervalMs, isRehearsal: true }, 20_000)).toBe(expected);
});
