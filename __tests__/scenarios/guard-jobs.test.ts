import { describe, expect, test } from 'vitest';
import { forms } from '../helpers/forms.ts';
import { afterTheJob, expectError, type Scene, server, stage } from '../helpers/scenario.ts';

/** The snapshots that servers were restored from, in order. */
const restored = (scene: Scene) => scene.api.state.restores.map(({ snapshot }) => snapshot);

describe.concurrent('several guards', () => {
  test('in one job unwind in reverse, each with its own snapshot', async () => {
    await using scene = await stage({ servers: [{ id: 1 }, { id: 2 }] });
    await scene.uses({ server_id: '1', on_failure: 'restore,delete' });
    await scene.uses({ server_id: '2', on_failure: 'restore,delete' });
    const posts = await scene.ends('failure');
    expect(posts).toMatchObject([
      { exitCode: 0, annotations: [{ message: expect.stringContaining('from snapshot 802') }] },
      { exitCode: 0, annotations: [{ message: expect.stringContaining('from snapshot 801') }] },
    ]);
    expect(scene.changes.slice(2)).toEqual([
      'POST /snapshots/802/restore/ 200',
      'DELETE /snapshots/802/ 204',
      'POST /snapshots/801/restore/ 200',
      'DELETE /snapshots/801/ 204',
    ]);
  });

  test('of one server in one job are no rivals: the end is what was first', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore' });
    await scene.uses({ server_id: '12345', on_failure: 'restore' });
    const posts = await scene.ends('failure');
    expect(posts.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(restored(scene)).toEqual([802, 801]);
  });

  test('with different policies: the first is kept although the second goes', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345' });
    await scene.uses({ server_id: '12345', on_success: 'delete' });
    const posts = await scene.ends('success');
    expect(posts.map(({ exitCode, annotations }) => [exitCode, annotations])).toEqual([
      [0, []],
      [0, []],
    ]);
    // The two lists are asked for at once, in whichever order they come.
    expect(scene.afterwards.slice(0, 2).sort()).toEqual(['GET /servers/ 200', 'GET /snapshots/ 200']);
    expect(scene.afterwards.slice(2)).toEqual(['DELETE /snapshots/802/ 204', 'GET /snapshots/ 200']);
    expect(scene.ids).toEqual([801]);
  });

  test('a guard that fails makes the job fail, which the guard before it obeys', async () => {
    await using scene = await stage({ servers: [{ id: 1 }, { id: 2 }] });
    const policies = { on_success: 'delete', on_failure: 'restore' };
    await scene.uses({ server_id: '1', ...policies });
    await scene.uses({ server_id: '2', on_success: 'restore' });
    scene.api.fail({ when: { path: '/snapshots/802/restore/' }, do: { kind: 'status', status: 422 } });
    expect(await scene.ends('success')).toMatchObject([
      { exitCode: 1, annotations: [{ level: 'error', title: 'Restore refused' }] },
      { exitCode: 0, summary: afterTheJob('restored') },
    ]);
    expect(restored(scene)).toEqual([801]);
  });
});

