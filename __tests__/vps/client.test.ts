import { describe, expect, test } from 'vitest';
import { connected } from '../helpers/connected.ts';
import { id } from '../helpers/ids.ts';

describe('endpoints', () => {
  test('a snapshot is made, listed, restored and deleted', async () => {
    const { clock, vps, lines } = connected();
    const order = { serverId: id(12345), name: 'pre', description: 'Before it' };
    const made = await clock.run(vps.createSnapshot(order));
    expect(made).toEqual({
      ...{ id: id(801), server: { id: id(12345), name: 'web-1' }, name: 'pre', status: 'in_progress' },
      ...{ sizeMb: null, createdAt: '2026-11-20T12:00:00Z', description: 'Before it' },
    });
    await clock.advance(600_000);
    expect(await clock.run(vps.listSnapshots())).toEqual([{ ...made, status: 'completed', sizeMb: 5120 }]);
    expect(await clock.run(vps.restoreSnapshot(id(801)))).toBeUndefined();
    expect((await clock.run(vps.listServers())).map(({ status }) => status)).toEqual(['restoring', 'active']);
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('deleted');
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('absent');
    expect(lines()).toEqual([
      'POST /snapshots/ 201',
      'GET /snapshots/ 200',
      'POST /snapshots/801/restore/ 200',
      'GET /servers/ 200',
      'DELETE /snapshots/801/ 204',
      'DELETE /snapshots/801/ 404',
    ]);
  });
});
