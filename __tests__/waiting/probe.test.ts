import { describe, expect, test } from 'vitest';
import { probe } from '../../src/waiting/probe.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

type Fetch = typeof globalThis.fetch;

function probing(fetch: Fetch, withinMs = 3_600_000) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const { signal } = stop;
  return {
    clock,
    stop,
    answer: () =>
      clock.run(
        probe('https://web.example.com/up', { fetch, clock, signal, deadline: clock.now() + withinMs }),
      ),
  };
}

const hanging: Fetch = (_, init) =>
  new Promise((_resolve, reject) =>
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
  );

describe('knocking', () => {
  test.each([
    [200, true],
    [204, true],
    [299, true],
    [301, false],
    [404, false],
    [503, false],
  ])('%i is %s', async (status, expected) => {
    const { answer } = probing(async () => new Response(null, { status }));
    expect(await answer()).toBe(expected);
  });

  test('sends no token and follows no redirect', async () => {
    const calls: Parameters<Fetch>[] = [];
    const { answer } = probing(async (...call) => {
      calls.push(call);
      return new Response('a body that is not read');
    });
    expect(await answer()).toBe(true);
    expect(calls).toEqual([
      ['https://web.example.com/up', { redirect: 'manual', signal: expect.any(AbortSignal) }],
    ]);
  });

  test('no connection is a no', async () => {
    expect(await probing(() => Promise.reject(new TypeError('fetch failed'))).answer()).toBe(false);
  });

  test('no answer within 10 s is a no', async () => {
    const { clock, answer } = probing(hanging);
    expect(await answer()).toBe(false);
    expect(clock.now()).toBe(10_000);
  });

  test('the signal ends it at once', async () => {
    const { clock, stop, answer } = probing(hanging);
    clock.at(3_000, () => stop.abort(new Error('stopped')));
    await expect(answer()).rejects.toThrow('stopped');
    expect(clock.now()).toBe(3_000);
  });
});

test('does not knock beyond the deadline of the step', async () => {
  const { clock, answer } = probing(hanging, 2_000);
  expect(await answer()).toBe(false);
  expect(clock.now()).toBe(2_000);
});
