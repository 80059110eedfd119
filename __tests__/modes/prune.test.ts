import { describe, expect, test } from 'vitest';
import { type Fault, type SnapshotSeed, uuidOf } from '../../rehearsal/api/api.ts';
import type { Liveness } from '../../src/rules/liveness.ts';
import { marked } from '../helpers/marked.ts';
import { rehearsed, type Setting, server } from '../helpers/rehearsed.ts';
import { hoursAgo } from '../helpers/virtual-clock.ts';

/** Snapshots 1 … n of a server, the last one the newest, an hour apart; all of run 4000. */
function hourly(count: number, of: Partial<SnapshotSeed> = {}): SnapshotSeed[] {
  return Array.from({ length: count }, (_, n) => ({
    ...{ server, id: n + 1, created_at: hoursAgo(count - n), description: marked() },
    ...of,
  }));
}

interface Stage extends Omit<Setting, 'inputs' | 'github'> {
  inputs?: Record<string, string>;
  snapshots?: SnapshotSeed[];
  runs?: (id: string) => Liveness;
}

function pruning({ inputs, snapshots = hourly(5), runs = () => ({ is: 'over' }), ...setting }: Stage) {
  const asked: string[] = [];
  const step = rehearsed({
    ...setting,
    inputs: { mode: 'prune', server_id: String(server), ...inputs },
    github: {
      async livenessOf(id) {
        asked.push(id);
        return runs(id);
      },
    },
  });
  for (const seed of snapshots) step.api.addSnapshot(seed);
  const ids = () =>
    step.api
      .snapshots()
      .map(({ id }) => id)
      .toSorted((a, b) => a - b);
  return { step, asked, ids };
}

async function pruned(stage: Stage) {
  const { step, asked, ids } = pruning(stage);
  await step.run();
  return { step, asked, ids: ids() };
}

const refuses = (id: number, status = 409): Fault => ({
  when: { method: 'DELETE', path: `/snapshots/${id}/` },
  times: Number.POSITIVE_INFINITY,
  do: { kind: 'status', status },
});

test('refuses to work where no snapshot names a server that is listed', async () => {
  const { step, ids } = await pruned({ inputs: { keep_last: '1' }, api: { ownerAs: 'none' } });
  expect(step).toMatchObject({
    red: true,
    result: 'failed',
    changes: [],
    error: { title: 'Owners not known' },
  });
  expect(step.error?.message).toContain('so mode: prune cannot tell whose they are.\nNothing was changed.');
  expect(ids).toEqual([1, 2, 3, 4, 5]);
});

test('refuses a server that nobody can see, and deletes nothing of the others', async () => {
  const { step, ids } = await pruned({ inputs: { keep_last: '1', server_id: `${server},999` } });
  expect(step).toMatchObject({ red: true, result: 'failed', changes: [] });
  expect(step.error?.message).toMatch(/999[\s\S]*Nothing was changed\./);
  expect(ids).toEqual([1, 2, 3, 4, 5]);
});

test('refuses to go by a list that is not whole', async () => {
  const { step, ids } = await pruned({ inputs: { keep_last: '1' }, api: { countAhead: 3 } });
  expect(step).toMatchObject({ red: true, result: 'failed', changes: [] });
  expect(step.error?.message).toMatch(/nothing is deleted/);
  expect(ids).toEqual([1, 2, 3, 4, 5]);
});

test('works by the other id of a server, and where servers may not be listed', async () => {
  for (const api of [{ form: 'both' }, { form: 'both', ownerAs: 'field' }] as const) {
    const { ids } = await pruned({ inputs: { keep_last: '2', server_id: uuidOf(server) }, api });
    expect(ids).toEqual([4, 5]);
  }
  const { ids } = await pruned({ inputs: { keep_last: '2' }, api: { serversForbidden: true } });
  expect(ids).toEqual([4, 5]);
});

