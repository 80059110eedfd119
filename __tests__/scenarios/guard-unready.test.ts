import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import { forms } from '../helpers/forms.ts';
import {
  afterTheJob,
  expectError,
  githubToken,
  type Scene,
  server,
  stage,
  token,
} from '../helpers/scenario.ts';

/** The promise is 2 s; the rest is for a machine that is busy with other tests. All that is waited for takes a minute. */
const atOnceMs = 8_000;
/** Enough for the request on a busy machine, and no more, for the wait lasts until it is over. */
const brief = { timeout_minutes: '0.08' };

const everything = (scene: Scene) => ({
  server_id: scene.id(server),
  on_success: 'restore,delete',
  on_failure: 'restore,delete',
  on_cancelled: 'restore,delete',
});

describe.concurrent.each(forms)('nothing is restored that was not seen complete, in the %s form', (form) => {
  test('SIGINT: gone within 2 s, outputs and state are there, and the snapshot in progress is deleted', async () => {
    await using scene = await stage({ form, api: { createMs: 60_000 } });
    const during = scene.kill('SIGINT', 'GET /snapshots/', 3);
    const main = await scene.uses(everything(scene), { during });
    expect(performance.now() - scene.killedAt).toBeLessThan(atOnceMs);
    expectError(main, 'Cancelled', 'SIGINT');
    expect(main.outputs).toMatchObject({ result: 'cancelled', snapshot_id: scene.id(801) });
    expect(JSON.parse(main.state.state ?? '')).toMatchObject({
      made: true,
      succeeded: false,
      confirmed: false,
      targets: [{ request: { id: scene.id(801) }, server: { id: scene.id(server) } }],
    });
    const post = await scene.endsAs('cancelled');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect([scene.ids, scene.api.state.restores]).toEqual([[], []]);
  });

  test('SIGKILL while it waits: the id stands in what it saved', async () => {
    await using scene = await stage({ form, api: { createMs: 60_000 } });
    const main = await scene.uses(everything(scene), { during: scene.kill('SIGKILL', 'GET /snapshots/', 3) });
    expect(main.signal).toBe('SIGKILL');
    expect(JSON.parse(main.state.state ?? '').targets).toMatchObject([{ request: { id: scene.id(801) } }]);
    expect(await scene.endsAs('failure')).toMatchObject({
      exitCode: 0,
      summary: afterTheJob('deleted'),
    });
    expect(scene.ids).toEqual([]);
  });

  const unanswered: [string, Effect][] = [
    ['is never answered', { kind: 'hang', processed: true }],
    ['is answered late', { kind: 'hold', ms: 5_000 }],
  ];
  test.each(unanswered)('SIGKILL while the request %s: found by its mark, and deleted', async (_, effect) => {
    await using scene = await stage({ form, faults: [{ when: { method: 'POST' }, do: effect }] });
    const main = await scene.uses(everything(scene), {
      during: scene.kill('SIGKILL', scene.paths.create(server)),
    });
    expect(JSON.parse(main.state.state ?? '').targets).toMatchObject([{ request: 'open' }]);
    expect(main.outputs.snapshot_id ?? '').toBe('');
    const post = await scene.endsAs('success');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect(scene.changes.slice(1)).toEqual([`${scene.paths.remove(801)} 204`]);
  });
});

describe.concurrent('the main step did not see the snapshot complete, so it is never restored', () => {
  test('the snapshot failed', async () => {
    await using scene = await stage({ api: { createEndsAs: 'failed' } });
    const main = await scene.uses(everything(scene));
    expect(main.exitCode).toBe(1);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.changes.slice(1)).toEqual(['DELETE /snapshots/801/ 204']);
  });

  test('SIGINT, and a snapshot in progress cannot be deleted: it is when that has ended', async () => {
    await using scene = await stage({ api: { createMs: 60_000, deleteInProgress: 'refuse' } });
    await scene.uses(everything(scene), {
      during: scene.kill('SIGINT', 'GET /snapshots/', 3),
      duringPost: scene.once('DELETE /snapshots/801/', () => scene.api.setSnapshotStatus(801, 'completed')),
    });
    const post = await scene.endsAs('cancelled');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect(scene.changes.slice(1)).toEqual(['DELETE /snapshots/801/ 409', 'DELETE /snapshots/801/ 204']);
  });

  test('SIGKILL, and the request never arrived: looked for, and not found', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'hang', processed: false } } as const];
    await using scene = await stage({ snapshots: [{ id: 700 }], faults });
    await scene.uses(everything(scene), { during: scene.kill('SIGKILL', 'POST /snapshots/') });
    const post = await scene.endsAs('failure');
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toMatchObject([{ level: 'notice', title: 'No snapshot found' }]);
    expect(scene.afterwards.length).toBeGreaterThan(1);
    expect(new Set(scene.afterwards)).toEqual(new Set(['GET /snapshots/ 200']));
    expect(scene.ids).toEqual([700]);
  });

  test('it ran out of time: the snapshot is named, although it is complete by now', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const main = await scene.uses({ server_id: '12345', on_failure: 'restore', ...brief });
    expect(main.outputs).toMatchObject({ result: 'timed_out', snapshot_id: '801' });
    scene.api.setSnapshotStatus(801, 'completed');
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('kept') });
    expect(post.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Snapshot left',
        message: expect.stringMatching(
          /^Snapshot 801 .* is kept: it was not confirmed complete .* 1 of 5 slots .* mode: delete with snapshot_id: 801\.$/,
        ),
      },
    ]);
    expect(scene.changes).toEqual(['POST /snapshots/ 201']);
    expect([scene.ids, scene.job.status]).toEqual([[801], 'failure']);
  });

  test('it ran out of time, and the policy has delete: the snapshot goes', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const main = await scene.uses({ ...everything(scene), ...brief });
    expect(main.outputs).toMatchObject({ result: 'timed_out', snapshot_id: '801' });
    scene.api.setSnapshotStatus(801, 'completed');
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [] });
    expect(scene.changes.slice(1)).toEqual(['DELETE /snapshots/801/ 204']);
    expect(scene.api.state.restores).toEqual([]);
  });

  test('the API refused: there is nothing to look for', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'status', status: 422 } } as const];
    await using scene = await stage({ faults });
    await scene.uses(everything(scene));
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect(scene.afterwards).toEqual([]);
  });

  test('SIGKILL while the request is not answered, and nothing is to be deleted: found and named', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'hang', processed: true } } as const];
    await using scene = await stage({ api: { snapshotListLagMs: 200 }, faults });
    await scene.uses({ server_id: '12345' }, { during: scene.kill('SIGKILL', 'POST /snapshots/') });
    const post = await scene.endsAs('failure');
    expect(post.annotations).toMatchObject([
      {
        level: 'warning',
        title: 'Snapshot left',
        message: expect.stringContaining('mode: delete with snapshot_id: 801'),
      },
    ]);
    expect([post.exitCode, scene.ids, scene.changes.length]).toEqual([0, [801], 1]);
  });
});

