import { expect, test } from 'vitest';
import { legName, legsOf } from '../../../rehearsal/workflow/matrix.ts';

test.each<[string, Record<string, unknown>, Record<string, unknown>[]]>([
  ['one axis', { server: [1, 2] }, [{ server: 1 }, { server: 2 }]],
  [
    'two axes, the last one fastest',
    { os: ['a', 'b'], node: [20, 24] },
    [
      { os: 'a', node: 20 },
      { os: 'a', node: 24 },
      { os: 'b', node: 20 },
      { os: 'b', node: 24 },
    ],
  ],
  ['what is excluded', { os: ['a', 'b'], exclude: [{ os: 'a' }] }, [{ os: 'b' }]],
  [
    'an include that adds to all',
    { os: ['a', 'b'], include: [{ fast: true }] },
    [
      { os: 'a', fast: true },
      { os: 'b', fast: true },
    ],
  ],
  [
    'an include that adds to one',
    { os: ['a', 'b'], include: [{ os: 'b', fast: true }] },
    [{ os: 'a' }, { os: 'b', fast: true }],
  ],
  ['an include that is a leg of its own', { os: ['a'], include: [{ os: 'c' }] }, [{ os: 'a' }, { os: 'c' }]],
  ['nothing but includes', { include: [{ server: 7 }] }, [{ server: 7 }]],
  ['nothing', {}, []],
])('%s', (_, matrix, legs) => {
  expect(legsOf(matrix)).toEqual(legs);
});

test('a leg is named by its values', () => {
  expect(legName('deploy', { server: 12345, slow: false })).toBe('deploy (12345, false)');
  expect(legName('deploy', undefined)).toBe('deploy');
});
