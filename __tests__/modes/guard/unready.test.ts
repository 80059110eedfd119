import { describe, expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { endings } from '../../../src/rules/policy.ts';
import { guarded, idsOf, killedAfter, mainOf, postOf, rolledBack } from '../../helpers/guarded.ts';
import { type Rehearsal, rehearsed, type Setting, server } from '../../helpers/rehearsed.ts';

const restoring = { on_success: 'restore', on_failure: 'restore', on_cancelled: 'restore' };
const deleting = { on_success: 'delete', on_failure: 'restore,delete', on_cancelled: 'restore,delete' };

function expectNothingRestored(post: Rehearsal) {
  expect(post.api.state.restores).toEqual([]);
  expect(rolledBack(post)).toEqual([]);
}

/** Main steps that do not succeed. */
const mishaps: [string, () => Setting][] = [
  ['timed out', () => ({ inputs: { timeout_minutes: '1' } })],
  ['saw its snapshot fail', () => ({ api: { createEndsAs: 'failed' } })],
  ['was cancelled while it waited', cancelledAtSixthLook],
  [
    'lost its token',
    () => ({ faults: [{ when: { method: 'GET' }, after: 5, do: { kind: 'status', status: 401 } }] }),
  ],
];

function cancelledAtSixthLook(): Setting {
  let looks = 0;
  return {
    asked(method, _path, step) {
      if (method === 'GET') looks += 1;
      if (looks === 6) step.signal();
    },
  };
}

describe.each(mishaps)('a main step that %s', (_, setting) => {
  test.each(endings)('%s with restore: never restored; named', async (ends) => {
    const main = await mainOf({ ends, inputs: restoring, main: setting() });
    expect(main.red).toBe(true);
    const post = await postOf(main, { ends, inputs: restoring, deployMs: 20 * minute });
    expectNothingRestored(post);
    expect(post).toMatchObject({ red: false, result: 'kept', changes: [] });
    expect(post.annotations).toEqual([
      {
        level: 'warning',
        title: 'Snapshot left',
        message: expect.stringMatching(
          /^Snapshot 801 \(gha-.+\) of server 12345 \(web-1\) is kept: it was not confirmed complete before the deploy, so nothing is restored from it\. 1 of 5 slots of the server are used\. Delete it when nobody needs it: mode: delete with snapshot_id: 801\.$/,
        ),
      },
    ]);
    expect(idsOf(post)).toEqual([801]);
  });

  test.each(endings)('%s with a policy that deletes: deleted', async (ends) => {
    const post = await guarded({ ends, inputs: deleting, main: setting() });
    expectNothingRestored(post);
    expect(post).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/801/'] });
    expect(idsOf(post)).toEqual([]);
  });

  test('with keep: named, without a request', async () => {
    const post = await guarded({ ends: 'failure', main: setting() });
    expectNothingRestored(post);
    expect(post).toMatchObject({ red: false, result: 'kept', ledger: [] });
    expect(post.warnings).toMatchObject([{ title: 'Snapshot left' }]);
    expect(post.warnings[0]?.message).toContain('is kept: on_failure is keep. ');
    expect(post.warnings[0]?.message).toContain('mode: delete with snapshot_id: 801');
  });
});

describe('a main step that was killed', () => {
  /** What is saved: before the request, when it is answered, when all is confirmed, at the end. */
  test('saves its state four times', async () => {
    const main = await mainOf({ ends: 'failure' });
    const states = main.saved.map((text) => JSON.parse(text));
    expect(
      states.map(({ targets, confirmed, succeeded }) => [targets[0].request, confirmed, succeeded]),
    ).toEqual([
      ['open', false, false],
      [{ id: '801' }, false, false],
      [{ id: '801' }, true, false],
      [{ id: '801' }, true, true],
    ]);
  });

  test.each([1, 2, 3])('after %i saves: not restored', async (saves) => {
    const main = killedAfter(saves, await mainOf({ ends: 'cancelled' }));
    const post = await postOf(main, { ends: 'cancelled', inputs: restoring });
    expectNothingRestored(post);
    expect(post).toMatchObject({ red: false, result: 'kept', changes: [] });
    expect(post.warnings).toMatchObject([{ title: 'Snapshot left' }]);
    expect(post.warnings[0]?.message).toContain('mode: delete with snapshot_id: 801');
  });

  test.each([1, 2, 3])('after %i saves: deleted where the policy says so', async (saves) => {
    const main = killedAfter(saves, await mainOf({ ends: 'cancelled' }));
    const post = await postOf(main, { ends: 'cancelled', inputs: deleting });
    expectNothingRestored(post);
    expect(post).toMatchObject({ red: false, result: 'deleted' });
    expect(idsOf(post)).toEqual([]);
  });

  test('before the answer: what came of it is found by its nonce, even with keep', async () => {
    const main = killedAfter(1, await mainOf({ ends: 'failure', inputs: { name: 'pre-deploy' } }));
    const post = await postOf(main, { ends: 'failure' });
    expect(post.ledger.map(({ method, path }) => method + path)).toEqual(['GET/snapshots/']);
    expect(post.warnings[0]?.message).toContain('Snapshot 801 (pre-deploy) of server 12345 (web-1) is kept');
  });

  test('in the middle of the request: what came of it is deleted', async () => {
    const main = await mainOf({
      ends: 'cancelled',
      main: {
        asked: (method, _path, step) => method === 'POST' && step.signal(),
        faults: [{ when: { method: 'POST' }, do: { kind: 'hang', processed: true } }],
      },
    });
    expect(main).toMatchObject({ red: true, result: 'cancelled', saved: { length: 1 } });
    const post = await postOf(main, { ends: 'cancelled', inputs: deleting, deployMs: 0 });
    expect(post).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/801/'] });
    expect(idsOf(post)).toEqual([]);
  });

  test('only what has its nonce, or its generated name, is found', async () => {
    const main = killedAfter(
      1,
      await mainOf({ ends: 'failure', main: { api: { keepDescriptions: false } } }),
    );
    main.api.addSnapshot({ server, id: 900, name: 'someone-elses' });
    const post = await postOf(main, { ends: 'failure', inputs: deleting });
    expect(post.changes).toEqual(['DELETE /snapshots/801/']);
    expect(idsOf(post)).toEqual([900]);
  });

  test('a request that came twice: both are deleted', async () => {
    const main = killedAfter(2, await mainOf({ ends: 'failure' }));
    const [{ name, description } = { name: '', description: '' }] = main.api.snapshots();
    main.api.addSnapshot({ server, id: 802, name, description });
    const post = await postOf(main, { ends: 'failure', inputs: deleting });
    expect(post.changes.toSorted()).toEqual(['DELETE /snapshots/801/', 'DELETE /snapshots/802/']);
    expect(idsOf(post)).toEqual([]);
  });

  test('the list shows it late: looked for up to 20 s', async () => {
    const main = killedAfter(1, await mainOf({ ends: 'cancelled' }));
    const [{ name, description } = { name: '', description: '' }] = main.api.snapshots();
    main.api.removeSnapshot(801);
    main.clock.at(main.clock.now() + 8_000, () =>
      main.api.addSnapshot({ server, id: 805, status: 'in_progress', name, description }),
    );
    const post = await postOf(main, { ends: 'cancelled', inputs: deleting, deployMs: 0 });
    expect(post).toMatchObject({ red: false, changes: ['DELETE /snapshots/805/'] });
    expect(post.lines).toContain(
      'The main step ended before its request was answered. Looking for what came of it.',
    );
  });

  test('nothing came of it: a notice after 20 s', async () => {
    const main = killedAfter(1, await mainOf({ ends: 'cancelled' }));
    main.api.removeSnapshot(801);
    const startedAt = main.clock.now();
    const post = await postOf(main, { ends: 'cancelled', inputs: deleting, deployMs: 0 });
    expect(post).toMatchObject({ red: false, result: 'kept', changes: [], warnings: [] });
    expect(post.notices).toEqual([
      {
        level: 'notice',
        title: 'No snapshot found',
        message:
          'Server 12345 (web-1): the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named gha-shop-4711-1-e38068 appears later, delete it by hand.',
      },
    ]);
    expect(post.endedAt - startedAt).toBeGreaterThanOrEqual(20_000);
    expect(post.endedAt - startedAt).toBeLessThan(30_000);
  });
});

describe('a main step that was refused', () => {
  test('by the API: nothing to look after, no request', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs: deleting,
      main: { faults: [{ when: { method: 'POST' }, do: { kind: 'status', status: 422 } }] },
    });
    expect(post).toMatchObject({ red: false, ledger: [], annotations: [] });
  });

  test('one of two: only the other is looked after', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs: { ...deleting, server_id: '1,2' },
      main: {
        servers: [{ id: 1 }, { id: 2 }],
        faults: [{ when: { method: 'POST' }, do: { kind: 'status', status: 422 } }],
      },
    });
    expect(post).toMatchObject({ red: false, changes: ['DELETE /snapshots/801/'], warnings: [] });
    expect(idsOf(post)).toEqual([]);
  });

  test.each([
    ['before any request', { servers: [] }],
    ['because of an input', { inputs: { timeout_minutes: 'x' } }],
  ])('%s: nothing was saved', async (_, setting) => {
    const main = await mainOf({ ends: 'failure', main: setting });
    expect(main).toMatchObject({ red: true, saved: [] });
    const post = await postOf(main, { ends: 'failure', inputs: deleting });
    expect(post).toMatchObject({ red: false, ledger: [] });
  });
});