describe.concurrent('what is saved for the end of the job', () => {
  test('is one line without a token, and enough to go on with', async () => {
    await using scene = await stage();
    const main = await scene.uses(everything(scene));
    expect(main.state).toEqual({ state: expect.any(String), state_1: '' });
    expect(main.state.state).not.toMatch(new RegExp(`${token}|${githubToken}|[\r\n]`));
    expect(JSON.parse(main.state.state ?? '')).toMatchObject({
      apiUrl: scene.url,
      succeeded: true,
      confirmed: true,
      targets: [{ request: { id: '801' }, slotsUsed: 1, completeAt: expect.stringMatching(/Z$/) }],
    });
  });
});

describe.concurrent('the post step itself is stopped', () => {
  test('SIGINT while the server is being restored: requested, not confirmed, and gone within 2 s', async () => {
    await using scene = await stage({ api: { restoreMs: 60_000 } });
    const duringPost = scene.kill('SIGINT', 'POST /snapshots/801/restore/');
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete' }, { duringPost });
    const post = await scene.endsAs('failure');
    expect(performance.now() - scene.killedAt).toBeLessThan(atOnceMs);
    expectError(
      post,
      'Cancelled',
      /The restore of server 12345 \(web-1\) from snapshot 801 .* was requested\./,
      'goes on at VPS.org',
      'Snapshot 801 is kept. If it turns out not to be restored: mode: restore with snapshot_id: 801.',
    );
    expect(post.summary).toEqual(afterTheJob('cancelled'));
    expect(scene.changes.slice(1)).toEqual(['POST /snapshots/801/restore/ 200']);
    expect(scene.ids).toEqual([801]);
  });

  test('SIGINT before the restore was requested: nothing was changed', async () => {
    await using scene = await stage();
    const duringPost = scene.kill('SIGINT', 'GET /servers/', 3);
    await scene.uses({ server_id: '12345', on_failure: 'restore' }, { duringPost });
    expect(scene.requests.filter((line) => line.startsWith('GET /servers/'))).toHaveLength(2);
    scene.api.fail({ when: { path: '/servers/' }, do: { kind: 'hang', processed: false } });
    const post = await scene.endsAs('failure');
    expectError(post, 'Not rolled back', 'Nothing was changed.', 'mode: restore with snapshot_id: 801');
    expect(scene.changes).toHaveLength(1);
  });

  test('SIGKILL while the server is being restored, and run again: not restored twice', async () => {
    await using scene = await stage({ api: { restoreMs: 4_000 } });
    const duringPost = scene.kill('SIGKILL', 'POST /snapshots/801/restore/');
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete' }, { duringPost: once(duringPost) });
    expect(await scene.endsAs('failure')).toMatchObject({ signal: 'SIGKILL' });
    const again = await scene.endsAs('failure');
    expectError(again, 'Restored by someone else', 'Snapshot 801 is kept.');
    expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
    expect(scene.changes.slice(1)).toEqual(['POST /snapshots/801/restore/ 200']);
    expect(scene.ids).toEqual([801]);
  });

  test('SIGKILL after the snapshot was deleted, and run again: already gone, and green', async () => {
    await using scene = await stage();
    const duringPost = scene.kill('SIGKILL', 'DELETE /snapshots/801/');
    const policies = { on_success: 'delete', on_failure: 'delete' };
    await scene.uses({ server_id: '12345', ...policies }, { duringPost: once(duringPost) });
    scene.api.fail({ when: { method: 'DELETE' }, do: { kind: 'hang', processed: true } });
    expect(await scene.endsAs('success')).toMatchObject({ signal: 'SIGKILL' });
    const again = await scene.endsAs('failure');
    expect(again).toMatchObject({ exitCode: 0, summary: afterTheJob('already_absent') });
    expect(again.annotations).toMatchObject([{ level: 'notice', title: 'Already gone' }]);
    expect(scene.ids).toEqual([]);
  });
});

/** Only the first time it is called. */
function once<Argument>(act: (argument: Argument) => unknown): (argument: Argument) => void {
  let done = false;
  return (argument) => {
    if (!done) act(argument);
    done = true;
  };
}
