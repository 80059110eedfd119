import { expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { idsOf, postOf, restores, rolledBack } from '../../helpers/guarded.ts';
import { rehearsed, server } from '../../helpers/rehearsed.ts';

const inputs = { server_id: '12345', on_failure: 'restore,delete' };

test('a restore before the snapshot was taken is no rollback of the deploy after it', async () => {
  const reset = rehearsed({ inputs: { mode: 'restore', snapshot_id: '700' } });
  reset.api.addSnapshot({ id: 700, server, name: 'golden' });
  expect((await reset.run()).result).toBe('restored');
  const main = await rehearsed({ after: reset, inputs }).run();
  expect(main.result).toBe('created');
  const post = await postOf(main, { inputs, ends: 'failure' });
  expect(restores(post)).toEqual([700, 801]);
  expect(rolledBack(post)).toHaveLength(1);
});

test.each(['true', 'false'])('a restore from another snapshot (wait: %s) is none from ours', async (wait) => {
  const main = rehearsed({ inputs });
  main.api.addSnapshot({ id: 700, server, name: 'golden' });
  await main.run();
  await rehearsed({ after: main, inputs: { mode: 'restore', snapshot_id: '700', wait } }).run();
  const post = await postOf(main, { inputs, ends: 'failure', deployMs: 0.1 * minute });
  expect(restores(post)).toEqual([700]);
  expect(post.written).not.toMatch(/restored from snapshot 801|Rolled back: /);
  expect(idsOf(post)).toContain(801);
});
