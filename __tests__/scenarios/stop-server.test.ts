import { describe, expect, test } from 'vitest';
import type { ApiOptions, Effect } from '../../rehearsal/api/api.ts';
import { forms } from '../helpers/forms.ts';
import { hoursAgo, madeBy } from '../helpers/github-scenario.ts';
import { afterTheJob, expectError, expectRefusal, type Scene, server, stage } from '../helpers/scenario.ts';

/** Windows are ten looks long; these leave room for a machine that is busy with other tests. */
const usual = { stop_server: 'true', poll_interval_seconds: '0.1' };

/** What was asked of the power of servers, in order: `stop 12345`. */
const powerOf = (scene: Scene) =>
  scene.api.state.powerActions.map(({ action, server: id }) => `${action} ${id}`);

/** How each server is in truth. */
const statuses = (scene: Scene) => scene.api.servers().map(({ status }) => status);

/** The standstills that the step still answers for, as it saved them for the end of the job. */
const duties = (step: { state: Record<string, string> }) => JSON.parse(step.state.state ?? '{}').standing;

const api: ApiOptions = { power: 'offered', createMs: 1_200 };

describe.concurrent.each(forms)('a server is stopped for its snapshot, in the %s form', (form) => {
  test('and started as soon as that is complete; log, summary and outputs say how long it stood', async () => {
    await using scene = await stage({ form, api });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expect(step).toMatchObject({ exitCode: 0, stderr: '', annotations: [], outputs: { result: 'created' } });
    const { create, power } = scene.paths;
    expect(scene.changes).toEqual([`${power(server)} 200`, `${create(server)} 201`, `${power(server)} 200`]);
    const sent = scene.api.ledger.filter(({ path }) => path.endsWith('/power/'));
    expect(sent.map(({ body }) => body)).toEqual([{ action: 'stop' }, { action: 'start' }]);
    expect([...scene.api.state.snapshots.values()]).toMatchObject([{ madeWhile: 'stopped' }]);
    expect(statuses(scene)).toEqual(['active']);
    const [{ stopped_seconds }] = JSON.parse(step.outputs.snapshots ?? '');
    expect(stopped_seconds).toBeGreaterThanOrEqual(1);
    expect(step.stdout).toMatch(
      new RegExp(`^Server ${scene.id(server)} \\(web-1\\) runs again\\. It stood still for \\d.*\\.$`, 'm'),
    );
    expect(step.summary).toMatch(/; the server stood still for \d+ s/);
    expect(step.summary).not.toContain('taken while the server was running');
    expect(duties(step)).toEqual([]);
  });
});

describe.concurrent('a server is stopped for its snapshot', () => {
  test('and after a failed job it is rolled back to that', async () => {
    await using scene = await stage({ form: 'client', api });
    await scene.uses({ ...usual, server_id: scene.id(server), on_failure: 'restore' });
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    expect([powerOf(scene), statuses(scene)]).toEqual([[`stop ${server}`, `start ${server}`], ['active']]);
  });

  test('each of several starts when its own is complete, and one that stood still before is left', async () => {
    const createMs = (id: number) => (id === 2 ? 2_500 : 600);
    const servers = [{ id: 1 }, { id: 2 }, { id: 3, status: 'stopped' }];
    await using scene = await stage({ form: 'client', api: { ...api, createMs }, servers });
    const server_id = [1, 2, 3].map((id) => scene.id(id)).join();
    const step = await scene.uses({ ...usual, server_id });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'created', server_id } });
    expect(powerOf(scene).toSorted()).toEqual(['start 1', 'start 2', 'stop 1', 'stop 2']);
    expect(powerOf(scene).slice(2)).toEqual(['start 1', 'start 2']);
    const [first, second] = scene.api.state.powerActions.slice(2).map(({ at }) => at);
    expect((second ?? 0) - (first ?? 0)).toBeGreaterThan(1_000);
    expect(statuses(scene)).toEqual(['active', 'active', 'stopped']);
    const told = JSON.parse(step.outputs.snapshots ?? '');
    expect(told[1].stopped_seconds).toBeGreaterThan(told[0].stopped_seconds);
    expect(told[2].stopped_seconds).toBeNull();
  });

  test('and nothing is deleted to make room for that before it stands still', async () => {
    const description = madeBy(4000);
    const snapshots = [1, 2, 3, 4, 5].map((id) => ({ id, description, created_at: hoursAgo(900 - id) }));
    await using scene = await stage({ form: 'client', api, snapshots });
    const step = await scene.uses({ ...usual, server_id: scene.id(server), at_limit: 'delete_oldest' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created', deleted_ids: scene.json(1) } });
    const { create, power, remove } = scene.paths;
    expect(scene.changes).toEqual([
      `${power(server)} 200`,
      `${remove(1)} 204`,
      `${create(server)} 201`,
      `${power(server)} 200`,
    ]);
  });

  test('which a dry run tells, and does not do', async () => {
    await using scene = await stage({ form: 'client', api });
    const step = await scene.uses({ ...usual, server_id: scene.id(server), dry_run: 'true' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'planned' } });
    const line = new RegExp(`stop server ${scene.id(server)} .*web-1.* while its snapshot is taken`);
    for (const text of [step.stdout, step.summary]) expect(text).toMatch(line);
    expect([scene.changes, powerOf(scene)]).toEqual([[], []]);
  });
});

