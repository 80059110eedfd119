import { expect, test } from 'vitest';
import { replan, valueAt, valuesFrom } from '../../../rehearsal/api/timeline.ts';

const day = [
  { from: 6, value: 'morning' },
  { from: 12, value: 'afternoon' },
  { from: 18, value: 'evening' },
];

test.each([
  [5, undefined, ['morning', 'afternoon', 'evening']],
  [6, 'morning', ['morning', 'afternoon', 'evening']],
  [17.9, 'afternoon', ['afternoon', 'evening']],
  [99, 'evening', ['evening']],
])('at %d', (at, value, rest) => {
  expect(valueAt(day, at)).toBe(value);
  expect(valuesFrom(day, at)).toEqual(rest);
});

test('another future leaves the past alone', () => {
  const changed = replan(day, 12, { from: 12, value: 'storm' });
  expect([6, 11, 12, 18].map((at) => valueAt(changed, at))).toEqual(['morning', 'morning', 'storm', 'storm']);
  expect(valueAt(day, 18)).toBe('evening');
});
