import { describe, expect, test } from 'vitest';
import { expectRefusal, server, stage } from '../helpers/scenario.ts';

describe.concurrent('what cannot be done is refused before anything is changed', () => {
  const full = [1, 2, 3, 4, 5].map((id) => ({ id, name: `old-${id}` }));

  test('a token that is not accepted', async () => {
    await using scene = await stage({ api: { token: 'another-token' } });
    const step = await scene.uses({ server_id: '12345' });
    expectRefusal({ scene, step }, 'Token not accepted', '401', 'account/developers');
    expect(scene.requests).toEqual(['GET /servers/ 401']);
  });

  test('a token that may not handle snapshots', async () => {
    const faults = [{ when: { path: '/snapshots/' }, do: { kind: 'status', status: 403 } }] as const;
    await using scene = await stage({ faults: [...faults] });
    expectRefusal(
      { scene, step: await scene.uses({ server_id: '12345' }) },
      'Not permitted',
      '403',
      'permissions',
    );
  });

  test('a server without a free slot, with what takes the slots', async () => {
    await using scene = await stage({ snapshots: full });
    const step = await scene.uses({ server_id: '12345' });
    expectRefusal(
      { scene, step },
      'Snapshot limit reached',
      'at most 5',
      '- snapshot 1 (old-1)',
      '- snapshot 5',
      'mode: delete',
    );
  });

  test('one server of several without a free slot: none gets a snapshot', async () => {
    await using scene = await stage({ servers: [{ id: server }, { id: 2 }], snapshots: full });
    expectRefusal(
      { scene, step: await scene.uses({ server_id: '2, 12345' }) },
      'Snapshot limit reached',
      'Server 12345',
    );
  });

  test('a server that is not there', async () => {
    await using scene = await stage();
    const step = await scene.uses({ server_id: '999' });
    expectRefusal(
      { scene, step },
      'Server not found',
      'Server 999',
      'server 12345 (web-1)',
      'Check server_id',
    );
  });

  test('a server that is suspended', async () => {
    await using scene = await stage({ servers: [{ id: server, status: 'suspended' }] });
    expectRefusal(
      { scene, step: await scene.uses({ server_id: '12345' }) },
      'Server suspended',
      'Server 12345',
    );
  });

  test('the snapshot of another server', async () => {
    await using scene = await stage({ servers: [{ id: server }, { id: 2 }], snapshots: [{ id: 802 }] });
    for (const mode of ['restore', 'delete', 'wait']) {
      const step = await scene.uses({ mode, snapshot_id: '802', server_id: '2' });
      expectRefusal({ scene, step }, 'Which snapshot?', 'Snapshot 802 is of server 12345', 'allows only 2');
    }
    expect(scene.ids).toEqual([802]);
  });

  test('a name that two snapshots have', async () => {
    await using scene = await stage({
      snapshots: [
        { id: 802, name: 'same' },
        { id: 803, name: 'same' },
      ],
    });
    for (const mode of ['restore', 'delete']) {
      const step = await scene.uses({ mode, name: 'same', server_id: '12345' });
      expectRefusal(
        { scene, step },
        'Which snapshot?',
        '2 snapshots named same',
        '- snapshot 802',
        '- snapshot 803',
      );
    }
  });

  test('a name that none has', async () => {
    await using scene = await stage({ snapshots: [{ id: 802, name: 'other' }] });
    const step = await scene.uses({ mode: 'delete', name: 'same', server_id: '12345' });
    expectRefusal({ scene, step }, 'Which snapshot?', 'no snapshot named same', '- snapshot 802 (other)');
  });

  test('a restore of what is not there', async () => {
    await using scene = await stage();
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectRefusal({ scene, step }, 'Snapshot not found', 'Snapshot 802', 'mode: list');
  });

  test('a restore from what is not complete', async () => {
    await using scene = await stage({ snapshots: [{ id: 802, status: 'in_progress' }] });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectRefusal(
      { scene, step },
      'Snapshot not complete',
      '"in_progress"',
      'mode: wait and snapshot_id: 802',
    );
  });

  test('a restore from two snapshots of one server', async () => {
    await using scene = await stage({ snapshots: [{ id: 802 }, { id: 803 }] });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802,803' });
    expectRefusal({ scene, step }, 'Two snapshots of one server', 'server 12345');
  });

  test('a restore from what is too old, by the clock of the API', async () => {
    const hour = 3_600_000;
    const created_at = new Date(Date.now() - 2 * hour);
    await using scene = await stage({
      api: { clockSkewMs: 30 * hour },
      snapshots: [{ id: 802, created_at }],
    });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802', max_age: '1h' });
    expectRefusal({ scene, step }, 'Snapshot too old', '2h 00m old', 'max_age allows 1h 00m');
  });

  test('a restore of a server that someone else is restoring', async () => {
    await using scene = await stage({ api: { restoreMs: 60_000 }, snapshots: [{ id: 802 }] });
    scene.api.startRestore(server);
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectRefusal({ scene, step }, 'Server busy', 'being restored already', 'force: true');
  });

  test('a restore that would wipe a newer deploy', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345' }, { id: 'snap' });
    scene.api.addSnapshot({ server, description: 'x [gha octo-org/web run 4243.1 00000000-00000000]' });
    const before = scene.changes.length;
    const step = await scene.uses({ mode: 'restore', snapshot_id: '801' });
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'A newer deploy would be lost' }]);
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(scene.changes).toHaveLength(before);
  });

  test('waiting for what someone deletes meanwhile', async () => {
    await using scene = await stage({ snapshots: [{ id: 802, status: 'in_progress' }] });
    const during = scene.once('GET /snapshots/', () => scene.api.removeSnapshot(802), 3);
    const step = await scene.uses({ mode: 'wait', snapshot_id: '802' }, { during });
    expectRefusal({ scene, step }, 'Snapshot not complete', 'deleted by someone else');
  });

  test('waiting for what fails', async () => {
    await using scene = await stage({ snapshots: [{ id: 802, status: 'failed' }] });
    const step = await scene.uses({ mode: 'wait', snapshot_id: '802' });
    expectRefusal({ scene, step }, 'Snapshot failed', 'ended as "failed"');
  });
});

describe.concurrent('a dry run says what it would do, and does nothing', () => {
  test.each([
    ['create', { server_id: '12345', name: 'pre' }, 'create snapshot pre of server 12345 (web-1)', ''],
    ['wait', { snapshot_id: '802' }, 'wait for snapshot 802 (snapshot-802) of server 12345 (web-1)', '802'],
    [
      'restore',
      { snapshot_id: '802' },
      'restore server 12345 (web-1) from snapshot 802 (snapshot-802)',
      '802',
    ],
    ['delete', { snapshot_id: '802' }, 'delete snapshot 802 (snapshot-802) of server 12345 (web-1)', '802'],
    ['list', {}, 'show snapshot 802 (snapshot-802)', '802'],
  ])('mode: %s', async (mode, inputs, plan, snapshot_id) => {
    await using scene = await stage({ snapshots: [{ id: 802 }] });
    const step = await scene.uses({ mode, ...inputs, dry_run: 'true' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'planned', snapshot_id } });
    expect(step.stdout).toContain(`Would ${plan}`);
    expect(step.summary).toContain('Nothing was changed.');
    expect(scene.changes).toEqual([]);
  });

  test('refuses what the real run would refuse', async () => {
    await using scene = await stage();
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802', dry_run: 'true' });
    expectRefusal({ scene, step }, 'Snapshot not found');
  });
});
