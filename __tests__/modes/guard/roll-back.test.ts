import { describe, expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { lossOf } from '../../../src/modes/guard/roll-back.ts';
import { newTarget } from '../../../src/state/saved-state.ts';
import {
  expectHelpByHand,
  expectKept,
  guarded,
  idsOf,
  mainOf,
  postOf,
  restores,
  rolledBack,
} from '../../helpers/guarded.ts';
import { type Rehearsal, rehearsed, server } from '../../helpers/rehearsed.ts';

const restoring = { ends: 'failure', inputs: { on_failure: 'restore,delete' } } as const;

describe('a restore that does not work out keeps the snapshot, whatever the policy', () => {
  test.each([400, 409, 423, 425, 429])('refused by the API with %i for ten minutes', async (status) => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    const refused = { when: { method: 'POST' }, times: 999, do: { kind: 'status', status } } as const;
    const post = await postOf(main, { ...restoring, deployMs: 0, post: { faults: [refused] } });
    expect(post).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore refused' } });
    expect(post.error?.message).toMatch(
      new RegExp(
        `^Server 12345 \\(web-1\\) from snapshot 801 .+ was not restored\\. VPS\\.org answered ${status}`,
      ),
    );
    expect(new Set(post.changes)).toEqual(new Set(['POST /snapshots/801/restore/']));
    expect(post.changes.length).toBeGreaterThan(5);
    expect(post.endedAt - startedAt).toBeGreaterThan(8 * minute);
    expect(post.endedAt - startedAt).toBeLessThan(10 * minute + 1_000);
    expectHelpByHand(post);
    expect(restores(post)).toEqual([]);
  });

  test.each([
    [401, { detail: 'Token revoked.' }],
    [404, { detail: 'Not found.' }],
    [422, { detail: 'No.' }],
    [400, { detail: 'This snapshot cannot be restored.' }],
  ])('refused by the API with %i %j: at once', async (status, json) => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    const refused = { when: { method: 'POST' }, times: 999, do: { kind: 'status', status, json } } as const;
    const post = await postOf(main, { ...restoring, deployMs: 0, post: { faults: [refused] } });
    expect(post).toMatchObject({ red: true, result: 'failed' });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/']);
    expect(post.endedAt).toBe(startedAt);
    expectHelpByHand(post);
  });

  test('its answer was lost: the server list settles it, and it is not asked for twice', async () => {
    const post = await guarded({
      ...restoring,
      post: { faults: [{ when: { method: 'POST' }, do: { kind: 'reset', processed: true } }] },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(restores(post)).toEqual([801]);
  });

  test.each([
    ['the server fails', { afterRestore: 'error' }, 'Restore failed', 'failed'],
    [
      'never seen restoring',
      { restoreStartsAfterMs: 90 * minute },
      'Restore accepted, not confirmed',
      'failed',
    ],
    ['not done in time', { restoreMs: 90 * minute }, 'Restore not done in time', 'timed_out'],
  ])('%s', async (_, api, title, result) => {
    const post = await guarded({ ...restoring, main: { api } });
    expect(post).toMatchObject({ red: true, result, error: { title } });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/']);
    expect(rolledBack(post)).toEqual([]);
    expectHelpByHand(post);
  });

  test('ready_url does not answer: red, and nothing is deleted', async () => {
    const post = await guarded({
      ...restoring,
      inputs: { ...restoring.inputs, ready_url: 'https://web.example.com/up' },
      post: { probe: () => false },
    });
    expect(post).toMatchObject({ red: true, result: 'timed_out' });
    expect(post.error?.title).toBe('Server up, service not ready');
    expect(post.changes).toEqual(['POST /snapshots/801/restore/']);
    expect(rolledBack(post)).toHaveLength(1);
    expect(idsOf(post)).toEqual([801]);
  });

  test('ready_url answers: deleted', async () => {
    const post = await guarded({
      ...restoring,
      inputs: { ...restoring.inputs, ready_url: 'https://web.example.com/up' },
      post: { probe: (elapsed) => elapsed > 20 * minute },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.moments('DELETE', '/snapshots/801/')[0]).toBeGreaterThan(20 * minute);
    expect(idsOf(post)).toEqual([]);
  });

  test('the runner is on that server', async () => {
    const post = await guarded({ ...restoring, post: { addresses: ['203.0.113.10'] } });
    expectKept(post, 'The runner is on that server', /^Not rolled back from snapshot 801/);
    expectHelpByHand(post);
  });

  test('the runner is on that server, by an address that only looks alike: force', async () => {
    const inputs = { ...restoring.inputs, force: 'true' };
    const post = await guarded({ ...restoring, inputs, post: { addresses: ['203.0.113.10'] } });
    expect(post).toMatchObject({ red: false, result: 'restored' });
  });
});

test('restore,delete deletes no sooner than five minutes after the request that was accepted', async () => {
  const busy = { when: { method: 'POST' }, times: 3, do: { kind: 'status', status: 409 } } as const;
  const post = await guarded({
    ...restoring,
    main: { api: { restoreMs: minute } },
    post: { faults: [busy] },
  });
  expect(post).toMatchObject({ red: false, result: 'restored' });
  const asked = post.moments('POST', '/snapshots/801/restore/');
  const [first = 0, accepted = 0] = [asked[0], asked.at(-1)];
  expect(accepted - first).toBeGreaterThan(minute);
  const [deleted = 0] = post.moments('DELETE', '/snapshots/801/');
  expect(deleted - accepted).toBeGreaterThanOrEqual(5 * minute);
  expect(deleted - accepted).toBeLessThan(5.5 * minute);
});

describe('servers that may not be listed', () => {
  const forbidden = { api: { serversForbidden: true } };
  const inputs = { ...restoring.inputs, ready_url: 'https://web.example.com/up' };

  test('ready_url is the proof: it fails, then answers steadily', async () => {
    const main = await mainOf({ ...restoring, inputs, main: forbidden });
    const post = await postOf(main, {
      ...restoring,
      inputs,
      post: { probe: (elapsed) => elapsed < 8 * minute || elapsed > 14 * minute },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.moments('DELETE', '/snapshots/801/')[0]).toBeGreaterThan(14 * minute);
    expect(rolledBack(post)).toHaveLength(1);
  });

  test('ready_url that never fails proves nothing', async () => {
    const post = await guarded({ ...restoring, inputs, main: forbidden, post: { probe: () => true } });
    expect(post).toMatchObject({ red: true, error: { title: 'Restore accepted, not confirmed' } });
    expectHelpByHand(post);
  });

  test('without ready_url: accepted, not confirmed', async () => {
    const post = await guarded({ ...restoring, main: forbidden });
    expect(post).toMatchObject({ red: true, error: { title: 'Restore accepted, not confirmed' } });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/']);
    expectHelpByHand(post);
  });
});

describe('what a restore takes away', () => {
  const requestedAt = '2026-11-20T12:00:00.000Z';

  test.each([
    ['no target', undefined, ''],
    ['no times', newTarget({}), ''],
    [
      'both times',
      newTarget({ requestedAt, completeAt: '2026-11-20T12:05:05.250Z' }),
      'what was written after 12:00:00 UTC (snapshot requested; complete 12:05:05 UTC) may be gone',
    ],
    [
      'the end is not known',
      newTarget({ requestedAt }),
      'what was written after 12:00:00 UTC (snapshot requested) may be gone',
    ],
  ])('%s', (_, target, expected) => expect(lossOf(target)).toBe(expected));
});

describe('a rollback that ends with the server stopped', () => {
  const api = { form: 'both', afterRestore: 'stopped' } as const;
  const stopDuringDeploy = (main: Rehearsal) => main.api.setServerStatus(server, 'stopped');
  const powerOf = ({ api: { state } }: Rehearsal) => state.powerActions.map(({ action }) => action);

  test('starts one that ran when the main step looked, and deletes the snapshot then', async () => {
    const post = await guarded({ ...restoring, main: { api }, meanwhile: stopDuringDeploy });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(powerOf(post)).toEqual(['start']);
    expect(post.api.servers()[0]?.status).toBe('active');
    expect(idsOf(post)).toEqual([]);
  });

  test('leaves one that stood still when the main step looked, and keeps the snapshot', async () => {
    const servers = [{ id: server, name: 'web-1', status: 'stopped' }];
    const post = await guarded({ ...restoring, main: { api, servers } });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(powerOf(post)).toEqual([]);
    expect(post.warnings.map(({ title }) => title)).toContain('Server stopped');
    expect(idsOf(post)).toEqual([801]);
  });

  test('goes by the last look before the restore where the main step only waited', async () => {
    const first = await mainOf({ ends: 'failure', inputs: { wait: 'false' }, main: { api } });
    const main = rehearsed({
      after: first,
      inputs: { mode: 'wait', snapshot_id: '801', ...restoring.inputs },
    });
    await main.run();
    const post = await postOf(main, {
      ...restoring,
      inputs: { mode: 'wait', snapshot_id: '801', ...restoring.inputs },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(powerOf(post)).toEqual(['start']);
  });
});
