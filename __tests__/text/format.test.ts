import { describe, expect, test } from 'vitest';
import { count, duration, size, timeOfDay } from '../../src/text/format.ts';
import { epoch } from '../helpers/virtual-clock.ts';

describe('format', () => {
  test.each([
    [0, '0 ms'],
    [850.4, '850 ms'],
    [999.9, '999 ms'],
    [1_000, '1 s'],
    [59_999, '59 s'],
    [60_000, '1m 00s'],
    [245_000, '4m 05s'],
    [3_599_999, '59m 59s'],
    [3_720_000, '1h 02m'],
    [86_399_999, '23h 59m'],
    [273_600_000, '3d 4h'],
  ])('%i ms is %s', (ms, expected) => {
    expect(duration(ms)).toBe(expected);
  });

  test.each([
    [null, '–'],
    [0, '0 MB'],
    [1023, '1023 MB'],
    [1024, '1.0 GB'],
    [5120, '5.0 GB'],
    [40_000, '39.1 GB'],
  ])('%s MB is %s', (mb, expected) => {
    expect(size(mb)).toBe(expected);
  });

  test('counts and times of day', () => {
    expect([0, 1, 2].map((number) => count(number, 'snapshot'))).toEqual([
      '0 snapshots',
      '1 snapshot',
      '2 snapshots',
    ]);
    expect(timeOfDay(new Date(epoch))).toBe('12:00:00 UTC');
  });
});
