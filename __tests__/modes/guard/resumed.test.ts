import { expect, test } from 'vitest';
import { idsOf, mainOf, postOf, restores } from '../../helpers/guarded.ts';
import { rehearsed } from '../../helpers/rehearsed.ts';

const job = { inputs: { on_failure: 'restore', on_cancelled: 'restore' }, ends: 'cancelled' } as const;

test('a restore that another step of the job requested, not confirmed: it is not said that nothing was changed', async () => {
  const main = await mainOf(job);
  const step = await rehearsed({
    after: main,
    inputs: { mode: 'restore', snapshot_id: '801', wait: 'false' },
  }).run();
  expect(step.result).toBe('requested');
  const post = await postOf(main, { ...job, deployMs: 100 });
  expect(post.error?.message).toContain('goes on');
  expect(post.error?.message).not.toContain('Nothing was changed');
});

test('a restore that another step requested and the guard has seen done is not told as unconfirmed', async () => {
  const job = { inputs: { on_failure: 'restore,delete' }, ends: 'failure' } as const;
  const main = await mainOf(job);
  const inputs = { mode: 'restore', snapshot_id: '801', wait: 'false' };
  await rehearsed({ after: main, inputs }).run();
  const post = await postOf(main, { ...job, deployMs: 1_000 });
  expect(post.warnings.map(({ title }) => title)).toContain('Rolled back');
  expect(post.written).not.toContain('not confirmed');
  expect([restores(post), idsOf(post)]).toEqual([[801], []]);
});

test('a restore that another step has confirmed is reported when its snapshot is deleted', async () => {
  const job = { inputs: { on_failure: 'restore,delete' }, ends: 'failure' } as const;
  const main = await mainOf(job);
  await rehearsed({ after: main, inputs: { mode: 'restore', snapshot_id: '801' } }).run();
  const post = await postOf(main, { ...job, deployMs: 1_000 });
  expect(post.written).toContain('has restored the server already');
});

test('a restore after which ready_url does not answer keeps its snapshot, whatever the policy', async () => {
  const job = { inputs: { on_failure: 'restore,delete' }, ends: 'failure' } as const;
  const main = await mainOf(job);
  const inputs = { mode: 'restore', snapshot_id: '801', ready_url: 'https://web.example.com/up' };
  const step = await rehearsed({ after: main, inputs, probe: () => false }).run();
  expect(step.error?.title).toBe('Server up, service not ready');
  const post = await postOf(main, { ...job, deployMs: 1_000 });
  expect([restores(post), idsOf(post)]).toEqual([[801], [801]]);
  expect(post.written).toContain('ready_url does not answer');
});
