import { describe, expect, test } from 'vitest';
import type { Fault, SnapshotSeed } from '../../../rehearsal/api/api.ts';
import type { Liveness } from '../../../src/rules/liveness.ts';
import { marked } from '../../helpers/marked.ts';
import { rehearsed, type Setting, server } from '../../helpers/rehearsed.ts';
import { hoursAgo } from '../../helpers/virtual-clock.ts';

/** As many snapshots of a server as it takes, the first one the oldest; all of run 4000. */
function taken(count: number, of: Partial<SnapshotSeed> = {}, firstId = 1): SnapshotSeed[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ server, id: firstId + n, created_at: hoursAgo(90 - n), description: marked() },
    ...of,
  }));
}

interface Stage extends Omit<Setting, 'github'> {
  snapshots: SnapshotSeed[];
  runs?: (id: string) => Liveness;
}

async function creating({ inputs, snapshots, runs = () => ({ is: 'over' }), ...setting }: Stage) {
  const asked: string[] = [];
  const step = rehearsed({
    ...setting,
    api: { limit: 9, ...setting.api },
    inputs: { server_id: String(server), at_limit: 'delete_oldest', ...inputs },
    github: {
      async livenessOf(id) {
        asked.push(id);
        return runs(id);
      },
    },
  });
  for (const seed of snapshots) step.api.addSnapshot(seed);
  await step.run();
  const ids = step.api
    .snapshots()
    .map(({ id }) => id)
    .toSorted((a, b) => a - b);
  return { step, asked, ids };
}

const refused = (id: number, status = 409): Fault => ({
  when: { method: 'DELETE', path: `/snapshots/${id}/` },
  times: Number.POSITIVE_INFINITY,
  do: { kind: 'status', status },
});

