import { describe, expect, test } from 'vitest';
import { uuidOf } from '../../rehearsal/api/api.ts';
import { hoursAgo, madeBy } from '../helpers/github-scenario.ts';
import { afterTheJob, expectRefusal, server, stage } from '../helpers/scenario.ts';

describe.concurrent('where objects show both of their ids', () => {
  test('either names them, and outputs give the integer', async () => {
    await using scene = await stage({ form: 'both' });
    const main = await scene.uses({ server_id: uuidOf(server).toUpperCase(), on_failure: 'restore,delete' });
    expect(main).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { result: 'created', server_id: '12345', snapshot_id: '801' },
    });
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(scene.changes).toEqual([
      'POST /snapshots/ 201',
      'POST /snapshots/801/restore/ 200',
      'DELETE /snapshots/801/ 204',
    ]);
  });

  test('a server and a snapshot that are named twice are one', async () => {
    await using scene = await stage({ form: 'both', snapshots: [{ id: 802 }] });
    const made = await scene.uses({ server_id: `12345, ${uuidOf(server)}` });
    expect(made.outputs).toMatchObject({ server_id: '12345', snapshot_id: '803' });
    const deleted = await scene.uses({ mode: 'delete', snapshot_id: `${uuidOf(802)} 802` });
    expect(deleted).toMatchObject({ exitCode: 0, outputs: { result: 'deleted', deleted_ids: '[802]' } });
    expect(scene.ids).toEqual([803]);
  });

  test('snapshots that name their server by UUID belong to it all the same', async () => {
    const old = (id: number) => ({ id, description: madeBy(4000), created_at: hoursAgo(900 - id) });
    await using scene = await stage({ form: 'both', snapshots: [1, 2, 3].map(old) });
    const byUuid = (answer: unknown) => {
      const { results, ...page } = answer as { results: { server: { uuid: string } }[] };
      return { ...page, results: results.map((one) => ({ ...one, server: one.server.uuid })) };
    };
    const when = { method: 'GET', path: '/snapshots/' };
    scene.api.fail({ when, times: Number.POSITIVE_INFINITY, do: { kind: 'echo', of: byUuid } });
    const step = await scene.uses({ mode: 'prune', server_id: '12345', keep_last: '2' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'pruned', deleted_ids: '[1]' } });
    expect(scene.ids.toSorted()).toEqual([2, 3]);
  });
});

test('integers are kept to the last digit', async () => {
  await using scene = await stage({ api: { idOffset: 10n ** 18n } });
  const [server_id, snapshot_id] = ['1000000000000012345', '1000000000000000801'];
  const step = await scene.uses({ server_id, on_failure: 'restore,delete' });
  expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { server_id, snapshot_id } });
  expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
  expect(scene.changes).toEqual([
    'POST /snapshots/ 201',
    `POST /snapshots/${snapshot_id}/restore/ 200`,
    `DELETE /snapshots/${snapshot_id}/ 204`,
  ]);
});

describe.concurrent.each([
  ['documented', uuidOf(server), uuidOf(802)],
  ['client', String(server), '802'],
] as const)('an id of the other form, in the %s form', (form, otherServer, otherSnapshot) => {
  test('of a server is not found, and those that there are are named', async () => {
    const servers = [
      { id: server, name: 'web-1' },
      { id: 2, name: 'db' },
    ];
    await using scene = await stage({ form, servers });
    const step = await scene.uses({ server_id: otherServer });
    expectRefusal(
      { scene, step },
      'Server not found',
      `Server ${otherServer}`,
      `server ${scene.id(server)} (web-1), server ${scene.id(2)} (db)`,
    );
  });

  test('of a snapshot is not found either', async () => {
    await using scene = await stage({ form, snapshots: [{ id: 802 }] });
    const step = await scene.uses({ mode: 'restore', snapshot_id: otherSnapshot });
    expectRefusal({ scene, step }, 'Snapshot not found', `Snapshot ${otherSnapshot}`, 'mode: list');
  });

  test('of a snapshot is no reason to delete anything', async () => {
    await using scene = await stage({ form, snapshots: [{ id: 802 }] });
    const step = await scene.uses({ mode: 'delete', snapshot_id: otherSnapshot });
    expect(scene.ids).toEqual([802]);
    expect(step.outputs).toMatchObject({ result: 'already_absent', deleted_ids: '[]' });
  });
});
