import { expect, test } from 'vitest';
import { rehearsed } from '../helpers/rehearsed.ts';

const servers = Array.from({ length: 100 }, (_, n) => ({ id: 1_000 - 7 * n, name: `web-${n}` }));
const server_id = servers.map(({ id }) => id).join('\n');

function creating(howMany: number) {
  return rehearsed({
    servers,
    inputs: { server_id: server_id.split('\n').slice(0, howMany).join() },
    api: { createMs: 480_000 },
    faults: [{ when: { method: 'POST' }, times: 100, do: { kind: 'hold', ms: 700 } }],
  }).run();
}

test('a hundred snapshots: one list per tick, eight requests in flight, the order of server_id', async () => {
  const step = await creating(100);
  expect(step).toMatchObject({ red: false, result: 'created', mostInFlight: 8 });
  expect(step.outputs.server_id).toBe(servers.map(({ id }) => id).join());
  expect(step.snapshots.map(({ server_id }) => server_id)).toEqual(servers.map(({ id }) => id));
  expect(step.outputs.snapshot_id?.split(',')).toHaveLength(100);
  expect(step.changes).toHaveLength(100);
  expect(step.moments('POST', '/snapshots/').at(-1)).toBe(12 * 700);
  const looks = step.moments('GET', '/snapshots/').filter((at) => at > 0);
  // The last look of the wait and the one that confirms come at the same moment.
  expect(new Set(looks).size).toBe(looks.length - 1);
  const alone = (await creating(1)).moments('GET', '/snapshots/');
  expect(looks.length).toBeLessThan(alone.length + 10);
});

function restoring(howMany: number) {
  const step = rehearsed({
    servers,
    inputs: {
      mode: 'restore',
      snapshot_id: servers
        .slice(0, howMany)
        .map((_, n) => n + 1)
        .join(),
    },
    faults: [{ when: { method: 'POST' }, times: 100, do: { kind: 'hold', ms: 700 } }],
  });
  for (const [n, { id }] of servers.entries()) step.api.addSnapshot({ server: id, id: n + 1 });
  return step.run();
}

test('a hundred restores: one list per tick', async () => {
  const step = await restoring(100);
  expect(step).toMatchObject({ red: false, result: 'restored', mostInFlight: 8 });
  expect(step.outputs.snapshot_id).toBe(servers.map((_, n) => n + 1).join());
  const looks = step.moments('GET', '/servers/');
  // They begin in thirteen groups of eight, each with early looks of its own; only the first one meets the queue.
  expect(looks.length - new Set(looks).size).toBeLessThanOrEqual(1);
  expect(looks.length).toBeLessThan(2 * (await restoring(1)).moments('GET', '/servers/').length);
});

test('a hundred deletions, at most eight in flight', async () => {
  const step = rehearsed({
    servers,
    inputs: { mode: 'delete', snapshot_id: servers.map((_, n) => n + 1).join() },
    faults: [{ when: { method: 'DELETE' }, times: 100, do: { kind: 'hold', ms: 700 } }],
  });
  for (const [n, { id }] of servers.entries()) step.api.addSnapshot({ server: id, id: n + 1 });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'deleted', mostInFlight: 8 });
  // One before the plan; then whether they are gone, with looks that all share and that queue behind the deletions.
  expect(step.moments('GET', '/snapshots/').length).toBeLessThanOrEqual(6);
  expect(step.api.snapshots()).toEqual([]);
});

test('many lost answers are settled by the same lists', async () => {
  const step = await rehearsed({
    servers,
    inputs: { server_id },
    faults: [{ when: { method: 'POST' }, times: 100, do: { kind: 'reset', processed: true } }],
  }).run();
  expect(step).toMatchObject({ red: false, result: 'created' });
  expect(step.changes).toHaveLength(100);
  expect(step.moments('GET', '/snapshots/').filter((at) => at > 0 && at < 2_000)).toEqual([500]);
});
