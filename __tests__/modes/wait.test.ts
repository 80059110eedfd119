import { describe, expect, test } from 'vitest';
import { ids } from '../helpers/ids.ts';
import { marked } from '../helpers/marked.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

const servers = [
  { id: server, name: 'web-1' },
  { id: 2, name: 'db-1' },
];

function waiting(inputs: Record<string, string>, rest: Parameters<typeof rehearsed>[0] = {}) {
  return rehearsed({ servers, ...rest, inputs: { mode: 'wait', ...inputs } });
}

describe('a snapshot that an earlier step requested', () => {
  test('is waited for, and then ready', async () => {
    const first = await rehearsed({ servers, inputs: { server_id: '12345 2', wait: 'false' } }).run();
    const step = waiting({ snapshot_id: first.outputs.snapshot_id ?? '' }, { after: first });
    await step.run();
    expect(step).toMatchObject({ red: false, result: 'ready', changes: [], annotations: [] });
    expect(step.outputs).toMatchObject({
      ...{ snapshot_id: '801,802', server_id: '12345,2', status: 'completed,completed' },
      snapshot_name: first.outputs.snapshot_name,
    });
    expect(step.rollback).toEqual(ids(801, 802));
    expect(step.lines).toContainEqual(
      expect.stringMatching(/^Going to wait for snapshot 801 \(.+\) of server 12345 \(web-1\)\.$/),
    );
    expect(step.summary).toContain('snapshot_id: "801,802"');
  });

  test('is ready at the first look when it is complete', async () => {
    const step = waiting({ snapshot_id: '700' });
    step.api.addSnapshot({ server, id: 700 });
    expect(await step.run()).toMatchObject({ red: false, result: 'ready', endedAt: 2_000 });
  });

  test('keeps the order of snapshot_id', async () => {
    const step = waiting({ snapshot_id: '701, 700' });
    step.api.addSnapshot({ server, id: 700 });
    step.api.addSnapshot({ server: 2, id: 701 });
    expect((await step.run()).outputs).toMatchObject({ snapshot_id: '701,700', server_id: '2,12345' });
  });

  test('may not be in the list yet', async () => {
    const first = await rehearsed({
      api: { snapshotListLagMs: 40_000 },
      inputs: { server_id: '12345', wait: 'false' },
    }).run();
    const step = await waiting({ snapshot_id: '801', server_id: '12345' }, { after: first }).run();
    expect(step).toMatchObject({ red: false, result: 'ready' });
    expect(step.lines).toContain('Going to wait for snapshot 801, which no list shows.');
    expect(step.outputs.server_id).toBe('12345');
  });

  test('that another run made is as good', async () => {
    const step = waiting({ snapshot_id: '700' });
    step.api.addSnapshot({ server, id: 700, description: marked() });
    expect(await step.run()).toMatchObject({ red: false, result: 'ready' });
  });
});

test('never listed: lost after two minutes, and nothing was changed', async () => {
  const step = await waiting({ snapshot_id: '666' }).run();
  expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot not complete' } });
  expect(step.error?.message).toBe(
    [
      'Snapshot 666 was never seen in the list of snapshots.',
      'Nothing was changed.',
      'Compare the id with what mode: list shows, and check that the token belongs to the same account.',
    ].join('\n'),
  );
  expect(step.endedAt).toBeGreaterThanOrEqual(120_000);
  expect(step.outputs.snapshot_id).toBe('666');
});

test('not listed and no time for that', async () => {
  const step = await waiting({ snapshot_id: '666', timeout_minutes: '1' }).run();
  expect(step).toMatchObject({ red: true, result: 'timed_out' });
  expect(step.error?.message).toContain(
    'Snapshot 666 was not complete after 59 s; its status is not in the list yet.',
  );
});

test('failed in the meantime', async () => {
  const step = waiting({ snapshot_id: '700' });
  step.api.addSnapshot({ server, id: 700, status: 'failed', name: 'x' });
  await step.run();
  expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 2_000 });
  expect(step.error?.message).toContain('Snapshot 700 (x) of server 12345 (web-1) ended as "failed"');
});

describe('a snapshot of another server than server_id', () => {
  test('is refused at once, with the candidates', async () => {
    const step = waiting({ snapshot_id: '700', server_id: '12345' });
    step.api.addSnapshot({ server: 2, id: 700 });
    step.api.addSnapshot({ server, id: 701, name: 'right', created_at: '2026-11-20T11:00:00Z' });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 0 });
    expect(step.error).toEqual({
      level: 'error',
      title: 'Which snapshot?',
      message: [
        'Snapshot 700 is of server 2, and server_id allows only 12345.',
        '- snapshot 701 (right), completed, 5.0 GB, 1h 00m old',
        'Nothing was changed.',
        'Name exactly one snapshot per server by its snapshot_id.',
      ].join('\n'),
    });
  });

  test('is refused when a list shows it late', async () => {
    const step = waiting({ snapshot_id: '700', server_id: '12345' }, { api: { snapshotListLagMs: 30_000 } });
    step.api.addSnapshot({ server: 2, id: 700 });
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Which snapshot?' } });
    expect(step.rollback).toEqual([]);
  });
});

test('a dry run says what it would wait for', async () => {
  const step = waiting({ snapshot_id: '700,701', dry_run: 'true' });
  step.api.addSnapshot({ server, id: 700, name: 'x' });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'planned', endedAt: 0 });
  expect(step.lines).toContain('Would wait for snapshot 700 (x) of server 12345 (web-1)');
  expect(step.lines).toContain('Would wait for snapshot 701, which no list shows');
  expect(step.outputs.snapshot_id).toBe('700,701');
});
