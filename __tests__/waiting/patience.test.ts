import { expect, test } from 'vitest';
import { minute, second } from '../../src/limits.ts';
import { patienceWith } from '../../src/waiting/patience.ts';

test.each([
  ['an hour', 60 * minute, 10 * minute],
  ['half an hour', 30 * minute, 10 * minute],
  ['what a cancelled job has', 3 * minute, 1 * minute],
  ['a moment', 3 * second, 1 * second],
  ['nothing', 0, 0],
])(
  'with %s left, others are waited for a third of it, and never for more than ten minutes',
  (_, msLeft, ms) => {
    expect(patienceWith(msLeft)).toBeCloseTo(ms, 6);
  },
);
