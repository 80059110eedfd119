import { expect, test } from 'vitest';
import { idsOf, postOf } from '../../helpers/guarded.ts';
import { marked, own } from '../../helpers/marked.ts';
import { rehearsed, server } from '../../helpers/rehearsed.ts';

const inputs = { mode: 'wait', snapshot_id: '801', server_id: '12345', on_failure: 'delete' };

test('what a step only waited for, it did not make: nothing else of its job is deleted with it', async () => {
  const main = rehearsed({ inputs, servers: [{ id: server }, { id: 7 }] });
  main.api.addSnapshot({ server, id: 801, name: 'ours', description: marked(own) });
  await main.run();
  expect(JSON.parse(main.saved.at(-1) ?? '')).toMatchObject({ made: false, confirmed: true });
  const meanwhile = () => main.api.addSnapshot({ server, id: 802, name: 'ours', description: marked(own) });
  const post = await postOf(main, { ends: 'failure', inputs, meanwhile });
  expect(post.changes).toEqual(['DELETE /snapshots/801/']);
  expect(idsOf(post)).toEqual([802]);
});

test('an id that no list showed to the main step may be another server’s, and is not deleted', async () => {
  const nothing = { kind: 'echo', of: () => ({ count: 0, next: null, results: [] }) } as const;
  const hidden = { when: { method: 'GET', path: '/snapshots/' }, times: 999, do: nothing };
  const main = rehearsed({ inputs, servers: [{ id: server }, { id: 7 }], faults: [hidden] });
  await main.run();
  expect(main.red).toBe(true);
  expect(JSON.parse(main.saved.at(-1) ?? '')).toMatchObject({ made: false });
});

test('both of two snapshots must show before they are rolled back to', async () => {
  const both = { mode: 'wait', snapshot_id: '801,802', on_failure: 'restore' };
  const main = rehearsed({ inputs: both, servers: [{ id: server }, { id: 7 }] });
  main.api.addSnapshot({ server, id: 801 });
  main.api.addSnapshot({ server: 7, id: 802 });
  await main.run();
  const without = (answer: unknown) => {
    const { results } = answer as { results: { id: number }[] };
    const shown = results.filter(({ id }) => id !== 802);
    return { count: shown.length, next: null, previous: null, results: shown };
  };
  const short = { when: { method: 'GET', path: '/snapshots/' }, do: { kind: 'echo', of: without } } as const;
  const post = await postOf(main, { ends: 'failure', inputs: both, post: { faults: [short] } });
  expect(post).toMatchObject({ red: false, result: 'restored' });
  expect(post.api.state.restores.map(({ snapshot }) => snapshot)).toEqual([801, 802]);
});

test('a server that ran before the deploy and stands still keeps its snapshot, though no list showed that at first', async () => {
  const deleting = { mode: 'wait', snapshot_id: '801', on_success: 'delete' };
  const main = rehearsed({ inputs: deleting, api: { createMs: 60_000, snapshotListLagMs: 3_000 } });
  main.api.addSnapshot({ server, id: 801, created_at: Date.parse('2026-11-20T12:00:00Z') });
  await main.run();
  expect(JSON.parse(main.saved.at(-1) ?? '')).toMatchObject({ targets: [{ ran: true }] });
  const meanwhile = () => main.api.setServerStatus(server, 'stopped');
  const post = await postOf(main, { ends: 'success', inputs: deleting, meanwhile });
  expect([post.changes, idsOf(post)]).toEqual([[], [801]]);
  expect(post.warnings.map(({ title }) => title)).toContain('Snapshot kept');
});
