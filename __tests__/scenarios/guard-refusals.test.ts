import { describe, expect, test } from 'vitest';
import type { Contexts } from '../../rehearsal/runner/contexts.ts';
import { bystander } from '../helpers/bystander.ts';
import { forms } from '../helpers/forms.ts';
import { afterTheJob, expectError, type Scene, server, stage } from '../helpers/scenario.ts';

/** Another job takes its snapshot before its deploy, as it can be told by the mark. */
function othersSnapshot(scene: Scene, at: Date | number = Date.now(), run = '77.1'): number {
  const description = `Before 1.2 [gha octo-org/web run ${run} 0a0b0c0d-01020304]`;
  return scene.addSnapshot({ name: 'theirs', description, created_at: at });
}

/** The server was left alone, and its snapshot as well. */
function expectAlone(scene: Scene): void {
  expect(scene.afterwards.filter((line) => !line.startsWith('GET '))).toEqual([]);
  expect(scene.ids).toContain(801);
}

const byHand = 'Snapshot 801 is kept. By hand: mode: restore with snapshot_id: 801.';
const inDoubt =
  'Snapshot 801 is kept. If it turns out not to be restored: mode: restore with snapshot_id: 801.';

describe.concurrent.each(forms)('a rollback that would wipe another deploy, in the %s form', (form) => {
  test.each(['77.1', '4242.1'])('is refused, and red: run %s took a snapshot since', async (run) => {
    await using scene = await stage({ form });
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore,delete' });
    othersSnapshot(scene, Date.now(), run);
    const post = await scene.endsAs('failure');
    expectError(
      post,
      'A newer deploy would be lost',
      `snapshot ${scene.id(802)} (theirs)`,
      `octo-org/web run ${run.split('.')[0]}`,
      'Nothing was changed.',
      'force: true restores all the same',
      `Snapshot ${scene.id(801)} is kept. By hand: mode: restore with snapshot_id: ${scene.id(801)}.`,
    );
    expectAlone(scene);
  });

  test('is done when it is forced', async () => {
    await using scene = await stage({ form });
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore', force: 'true' });
    othersSnapshot(scene);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(scene.api.state.restores).toMatchObject([{ snapshot: 801 }]);
    expect(scene.ids.toSorted()).toEqual([801, 802]);
  });

  test('is none because of an older snapshot of another run, or a newer one that nobody deploys with', async () => {
    await using scene = await stage({ form, servers: [{ id: server, name: 'web-1' }, { id: 2 }] });
    othersSnapshot(scene, Date.now() - 3_600_000);
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore' });
    scene.addSnapshot({ name: 'by-hand' });
    scene.addSnapshot({
      server: 2,
      name: 'elsewhere',
      description: '[gha octo-org/web run 77.1 0a0b0c0d-01020304]',
    });
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(scene.api.state.restores).toMatchObject([{ snapshot: 802 }]);
  });
});

describe.concurrent('a rollback that does not come off is red, and keeps the snapshot', () => {
  test('because the API refuses it', async () => {
    const faults = [{ when: { path: /restore/ }, do: { kind: 'status', status: 422 } } as const];
    await using scene = await stage({ faults });
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete' });
    const post = await scene.endsAs('failure');
    expectError(post, 'Restore refused', /Server 12345 \(web-1\) from snapshot 801/, '422', byHand);
    expect(post.summary).toContain('snapshot_id: "801"');
    expect(scene.afterwards.filter((line) => !line.startsWith('GET '))).toEqual([
      'POST /snapshots/801/restore/ 422',
    ]);
    expect([scene.ids, scene.job.status]).toEqual([[801], 'failure']);
  });

  test('because the server does not come back', async () => {
    await using scene = await stage({ api: { afterRestore: 'error' } });
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete' });
    expectError(await scene.endsAs('failure'), 'Restore failed', 'is "error" after the restore', inDoubt);
    expect(scene.changes.slice(1)).toEqual(['POST /snapshots/801/restore/ 200']);
    expect(scene.ids).toEqual([801]);
  });

  test('because nobody saw it begin', async () => {
    await using scene = await stage({ api: { restoreMs: 0 } });
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete' });
    expectError(await scene.endsAs('failure'), 'Restore accepted, not confirmed', 'was requested', inDoubt);
    expect(scene.ids).toEqual([801]);
  });

  test('because the service does not answer', async () => {
    await using site = await bystander({ status: 503 });
    await using scene = await stage();
    const timeout_minutes = ({ job }: Contexts) => (job.status === 'failure' ? '0.1' : '0.5');
    const inputs = { on_failure: 'restore,delete', ready_url: site.url, timeout_minutes };
    await scene.uses({ server_id: '12345', ...inputs });
    expectError(await scene.endsAs('failure'), 'Server up, service not ready', 'The restore is done');
    expect(scene.changes.slice(1)).toEqual(['POST /snapshots/801/restore/ 200']);
    expect(scene.ids).toEqual([801]);
  });

  test('because someone else was restoring the server: that is waited for, and not overwritten', async () => {
    await using scene = await stage({ api: { restoreMs: 3_000 } });
    await scene.uses({ server_id: '12345', on_failure: 'restore' });
    scene.api.startRestore(server);
    const post = await scene.endsAs('failure');
    expectError(post, 'Restored by someone else', 'was being restored by someone else', byHand);
    expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
    expectAlone(scene);
  });

  test('unless that is forced: first theirs, then ours', async () => {
    await using scene = await stage({ api: { restoreMs: 3_000 } });
    await scene.uses({ server_id: '12345', on_failure: 'restore', force: 'true' });
    scene.api.startRestore(server);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    const [theirs, ours] = scene.api.state.restores;
    expect([theirs?.snapshot, ours?.snapshot]).toEqual([undefined, 801]);
    expect((ours?.at ?? 0) - (theirs?.at ?? 0)).toBeGreaterThanOrEqual(3_000);
  });

  test('because somebody deleted the snapshot', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore' });
    scene.api.removeSnapshot(801);
    const post = await scene.endsAs('failure');
    expectError(post, 'Not rolled back', 'snapshot 801', 'it is gone from the list', 'Nothing was changed.');
    expect(scene.changes).toHaveLength(1);
  });
});

