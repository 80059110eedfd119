import { describe, expect, test } from 'vitest';
import { Gate } from '../../src/waiting/gate.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

const { signal: never } = new AbortController();

describe('a gate', () => {
  test('lets so many through at a time, in order', async () => {
    const clock = new VirtualClock();
    const gate = new Gate(3);
    const began: number[] = [];
    let inside = 0;
    let most = 0;
    const task = (number: number) => async () => {
      began.push(number);
      most = Math.max(most, ++inside);
      await clock.sleep(100 - number);
      inside -= 1;
      return number * 2;
    };
    const results = await clock.run(
      Promise.all(Array.from({ length: 10 }, (_, number) => gate.pass(task(number), never))),
    );
    expect(results).toEqual([0, 2, 4, 6, 8, 10, 12, 14, 16, 18]);
    expect(began).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    expect(most).toBe(3);
  });

  test('a task that fails makes room as well', async () => {
    const gate = new Gate(1);
    const failing = gate.pass(async () => Promise.reject(new Error('no')), never);
    const after = gate.pass(async () => 'in', never);
    await expect(failing).rejects.toThrow('no');
    expect(await after).toBe('in');
    expect(await gate.pass(async () => 'again', never)).toBe('again');
  });

  test('whoever is still outside when the signal comes stays outside', async () => {
    const clock = new VirtualClock();
    const gate = new Gate(1);
    const stop = new AbortController();
    let entered = false;
    const first = gate.pass(() => clock.sleep(50), stop.signal);
    const second = gate.pass(async () => {
      entered = true;
    }, stop.signal);
    const kept = expect(second).rejects.toThrow('stopped');
    stop.abort(new Error('stopped'));
    await clock.run(first);
    await kept;
    expect(entered).toBe(false);
    await expect(gate.pass(async () => 'free', never)).resolves.toBe('free');
  });
});
