import { setImmediate as macrotask } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { systemClock } from '../../src/runner/clock.ts';

describe('the real clock', () => {
  test('never wakes early', async () => {
    const lengths = Array.from({ length: 300 }, (_, index) => 5 + index * 0.173);
    const early = await Promise.all(
      lengths.map(async (ms) => {
        const before = systemClock.now();
        await systemClock.sleep(ms);
        return systemClock.now() - before < ms;
      }),
    );
    expect(early.filter(Boolean)).toEqual([]);
  });

  test('does not sleep for no time at all', async () => {
    for (const ms of [0, -5]) await systemClock.sleep(ms);
  });

  test('is woken by the signal, with its reason', async () => {
    const stop = new AbortController();
    const sleep = systemClock.sleep(3_600_000, stop.signal);
    stop.abort(new Error('stopped'));
    await expect(sleep).rejects.toThrow('stopped');
    await expect(systemClock.sleep(3_600_000, stop.signal)).rejects.toThrow('stopped');
  });

  test('tells the date of the machine', () => {
    expect(systemClock.date()).toBeInstanceOf(Date);
  });
});

describe('a sleep longer than a timer can be', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'hrtime'] });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  test('takes as long as it should', async () => {
    const month = 30 * 24 * 3_600_000;
    let awake = false;
    void systemClock.sleep(month).then(() => {
      awake = true;
    });
    await vi.advanceTimersByTimeAsync(month - 1);
    await macrotask();
    expect(awake).toBe(false);
    await vi.advanceTimersByTimeAsync(2);
    expect(awake).toBe(true);
  });
});
