import { describe, expect, test } from 'vitest';
import type { Fault } from '../../rehearsal/api/api.ts';
import { marked } from '../helpers/marked.ts';
import { rehearsed, type Setting } from '../helpers/rehearsed.ts';
import { epoch } from '../helpers/virtual-clock.ts';

const mebibyte = 1024 * 1024;
/** Neither in ascending order nor in that of any list. */
const servers = Array.from({ length: 100 }, (_, n) => ({ id: ((n * 37) % 100) + 1, name: `web-${n}` }));
const server_id = servers.map(({ id }) => id).join(',');

const fleet = (setting: Setting) => rehearsed({ servers, ...setting });

/** A list per moment; two at one moment are two that were asked for one after the other. */
const most = (moments: readonly number[]) =>
  Math.max(...[...Map.groupBy(moments, (at) => at).values()].map((same) => same.length));

function expectReadable(summary: string): void {
  expect(Buffer.byteLength(summary)).toBeLessThan(mebibyte);
  expect(summary.split('\n').length).toBeLessThan(800);
}

describe('a hundred servers in one step', () => {
  test('are one list per tick, in the order of the input', async () => {
    const step = await fleet({
      inputs: { server_id },
      api: { createMs: (id) => 200_000 + 1_000 * id },
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.mostInFlight).toBeLessThanOrEqual(8);
    expect(most(step.moments('GET', '/snapshots/'))).toBeLessThanOrEqual(2);
    expect(step.outputs.server_id).toBe(server_id);
    const of = new Map(step.api.snapshots().map(({ id, server }) => [server.id, id]));
    expect(step.outputs.snapshot_id).toBe(servers.map(({ id }) => of.get(id)).join(','));
    expectReadable(step.summary);
    for (const { id } of servers) expect(step.summary).toMatch(new RegExp(`^\\| ${id} <code>`, 'm'));
  });

  test('that cannot all be served, are each named', async () => {
    const failing = new Set([3, 50, 77]);
    const createEndsAs = (id: number) => (failing.has(id) ? 'failed' : 'completed');
    const step = await fleet({ inputs: { server_id, on_failure: 'restore' }, api: { createEndsAs } }).run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error?.title).toBe('3 of 100 failed');
    for (const { id, name } of servers) {
      const message = `of server ${id} (${name}) ended as "failed"`;
      if (failing.has(id)) expect(step.error?.message).toContain(message);
      else expect(step.error?.message).not.toContain(message);
    }
    expect(step.outputs.snapshot_id?.split(',')).toHaveLength(100);
    expectReadable(step.summary);

    const inputs = { server_id, on_failure: 'restore', job_status: 'failure' };
    const post = await rehearsed({ postOf: step, inputs }).run();
    expect(post.changes).toEqual([]);
  });

  test('of which some requests are refused, name those and lose none of the others', async () => {
    const refused: Fault = {
      when: { method: 'POST' },
      after: 20,
      times: 2,
      do: { kind: 'status', status: 422 },
    };
    const step = await fleet({ inputs: { server_id }, faults: [refused] }).run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error?.title).toBe('2 of 100 failed');
    const made = step.api.snapshots().map(({ id }) => id);
    expect(made).toHaveLength(98);
    expect(
      step.outputs.snapshot_id
        ?.split(',')
        .map(Number)
        .toSorted((a, b) => a - b),
    ).toEqual(made.toSorted((a, b) => a - b));
    const unserved = step.snapshots.filter(({ snapshot_id }) => snapshot_id === null);
    expect(unserved).toHaveLength(2);
    for (const { server_id } of unserved) expect(step.error?.message).toContain(`server ${server_id} (`);
  });

  test('are all rolled back when the job fails', async () => {
    const inputs = { server_id, on_failure: 'restore,delete', report: 'summary,comment' };
    const bodies: string[] = [];
    const github: Setting['github'] = {
      place: { apiUrl: '', repository: 'acme/shop', pullRequest: 7, headSha: 'feed' },
      comment: async (_, body) => void bodies.push(body),
    };
    const main = await fleet({ inputs, github }).run();
    const post = await rehearsed({
      postOf: main,
      inputs: { ...inputs, job_status: 'failure' },
      github,
    }).run();
    expect(post).toMatchObject({ red: false });
    expect(post.mostInFlight).toBeLessThanOrEqual(8);
    expect(most(post.moments('GET', '/servers/'))).toBeLessThanOrEqual(2);
    const restores = post.changes.filter((change) => change.endsWith('/restore/'));
    expect([restores.length, new Set(restores).size]).toEqual([100, 100]);
    expect(post.api.state.restores.map(({ server }) => server).toSorted((a, b) => a - b)).toEqual(
      servers.map(({ id }) => id).toSorted((a, b) => a - b),
    );
    expect(post.api.snapshots()).toEqual([]);
    expectReadable(post.summary);
    expect(bodies).toHaveLength(2);
    for (const body of bodies) expect(body.length).toBeLessThanOrEqual(65_536);
  });

  test('that are all full, are freed by one deletion each, with few questions', async () => {
    const asked: string[] = [];
    const step = fleet({
      inputs: { server_id, at_limit: 'delete_oldest' },
      github: {
        async livenessOf(id) {
          asked.push(id);
          return { is: 'over' };
        },
      },
    });
    for (const { id } of servers)
      for (let n = 0; n < 5; n += 1)
        step.api.addSnapshot({
          ...{ server: id, id: id * 10 + n, created_at: epoch - (9 - n) * 3_600_000 },
          description: marked({ run: String(4000 + n) }),
        });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.mostInFlight).toBeLessThanOrEqual(8);
    expect(asked.toSorted()).toEqual(['4000', '4001', '4002', '4003', '4004']);
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual(
      servers.map(({ id }) => id * 10).toSorted(),
    );
    const lastDeletion = step.changes.findLastIndex((change) => change.startsWith('DELETE'));
    expect(step.changes.findIndex((change) => change.startsWith('POST'))).toBe(lastDeletion + 1);
    expectReadable(step.summary);
  });

  test('that are all full for good, are told without being refused by the runner or GitHub', async () => {
    const bodies: string[] = [];
    const step = fleet({
      inputs: { server_id, report: 'summary,comment' },
      github: {
        place: { apiUrl: '', repository: 'acme/shop', pullRequest: 7, headSha: 'feed' },
        comment: async (_, body) => void bodies.push(body),
      },
    });
    for (const { id } of servers)
      for (let n = 0; n < 5; n += 1) step.api.addSnapshot({ server: id, name: '_'.repeat(100) });
    await step.run();
    expect(step.error?.title).toBe('Snapshot limit reached');
    expectReadable(step.summary);
    expect(bodies[0]?.length).toBeLessThanOrEqual(65_536);
    expect(bodies[0]).toContain('… and more, which the log tells.');
  });
});
