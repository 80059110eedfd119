import { expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { idsOf, mainOf, postOf, restores, rolledBack } from '../../helpers/guarded.ts';
import { rehearsed, server } from '../../helpers/rehearsed.ts';

const job = { inputs: { on_failure: 'restore,delete', on_cancelled: 'restore' }, ends: 'failure' } as const;
const explicit = { mode: 'restore', snapshot_id: '801' };
const busy = {
  when: { method: 'POST', path: /restore/ },
  do: { kind: 'status', status: 409, json: { detail: 'The server is busy.' } },
} as const;

test('a restore that was refused as busy and then stopped by a signal was never accepted: the guard asks', async () => {
  const main = await mainOf(job);
  const step = rehearsed({ after: main, inputs: explicit, faults: [{ ...busy, times: 3 }] });
  void step.clock.sleep(5_000).then(() => step.signal());
  await step.run();
  const post = await postOf(main, { ...job, ends: 'cancelled', deployMs: 0.2 * minute });
  expect(restores(post)).toEqual([801]);
});

test('somebody else restores while ours is refused as busy: not ours', async () => {
  const main = await mainOf(job);
  main.api.addSnapshot({ id: 700, server });
  const step = rehearsed({ after: main, inputs: { ...explicit, timeout_minutes: '3' }, faults: [busy] });
  void step.clock.sleep(5_000).then(() => step.api.startRestore(server));
  await step.run();
  const post = await postOf(main, { ...job, deployMs: 0.2 * minute });
  expect(rolledBack(post)).toEqual([]);
  expect(idsOf(post)).toContain(801);
});

test('a request that surely never left: the guard asks', async () => {
  const main = await mainOf(job);
  const step = rehearsed({
    after: main,
    inputs: explicit,
    network: (method) => (method === 'POST' ? 'ENOTFOUND' : undefined),
  });
  await step.run();
  const post = await postOf(main, { ...job, deployMs: 0.2 * minute });
  expect(restores(post)).toEqual([801]);
});
