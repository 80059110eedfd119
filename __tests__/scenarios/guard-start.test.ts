import { describe, expect, test } from 'vitest';
import type { ApiOptions } from '../../rehearsal/api/api.ts';
import type { StepResult } from '../../rehearsal/runner/job.ts';
import { forms } from '../helpers/forms.ts';
import { afterTheJob, expectError, type Scene, server, stage } from '../helpers/scenario.ts';

/** The promise is 2 s; the rest is for a machine that is busy with other tests. */
const atOnceMs = 3_000;

/** Windows are ten looks long; these leave room for a machine that is busy with other tests. */
const usual = { stop_server: 'true', poll_interval_seconds: '0.1' };

const powerOf = (scene: Scene) => scene.api.state.powerActions.map(({ action }) => action);

/** Who stopped it starts it, before the post step asks for anything else. */
function expectStartedFirst(scene: Scene, post: StepResult): void {
  expect(scene.afterwards[0]).toBe(`${scene.paths.power(server)} 200`);
  expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
  expect(post).toMatchObject({ exitCode: 0, stderr: '' });
  const told = post.annotations.find(({ title }) =>
    /^Server (started again|may still stop)$/.test(title ?? ''),
  );
  expect(told).toMatchObject({ level: 'notice' });
  expect(told?.message).toContain(`erver ${scene.id(server)} (web-1)`);
}

/** A snapshot that is not complete before the end of the job. */
const api: ApiOptions = { power: 'offered', createMs: 60_000 };

describe.concurrent.each(forms)(
  'a main step that is killed leaves its server to the post step, in the %s form',
  (form) => {
    test('while it stands still: started, and the unfinished snapshot is named or deleted', async () => {
      await using scene = await stage({ form, api: { ...api, createMs: 60_000 } });
      const during = scene.kill('SIGKILL', 'GET /snapshots/', 4);
      const inputs = { server_id: scene.id(server), on_failure: 'restore,delete' };
      const main = await scene.uses({ ...usual, ...inputs }, { during });
      expect(scene.api.servers()).toMatchObject([{ status: 'stopped' }]);
      expect(JSON.parse(main.state.state ?? '').standing).toMatchObject([{ unclear: false }]);
      const post = await scene.endsAs('failure');
      expectStartedFirst(scene, post);
      expect(scene.api.state.restores).toEqual([]);
      expect([powerOf(scene), scene.ids]).toEqual([['stop', 'start'], []]);
    });
  },
);

describe.concurrent('a main step that is killed leaves its server to the post step', () => {
  test('as soon as the stop was asked for: it may still take effect', async () => {
    await using scene = await stage({ form: 'client', api: { ...api, stopTakesMs: 400 } });
    const during = scene.kill('SIGKILL', scene.paths.power(server));
    const main = await scene.uses({ ...usual, server_id: scene.id(server) }, { during });
    expect(main.signal).toBe('SIGKILL');
    expect(JSON.parse(main.state.state ?? '').standing).toMatchObject([
      { server: { id: scene.id(server) }, unclear: true, byHand: expect.stringContaining('/power/') },
    ]);
    expectStartedFirst(scene, await scene.endsAs('failure'));
    expect([powerOf(scene), scene.ids]).toEqual([['stop', 'start'], []]);
  });

  test('before the stop arrives: it is watched for so long that a late one is seen', async () => {
    await using scene = await stage({ form: 'client', api });
    scene.api.fail({ when: { path: /power/ }, do: { kind: 'hang', processed: { afterMs: 500 } } });
    const during = scene.kill('SIGKILL', scene.paths.power(server));
    await scene.uses({ ...usual, server_id: scene.id(server) }, { during });
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, stderr: '' });
    expect(powerOf(scene).slice(-2)).toEqual(['stop', 'start']);
    expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
  });

  test('while a snapshot keeps it from starting: started when that has ended', async () => {
    const busy: ApiOptions = { ...api, createMs: 60_000, startWhileSnapshotting: 'refuse' };
    await using scene = await stage({ form: 'client', api: busy });
    const during = scene.kill('SIGKILL', scene.paths.create(server));
    const complete = () => scene.api.setSnapshotStatus(801, 'completed');
    const duringPost = scene.once(scene.paths.power(server), complete, 2);
    await scene.uses({ ...usual, server_id: scene.id(server) }, { during, duringPost });
    const post = await scene.endsAs('failure');
    expect(scene.afterwards[0]).toBe(`${scene.paths.power(server)} 409`);
    expect(post.exitCode).toBe(0);
    expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
    expect(scene.ids).toEqual([801]);
  });

  test('the same after a cancel: there is no time for that, so the snapshot is deleted, whatever the policy', async () => {
    const busy: ApiOptions = { ...api, startWhileSnapshotting: 'refuse' };
    await using scene = await stage({ form: 'client', api: busy });
    const during = scene.kill('SIGKILL', scene.paths.create(server));
    await scene.uses({ ...usual, server_id: scene.id(server) }, { during });
    const post = await scene.endsAs('cancelled');
    expect(post.exitCode).toBe(0);
    const changes = scene.afterwards.filter((line) => !line.startsWith('GET '));
    const { power, remove } = scene.paths;
    expect(changes).toEqual([`${power(server)} 409`, `${remove(801)} 204`, `${power(server)} 200`]);
    expect([scene.api.servers()[0]?.status, scene.ids]).toEqual(['active', []]);
  });

  test('with a signal that it can hear: it asks for the start itself, and the post step sees to it', async () => {
    await using scene = await stage({ form: 'client', api });
    const during = scene.kill('SIGINT', 'GET /snapshots/', 4);
    const main = await scene.uses({ ...usual, server_id: scene.id(server) }, { during });
    expect(performance.now() - scene.killedAt).toBeLessThan(atOnceMs);
    expectError(main, 'Cancelled', 'SIGINT', 'asked to start when this step ended', '/power/');
    expect(powerOf(scene)).toEqual(['stop', 'start']);
    const post = await scene.endsAs('cancelled');
    expect(scene.afterwards[0]).toMatch(scene.paths.power(server));
    expect(post.exitCode).toBe(0);
    expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
  });
});

