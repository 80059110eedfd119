import { describe, expect, test } from 'vitest';
import { rehearsed } from '../helpers/rehearsed.ts';

const one = { server_id: '12345' };
const three = {
  servers: [
    { id: 1, name: 'a' },
    { id: 2, name: 'b' },
    { id: 3, name: 'c' },
  ],
};

describe('the wait', () => {
  test.each(['failed', 'error', 'Errored', 'aborted'])('ends at once with "%s"', async (word) => {
    const step = await rehearsed({ inputs: one, api: { createMs: 4_000, createEndsAs: word } }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', error: { title: 'Snapshot failed' } });
    expect(step.error?.message).toMatch(
      new RegExp(
        `^Snapshot 801 .+ of server 12345 .+ ended as "${word.toLowerCase()}" at VPS\\.org\\.\\nSnapshot 801 .+ was requested\\.\\nIt cannot be restored from\\. Delete it \\(mode: delete, snapshot_id: 801\\)`,
      ),
    );
    expect(step.endedAt).toBe(5_000);
    expect(step.snapshots).toMatchObject([{ result: 'failed', snapshot_id: 801 }]);
    expect(step.rollback).toEqual([]);
  });

  test('says once that a word is not documented, and goes on', async () => {
    const step = await rehearsed({
      inputs: one,
      api: { statusWhileCreating: 'snap##[warning]pending' },
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.lines.filter((line) => line.includes('not documented'))).toEqual([
      'Snapshot 801 has the status "snap## [warning]pending", which is not documented. Waiting on.',
    ]);
  });

  test('ends when the snapshot is lost: never listed for two minutes', async () => {
    const step = await rehearsed({ inputs: one, api: { snapshotListLagMs: 10 * 60_000 } }).run();
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.error?.message).toMatch(/^Snapshot 801 .+ was never seen in the list of snapshots\./);
    expect(step.endedAt).toBeGreaterThanOrEqual(120_000);
    expect(step.endedAt).toBeLessThan(140_000);
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('ends when someone else deletes the snapshot: three lists without it', async () => {
    const step = rehearsed({ inputs: { ...one, poll_interval_seconds: '10' } });
    step.clock.at(95_000, () => step.api.removeSnapshot(801));
    await step.run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 120_000 });
    expect(step.error?.message).toMatch(
      /^Snapshot 801 .+ was deleted by someone else while this step waited for it\.\nSnapshot 801 .+ was requested\.\nLet one deploy at a time run/,
    );
  });

  test('is not upset by one list without it', async () => {
    const step = await rehearsed({
      inputs: one,
      faults: [
        {
          when: { method: 'GET', path: '/snapshots/' },
          ...{ after: 3, times: 2 },
          do: { kind: 'echo', of: () => ({ count: 0, results: [] }) },
        },
      ],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
  });

  test('is not upset by bad polls', async () => {
    const step = await rehearsed({
      inputs: one,
      faults: [
        { when: { method: 'GET', path: '/snapshots/' }, after: 2, do: { kind: 'hang', processed: false } },
        { when: { method: 'GET', path: '/snapshots/' }, after: 3, times: 9, do: { kind: 'html' } },
        { when: { method: 'GET', path: '/snapshots/' }, after: 4, do: { kind: 'cutJson' } },
      ],
    }).run();
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.lines).toContainEqual(expect.stringMatching(/Looking again soon\.$/));
  });

  test.each([401, 403])('ends with %i', async (status) => {
    const step = await rehearsed({
      inputs: one,
      faults: [{ when: { path: '/snapshots/', method: 'GET' }, after: 2, do: { kind: 'status', status } }],
    }).run();
    expect(step).toMatchObject({ red: true, result: 'failed', endedAt: 5_000 });
    expect(step.error?.message).toMatch(/Snapshot 801 .+ was requested\./);
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('ends at the deadline: what goes on, and how to look', async () => {
    const step = await rehearsed({ inputs: { ...one, timeout_minutes: '2.5' } }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out' });
    expect(step.error).toMatchObject({ title: 'Snapshot not complete in time' });
    expect(step.error?.message).toMatch(
      /^Snapshot 801 .+ of server 12345 \(web-1\) was not complete after 2m 29s; its status is in_progress\.\n/,
    );
    expect(step.error?.message).toMatch(
      /was requested\.\nThe snapshot goes on at VPS\.org\. Wait on with mode: wait and snapshot_id: 801, look with mode: list, or raise timeout_minutes\.$/,
    );
    expect(step.outputs).toMatchObject({ snapshot_id: '801', status: 'in_progress' });
    expect(step.endedAt).toBeLessThanOrEqual(150_000);
  });

  test('at the deadline names those that are late, and what it knows of them', async () => {
    const step = await rehearsed({
      ...three,
      inputs: { server_id: '1,2,3', timeout_minutes: '1.5' },
      api: { createMs: (id) => (id === 2 ? 30_000 : 600_000) },
    }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out', error: { title: '2 of 3 failed' } });
    expect(step.error?.message).not.toContain('snapshot_id: 802');
    expect(step.outputs.status).toBe('in_progress,completed,in_progress');
  });

  test('obeys a deadline shorter than its first look', async () => {
    const step = await rehearsed({ inputs: { ...one, timeout_minutes: '0.01' } }).run();
    expect(step).toMatchObject({ red: true, result: 'timed_out' });
    expect(step.endedAt).toBeLessThanOrEqual(600);
  });

  test('looks at exactly the interval that was set', async () => {
    const step = await rehearsed({ inputs: { ...one, poll_interval_seconds: '45' } }).run();
    expect(step.moments('GET', '/snapshots/')).toEqual([
      ...[0, 45_000, 90_000, 135_000, 180_000, 225_000, 270_000, 315_000, 315_000],
    ]);
  });
});