describe.concurrent('whatever goes wrong while it stands still, it runs again', () => {
  test('the snapshot fails', async () => {
    await using scene = await stage({ form: 'client', api: { ...api, createEndsAs: 'failed' } });
    const step = await scene.uses({ ...usual, server_id: scene.id(server), on_failure: 'restore' });
    expectError(step, 'Snapshot failed', 'ended as "failed"', /stood still for \d/);
    expect([powerOf(scene), statuses(scene)]).toEqual([[`stop ${server}`, `start ${server}`], ['active']]);
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ result: 'failed' }]);
    expect(JSON.parse(step.outputs.snapshots ?? '')[0].stopped_seconds).toBeGreaterThanOrEqual(1);
    expect(duties(step)).toEqual([]);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0 });
    expect(powerOf(scene)).toHaveLength(2);
  });

  test('the snapshot is refused', async () => {
    await using scene = await stage({ form: 'client', api: { power: 'offered' } });
    const refusal = { kind: 'status', status: 400 } as const;
    scene.api.fail({ when: { method: 'POST', path: /snapshots?\/$/ }, times: 2, do: refusal });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expectError(step, 'No snapshot', '400', 'was stopped and runs again');
    expect(powerOf(scene)).toEqual([`stop ${server}`, `start ${server}`]);
    expect([statuses(scene), scene.ids]).toEqual([['active'], []]);
  });

  test('the stop never takes effect: no snapshot, and the server is watched until it surely runs', async () => {
    await using scene = await stage({ form: 'client', api: { power: 'ineffective' } });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expectError(step, 'Server did not stop', 'so no snapshot was requested');
    expect(scene.ids).toEqual([]);
    expect(powerOf(scene)[0]).toBe(`stop ${server}`);
    expect(powerOf(scene).slice(1)).not.toContain(`stop ${server}`);
    expect([statuses(scene), duties(step)]).toMatchObject([['active'], [{ unclear: true }]]);
  });

  test('the stop takes effect when nobody waits for it any more', async () => {
    const api: ApiOptions = { power: 'offered', powerStartsAfterMs: 900, stopTakesMs: 300 };
    await using scene = await stage({ form: 'client', api });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expectError(step, 'Server did not stop');
    expect(powerOf(scene)).toContain(`start ${server}`);
    expect([statuses(scene), scene.ids]).toEqual([['active'], []]);
  });

  test('the token is withdrawn: it cannot be started, and the error says how to', async () => {
    const api: ApiOptions = { power: 'offered', createMs: 60_000 };
    await using scene = await stage({ form: 'client', api });
    const [, path = ''] = scene.paths.power(server).split(' ');
    const refusal = { kind: 'status', status: 401 } as const;
    const during = scene.once(scene.paths.create(server), () =>
      scene.api.fail({ when: {}, times: Number.POSITIVE_INFINITY, do: refusal }),
    );
    const step = await scene.uses({ ...usual, server_id: scene.id(server) }, { during });
    expectError(step, '2 of 2 failed', '401', 'stands still and was not started', `${scene.url}${path}`);
    expect(step.annotations[0]?.message).toContain('"action":"start"');
    expect(duties(step)).toMatchObject([{ server: { id: scene.id(server) } }]);
    expectError(await scene.endsAs('failure'), 'Server not started', `${scene.url}${path}`);
  });

  test('the time is over before it stands still', async () => {
    const api: ApiOptions = { power: 'offered', stopTakesMs: 60_000 };
    await using scene = await stage({ form: 'client', api });
    const slow = { poll_interval_seconds: '0.5', timeout_minutes: '0.06' };
    const step = await scene.uses({ ...usual, ...slow, server_id: scene.id(server) });
    expectError(
      step,
      'Server did not stop in time',
      'timeout_minutes',
      'asked to start when this step ended',
    );
    expect(step.outputs.result).toBe('timed_out');
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0 });
    expect([powerOf(scene)[0], statuses(scene), scene.ids]).toEqual([`stop ${server}`, ['active'], []]);
  });

  test('the time is over: it is asked to start with the last word, and seen to run after the job', async () => {
    const api: ApiOptions = { power: 'offered', createMs: 60_000, startTakesMs: 1_000 };
    await using scene = await stage({ form: 'client', api });
    const step = await scene.uses({ ...usual, server_id: scene.id(server), timeout_minutes: '0.08' });
    expectError(step, 'Snapshot not complete in time', 'asked to start when this step ended', '/power/');
    expect(powerOf(scene)).toEqual([`stop ${server}`, `start ${server}`]);
    expect(duties(step)).toMatchObject([{ server: { id: scene.id(server) }, unclear: false }]);
    const post = await scene.endsAs('failure');
    expect(scene.afterwards[0]).toMatch(new RegExp(`^${scene.paths.power(server)} `));
    expect(post.exitCode).toBe(0);
    expect(post.annotations).toContainEqual(
      expect.objectContaining({ level: 'notice', title: 'Server started again' }),
    );
    expect(statuses(scene)).toEqual(['active']);
  });
});

