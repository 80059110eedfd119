import { describe, expect, test } from 'vitest';
import { expectError, stage } from '../helpers/scenario.ts';
import { arrived, brokenPromise, ways } from '../helpers/ways.ts';

describe.concurrent('a lost answer', () => {
  test.each(ways)('to a restore: %s', async (_, effect) => {
    const faults = [{ when: { method: 'POST' }, do: effect }];
    await using scene = await stage({ api: { serverListLagMs: 200 }, snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expect(step).toMatchObject({ exitCode: 0, stderr: '', annotations: [], outputs: { result: 'restored' } });
    expect(scene.api.state.restores).toMatchObject([{ snapshot: 802 }]);
    expect(scene.changes).toHaveLength(arrived(effect) ? 1 : 2);
  });

  test('to a restore that was accepted and never begun: not asked for again, and not believed', async () => {
    const faults = [{ when: { method: 'POST' }, do: brokenPromise }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectError(step, 'Restore accepted, not confirmed', 'was not seen restoring');
    expect(scene.changes).toEqual(['POST /snapshots/802/restore/ 200']);
  });

  test.each(ways.filter(([, effect]) => effect.kind !== 'cutJson'))('to a delete: %s', async (_, effect) => {
    const faults = [{ when: { method: 'DELETE' }, do: effect }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ mode: 'delete', snapshot_id: '802' });
    expect(step).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { result: 'deleted', deleted_ids: '[802]' },
    });
    expect(scene.ids).toEqual([]);
  });

  test.each(ways)('to the looks of a wait: %s', async (_, effect) => {
    const faults = [{ when: { method: 'GET' }, after: 3, do: effect }];
    await using scene = await stage({ faults });
    const step = await scene.uses({ server_id: '12345' });
    expect(step).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { result: 'created', snapshot_id: '801' },
    });
  });
});
