import { describe, expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { guarded, idsOf, mainOf, postStep, rolledBack } from '../../helpers/guarded.ts';

const inputs = { on_cancelled: 'restore' };

describe('a job that was cancelled, with on_cancelled: restore', () => {
  test('the restore is requested and told at once, and the step ends by itself within 180 s', async () => {
    const job = { ends: 'cancelled', inputs } as const;
    const main = await mainOf(job);
    const post = postStep(main, job);
    const startedAt = post.clock.now();
    let afterOneSecond: unknown;
    post.clock.at(startedAt + 1_000, () => {
      afterOneSecond = structuredClone(post.annotations);
    });
    await post.run();
    expect(afterOneSecond).toEqual([
      {
        level: 'warning',
        title: 'Rollback requested',
        message: expect.stringMatching(
          /^The restore of server 12345 \(web-1\) from snapshot 801 .+ is accepted and goes on at VPS\.org, whatever becomes of this job\. It is not confirmed yet\.$/,
        ),
      },
    ]);
    expect(post.moments('POST', '/snapshots/801/restore/')).toEqual([expect.closeTo(startedAt, 0)]);
    expect(post.endedAt - startedAt).toBeLessThanOrEqual(180_000);
    expect(post.endedAt - startedAt).toBeGreaterThan(170_000);
  });

  test('what is not confirmed in that time is an error, with the way to do it by hand', async () => {
    const post = await guarded({ ends: 'cancelled', inputs });
    expect(post).toMatchObject({ red: true, result: 'timed_out' });
    expect(post.error?.title).toBe('Rollback requested, not confirmed');
    expect(post.error?.message).toMatch(
      /^Server 12345 \(web-1\) was not back after 2m \d\ds; its status is restoring\.\n/,
    );
    expect(post.error?.message).toMatch(
      /\nSnapshot 801 is kept\. If it turns out not to be restored: mode: restore with snapshot_id: 801\.$/,
    );
    expect(post.summary).toContain('snapshot_id: "801"');
    expect(rolledBack(post)).toEqual([]);
    expect(idsOf(post)).toEqual([801]);
  });

  test('what is confirmed in that time is told twice: first requested, then done', async () => {
    const post = await guarded({ ends: 'cancelled', inputs, main: { api: { restoreMs: 2 * minute } } });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.annotations.map(({ title }) => title)).toEqual(['Rollback requested', 'Rolled back']);
    expect(rolledBack(post)).toHaveLength(1);
  });

  test('restore,delete that is not confirmed keeps the snapshot', async () => {
    const post = await guarded({ ends: 'cancelled', inputs: { on_cancelled: 'restore,delete' } });
    expect(post).toMatchObject({ red: true, changes: ['POST /snapshots/801/restore/'] });
    expect(idsOf(post)).toEqual([801]);
  });

  test('a shorter timeout_minutes is obeyed', async () => {
    const main = await mainOf({ ends: 'cancelled', inputs });
    const startedAt = main.clock.now();
    const post = await postStep(main, {
      ends: 'cancelled',
      inputs,
      post: { inputs: { timeout_minutes: '1' } },
    }).run();
    expect(post.red).toBe(true);
    expect(post.endedAt - startedAt).toBeLessThanOrEqual(minute);
  });

  test('a restore by someone else that does not end in time is left alone', async () => {
    const post = await guarded({
      ends: 'cancelled',
      inputs,
      meanwhile: ({ api }) => api.startRestore(12345),
    });
    expect(post).toMatchObject({ red: true, changes: [], error: { title: 'Restored by someone else' } });
  });

  test('nothing of the announcement when the job failed', async () => {
    const post = await guarded({ ends: 'failure', inputs: { on_failure: 'restore' } });
    expect(post.annotations.map(({ title }) => title)).toEqual(['Rolled back']);
  });
});

describe('a signal in the post step', () => {
  const failing = { ends: 'failure', inputs: { on_failure: 'restore,delete' } } as const;

  test('while the restore goes on: what was requested is told, and nothing is deleted', async () => {
    const main = await mainOf(failing);
    const post = postStep(main, failing);
    post.clock.at(post.clock.now() + minute, () => post.signal('SIGINT'));
    await post.run();
    expect(post).toMatchObject({ red: true, result: 'cancelled', changes: ['POST /snapshots/801/restore/'] });
    expect(post.endedAt - (post.signalledAt ?? 0)).toBeLessThanOrEqual(2_000);
    expect(post.error?.message).toMatch(/The restore of server 12345 .+ was requested\.\n/);
    expect(post.error?.message).toContain('mode: restore with snapshot_id: 801');
    expect(idsOf(post)).toEqual([801]);
  });

  test('while looking: nothing is requested', async () => {
    const main = await mainOf(failing);
    const post = postStep(main, {
      ...failing,
      post: { asked: (_method, path, step) => path === '/servers/' && step.signal() },
    });
    await post.run();
    expect(post).toMatchObject({ red: true, result: 'cancelled', changes: [] });
    expect(post.error?.message).toContain('Nothing was changed.');
  });

  test('while the deletion waits for an answer', async () => {
    const job = { ends: 'success', inputs: { on_success: 'delete' } } as const;
    const main = await mainOf(job);
    const post = postStep(main, {
      ...job,
      post: {
        asked: (method, _path, step) => method === 'DELETE' && step.signal(),
        faults: [{ when: { method: 'DELETE' }, do: { kind: 'hang', processed: false } }],
      },
    });
    await post.run();
    expect(post).toMatchObject({ red: true, result: 'cancelled' });
    expect(post.error?.message).toMatch(/The deletion of snapshot 801 .+ was requested\./);
    expect(idsOf(post)).toEqual([801]);
  });
});
