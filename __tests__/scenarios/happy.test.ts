import { describe, expect, test } from 'vitest';
import { forms } from '../helpers/forms.ts';
import { server, stage } from '../helpers/scenario.ts';

const times = {
  documented: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/,
  client: /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/,
};

describe.concurrent.each(forms)('all goes well, in the %s form', (form) => {
  test('create waits until the snapshot is complete, and tells all about it', async () => {
    await using scene = await stage({ form, api: { firstSnapshotId: 802 } });
    const step = await scene.uses({ server_id: scene.id(server), name: 'pre-deploy' });
    expect(step).toMatchObject({
      outcome: 'success',
      stderr: '',
      annotations: [],
      outputs: {
        result: 'created',
        snapshot_id: scene.id(802),
        snapshot_name: 'pre-deploy',
        server_id: scene.id(server),
        status: 'completed',
        size_mb: '5120',
        created_at: expect.stringMatching(times[form]),
        deleted_ids: '[]',
        duration_seconds: expect.stringMatching(/^\d+$/),
      },
    });
    expect(step.outputs.snapshots).toContain(`"snapshot_id":${scene.json(802).slice(1, -1)},`);
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([
      { result: 'created', stopped_seconds: null },
    ]);
    expect(step.summary).toContain('### ✅ VPS.org snapshot: create – created');
    expect(step.summary).toContain(
      `| ${scene.id(802)} <code>pre-deploy</code> | <code>completed</code> | 5.0 GB |`,
    );
    expect(step.summary).toContain('taken while the server was running');
    expect(step.summary).toContain(`Slots used: server ${scene.id(server)}: 1 of 5.`);
    expect(step.summary).toContain(`snapshot_id: "${scene.id(802)}"`);
    expect(scene.changes).toEqual([`${scene.paths.create(server)} 201`]);
  });

  test('create looks before it asks, and asks with its mark', async () => {
    await using scene = await stage({ form, job: { repository: 'octo-org/shop', runId: 77, attempt: 2 } });
    await scene.uses({ server_id: scene.id(server), description: 'Before 1.2' });
    const [, , post] = scene.api.ledger;
    const name = 'gha-shop-77-2-[0-9a-f]{6}';
    const mark = '\\[gha octo-org/shop run 77\\.2 [0-9a-f]{8}-[0-9a-f]{8}\\]';
    expect(scene.requests.slice(0, 3)).toEqual([
      'GET /servers/ 200',
      'GET /snapshots/ 200',
      `${scene.paths.create(server)} 201`,
    ]);
    expect(post?.headers).toMatchObject({
      authorization: 'Bearer token-for-tests',
      'user-agent': expect.stringMatching(/^vps-snapshot-action\/\d.* \(octo-org\/shop; run 77\)$/),
    });
    expect(post?.body).toEqual(
      form === 'client'
        ? { label: expect.stringMatching(new RegExp(`^${name} ${mark}$`)) }
        : {
            server_id: 12345,
            name: expect.stringMatching(new RegExp(`^${name}$`)),
            description: expect.stringMatching(new RegExp(`^Before 1\\.2 ${mark}$`)),
          },
    );
  });

  test('several servers are one step, one table and ids in the order asked for', async () => {
    const createMs = (id: number) => (id === 2 ? 400 : 100);
    await using scene = await stage({ form, api: { createMs }, servers: [{ id: 1 }, { id: 2 }, { id: 3 }] });
    const step = await scene.uses({ server_id: `${scene.id(3)}, ${scene.id(1)}\n${scene.id(2)}` });
    expect(step).toMatchObject({
      exitCode: 0,
      outputs: { result: 'created', server_id: [3, 1, 2].map((id) => scene.id(id)).join() },
    });
    const made = new Map(scene.api.snapshots().map((snapshot) => [snapshot.server.id, snapshot]));
    expect(step.outputs.snapshot_id).toBe([3, 1, 2].map((id) => scene.id(made.get(id)?.id ?? 0)).join());
    expect([...made.values()].map(({ status }) => status)).toEqual(['completed', 'completed', 'completed']);
  });

  test('wait: false returns at once, and mode: wait waits for the rest', async () => {
    await using scene = await stage({ form, api: { createMs: 1_000 } });
    const early = await scene.uses({ server_id: scene.id(server), wait: 'false' }, { id: 'snap' });
    expect(early.outputs).toMatchObject({
      result: 'requested',
      snapshot_id: scene.id(801),
      status: 'in_progress',
      size_mb: '',
    });
    expect(scene.api.snapshots()).toMatchObject([{ status: 'in_progress' }]);

    const late = await scene.uses({ mode: 'wait', snapshot_id: '${{ steps.snap.outputs.snapshot_id }}' });
    expect(late.outputs).toMatchObject({
      result: 'ready',
      snapshot_id: scene.id(801),
      status: 'completed',
      size_mb: '5120',
    });
    expect(scene.api.snapshots()).toMatchObject([{ status: 'completed' }]);
    expect(scene.changes).toEqual([`${scene.paths.create(server)} 201`]);
  });

  test('restore by name, and the latest that this repository made', async () => {
    await using scene = await stage({ form, snapshots: [{ id: 700, name: 'by-hand' }] });
    await scene.uses({ server_id: scene.id(server) });
    const latest = await scene.uses({ mode: 'restore', server_id: scene.id(server), snapshot_id: 'latest' });
    const named = await scene.uses({ mode: 'restore', server_id: scene.id(server), name: 'by-hand' });
    expect([latest.outputs.snapshot_id, named.outputs.snapshot_id]).toEqual([scene.id(801), scene.id(700)]);
    expect(scene.api.state.restores).toMatchObject([{ snapshot: 801 }, { snapshot: 700 }]);
  });

  test('delete deletes, and a second time finds it gone', async () => {
    await using scene = await stage({ form, snapshots: [{ id: 802 }, { id: 803 }] });
    const first = await scene.uses({ mode: 'delete', snapshot_id: scene.id(802) });
    expect(first).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { result: 'deleted', deleted_ids: scene.json(802) },
    });
    expect(scene.ids).toEqual([803]);

    const second = await scene.uses({ mode: 'delete', snapshot_id: scene.id(802) });
    expect(second).toMatchObject({ exitCode: 0, outputs: { result: 'already_absent', deleted_ids: '[]' } });
    expect(second.annotations).toMatchObject([{ level: 'notice', title: 'Already gone' }]);
    expect(scene.ids).toEqual([803]);
  });

  test('list shows every snapshot of every page', async () => {
    const snapshots = [801, 802, 803].map((id) => ({ id }));
    await using scene = await stage({ form, api: { pageSize: 2 }, snapshots });
    const step = await scene.uses({ mode: 'list' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'listed' } });
    expect(step.outputs.snapshot_id?.split(',').toSorted()).toEqual(
      [801, 802, 803].map((id) => scene.id(id)).toSorted(),
    );
    expect(step.summary.match(/<code>completed<\/code>/g)).toHaveLength(3);
    expect(scene.requests).toEqual(['GET /snapshots/ 200', 'GET /snapshots/ 200']);
  });

  test('the classic three steps: snapshot, roll back, clean up', async () => {
    await using scene = await stage({ form });
    const snapshot_id = '${{ steps.snap.outputs.snapshot_id }}';
    await scene.uses({ server_id: scene.id(server) }, { id: 'snap' });
    scene.job.run('failure', { id: 'deploy' });
    const restored = await scene.uses({ mode: 'restore', snapshot_id });
    const deleted = await scene.uses({ mode: 'delete', snapshot_id });
    expect([restored.outputs.result, deleted.outputs.result]).toEqual(['restored', 'deleted']);
    expect(scene.changes).toEqual([
      `${scene.paths.create(server)} 201`,
      `${scene.paths.restore(801)} 200`,
      `${scene.paths.remove(801)} 204`,
    ]);
    expect(scene.api.state.restores).toMatchObject([{ server, snapshot: 801 }]);
    expect(scene.ids).toEqual([]);
  });
});

test('restore does not believe an "active" that was true before it began', async () => {
  const late = { restoreStartsAfterMs: 150, restoreMs: 600, serverListLagMs: 150 };
  await using scene = await stage({ api: late, snapshots: [{ id: 802 }] });
  const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
  expect(step).toMatchObject({
    exitCode: 0,
    annotations: [],
    outputs: { result: 'restored', snapshot_id: '802' },
  });
  expect(scene.changes).toEqual(['POST /snapshots/802/restore/ 200']);
  expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
  const asked = scene.api.ledger.find(({ method }) => method === 'POST')?.at ?? Number.NaN;
  expect((scene.api.ledger.at(-1)?.at ?? 0) - asked).toBeGreaterThanOrEqual(900);
});