/** Every restore leaves its server stopped. */
const standing: ApiOptions = { power: 'offered', afterRestore: 'stopped' };

describe.concurrent.each(forms)(
  'a rollback that ends with the server standing still, in the %s form',
  (form) => {
    test('starts it, once, when it ran before', async () => {
      await using scene = await stage({ form, api: standing });
      await scene.uses({ server_id: scene.id(server), on_failure: 'restore,delete' });
      const post = await scene.endsAs('failure');
      expect(post).toMatchObject({ exitCode: 0, stderr: '', summary: afterTheJob('restored') });
      const { restore, power, remove } = scene.paths;
      const changes = [`${restore(801)} 200`, `${power(server)} 200`, `${remove(801)} 204`];
      expect(scene.changes.slice(1)).toEqual(changes);
      expect(powerOf(scene)).toEqual(['start']);
      expect(scene.api.servers()).toMatchObject([{ status: 'active' }]);
    });

    test('leaves it so when it stood still before, with a warning', async () => {
      await using scene = await stage({
        form,
        api: standing,
        servers: [{ id: server, name: 'web-1', status: 'stopped' }],
      });
      await scene.uses({ server_id: scene.id(server), on_failure: 'restore,delete' });
      const post = await scene.endsAs('failure');
      expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
      expect(post.annotations).toContainEqual({
        level: 'warning',
        title: 'Server stopped',
        message: expect.stringMatching(
          new RegExp(`^Server ${scene.id(server)} \\(web-1\\) is restored, but stopped: start it by hand`),
        ),
      });
      expect(powerOf(scene)).toEqual([]);
      expect([scene.api.servers()[0]?.status, scene.ids]).toEqual(['stopped', [801]]);
    });
  },
);

describe.concurrent('a rollback that ends with the server standing still', () => {
  test('and cannot start it: a warning that says how to, and the snapshot is kept', async () => {
    await using scene = await stage({ form: 'client', api: { ...standing, power: 'absent' } });
    await scene.uses({ server_id: scene.id(server), on_failure: 'restore,delete' });
    const post = await scene.endsAs('failure');
    expect(post.annotations).toContainEqual(
      expect.objectContaining({ title: 'Server stopped', message: expect.stringContaining('/power/') }),
    );
    expect(scene.changes.filter((line) => line.includes('/power/'))).toHaveLength(1);
    expect([scene.api.servers()[0]?.status, scene.ids]).toEqual(['stopped', [801]]);
  });

  test('in mode: restore likewise: what ran is started, what stood still stays', async () => {
    const servers = [
      { id: 1, name: 'web' },
      { id: 2, name: 'db', status: 'stopped' },
    ];
    const snapshots = [
      { id: 11, server: 1 },
      { id: 12, server: 2 },
    ];
    await using scene = await stage({ form: 'client', api: standing, servers, snapshots });
    const step = await scene.uses({ mode: 'restore', snapshot_id: `${scene.id(11)},${scene.id(12)}` });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'restored' } });
    expect(step.annotations).toMatchObject([{ level: 'warning', title: 'Server stopped' }]);
    expect(scene.api.state.powerActions).toMatchObject([{ server: 1, action: 'start' }]);
    expect(scene.api.servers().map(({ status }) => status)).toEqual(['active', 'stopped']);
  });
});