describe('at_limit: delete_oldest', () => {
  test('deletes nothing as long as there is room', async () => {
    const { step, asked, ids } = await creating({ snapshots: taken(4) });
    expect(step).toMatchObject({ red: false, result: 'created', changes: ['POST /snapshots/'] });
    expect(asked).toEqual([]);
    expect(ids).toHaveLength(5);
  });

  test.each([
    [5, [1]],
    [6, [1, 2]],
    [7, [1, 2, 3]],
  ])('with %i of 5 slots used deletes exactly %o, before the POST', async (count, doomed) => {
    const { step, asked, ids } = await creating({ snapshots: taken(count) });
    expect(step).toMatchObject({ red: false, result: 'created' });
    const deletions = doomed.map((id) => `DELETE /snapshots/${id}/`);
    expect(step.changes).toEqual([...deletions, 'POST /snapshots/']);
    expect(asked).toEqual(['4000']);
    expect(ids).toHaveLength(5);
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual(doomed);
    expect(step.outputs.snapshot_id).not.toMatch(/^[1-7]$/);
    expect(step.summary).toContain('Slots used: server 12345: 5 of 5.');
  });

  test('tells what goes and why, in the log, the summary and the outputs, before the POST', async () => {
    let before: { lines: string[]; notices: unknown[]; deleted: string | undefined } | undefined;
    const { step } = await creating({
      snapshots: taken(5),
      asked(method, _, { lines, notices, outputs }) {
        if (method === 'POST') before = { lines: [...lines], notices, deleted: outputs.deleted_ids };
      },
    });
    const name = 'snapshot 1 (snapshot-1) of server 12345 (web-1)';
    const why = 'the server has no free slot, and at_limit is delete_oldest';
    expect(before?.lines).toContain(`Going to delete ${name} (${why}).`);
    expect(before?.notices).toMatchObject([
      { message: `S${name.slice(1)} was deleted to make room (${why}).` },
    ]);
    expect(before?.deleted).toBe('[1]');
    expect(step.summary).toContain('was deleted to make room');
  });

  test('waits until what it deleted is out of the list, for until then it takes its slot', async () => {
    const { step } = await creating({
      snapshots: taken(5),
      api: { limit: 5, deleteTakesMs: 90_000, statusWhileDeleting: 'deleting' },
    });
    expect(step).toMatchObject({ red: false, changes: ['DELETE /snapshots/1/', 'POST /snapshots/'] });
  });

  test('takes failed ones first', async () => {
    const failed = taken(1, { status: 'failed', created_at: hoursAgo(1) }, 20);
    const { step } = await creating({ snapshots: [...taken(4), ...failed] });
    expect(step.outputs.deleted_ids).toBe('[20]');
  });

  test('counts the slots without those that are gone, when it does not wait either', async () => {
    const { step } = await creating({ snapshots: taken(5), inputs: { wait: 'false' } });
    expect(step).toMatchObject({ red: false, result: 'requested' });
    expect(step.summary).toContain('Slots used: server 12345: 5 of 5.');
  });

  test('spares what is not ours, unfinished, of a live or unknown run or of this one', async () => {
    const snapshots: SnapshotSeed[] = [
      ...taken(1, { description: 'by hand' }, 1),
      ...taken(1, { description: marked({ repository: 'acme/blog' }) }, 2),
      ...taken(1, { description: marked({ run: '4001' }) }, 3),
      ...taken(1, { description: marked({ run: '4711' }) }, 4),
      ...taken(1, { description: marked({ run: '4002' }) }, 5),
      ...taken(1, { description: marked(), created_at: hoursAgo(1) }, 6),
      ...taken(1, { description: marked(), created_at: hoursAgo(2) }, 7),
      ...taken(1, { description: marked(), created_at: hoursAgo(3) }, 8),
      ...taken(1, { description: marked(), created_at: hoursAgo(4) }, 9),
    ];
    const runs = (id: string): Liveness =>
      id === '4001' ? { is: 'going_on' } : id === '4002' ? { is: 'unknown', why: 'x' } : { is: 'over' };
    const short = await creating({ snapshots, runs });
    expect(short.step).toMatchObject({ red: true, changes: [] });
    const { step } = await creating({ snapshots: snapshots.slice(0, 6), runs });
    expect(step).toMatchObject({ red: true, result: 'failed', changes: [] });
    expect(step.error?.title).toBe('Snapshot limit reached');
    for (const reason of [
      /- snapshot 1 .*; stays: not made by acme\/shop/,
      /- snapshot 2 .*; stays: not made by acme\/shop/,
      /- snapshot 3 .*; stays: run 4001 is going on/,
      /- snapshot 4 .*; stays: this run made it/,
      /- snapshot 5 .*; stays: run 4002 may be going on: x/,
    ])
      expect(step.error?.message).toMatch(reason);
    expect(step.error?.message).toContain('Nothing was changed.');
  });

  test('asks once per run, also for several servers, and not about old ones', async () => {
    const { asked, step } = await creating({
      servers: [{ id: server }, { id: 7 }],
      inputs: { server_id: `${server} 7` },
      snapshots: [
        ...taken(5),
        ...taken(4, { server: 7, description: marked({ run: '4001' }) }, 20),
        ...taken(1, { server: 7, description: marked({ run: '3000' }), created_at: hoursAgo(36 * 24) }, 30),
      ],
    });
    expect(asked.toSorted()).toEqual(['4000', '4001']);
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual([1, 30]);
  });

  test('of two full servers of which one cannot be freed, deletes nothing', async () => {
    const { step, ids } = await creating({
      servers: [{ id: server }, { id: 7, name: 'db' }],
      inputs: { server_id: `${server} 7` },
      snapshots: [...taken(5), ...taken(5, { server: 7, description: '' }, 20)],
    });
    expect(step).toMatchObject({ red: true, result: 'failed', changes: [] });
    expect(ids).toHaveLength(10);
    expect(step.error?.message).toContain('Server 7 (db) has no free slot');
    expect(step.error?.message).not.toContain('Server 12345');
  });

  test('makes nothing when a deletion is refused', async () => {
    const { step, ids } = await creating({ snapshots: taken(6), faults: [refused(1, 403)] });
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error).toMatchObject({
      title: 'No room made',
      message: expect.stringMatching(
        /Snapshot 1 .*could not be deleted to make room, so no new snapshot was requested/,
      ),
    });
    expect(step.changes.filter((change) => change.startsWith('POST'))).toEqual([]);
    expect(ids).toEqual([1, 3, 4, 5, 6]);
    expect(step.error?.message).toContain('Snapshot 2 (snapshot-2) of server 12345 (web-1) was deleted.');
    expect(step.outputs.deleted_ids).toBe('[2]');
  });

  test('goes on when somebody else was faster', async () => {
    const { step } = await creating({
      snapshots: taken(5),
      asked(method, path, { api }) {
        if (method === 'DELETE' && path === '/snapshots/1/') api.removeSnapshot(1);
      },
    });
    expect(step).toMatchObject({ red: false, result: 'created', notices: [] });
    expect(step.outputs.deleted_ids).toBe('[]');
    expect(step.lines.join('\n')).toContain('was gone already');
  });

  test('that is stopped while GitHub is asked, was cancelled rather than refused', async () => {
    const step = rehearsed({
      inputs: { server_id: String(server), at_limit: 'delete_oldest' },
      github: {
        async livenessOf() {
          step.signal();
          return { is: 'unknown', why: 'GitHub did not answer' };
        },
      },
    });
    for (const seed of taken(5)) step.api.addSnapshot(seed);
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'cancelled', changes: [] });
  });

  test('that is dry, says what would go and lets it be', async () => {
    const { step, ids } = await creating({ snapshots: taken(5), inputs: { dry_run: 'true' } });
    expect(step).toMatchObject({ red: false, result: 'planned', changes: [] });
    expect(step.lines.join('\n')).toContain('Would delete snapshot 1 (snapshot-1)');
    expect(ids).toHaveLength(5);
  });

  test('is what has to be asked for', async () => {
    const { step, asked } = await creating({ snapshots: taken(5), inputs: { at_limit: '' } });
    expect(step).toMatchObject({ red: true, changes: [] });
    expect(step.error?.title).toBe('Snapshot limit reached');
    expect(step.error?.message).not.toContain('; stays:');
    expect(asked).toEqual([]);
  });
});

describe('where no snapshot names a server that is listed', () => {
  const snapshots = taken(5);

  test('the oldest is not deleted, and nothing is made', async () => {
    const { step, ids } = await creating({ snapshots, api: { ownerAs: 'none' } });
    expect(step).toMatchObject({ red: true, changes: [], error: { title: 'Owners not known' } });
    expect(ids).toEqual([1, 2, 3, 4, 5]);
  });

  test('without delete_oldest VPS.org counts, with one warning', async () => {
    const inputs = { at_limit: 'fail' };
    const { step } = await creating({ snapshots, inputs, api: { ownerAs: 'none' } });
    expect(step).toMatchObject({ red: false, result: 'created', warnings: [{ title: 'Owners not known' }] });
    const full = await creating({ snapshots, inputs, api: { ownerAs: 'none', limit: 5 } });
    expect(full.step).toMatchObject({ red: true, error: { title: 'No snapshot' } });
    expect(full.step.error?.message).toContain('snapshot limit reached');
  });
});