describe.concurrent('an unclear answer', () => {
  const lost: [string, Effect][] = [
    ['the connection dies after it', { kind: 'reset', processed: true }],
    ['a proxy answers in its place', { kind: 'html', processed: true }],
    ['it is carried out after its answer', { kind: 'status', status: 504, processed: { afterMs: 200 } }],
  ];

  test.each(lost)('to a stop is looked after, and the stop is never repeated: %s', async (_, effect) => {
    await using scene = await stage({ form: 'client' });
    scene.api.fail({ when: { path: /power/ }, do: effect });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'created' } });
    expect(powerOf(scene)).toEqual([`stop ${server}`, `start ${server}`]);
    expect([...scene.api.state.snapshots.values()]).toMatchObject([{ madeWhile: 'stopped' }]);
    expect(statuses(scene)).toEqual(['active']);
  });

  test('to a stop that never arrived: no snapshot, and the server runs', async () => {
    await using scene = await stage({ form: 'client' });
    scene.api.fail({ when: { path: /power/ }, do: { kind: 'reset', processed: false } });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expectError(step, 'Server did not stop');
    expect([powerOf(scene), statuses(scene), scene.ids]).toEqual([[], ['active'], []]);
  });

  test.each([true, false])(
    'to a start is looked after until it runs (carried out: %s)',
    async (processed) => {
      await using scene = await stage({ form: 'client' });
      scene.api.fail({ when: { path: /power/ }, after: 1, do: { kind: 'reset', processed } });
      const step = await scene.uses({ ...usual, server_id: scene.id(server) });
      expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'created' } });
      expect(new Set(powerOf(scene))).toEqual(new Set([`stop ${server}`, `start ${server}`]));
      expect(statuses(scene)).toEqual(['active']);
    },
  );

  test('to a start that is busy with the snapshot: asked again when that has ended', async () => {
    const api: ApiOptions = { createMs: 1_500, createEndsAs: 'completed', startWhileSnapshotting: 'refuse' };
    await using scene = await stage({ form: 'client', api, servers: [{ id: server }, { id: 2 }] });
    const refusal = { kind: 'status', status: 403 } as const;
    scene.api.fail({ when: { path: `/servers/${scene.id(2)}/snapshot/` }, do: refusal });
    const step = await scene.uses({ ...usual, server_id: `${scene.id(server)},${scene.id(2)}` });
    expectError(step, 'No snapshot', '403');
    expect(scene.changes.filter((line) => line.endsWith('/power/ 409')).length).toBeGreaterThan(0);
    expect(statuses(scene)).toEqual(['active', 'active']);
  });
});

describe.concurrent('nothing is stopped and nothing is made', () => {
  test('with wait: false: an error before any request', async () => {
    await using scene = await stage({ form: 'client' });
    const step = await scene.uses({ ...usual, server_id: scene.id(server), wait: 'false' });
    expectRefusal({ scene, step }, 'Input stop_server', 'wait: false', 'contradict each other');
    expect(scene.requests).toEqual([]);
  });

  test.each([
    ['documented', 'absent', 404],
    ['documented', 'method', 405],
    ['client', 'absent', 404],
    ['client', 'method', 405],
    ['client', 'refused', 403],
  ] as const)('where power, in the %s form, is %s', async (form, power, status) => {
    await using scene = await stage({ form, api: { power } });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expectError(step, 'Server not stopped', `VPS.org answered ${status}`, 'Nothing was changed.');
    if (status !== 403)
      expect(step.annotations[0]?.message).toContain('API does not seem to offer to stop servers');
    expect(scene.changes).toEqual([`${scene.paths.power(server)} ${status}`]);
    expect([scene.ids, statuses(scene), duties(step)]).toEqual([[], ['active'], []]);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect(scene.afterwards).toEqual([]);
  });

  test('where servers may not be listed', async () => {
    await using scene = await stage({ form: 'client', api: { serversForbidden: true } });
    const step = await scene.uses({ ...usual, server_id: scene.id(server) });
    expectRefusal({ scene, step }, 'Servers not visible', 'stop_server');
  });

  test('where one is neither running nor stopped', async () => {
    const servers = [{ id: server }, { id: 2, name: 'db', status: 'rebooting' }];
    await using scene = await stage({ form: 'client', servers });
    const step = await scene.uses({ ...usual, server_id: `${scene.id(server)} ${scene.id(2)}` });
    expectRefusal({ scene, step }, 'Server not stopped', `Server ${scene.id(2)} (db) is "rebooting"`);
  });
});
