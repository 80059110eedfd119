import { expect, test } from 'vitest';
import { rehearsed } from '../helpers/rehearsed.ts';

function listing(inputs: Record<string, string> = {}) {
  const step = rehearsed({
    servers: [{ id: 1, name: 'a' }, { id: 2, name: 'b' }, { id: 3 }],
    inputs: { mode: 'list', ...inputs },
  });
  step.api.addSnapshot({ server: 2, id: 10, name: 'x', created_at: '2026-11-19T12:00:00Z' });
  step.api.addSnapshot({ server: 1, id: 11, name: 'y', created_at: '2026-11-17T08:00:00Z', size_mb: 800 });
  step.api.addSnapshot({ server: 1, id: 12, status: 'in_progress', name: 'z' });
  return step;
}

test('shows all, by server and newest first', async () => {
  const step = await listing().run();
  expect(step).toMatchObject({ red: false, result: 'listed', changes: [], annotations: [], endedAt: 0 });
  expect(step.outputs).toMatchObject({ snapshot_id: '12,11,10', server_id: '1,1,2', size_mb: ',800,5120' });
  expect(step.groups).toEqual(['Looking', '3 snapshots']);
  expect(step.lines.filter((line) => !line.startsWith('debug'))).toEqual([
    '1: snapshot 12 (z), in_progress, 0 ms old',
    '1: snapshot 11 (y), completed, 800 MB, 3d 4h old',
    '2: snapshot 10 (x), completed, 5.0 GB, 1d 0h old',
  ]);
  expect(step.summary).toContain('server 1: 2 of 5, server 2: 1 of 5');
  expect(step.snapshots).toHaveLength(3);
});

test('shows those of some servers, and how many slots each uses', async () => {
  const step = await listing({ server_id: '2,3' }).run();
  expect(step.outputs).toMatchObject({ result: 'listed', snapshot_id: '10' });
  expect(step.summary).toContain('server 2: 1 of 5, server 3: 0 of 5');
  expect(step.groups).toEqual(['Looking', '1 snapshot']);
});

test('shows none', async () => {
  const step = await rehearsed({ inputs: { mode: 'list' } }).run();
  expect(step.outputs).toMatchObject({ result: 'listed', snapshot_id: '', snapshots: '[]', server_id: '' });
  expect(step).toMatchObject({ red: false });
});

test('reads every page', async () => {
  const step = rehearsed({ inputs: { mode: 'list' }, api: { pageSize: 2 } });
  for (let n = 0; n < 5; n += 1) step.api.addSnapshot({ server: 12345 });
  await step.run();
  expect(step.outputs.snapshot_id).toBe('805,804,803,802,801');
  expect(step.ledger.map(({ query }) => query)).toEqual(['', 'page_size=100']);
});

test('shows nothing rather than a part', async () => {
  const step = rehearsed({ inputs: { mode: 'list' }, api: { pageSize: 2, nextLoops: true } });
  for (let n = 0; n < 5; n += 1) step.api.addSnapshot({ server: 12345 });
  await step.run();
  expect(step).toMatchObject({ red: true, result: 'failed' });
  expect(step.outputs.snapshot_id).toBe('');
});

test('a dry run plans it, for nothing is changed anyway', async () => {
  const step = await listing({ dry_run: 'true' }).run();
  expect(step).toMatchObject({ red: false, result: 'planned' });
  expect(step.lines).toContain('Would show snapshot 12 (z)');
});