describe('wait: false', () => {
  const inputs = { wait: 'false' };

  test.each([
    ['complete by then', 20 * minute],
    ['still in progress', 0],
  ])('with on_success: delete, %s: deleted', async (_, deployMs) => {
    const post = await guarded({ ends: 'success', inputs: { ...inputs, on_success: 'delete' }, deployMs });
    expect(post).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/801/'] });
  });

  test('keep: no request, no warning', async () => {
    const post = await guarded({ ends: 'success', inputs });
    expect(post).toMatchObject({ red: false, result: 'kept', ledger: [], annotations: [] });
    expect(post.lines.join('\n')).toContain('is kept: on_success is keep. 1 of 5 slots');
  });

  test('a policy that becomes restore after the main step: not restored, and red', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs,
      deployMs: 20 * minute,
      post: { inputs: { on_failure: 'restore' } },
    });
    expectNothingRestored(post);
    expect(post).toMatchObject({
      red: true,
      result: 'failed',
      changes: [],
      error: { title: 'Not rolled back' },
    });
    expect(post.error?.message).toMatch(
      /^Not rolled back from snapshot 801 .+: it was not confirmed complete before the deploy/,
    );
    expect(post.error?.message).toContain('mode: wait');
  });

  test('then mode: wait, which owns the guard', async () => {
    const first = await mainOf({ ends: 'failure', inputs });
    const waiting = { mode: 'wait', snapshot_id: '801', on_failure: 'restore,delete' };
    const second = await rehearsed({ inputs: waiting, after: first }).run();
    expect(second).toMatchObject({ red: false, result: 'ready' });
    const post = await postOf(second, { ends: 'failure', inputs: waiting });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/', 'DELETE /snapshots/801/']);
    expect(post).toMatchObject({ red: false, result: 'restored' });
    const firstPost = await postOf(first, { ends: 'failure', inputs, deployMs: 0 });
    expect(firstPost.ledger).toEqual([]);
  });
});
