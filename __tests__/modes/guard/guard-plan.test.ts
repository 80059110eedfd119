import { describe, expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import {
  expectHelpByHand,
  expectKept,
  guarded,
  idsOf,
  killedAfter,
  mainOf,
  postOf,
  restores,
} from '../../helpers/guarded.ts';
import { marked, own } from '../../helpers/marked.ts';
import { type Rehearsal, rehearsed, server } from '../../helpers/rehearsed.ts';

const restoring = { ends: 'failure', inputs: { on_failure: 'restore,delete' } } as const;

describe('no stale rollback', () => {
  const theirs = { server, id: 900, name: 'theirs' };

  test.each([
    ['another run', marked({ run: '4712' })],
    ['another leg of this run', marked({ run: '4711', nonce: 'bbbbbbbb-eeeeeeee' })],
    ['another repository', marked({ repository: 'acme/site', run: '7' })],
    ['another run with our nonce, from a folder that was left over', marked({ nonce: '0a0a0a0a-eeeeeeee' })],
  ])('a newer snapshot of %s: refused', async (_, description) => {
    const post = await guarded({
      ...restoring,
      meanwhile: ({ api }) => api.addSnapshot({ ...theirs, description }),
    });
    expectKept(
      post,
      'A newer deploy would be lost',
      /^Not rolled back from snapshot 801 \(gha-.+\) of server 12345 \(web-1\): .+ is older than snapshot 900 \(theirs\), which acme\/(shop|site) run \d+ took before its own deploy\. Restoring would wipe that deploy\.\n/,
    );
    expectHelpByHand(post);
    expect(idsOf(post)).toEqual([801, 900]);
  });

  test('forced: restored all the same', async () => {
    const post = await guarded({
      ...restoring,
      post: { inputs: { force: 'true' } },
      meanwhile: ({ api }) => api.addSnapshot({ ...theirs, description: marked() }),
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(restores(post)).toEqual([801]);
    expect(idsOf(post)).toEqual([900]);
  });

  test.each<[string, object]>([
    ['newer, but nobody marked it', { ...theirs, description: 'by hand' }],
    [
      'newer, of another step of this job',
      { ...theirs, description: marked({ run: '4711', nonce: '0a0a0a0a-eeeeeeee' }) },
    ],
    ['of another run, but older', { ...theirs, description: marked(), created_at: '2026-11-20T11:59:00Z' }],
    ['newer, of another server', { ...theirs, server: 7, description: marked() }],
  ])('%s: no reason to refuse', async (_, seed) => {
    const post = await guarded({
      ...restoring,
      main: { servers: [{ id: server }, { id: 7 }] },
      meanwhile: ({ api }) => api.addSnapshot({ ...theirs, ...seed }),
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(restores(post)).toEqual([801]);
  });

  test('a newer one of another job in progress is not waited for', async () => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    const post = await postOf(main, {
      ...restoring,
      deployMs: 0,
      meanwhile: ({ api }) => api.addSnapshot({ ...theirs, status: 'in_progress', description: marked() }),
    });
    expect(post.error?.title).toBe('A newer deploy would be lost');
    expect(post.endedAt).toBeCloseTo(startedAt, 0);
  });

  test('forced, it is waited for', async () => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    main.clock.at(startedAt + 3 * minute, () => main.api.setSnapshotStatus(900, 'completed'));
    const post = await postOf(main, {
      ...restoring,
      deployMs: 0,
      post: { inputs: { force: 'true' } },
      meanwhile: ({ api }) => api.addSnapshot({ ...theirs, status: 'in_progress', description: marked() }),
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    const [restored = 0] = post.moments('POST', '/snapshots/801/restore/');
    expect(restored - startedAt).toBeGreaterThanOrEqual(3 * minute);
  });

  test('a delete is not stale', async () => {
    const post = await guarded({
      ends: 'success',
      inputs: { on_success: 'delete' },
      meanwhile: ({ api }) => api.addSnapshot({ ...theirs, description: marked() }),
    });
    expect(post).toMatchObject({ red: false, result: 'deleted' });
  });
});

describe('mode: wait', () => {
  const inputs = { mode: 'wait', snapshot_id: '801', on_failure: 'restore' };

  async function waited(description: string, later?: string): Promise<Rehearsal> {
    const main = rehearsed({ inputs });
    main.api.addSnapshot({
      server,
      id: 801,
      name: 'earlier',
      created_at: '2026-11-20T11:00:00Z',
      description,
    });
    await main.run();
    expect(main).toMatchObject({ red: false, result: 'ready' });
    return postOf(main, {
      ends: 'failure',
      inputs,
      meanwhile: ({ api }) =>
        later && api.addSnapshot({ server, id: 900, name: 'theirs', description: later }),
    });
  }

  const own = marked({ run: '4711', nonce: 'cccccccc-eeeeeeee' });

  test.each([
    ['of this run', own],
    ['of an older run', marked({ run: '4000' })],
    ['made by hand', 'by hand'],
  ])('a snapshot %s: restored', async (_, description) => {
    const post = await waited(description);
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(restores(post)).toEqual([801]);
  });

  test('a snapshot of this run, and a newer one of another run: refused', async () => {
    const post = await waited(own, marked({ run: '4712' }));
    expectKept(post, 'A newer deploy would be lost', /older than snapshot 900/);
  });

  test('a snapshot of this run, and a newer one of the job that made it: restored', async () => {
    const post = await waited(own, marked({ run: '4711', nonce: 'cccccccc-dddddddd' }));
    expect(restores(post)).toEqual([801]);
  });

  test('an older run’s was named by hand: restored in spite of a newer one', async () => {
    const post = await waited(marked({ run: '4000' }), marked({ run: '4712', nonce: 'bbbbbbbb-eeeeeeee' }));
    expect(restores(post)).toEqual([801]);
  });

  test('a snapshot that turns out to be another server’s is not deleted', async () => {
    const check = { ...inputs, server_id: '12345', on_failure: 'restore,delete' };
    const main = rehearsed({ inputs: check, servers: [{ id: server }, { id: 7 }] });
    main.clock.at(30_000, () => main.api.addSnapshot({ server: 7, id: 801 }));
    await main.run();
    expect(main).toMatchObject({ red: true, changes: [] });
    const post = await postOf(main, { ends: 'failure', inputs: check });
    expectKept(post, 'Snapshot changed', /^Not rolled back from snapshot 801 /);
    expect(idsOf(post)).toEqual([801]);
  });

  test('two snapshots of one server: neither', async () => {
    const both = { ...inputs, snapshot_id: '801,802' };
    const main = rehearsed({ inputs: both });
    for (const id of [801, 802]) main.api.addSnapshot({ server, id });
    const post = await postOf(await main.run(), { ends: 'failure', inputs: both });
    expect(post).toMatchObject({ red: true, changes: [], error: { title: '2 of 2 failed' } });
    expect(post.error?.message).toContain('it can only be restored from one');
  });
});

describe('a restore by someone else', () => {
  test('is waited for, reported and not overwritten', async () => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    const post = await postOf(main, {
      ...restoring,
      deployMs: 0,
      meanwhile: ({ api }) => api.startRestore(server),
    });
    expectKept(
      post,
      'Restored by someone else',
      /^Not rolled back from snapshot 801 .+: server 12345 \(web-1\) was being restored by someone else when the job ended, and that was not overwritten\.\n/,
    );
    expectHelpByHand(post);
    expect(post.endedAt - startedAt).toBeGreaterThanOrEqual(8 * minute);
    expect(post.endedAt - startedAt).toBeLessThan(9 * minute);
    expect(restores(post)).toEqual([undefined]);
  });

  test('is waited for and overwritten with force', async () => {
    const post = await guarded({
      ...restoring,
      post: { inputs: { force: 'true' } },
      meanwhile: ({ api }) => api.startRestore(server),
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(restores(post)).toEqual([undefined, 801]);
    const [mine = 0] = post.moments('POST', '/snapshots/801/restore/');
    expect(mine).toBeGreaterThanOrEqual(8 * minute);
  });

  test('of another server does not matter', async () => {
    const post = await guarded({
      ...restoring,
      main: { servers: [{ id: server }, { id: 7 }] },
      meanwhile: ({ api }) => api.startRestore(7),
    });
    expect(restores(post)).toEqual([undefined, 801]);
    expect(post.red).toBe(false);
  });
});

describe('a snapshot that is not what it was', () => {
  test.each([
    ['gone', ({ api }: Rehearsal) => api.removeSnapshot(801), /now it is gone from the list\.\n/],
    [
      'failed',
      ({ api }: Rehearsal) => api.setSnapshotStatus(801, 'failed'),
      /now its status is "failed"\.\n/,
    ],
  ])('%s: nothing to restore from is an error', async (_, meanwhile, words) => {
    const post = await guarded({ ...restoring, meanwhile });
    expectKept(
      post,
      'Not rolled back',
      /^Not rolled back from snapshot 801 .+: it was complete before the deploy, and /,
    );
    expect(post.error?.message).toMatch(words);
    expect(post.error?.message).toContain(
      'What the job did to the server stands. Use another snapshot (mode: list shows them) or a backup.',
    );
    expect(post.error?.message).not.toMatch(/By hand|is kept/);
  });

  test('gone: the summary calls it no more complete, and says what became of the server', async () => {
    const post = await guarded({ ...restoring, meanwhile: ({ api }) => api.removeSnapshot(801) });
    expect(post.summary).toContain('| <code>not in the list</code> |');
    expect(post.summary).toContain('Server 12345 &#40;web-1&#41; was not put back to snapshot 801.');
  });

  test('gone, and it was to be deleted anyway: a note', async () => {
    const post = await guarded({
      ends: 'success',
      inputs: { on_success: 'delete' },
      meanwhile: ({ api }) => api.removeSnapshot(801),
    });
    expect(post).toMatchObject({ red: false, result: 'already_absent', warnings: [] });
    expect(post.notices).toMatchObject([
      { title: 'Already gone', message: 'Snapshot 801 had been deleted already.' },
    ]);
  });

  test.each([
    ['another name', (seed: object) => ({ ...seed, name: 'other' })],
    ['another server', (seed: object) => ({ ...seed, server: 7 })],
  ])('%s under the same id: neither restored nor deleted', async (_, change) => {
    for (const policy of ['restore', 'delete', 'restore,delete']) {
      const post = await guarded({
        ends: 'failure',
        inputs: { on_failure: policy },
        main: { servers: [{ id: server, name: 'web-1' }, { id: 7 }] },
        meanwhile({ api }) {
          const name = api.snapshots()[0]?.name ?? '';
          api.state.snapshots.delete(801);
          api.addSnapshot({ server, id: 801, name, ...change({}) });
        },
      });
      expectKept(post, 'Snapshot changed', /it is no longer what the main step took\.\n/);
      expect(post.error?.message).toMatch(
        policy === 'delete' ? /^Not deleted: snap/ : /^Not rolled back from snap/,
      );
      expect(idsOf(post)).toEqual([801]);
    }
  });
});

describe('a second snapshot of the same request, which shows after the first was confirmed', () => {
  const twin = ({ api }: Rehearsal) =>
    void api.addSnapshot({ server, id: 805, name: 'twin', description: marked(own) });

  test('goes with the first one where that is deleted', async () => {
    const inputs = { on_success: 'delete' };
    const post = await guarded({ ends: 'success', inputs, meanwhile: twin });
    expect(post).toMatchObject({ red: false, result: 'deleted', warnings: [] });
    expect(idsOf(post)).toEqual([]);
    expect(post.lines.join('\n')).toContain('it came of the same request as snapshot 801');
  });

  test('is neither restored nor deleted where the first one is rolled back to', async () => {
    const post = await guarded({ ...restoring, meanwhile: twin });
    expect(post.red).toBe(false);
    expect(restores(post)).toEqual([801]);
    expect(idsOf(post)).toEqual([805]);
    expect(post.lines.join('\n')).toMatch(
      /Snapshot 805 .* is kept: it came of the same request as snapshot 801/,
    );
  });
});

describe('what a waiting step answers for', () => {
  const waiting = (ids: string, inputs: Record<string, string>) => ({
    inputs: { mode: 'wait', server_id: '', snapshot_id: ids, ...inputs },
  });

  test('is not restored where it is two snapshots of one server', async () => {
    const job = { ends: 'failure', ...waiting('701,702', { on_failure: 'restore' }) } as const;
    const step = rehearsed({ inputs: job.inputs });
    for (const id of [701, 702])
      step.api.addSnapshot({ server, id, description: marked({ ...own, nonce: `0a0a0a0a-00000${id}` }) });
    const post = await postOf(await step.run(), job);
    expect(post.red).toBe(true);
    expect(restores(post)).toEqual([]);
    expect(post.error?.message).toMatch(/answers for more than one snapshot of server 12345 \(web-1\)/);
    expect(post.error?.message).toMatch(/one snapshot per server/);
    expect(idsOf(post)).toEqual([701, 702]);
  });

  test('is not deleted where the main step was killed before it saw whose it is', async () => {
    const job = { ends: 'failure', ...waiting('701', { on_failure: 'delete' }) } as const;
    const step = rehearsed({ inputs: job.inputs });
    step.api.addSnapshot({ server, id: 701, name: 'anybodys', status: 'in_progress' });
    step.clock.at(60_000, () => step.signal());
    const post = await postOf(killedAfter(1, await step.run()), job);
    expect(post).toMatchObject({ red: false, changes: [] });
    expect(idsOf(post)).toEqual([701]);
    expect(post.warnings.map(({ message }) => message).join()).toContain(
      'the main step never saw whose it is',
    );
  });
});

describe('a list that does not come when the job has ended', () => {
  const mute = { when: { path: '/snapshots/' }, times: 9_999, do: { kind: 'html', status: 503 } } as const;

  test('red where something was to be restored, with the way by hand', async () => {
    const main = await mainOf(restoring);
    const post = await postOf(main, { ...restoring, post: { faults: [mute] } });
    expectKept(post, 'Not rolled back', /^Nothing was rolled back: /);
    expectHelpByHand(post);
  });

  test('red too where no snapshot is known yet, but there is nothing to do by hand', async () => {
    const main = killedAfter(1, await mainOf(restoring));
    const post = await postOf(main, { ...restoring, post: { faults: [mute] } });
    expect(post).toMatchObject({ red: true, changes: [] });
    expect(post.error?.message).not.toContain('By hand');
    expect(post.rollback).toEqual([]);
  });

  test('a warning where something was only to be deleted', async () => {
    const job = { ends: 'success', inputs: { on_success: 'delete' } } as const;
    const post = await postOf(await mainOf(job), { ...job, post: { faults: [mute] } });
    expect(post).toMatchObject({ red: false, changes: [] });
    expect(post.warnings.map(({ message }) => message).join()).toMatch(
      /Snapshot 801 could not be deleted\. [\s\S]*Later: mode: delete with snapshot_id: 801\./,
    );
  });
});
