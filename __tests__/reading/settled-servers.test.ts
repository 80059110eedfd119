import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { second } from '../../src/limits.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const onServers = (effect: Effect, times: number): Fault => ({
  when: { method: 'GET', path: '/servers/' },
  times,
  do: effect,
});
const answering = (body: object): Effect => ({ kind: 'echo', of: () => body });
const empty = answering({ count: 0, results: [] });
const short = answering({ count: 2, results: [] });

describe('a server that the list does not show', () => {
  test.each([
    ['an empty list', empty],
    ['a list without it', answering([{ id: 7, name: 'db-1', status: 'active' }])],
  ])('%s once proves nothing: it is looked for', async (_, effect) => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [onServers(effect, 2)] }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
  });

  test('is refused after whole lists for 20 s', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [onServers(empty, 99)] }).run();
    expect(step).toMatchObject({ red: true, changes: [], error: { title: 'Server not found' } });
    expect(step.endedAt).toBeGreaterThanOrEqual(20 * second);
    expect(step.endedAt).toBeLessThan(22 * second);
  });

  test('with an interval too, and after two looks', async () => {
    const inputs = { server_id: '12345', poll_interval_seconds: '45' };
    const step = await rehearsed({ inputs, faults: [onServers(empty, 99)] }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Server not found' } });
    expect(step.moments('GET', '/servers/')).toEqual([0, 45 * second, 90 * second]);
  });

  test('is there when it shows in a list that is not whole', async () => {
    const partial = answering({ count: 3, results: [{ id: server, name: 'web-1', status: 'active' }] });
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [onServers(partial, 6)] }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
  });

  test('and a list that is never whole is no proof that it is gone', async () => {
    const step = await rehearsed({ inputs: { server_id: '12345' }, faults: [onServers(short, 999)] }).run();
    expect(step).toMatchObject({ red: true, changes: [] });
    expect(step.error?.message).toMatch(/only 0 of 2/);
  });
});
