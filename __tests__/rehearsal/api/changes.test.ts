import { describe, expect, test } from 'vitest';
import type { ApiOptions } from '../../../rehearsal/api/api.ts';
import { minute, rehearse, start } from './calls.ts';

describe('restores', () => {
  test('restoreStages', async () => {
    const restoreStages = [
      { status: 'stopped', ms: minute },
      { status: 'restoring', ms: 2 * minute },
      { status: 'stopped', ms: 3 * minute },
    ];
    const { api, call, pass } = rehearse({ restoreStages, restoreStartsAfterMs: minute });
    api.addSnapshot({ server: 12345 });
    await call('POST /snapshots/801/restore/');
    const seen: (string | undefined)[] = [];
    for (const minutes of [0, 1, 1, 2, 3]) {
      pass(minutes * minute);
      seen.push(api.servers()[0]?.status);
      const isOver = seen.length === 5;
      expect((await call('POST /snapshots/801/restore/')).status).toBe(isOver ? 200 : 400);
    }
    expect(seen).toEqual(['active', 'stopped', 'restoring', 'stopped', 'active']);
  });

  test('afterRestore per server', () => {
    const { api, pass } = rehearse({ afterRestore: (id) => `weird-${id}` });
    api.startRestore(12345);
    pass(8 * minute);
    expect(api.servers()).toMatchObject([{ status: 'weird-12345' }]);
  });

  test.each<[ApiOptions, string]>([
    [{}, '203.0.113.10'],
    [{ addressAfterRestore: '198.51.100.7' }, '198.51.100.7'],
    [{ addressAfterRestore: (id) => `host-${id}` }, 'host-12345'],
  ])('the address afterwards, %o', async (options, expected) => {
    const { api, pass, results } = rehearse(options);
    api.startRestore(12345);
    pass(8 * minute - 1);
    expect(await results('/servers/')).toMatchObject([{ ip_address: '203.0.113.10' }]);
    pass(1);
    expect(await results('/servers/')).toMatchObject([{ ip_address: expected }]);
  });
});

test('setServerAddress', async () => {
  const { api, pass, results } = rehearse({ serverListLagMs: 1_000 });
  api.setServerAddress(12345, '198.51.100.7');
  expect(await results('/servers/')).toMatchObject([{ ip_address: '203.0.113.10' }]);
  pass(1_000);
  expect(await results('/servers/')).toMatchObject([{ ip_address: '198.51.100.7' }]);
});

describe('deletions', () => {
  test('are remembered once each, and only those that were asked for', async () => {
    const { api, call } = rehearse({ deleteTakesMs: 90_000 });
    for (const id of [801, 802]) api.addSnapshot({ server: 12345, id });
    for (let times = 0; times < 2; times += 1) await call('DELETE /snapshots/801/');
    await call('DELETE /snapshots/999/');
    api.removeSnapshot(802);
    expect(api.state.deletions).toEqual([{ at: start, server: 12345, snapshot: 801 }]);
  });
});

describe('deleteTakesMs', () => {
  test('it shows, counts and cannot be restored until it is gone', async () => {
    const { api, call, create, pass, results } = rehearse({ deleteTakesMs: 90_000, limit: 1 });
    api.addSnapshot({ server: 12345 });
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 202, body: '' });
    pass(89_999);
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 202 });
    expect(await results('/snapshots/')).toMatchObject([{ id: 801, status: 'deleting', size_mb: 5120 }]);
    expect(await create()).toMatchObject({ status: 400 });
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 400 });
    pass(1);
    expect(api.snapshots()).toEqual([]);
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 404 });
    expect(await create()).toMatchObject({ status: 201 });
  });

  test('statusWhileDeleting', async () => {
    const { api, call } = rehearse({ deleteTakesMs: 1, statusWhileDeleting: 'completed' });
    api.addSnapshot({ server: 12345 });
    await call('DELETE /snapshots/801/');
    expect(api.snapshots()).toMatchObject([{ status: 'completed' }]);
  });
});

describe('later', () => {
  test('things happen at their moment, in the order of their moments', () => {
    const { api, pass } = rehearse();
    api.later(2 * minute, () => api.addSnapshot({ server: 12345, name: 'second' }));
    api.later(minute, () => api.addSnapshot({ server: 12345, name: 'first' }));
    pass(minute - 1);
    expect(api.snapshots()).toEqual([]);
    pass(5 * minute);
    expect(api.snapshots()).toMatchObject([
      { id: 802, name: 'second', created_at: '2025-01-15T18:32:00Z' },
      { id: 801, name: 'first', created_at: '2025-01-15T18:31:00Z' },
    ]);
  });

  test('what happens can plan more', () => {
    const { api, pass } = rehearse();
    api.later(minute, () => {
      api.startRestore(12345);
      api.later(minute, () => api.setServerStatus(12345, 'stopped'));
    });
    pass(9 * minute);
    expect(api.state.restores).toEqual([{ at: start + minute, server: 12345, snapshot: undefined }]);
    expect(api.servers()).toMatchObject([{ status: 'stopped', updated_at: '2025-01-15T18:32:00Z' }]);
  });
});
