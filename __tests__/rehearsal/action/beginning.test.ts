import { describe, expect, test } from 'vitest';
import { type Around, beginningOf } from '../../../rehearsal/action/beginning.ts';
import { faultNames, troubles } from '../../../rehearsal/action/faults.ts';
import { readPlan } from '../../../rehearsal/action/plan.ts';
import { rehearse } from '../../../rehearsal/action/rehearse.ts';
import { reportOf } from '../../../rehearsal/action/report.ts';
import { readMark } from '../../../src/rules/ownership.ts';

const now = Date.parse('2025-01-15T18:30:00Z');
const around: Around = { token: 'vps_token', repository: 'octo-org/web', now };
const day = 86_400_000;
const planOf = (inputs: Record<string, string>) => readPlan((name) => inputs[name] ?? '');
const snapshots = '12345 1d\n12345 40d\n12345 3d nightly';

describe('snapshots that exist', () => {
  test('have ids right before the first new one, the older the lower, and are told in the order of the input', () => {
    const { snapshots: seeds } = beginningOf(planOf({ snapshots }), around);
    expect(seeds.map(({ id, created_at }) => [id, created_at])).toEqual([
      [800, now - day],
      [798, now - 40 * day],
      [799, now - 3 * day],
    ]);
  });

  test.each(['documented', 'client', 'both'])(
    'are marked in the %s form, unless they have a name',
    (form) => {
      const { snapshots: seeds } = beginningOf(planOf({ snapshots, form }), around);
      const marks = seeds.map(({ name = '', description = '' }) =>
        readMark(form === 'client' ? name : description),
      );
      expect(marks).toMatchObject([
        { repository: 'octo-org/web', runId: '3' },
        { repository: 'octo-org/web', runId: '1' },
        ...[null],
      ]);
      expect(seeds[2]?.name).toBe('nightly');
    },
  );
});

test('faults add up, in options and in requests', () => {
  const faults = 'create_fails, restore_stops, create_lost, delete_lost';
  const beginning = beginningOf(planOf({ faults, form: 'both' }), around);
  expect(beginning.options).toMatchObject({
    ...{ form: 'both', token: 'vps_token', createMs: 5_000, restoreMs: 10_000 },
    ...{ createEndsAs: 'failed', afterRestore: 'stopped' },
  });
  expect(beginning.faults).toHaveLength(2);
});

test('every fault by name is an option or a fault', () => {
  for (const name of faultNames) expect(Object.keys(troubles[name])).toHaveLength(1);
});

describe('a rehearsal', () => {
  const headers = { authorization: 'Bearer vps_token', 'content-type': 'application/json' };

  test.each([
    ['documented', '/snapshots/', { server_id: 12345, name: 'a' }],
    ['client', '/servers/a12b4869-5eed-4afe-9abc-000000012345/snapshot/', { label: 'a' }],
  ])('in the %s form: each fault meets its request, and the report tells it', async (form, path, body) => {
    const plan = planOf({ form, snapshots, faults: 'create_lost list_lost restore_busy delete_refused' });
    const { api, url, snapshotIds, close } = await rehearse(plan, around);
    const [existing = ''] = snapshotIds.split(',');
    const ask = async (method: string, at: string, content?: object) =>
      fetch(url + at, { method, headers, ...(content && { body: JSON.stringify(content) }) }).then(
        ({ status }) => status,
        () => 'reset',
      );
    const answers = [
      await ask('POST', path, body),
      await ask('GET', '/snapshots/'),
      await ask('POST', `/snapshots/${existing}/restore/`),
      await ask('POST', `/snapshots/${existing}/restore/`),
      await ask('DELETE', `/snapshots/${existing}/`),
    ];
    await close();
    expect(answers).toEqual(['reset', 502, 409, 200, 403]);
    const { requests, restores, left } = reportOf(api, now);
    const [made] = left.filter(({ status }) => status === 'in_progress');
    expect(requests.map(({ what }) => what)).toEqual([
      `Snapshot of server ${api.shownId(12345)}: the connection was cut, no answer; snapshot ${made?.snapshot} began`,
      'List of snapshots: failed (502 Bad Gateway)',
      `Restore from snapshot ${existing}: refused (409 Conflict)`,
      `Restore from snapshot ${existing}: accepted`,
      `Deletion of snapshot ${existing}: refused (403 Forbidden)`,
    ]);
    expect(restores).toMatchObject([
      { server: api.shownId(12345), snapshot: existing, takenAt: now - day, status: 'restoring' },
    ]);
    expect(left).toHaveLength(4);
  });
});
