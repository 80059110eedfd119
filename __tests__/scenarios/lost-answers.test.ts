import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import { snapshots } from '../helpers/calls.ts';
import { expectError, stage } from '../helpers/scenario.ts';
import { arrived, brokenPromise, ways } from '../helpers/ways.ts';

/** A server for each way in which an answer is lost, numbered from 1, and its snapshot, from 801. */
const eachLost = ways.map(([way, effect], index) => ({ way, effect, id: index + 1, snapshot: 801 + index }));
const furniture = (all: typeof eachLost) => ({
  servers: all.map(({ id }) => ({ id })),
  snapshots: all.map(({ id, snapshot }) => ({ id: snapshot, server: id })),
});
const listed = (all: typeof eachLost) => all.map(({ snapshot }) => snapshot).join();

describe.concurrent('a lost answer', () => {
  test('to a restore, whichever way: restored once, and asked for again only when it did not arrive', async () => {
    await using scene = await stage({ api: { serverListLagMs: 200 }, ...furniture(eachLost) });
    const path = (snapshot: number) => `/snapshots/${snapshot}/restore/`;
    for (const { effect, snapshot } of eachLost)
      scene.api.fail({ when: { method: 'POST', path: path(snapshot) }, do: effect });
    const step = await scene.uses({ mode: 'restore', snapshot_id: listed(eachLost) });
    expect(step).toMatchObject({ exitCode: 0, stderr: '', annotations: [], outputs: { result: 'restored' } });
    const restored = scene.api.state.restores.map(({ snapshot }) => snapshot ?? 0);
    for (const { way, effect, snapshot } of eachLost) {
      const asked = scene.changes.filter((line) => line.startsWith(`POST ${path(snapshot)} `));
      const times = restored.filter((id) => id === snapshot).length;
      expect([way, times, asked.length]).toEqual([way, 1, arrived(effect) ? 1 : 2]);
    }
  });

  test('to a restore that was accepted and never begun: not asked for again, and not believed', async () => {
    const faults = [{ when: { method: 'POST' }, do: brokenPromise }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectError(step, 'Restore accepted, not confirmed', 'was not seen restoring');
    expect(scene.changes).toEqual(['POST /snapshots/802/restore/ 200']);
  });

  test('to a delete, whichever way: deleted, and said so', async () => {
    const all = eachLost.filter(({ effect }) => effect.kind !== 'cutJson');
    await using scene = await stage(furniture(all));
    for (const { effect, snapshot } of all)
      scene.api.fail({ when: { method: 'DELETE', path: `/snapshots/${snapshot}/` }, do: effect });
    const step = await scene.uses({ mode: 'delete', snapshot_id: listed(all) });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'deleted' } });
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual(
      all.map(({ snapshot }) => snapshot),
    );
    expect(scene.ids).toEqual([]);
  });

  test('to the looks of a wait, whichever way, one after the other: it waits on', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    // Each is met by a look of its own, after one that went well.
    for (const [index, { effect }] of eachLost.entries())
      scene.api.fail({ when: snapshots, after: 2 + index, do: effect });
    const looks = 2 + 2 * eachLost.length;
    const isOver = scene.once('GET /snapshots/', () => scene.api.setSnapshotStatus(801, 'completed'), looks);
    const step = await scene.uses({ server_id: '12345', timeout_minutes: '1' }, { during: isOver });
    expect(step).toMatchObject({
      exitCode: 0,
      annotations: [],
      outputs: { result: 'created', snapshot_id: '801' },
    });
    const shown = ways.filter(([, effect]) => effect.kind === 'reset' || statusOf(effect) >= 500);
    expect(scene.requests.filter((line) => /^GET .* (reset|5\d\d)$/.test(line))).toHaveLength(shown.length);
  });
});

/** What the ledger shows of it; a proxy's page has 502 unless told otherwise. */
function statusOf(effect: Effect): number {
  if (effect.kind === 'html') return effect.status ?? 502;
  return effect.kind === 'status' ? effect.status : 200;
}
