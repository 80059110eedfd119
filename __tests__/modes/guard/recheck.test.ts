import { expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { mainOf, postOf } from '../../helpers/guarded.ts';
import { server } from '../../helpers/rehearsed.ts';

const restoring = { ends: 'failure', inputs: { on_failure: 'restore,delete' } } as const;

test('an unmarked snapshot of the server in progress is waited for before the restore', async () => {
  const main = await mainOf(restoring);
  const startedAt = main.clock.now();
  main.clock.at(startedAt + 3 * minute, () => main.api.setSnapshotStatus(900, 'completed'));
  const post = await postOf(main, {
    ...restoring,
    deployMs: 0,
    meanwhile: ({ api }) => api.addSnapshot({ server, id: 900, status: 'in_progress' }),
  });
  expect(post).toMatchObject({ red: false, result: 'restored' });
  expect(post.lines).toContain('Waiting until no snapshot of the server is in progress.');
  const [restored = 0] = post.moments('POST', '/snapshots/801/restore/');
  expect(restored - startedAt).toBeGreaterThanOrEqual(3 * minute);
  expect(restored - startedAt).toBeLessThan(4 * minute);
});

test.each(['10', '120'])(
  'after a cancel it is waited for a third of the time at most, also with a look every %s s',
  async (poll_interval_seconds) => {
    const job = { ends: 'cancelled', inputs: { on_cancelled: 'restore', poll_interval_seconds } } as const;
    const main = await mainOf(job);
    const startedAt = main.clock.now();
    const post = await postOf(main, {
      ...job,
      deployMs: 0,
      meanwhile: ({ api }) => api.addSnapshot({ server, id: 900, status: 'in_progress' }),
    });
    const [requested = 0] = post.moments('POST', '/snapshots/801/restore/');
    expect(requested - startedAt).toBeGreaterThanOrEqual(1 * minute);
    expect(requested - startedAt).toBeLessThanOrEqual(2 * minute);
  },
);
