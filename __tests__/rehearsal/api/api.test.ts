import { describe, expect, test } from 'vitest';
import { minute, rehearse, start } from './calls.ts';

describe('seeds', () => {
  test('every member of a snapshot can be given', () => {
    const { api } = rehearse();
    const id = api.addSnapshot({
      server: 12345,
      id: 9000,
      name: 'old',
      status: 'failed',
      size_mb: 12,
      created_at: new Date('2024-12-24T12:00:00Z'),
      description: 'from last year',
    });
    expect(id).toBe(9000);
    expect(api.snapshots()).toEqual([
      {
        id: 9000,
        server: { id: 12345, name: 'web-server-01' },
        name: 'old',
        status: 'failed',
        size_mb: 12,
        created_at: '2024-12-24T12:00:00Z',
        description: 'from last year',
      },
    ]);
  });

  test('new ids follow the highest one given', async () => {
    const { api, create } = rehearse();
    api.addSnapshot({ server: 12345, id: 9000 });
    api.addSnapshot({ server: 12345, id: 5 });
    expect((await create()).json.id).toBe(9001);
  });

  test('the status of a seed does not move by itself', () => {
    const { api, pass } = rehearse();
    api.addSnapshot({ server: 12345, status: 'in_progress' });
    pass(1000 * minute);
    expect(api.snapshots()).toMatchObject([{ status: 'in_progress', size_mb: null }]);
    api.setSnapshotStatus(801, 'completed');
    expect(api.snapshots()).toMatchObject([{ status: 'completed', size_mb: 5120 }]);
  });

  test('servers have likely names', () => {
    const { api } = rehearse();
    api.addServer({ id: 2 });
    expect(api.servers()[1]).toMatchObject({ name: 'web-server-02', hostname: 'web02.example.com' });
  });

  test.each([
    ['a snapshot of no server', { server: 1 }],
    ['a snapshot that is there already', { server: 12345, id: 700 }],
    ['a time that is none', { server: 12345, created_at: 'yesterday' }],
  ])('%s is a mistake in the test', (_, seed) => {
    const { api } = rehearse();
    api.addSnapshot({ server: 12345, id: 700 });
    expect(() => api.addSnapshot(seed)).toThrow();
  });
});

describe('what others do', () => {
  test('a snapshot disappears', () => {
    const { api } = rehearse();
    api.addSnapshot({ server: 12345 });
    api.removeSnapshot(801);
    expect(api.snapshots()).toEqual([]);
    expect(() => api.removeSnapshot(802)).toThrow('802');
  });

  test('a creation is overtaken by another status', async () => {
    const { api, create, pass } = rehearse();
    await create();
    api.setSnapshotStatus(801, 'error');
    pass(60 * minute);
    expect(api.snapshots()).toMatchObject([{ status: 'error' }]);
  });

  test('a restore begins and ends', () => {
    const { api, pass } = rehearse();
    api.startRestore(12345);
    expect(api.servers()).toMatchObject([{ status: 'restoring' }]);
    expect(api.state.restores).toEqual([{ at: start, server: 12345, snapshot: undefined }]);
    pass(8 * minute);
    expect(api.servers()).toMatchObject([{ status: 'active' }]);
  });

  test('a restore is overtaken by another status', () => {
    const { api, pass } = rehearse();
    api.startRestore(12345);
    api.setServerStatus(12345, 'stopped');
    pass(60 * minute);
    expect(api.servers()).toMatchObject([{ status: 'stopped' }]);
  });
});