describe.concurrent('a deletion that does not come off is a warning', () => {
  test.each([
    ['success', 'delete'],
    ['failure', 'restore,delete'],
  ] as const)('after a %s with %s', async (ending, policy) => {
    const faults = [{ when: { method: 'DELETE' }, do: { kind: 'status', status: 403 } } as const];
    await using scene = await stage({ faults });
    await scene.uses({ server_id: '12345', on_success: 'delete', on_failure: policy });
    const post = await scene.endsAs(ending);
    expect(post.exitCode).toBe(0);
    const told = post.annotations.filter(({ title }) => title !== 'Rolled back');
    expect(told).toMatchObject([
      {
        level: 'warning',
        title: 'Snapshot not deleted',
        message: expect.stringMatching(/^Snapshot 801 .* 403 .* mode: delete with snapshot_id: 801\.$/s),
      },
    ]);
    expect(post.summary).toContain('⚠️');
    expect([scene.ids, scene.job.status]).toEqual([[801], ending]);
  });
});

describe.concurrent('inputs that changed between the two steps', () => {
  const changing =
    (before: string, after: string) =>
    ({ job }: Contexts) =>
      job.status === 'success' ? before : after;

  test('another server_id or name: what was saved counts', async () => {
    await using scene = await stage({ servers: [{ id: server }, { id: 2 }], snapshots: [{ id: 700 }] });
    const inputs = { server_id: changing('12345', '2'), name: changing('pre', 'other') };
    await scene.uses({ ...inputs, snapshot_id: changing('', '700'), on_failure: 'restore' });
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({
      exitCode: 0,
      summary: expect.stringMatching(/^\| 12345 .* \| 801 .* \| restored \|$/m),
    });
    expect(scene.api.state.restores).toMatchObject([{ server: 12345, snapshot: 801 }]);
  });

  test('another mode: the guard stays on its post', async () => {
    await using scene = await stage();
    await scene.uses({ mode: changing('create', 'list'), server_id: '12345', on_failure: 'restore' });
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
  });

  test('another api_url: an error, and neither host gets a request', async () => {
    await using other = await bystander();
    await using scene = await stage();
    await scene.uses({
      server_id: '12345',
      on_failure: 'restore',
      api_url: changing(scene.url, `${other.url}/api/v1`),
    });
    const post = await scene.endsAs('failure');
    expectError(
      post,
      'Another api_url',
      'Nothing was done after the job. Kept: snapshot 801 of server 12345 (web-1).',
    );
    expect([other.requests, other.headers, scene.afterwards]).toEqual([[], [], []]);
  });

  test.each([
    ['on_failure', 'rollback'],
    ['timeout_minutes', 'soon'],
    ['force', 'maybe'],
    ['job_status', 'exploded'],
    ['api_token', ''],
  ])('%s is "%s", which is none: nothing is done, and the snapshot is named', async (input, bad) => {
    await using scene = await stage();
    const good = { on_failure: 'restore', timeout_minutes: '0.25', force: 'false', job_status: 'success' }[
      input
    ];
    const inputs = { server_id: '12345', on_failure: 'restore' };
    await scene.uses({ ...inputs, [input]: changing(good ?? 'token-for-tests', bad) });
    const post = await scene.endsAs('failure');
    expectError(
      post,
      `Input ${input}`,
      'Nothing was done after the job. Kept: snapshot 801 of server 12345 (web-1).',
    );
    expect(post.summary).toContain('snapshot_id: "801"');
    expect([scene.afterwards, scene.ids, scene.job.status]).toEqual([[], [801], 'failure']);
  });

  test('a policy that is none shows before the deploy already', async () => {
    await using scene = await stage();
    expectError(await scene.uses({ server_id: '12345', on_cancelled: 'rollback' }), 'Input on_cancelled');
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.requests).toEqual([]);
  });
});
