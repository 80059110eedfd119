import { describe, expect, test } from 'vitest';
import { Expired, graced, within } from '../../src/waiting/time-limit.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

/** Ends only with its signal. */
function endless(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
}

describe('within', () => {
  test('gives back what the task gives, and leaves no timer behind', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    const task = within({ ms: 1_000, clock, signal: stop.signal }, async () => 'done');
    expect(await clock.run(task)).toBe('done');
    await clock.advance(5_000);
    expect(clock.now()).toBe(5_000);
  });

  test('ends the task when the time is over', async () => {
    const clock = new VirtualClock();
    const { signal } = new AbortController();
    const error = await clock.run(within({ ms: 1_000, clock, signal }, endless).catch((reason) => reason));
    expect(error).toBeInstanceOf(Expired);
    expect(error).toMatchObject({ code: 'ETIMEDOUT', message: 'no answer within 1000 ms' });
    expect(clock.now()).toBe(1_000);
  });

  test('ends the task with the outer signal', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    clock.at(300, () => stop.abort(new Error('stopped')));
    const task = within({ ms: 1_000, clock, signal: stop.signal }, endless);
    await expect(clock.run(task)).rejects.toThrow('stopped');
    expect(clock.now()).toBe(300);
  });
});

describe('graced', () => {
  test('a task goes on for a while after the signal', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    clock.at(300, () => stop.abort(new Error('stopped')));
    const task = graced({ ms: 1_500, clock, signal: stop.signal }, endless);
    await expect(clock.run(task)).rejects.toThrow('stopped');
    expect(clock.now()).toBe(1_800);
  });

  test('a task that ends in that while is not disturbed, and nothing sleeps on', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    clock.at(300, () => stop.abort(new Error('stopped')));
    const task = graced({ ms: 1_500, clock, signal: stop.signal }, async () => {
      await clock.sleep(1_000);
      return 'answer';
    });
    expect(await clock.run(task)).toBe('answer');
    expect([clock.now(), clock.sleeping]).toEqual([1_000, 0]);
  });

  test('a signal that comes after the task begins no sleep', async () => {
    const clock = new VirtualClock();
    const stop = new AbortController();
    await graced({ ms: 1_500, clock, signal: stop.signal }, async () => 'answer');
    stop.abort(new Error('stopped'));
    expect(clock.sleeps).toEqual([]);
  });
});
