import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import { create, modes, remove, restore, snapshots } from '../helpers/calls.ts';
import { afterTheJob, expectError, stage } from '../helpers/scenario.ts';

/** Looks as close as they may be: what the API only asks to wait for takes a share of them. */
const quick = { poll_interval_seconds: '0.02' };
/** Enough time for some looks, where what goes wrong goes on. */
const brief = { timeout_minutes: '0.06', ...quick };
const forever = Number.POSITIVE_INFINITY;

describe.concurrent('what cannot be done just now', () => {
  const busy = (status: number, json: unknown = { detail: 'Another task is running.' }): Effect => ({
    kind: 'status',
    status,
    json,
  });

  test('twice to each request, is waited out', async () => {
    await using scene = await stage();
    scene.api.fail({ when: create, times: 2, do: busy(409) });
    scene.api.fail({ when: restore, times: 2, do: busy(423) });
    scene.api.fail({ when: remove, times: 2, do: busy(409) });
    const main = await scene.uses({ server_id: '12345', on_failure: 'restore,delete', ...quick });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: '801' } });
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
    const [made, back, gone] = ['POST /snapshots/', 'POST /snapshots/801/restore/', 'DELETE /snapshots/801/'];
    expect(scene.changes).toEqual([
      ...[`${made} 409`, `${made} 409`, `${made} 201`],
      ...[`${back} 423`, `${back} 423`, `${back} 200`],
      ...[`${gone} 409`, `${gone} 409`, `${gone} 204`],
    ]);
  });

  test('400 about the state of the server, to a restore, is waited out', async () => {
    const faults = [{ when: restore, times: 2, do: busy(400, { detail: 'Server is booting.' }) }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ ...modes.restore.inputs, ...quick });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'restored' } });
    expect(scene.changes).toHaveLength(3);
  });

  test.each([
    ['create', create, 'No snapshot'],
    ['restore', restore, 'Restore refused'],
    ['delete', remove, 'Not deleted'],
  ] as const)(
    'for ever, to a %s: red with the API’s words, after it was asked for again',
    async (mode, when, title) => {
      const faults = [{ when, times: forever, do: busy(409) }];
      await using scene = await stage({ snapshots: [{ id: 802 }], faults });
      const step = await scene.uses({ ...modes[mode].inputs, timeout_minutes: '0.08', ...quick });
      expectError(step, title, '409', 'Another task is running.', 'Nothing was changed.');
      expect(scene.changes.length).toBeGreaterThan(1);
      expect([scene.ids, scene.api.state.restores]).toEqual([[802], []]);
    },
  );

  test('for ever, to the guard’s restore: red with the API’s words, and the snapshot stays', async () => {
    await using scene = await stage();
    const policies = { on_failure: 'restore,delete', timeout_minutes: '0.08' };
    await scene.uses({ server_id: '12345', ...policies, ...quick });
    scene.api.fail({ when: restore, times: forever, do: busy(423) });
    const post = await scene.endsAs('failure');
    expectError(post, 'Restore refused', '423', 'Another task is running.', 'snapshot_id: 801');
    expect(scene.changes.length).toBeGreaterThan(2);
    expect([scene.ids, scene.api.state.restores]).toEqual([[801], []]);
  });

  test('for ever, to the guard’s delete: a warning with the API’s words, and the job stays green', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_success: 'delete', timeout_minutes: '0.08', ...quick });
    scene.api.fail({ when: remove, times: forever, do: busy(409) });
    const post = await scene.endsAs('success');
    expect(post).toMatchObject({
      exitCode: 0,
      annotations: [{ level: 'warning', title: 'Snapshot not deleted' }],
    });
    expect(post.annotations[0]?.message).toContain('Another task is running.');
    expect(scene.ids).toEqual([801]);
  });

  test('with too little time to ask again is not said to have been asked for again', async () => {
    const faults = [{ when: create, times: forever, do: busy(409) }];
    await using scene = await stage({ faults });
    const slow = { poll_interval_seconds: '0.3', timeout_minutes: '0.08' };
    const step = await scene.uses({ server_id: '12345', ...slow });
    expectError(step, 'No snapshot', '409');
    expect(scene.changes).toHaveLength(1);
    expect(step.annotations[0]?.message).not.toContain('asked for again');
  });

  test.each([
    ['create', create],
    ['restore', restore],
  ] as const)('and not for two hours, to a %s: red at once, and the wait is named', async (mode, when) => {
    const wait: Effect = { kind: 'status', status: 429, headers: { 'retry-after': '7200' } };
    await using scene = await stage({ snapshots: [{ id: 802 }], faults: [{ when, times: 9, do: wait }] });
    const step = await scene.uses({ ...modes[mode].inputs, timeout_minutes: '10' });
    expectError(
      step,
      mode === 'create' ? 'No snapshot' : 'Restore refused',
      '429',
      '2h 00m',
      'Nothing was changed.',
    );
    expect(scene.changes).toHaveLength(1);
  });

  test('but a name that is taken never will be: red at once', async () => {
    const taken = busy(409, { name: ['A snapshot with this name already exists.'] });
    await using scene = await stage({ faults: [{ when: create, times: 9, do: taken }] });
    const step = await scene.uses({ server_id: '12345', name: 'pre', ...quick });
    expectError(step, 'No snapshot', '409', 'name: A snapshot with this name already exists.');
    expect(scene.changes).toHaveLength(1);
  });

  test('and meanwhile somebody restores the server: not overwritten, red, the snapshot stays', async () => {
    const faults = [{ when: restore, times: forever, do: { ...busy(409), processed: true } as Effect }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ ...modes.restore.inputs, ...quick });
    expectError(step, 'Restored or repaired by someone else', 'was not asked for again');
    expect(scene.changes).toHaveLength(1);
    expect(scene.ids).toEqual([802]);
  });
});

describe.concurrent('a refusal in the dress of a success', () => {
  const failed: Effect = {
    kind: 'status',
    status: 200,
    json: { status: 'failed', message: 'The hypervisor is in maintenance.' },
  };

  test.each([
    ['create', create, 'No snapshot'],
    ['restore', restore, 'Restore refused'],
    ['delete', remove, 'Not deleted'],
    ['list', snapshots, 'VPS.org did not answer as expected'],
  ] as const)('to mode: %s is one', async (mode, when, title) => {
    await using scene = await stage({
      snapshots: [{ id: 802 }],
      faults: [{ when, times: forever, do: failed }],
    });
    const step = await scene.uses({ ...modes[mode].inputs, ...brief });
    expectError(step, title, 'The hypervisor is in maintenance.', 'Nothing was changed.');
    expect([scene.ids, scene.api.state.restores]).toEqual([[802], []]);
    expect(scene.changes.length).toBeLessThanOrEqual(1);
  });
});