describe.concurrent('matrix legs of one run are jobs of their own', () => {
  test('the one that took the older snapshot does not wipe the deploy of the other', async () => {
    await using scene = await stage({ api: { timeFormat: 'microseconds' } });
    await using leg = scene.beside();
    await scene.uses({ server_id: '12345', on_failure: 'restore' });
    await leg.uses({ server_id: '12345', on_failure: 'restore' });
    const older = await scene.endsAs('failure');
    expectError(older, 'A newer deploy would be lost', 'snapshot 802', 'run 4242');
    expect(restored(scene)).toEqual([]);
    expect(await leg.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(restored(scene)).toEqual([802]);
  });

  test('taken within a second, of which nobody can tell the older, neither wipes the deploy of the other', async () => {
    await using scene = await stage();
    await using leg = scene.beside();
    await scene.uses({ server_id: '12345', on_failure: 'restore' });
    await leg.uses({ server_id: '12345', on_failure: 'restore' });
    const created_at = scene.api.snapshots()[0]?.created_at;
    scene.api.fail({
      when: { method: 'GET', path: '/snapshots/' },
      times: Number.POSITIVE_INFINITY,
      do: { kind: 'echo', of: (list) => withAll(list as { results: object[] }, { created_at }) },
    });
    for (const job of [scene, leg])
      expectError(await job.endsAs('failure'), 'A newer deploy would be lost', 'is no newer than snapshot');
    expect(restored(scene)).toEqual([]);
  });

  test('each rolls back its own server', async () => {
    await using scene = await stage({ servers: [{ id: 1 }, { id: 2 }] });
    await using leg = scene.beside();
    const steps = await Promise.all([
      scene.uses({ server_id: '1', on_failure: 'restore' }),
      leg.uses({ server_id: '2', on_failure: 'restore' }),
    ]);
    const [one, other] = steps.map(({ outputs }) => Number(outputs.snapshot_id));
    const posts = await Promise.all([scene.endsAs('failure'), leg.endsAs('success')]);
    expect(posts.map(({ exitCode }) => exitCode)).toEqual([0, 0]);
    expect(restored(scene)).toEqual([one]);
    expect(scene.ids.toSorted()).toEqual([one, other].toSorted());
  });

  test('a job that waits for a snapshot of an earlier job of the run may restore it', async () => {
    await using scene = await stage();
    await using deploy = scene.beside();
    await scene.uses({ server_id: '12345', wait: 'false' });
    await deploy.uses({ mode: 'wait', snapshot_id: '801', on_failure: 'restore' });
    await scene.endsAs('success');
    expect(await deploy.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect(restored(scene)).toEqual([801]);
  });
});

describe.concurrent.each(forms)('twenty servers, in the %s form', (form) => {
  const ids = Array.from({ length: 20 }, (_, index) => index + 1);
  const servers = ids.map((id) => ({ id, name: `web-${id}` }));

  test('one cannot be rolled back: the others are, and only its snapshot is left', async () => {
    await using scene = await stage({ form, servers, api: { restoreMs: 3_000 } });
    const server_id = ids.map((id) => scene.id(id)).join();
    const main = await scene.uses({ server_id, on_failure: 'restore,delete' });
    const taken = main.outputs.snapshot_id?.split(',') ?? [];
    expect(taken).toHaveLength(20);
    const unlucky = taken[6] ?? '';
    scene.api.fail({ when: { path: `/snapshots/${unlucky}/restore/` }, do: { kind: 'status', status: 422 } });
    const post = await scene.endsAs('failure');
    expectError(
      post,
      'Restore refused',
      `Server ${scene.id(7)} (web-7) from snapshot ${unlucky}`,
      `By hand: mode: restore with snapshot_id: ${unlucky}.`,
    );
    expect(post.summary).toEqual(afterTheJob('failed'));
    expect(post.annotations.filter(({ title }) => title === 'Rolled back')).toHaveLength(1);
    expect(post.summary.match(/\| restored; /g)).toHaveLength(19);
    const others = taken.filter((id) => id !== unlucky);
    expect(
      restored(scene)
        .map((id) => scene.id(id ?? 0))
        .toSorted(),
    ).toEqual(others.toSorted());
    expect(scene.ids.map((id) => scene.id(id))).toEqual([unlucky]);
    // One look for all of them before, and as many until they are gone as a busy machine needs: none for each.
    const looks = scene.afterwards.filter((line) => line.startsWith('GET /snapshots/'));
    expect(looks.length).toBeLessThan(ids.length / 2);
  });

  test('one got no snapshot: nothing was deployed, nothing is restored, and the others are deleted', async () => {
    await using scene = await stage({ form, servers });
    const server_id = ids.map((id) => scene.id(id)).join();
    scene.api.fail({ when: { method: 'POST' }, after: 9, do: refusal });
    const main = await scene.uses({ server_id, on_failure: 'restore,delete' });
    expectError(main, 'No snapshot');
    expect(scene.ids).toHaveLength(19);
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect(post.summary.match(/\| deleted \|$/gm)).toHaveLength(19);
    expect([scene.ids, restored(scene)]).toEqual([[], []]);
  });
});

describe.concurrent('a pair of servers', () => {
  test('one failed to complete: the others are kept and named, one line each', async () => {
    const createEndsAs = (id: number) => (id === server ? 'failed' : 'completed');
    const pair = [{ id: server }, { id: 2 }];
    await using scene = await stage({ servers: pair, api: { createEndsAs } });
    await scene.uses({ server_id: '12345,2', on_failure: 'restore' });
    const post = await scene.endsAs('failure');
    expect(post.annotations.map(({ level, title }) => [level, title])).toEqual([
      ['warning', 'Snapshot left'],
      ['warning', 'Snapshot left'],
    ]);
    expect([post.exitCode, restored(scene), scene.ids.length]).toEqual([0, [], 2]);
  });
});

function withAll<List extends { results: object[] }>(list: List, fields: object): List {
  return { ...list, results: list.results.map((one) => ({ ...one, ...fields })) };
}

const refusal = { kind: 'status', status: 422 } as const;
