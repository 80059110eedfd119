import { describe, expect, test } from 'vitest';
import { expectNothingDone, rehearsed } from '../helpers/rehearsed.ts';

const three = {
  servers: [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
    { id: 3, name: 'c' },
  ],
};

describe('several servers', () => {
  test('are one unit, in the order of server_id', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '3, 1, 2' },
      api: { createMs: (id) => id * 240_000 },
    }).run();
    expect(step.outputs).toMatchObject({
      ...{ result: 'created', server_id: '3,1,2', snapshot_id: '801,802,803' },
      status: 'completed,completed,completed',
      size_mb: '5120,5120,5120',
    });
    expect(step.outputs.snapshot_name?.split(',').map((name) => name.length)).toEqual([22, 22, 22]);
    expect(new Set(step.outputs.snapshot_name?.split(',')).size).toBe(3);
    const took = step.snapshots.map(({ duration_seconds }) => duration_seconds);
    expect(took[1]).toBeLessThan(took[2]);
    expect(took[2]).toBeLessThan(took[0]);
    expect(step.groups).toContain('Requesting 3 snapshots');
  });

  test('one refused: the others are named, and nothing is waited for', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3' },
      faults: [
        { when: { method: 'POST' }, after: 1, do: { kind: 'status', status: 400, json: { name: ['Bad.'] } } },
      ],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 0 });
    expect(step.outputs).toMatchObject({ snapshot_id: '801,802', server_id: '1,3' });
    expect(step.error).toMatchObject({
      title: 'No snapshot',
      message: expect.stringMatching(
        /^No snapshot of server 2 \(b\)\. VPS\.org answered 400 .+\nSnapshot 801 .+ of server 1 \(a\) was requested\.\nSnapshot 802 .+ of server 3 \(c\) was requested\.\n/,
      ),
    });
    expect(step.snapshots).toMatchObject([
      { result: null },
      { result: 'failed', remark: expect.stringContaining('answered 400') },
      { result: null },
    ]);
  });

  test('two refused: both are told', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3' },
      faults: [{ when: { method: 'POST' }, times: 2, do: { kind: 'status', status: 404 } }],
    }).run();
    expect(step.error).toMatchObject({ title: '2 of 3 failed' });
    expect(step.error?.message).toMatch(/No snapshot of server 1 .+\nNo snapshot of server 2 /);
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('one that cannot be served stops all', async () => {
    const step = await rehearsed({
      servers: [{ id: 1 }, { id: 2, status: 'suspended', name: 'b' }],
      inputs: { server_id: '1,2' },
    }).run();
    expectNothingDone(step, 'Server suspended');
    expect(step.error?.message).toContain('Server 2 (b) is suspended.');
  });

  test('one that fails ends the wait', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3' },
      api: { createMs: (id) => id * 60_000, createEndsAs: (id) => (id === 1 ? 'failed' : 'completed') },
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot failed' } });
    expect(step.endedAt).toBeLessThan(70_000);
    expect(step.outputs.snapshot_id).toBe('801,802,803');
    expect(step.outputs.status).toBe('failed,in_progress,in_progress');
  });
});