describe('prune', () => {
  test.each([
    [{ keep_last: '2' }, [4, 5]],
    [{ keep_within: '3h' }, [3, 4, 5]],
    [{ keep_last: '1', keep_within: '2h' }, [4, 5]],
    [{ keep_last: '4', keep_within: '30m' }, [2, 3, 4, 5]],
    [{ keep_within: '30m' }, [5]],
  ])('with %o leaves %o', async (inputs, left) => {
    const { step, ids } = await pruned({ inputs });
    expect(ids).toEqual(left);
    const gone = [1, 2, 3, 4, 5].filter((id) => !left.includes(id));
    expect(step).toMatchObject({ red: false, result: 'pruned', annotations: [] });
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual(gone);
    expect(step.outputs.snapshot_id?.split(',').map(Number).toSorted()).toEqual(left);
    expect(step.summary).toContain(`Slots used: server ${server}: ${left.length} of 5.`);
  });

  test('says of each snapshot what becomes of it and why', async () => {
    const { step } = await pruned({ inputs: { keep_last: '2' }, snapshots: hourly(3) });
    const of = `of server ${server} (web-1)`;
    expect(step.lines).toContain(`Kept: snapshot 3 (snapshot-3) ${of} (the newest).`);
    expect(step.lines).toContain(`Kept: snapshot 2 (snapshot-2) ${of} (one of the last 2).`);
    const why = 'neither keep_last nor keep_within keeps it';
    expect(step.lines).toContain(`Going to delete snapshot 1 (snapshot-1) ${of} (${why}).`);
    expect(step.lines).toContain(`Deleted: snapshot 1 (snapshot-1) ${of} (${why}).`);
    expect(step.snapshots).toMatchObject([
      { snapshot_id: 3, result: 'kept', remark: 'the newest' },
      { snapshot_id: 2, result: 'kept' },
      { snapshot_id: 1, result: 'deleted', remark: why },
    ]);
  });

  test.each([{}, { keep_last: '', keep_within: '' }, { keep_last: '0' }, { keep_within: '7' }])(
    'with %o is an error before any request',
    async (inputs) => {
      const { step, asked, ids } = await pruned({ inputs });
      expect(step).toMatchObject({ red: true, result: 'failed' });
      expect(step.error?.title).toMatch(/^Input keep_/);
      expect(step.ledger).toEqual([]);
      expect(asked).toEqual([]);
      expect(ids).toHaveLength(5);
    },
  );

  test('needs to know the server', async () => {
    const { step } = await pruned({ inputs: { keep_last: '1', server_id: '' } });
    expect(step.error?.title).toBe('Input server_id');
    expect(step.ledger).toEqual([]);
  });

  test('finds nothing to do and says so', async () => {
    for (const snapshots of [[], hourly(1)]) {
      const { step, asked } = await pruned({ inputs: { keep_last: '1' }, snapshots });
      expect(step).toMatchObject({ red: false, result: 'pruned', changes: [] });
      expect(step.outputs.deleted_ids).toBe('[]');
      expect(asked).toEqual([]);
    }
  });

  test('that is dry, says all and does nothing', async () => {
    const { step, ids } = await pruned({ inputs: { keep_last: '2', dry_run: 'true' } });
    expect(ids).toEqual([1, 2, 3, 4, 5]);
    expect(step).toMatchObject({ red: false, result: 'planned', changes: [] });
    expect(step.outputs.deleted_ids).toBe('[]');
    expect(step.lines.filter((line) => line.startsWith('Would delete'))).toHaveLength(3);
    expect(step.lines.filter((line) => line.startsWith('Would keep'))).toHaveLength(2);
    expect(step.summary).toContain('Nothing was changed. This would be done:');
  });

  test('takes a failed one although it is the newest, and keeps the newest complete one', async () => {
    const failed = { server, id: 6, status: 'failed', created_at: hoursAgo(0), description: marked() };
    const { step, ids } = await pruned({ inputs: { keep_last: '1' }, snapshots: [...hourly(3), failed] });
    expect(ids).toEqual([3]);
    expect(step.lines.join('\n')).toMatch(/Deleted: snapshot 6 .* \(failed, and its run is over\)/);
  });

  test('leaves alone what is not its own, not complete, or of this run', async () => {
    const created_at = hoursAgo(90);
    const others: SnapshotSeed[] = [
      { server, id: 11, created_at },
      { server, id: 12, created_at, description: marked({ repository: 'acme/blog' }) },
      { server, id: 13, created_at, description: marked(), status: 'in_progress' },
      { server, id: 14, created_at, description: marked({ run: '4711' }) },
    ];
    const { step, ids } = await pruned({ inputs: { keep_last: '1' }, snapshots: [...hourly(2), ...others] });
    expect(ids).toEqual([2, 11, 12, 13, 14]);
    expect(step.changes).toEqual(['DELETE /snapshots/1/']);
  });

  test('keeps what live runs made, and what may be of one, and asks once per run', async () => {
    const all = hourly(6).map((seed, n) => ({
      ...seed,
      description: marked({ run: String(4000 + (n % 3)) }),
    }));
    const answers: Record<string, Liveness> = {
      4000: { is: 'over' },
      4001: { is: 'going_on' },
      4002: { is: 'unknown', why: 'GitHub answered 403; the job needs permissions: actions: read' },
    };
    const { step, asked, ids } = await pruned({
      inputs: { keep_last: '1' },
      snapshots: all,
      runs: (id) => answers[id] ?? { is: 'over' },
    });
    expect(asked.toSorted()).toEqual(['4000', '4001', '4002']);
    expect(ids).toEqual([2, 3, 5, 6]);
    expect(step).toMatchObject({ red: false, result: 'pruned' });
    expect(step.lines.filter((line) => line.startsWith('Not every run could be asked'))).toHaveLength(1);
    expect(step.lines.join('\n')).toMatch(/Kept: snapshot 2 .*\(run 4001 is going on\)/);
    expect(step.lines.join('\n')).toMatch(/Kept: snapshot 3 .*\(run 4002 may be going on: .*actions: read\)/);
  });

  test('asks nothing about what it keeps anyway, nor about what is older than 35 days', async () => {
    const old = { server, id: 50, created_at: hoursAgo(36 * 24), description: marked({ run: '3000' }) };
    const newest = { server, id: 51, created_at: hoursAgo(1), description: marked({ run: '4005' }) };
    const { asked, ids } = await pruned({ inputs: { keep_last: '1' }, snapshots: [old, newest] });
    expect(asked).toEqual([]);
    expect(ids).toEqual([51]);
  });

  test('goes on after a deletion that failed, and fails at the end with what is left', async () => {
    const { step, ids } = await pruned({ inputs: { keep_last: '1' }, faults: [refuses(2)] });
    expect(ids).toEqual([2, 5]);
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error).toMatchObject({
      title: 'Not deleted',
      message: expect.stringContaining(
        `Snapshot 2 (snapshot-2) of server ${server} (web-1) was not deleted.`,
      ),
    });
    expect(step.error?.message).toContain('Snapshot 1 (snapshot-1) of server 12345 (web-1) was deleted.');
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual([1, 3, 4]);
    expect(step.outputs.snapshot_id?.split(',').toSorted()).toEqual(['2', '5']);
    expect(step.summary).toContain('Slots used: server 12345: 2 of 5.');
  });

  test('names all that failed', async () => {
    const { step, ids } = await pruned({ inputs: { keep_last: '1' }, faults: [refuses(2), refuses(3, 403)] });
    expect(ids).toEqual([2, 3, 5]);
    expect(step.error?.title).toBe('2 of 4 failed');
    expect(step.error?.message).toMatch(/^Snapshot 2 .+\n(Snapshot . .+\n)*.+ is busy\..+$/m);
    expect(step.error?.message).toMatch(/^Snapshot 3 .+\n(Snapshot . .+\n)*.+ permissions .+$/m);
  });

  test('counts one that somebody else deleted meanwhile as absent', async () => {
    const { step } = pruning({
      inputs: { keep_last: '1' },
      snapshots: hourly(2),
      asked(method, path, { api }) {
        if (method === 'DELETE' && path === '/snapshots/1/') api.removeSnapshot(1);
      },
    });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'pruned' });
    expect(step.snapshots).toMatchObject([{ result: 'kept' }, { result: 'already_absent' }]);
    expect(step.outputs).toMatchObject({ deleted_ids: '[]', snapshot_id: '2' });
  });

  test('looks after each server by itself', async () => {
    const second = hourly(3).map((seed, n) => ({ ...seed, id: 20 + n, server: 7 }));
    const { step, ids } = await pruned({
      servers: [{ id: server }, { id: 7 }, { id: 8 }],
      snapshots: [
        ...hourly(3),
        ...second,
        { server: 8, id: 30, created_at: hoursAgo(99), description: marked() },
      ],
      inputs: { server_id: `7 ${server}`, keep_last: '1' },
    });
    expect(ids).toEqual([3, 22, 30]);
    expect(step.outputs.snapshot_id).toBe('22,3');
    expect(step.summary).toContain('Slots used: server 7: 1 of 5, server 12345: 1 of 5.');
  });

  test('that is stopped while GitHub is asked, deletes nothing', async () => {
    const { step, ids } = pruning({
      inputs: { keep_last: '1' },
      runs: () => {
        step.signal();
        return { is: 'over' };
      },
    });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'cancelled', changes: [] });
    expect(ids()).toHaveLength(5);
  });
});
