import { expect, test } from 'vitest';
import { creating, lookTimes, restoring, settling } from '../../src/waiting/schedule.ts';

/** Timers fire a little early, and `now - then` of fractions is not what was added: both make a look seem early. */
test.each([
  ['create', creating, undefined, 2_000, 5_000],
  ['restore', restoring, undefined, 500, 2_000],
  ['settling', settling, undefined, 500, 1_500],
  ['an interval', creating, 7_000, 7_000, 14_000],
  ['a tiny interval', creating, 1, 1, 2],
])(
  '%s: a look that comes a trifle early is not repeated at once',
  (_, schedule, interval, look, following) => {
    const next = lookTimes(schedule, interval, () => 0.5);
    for (const early of [0, 1e-9, 0.4]) expect(next(look - early)).toBe(following);
  },
);
