import { describe, expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { guarded, idsOf, mainOf, postOf } from '../../helpers/guarded.ts';

const restoring = { ends: 'failure', inputs: { on_failure: 'restore,delete' } } as const;
const deleting = { on_failure: 'restore,delete' };

describe('a delete that does not work is a warning', () => {
  test.each([400, 401, 403, 500])('%i', async (status) => {
    const post = await guarded({
      ends: 'success',
      inputs: { on_success: 'delete' },
      post: { faults: [{ when: { method: 'DELETE' }, times: 999, do: { kind: 'status', status } }] },
    });
    expect(post).toMatchObject({ red: false, result: 'kept', error: undefined });
    const looks = post.ledger.filter(({ method }) => method === 'GET');
    expect(looks.map(({ path }) => path)).toEqual(['/snapshots/', '/servers/']);
    expect(post.warnings).toMatchObject([{ title: 'Snapshot not deleted' }]);
    expect(post.warnings[0]?.message).toContain(`VPS.org answered ${status}`);
    expect(post.warnings[0]?.message).toContain('Later: mode: delete with snapshot_id: 801.');
    expect(idsOf(post)).toEqual([801]);
  });

  test('after a restore: still a rollback, still green', async () => {
    const post = await guarded({
      ...restoring,
      post: { faults: [{ when: { method: 'DELETE' }, do: { kind: 'status', status: 403 } }] },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.annotations.map(({ title }) => title)).toEqual(['Rolled back', 'Snapshot not deleted']);
  });
});

describe('a snapshot in progress that is to be deleted', () => {
  const slow = {
    api: { createMs: 9 * minute, deleteInProgress: 'refuse' },
    inputs: { timeout_minutes: '1' },
  } as const;

  test('its end is waited for, then it is deleted', async () => {
    const post = await guarded({ ends: 'failure', inputs: deleting, main: slow });
    expect(post).toMatchObject({ red: false, result: 'deleted', annotations: [] });
    expect(post.changes).toEqual(['DELETE /snapshots/801/', 'DELETE /snapshots/801/']);
    expect(post.lines).toContain(
      'VPS.org answered 409 to DELETE /snapshots/801/: Conflict. Waiting until snapshot 801 can be deleted.',
    );
    expect(idsOf(post)).toEqual([]);
  });

  test('an API that allows it is not waited for', async () => {
    const api = { ...slow.api, deleteInProgress: 'allow' } as const;
    const main = await mainOf({ ends: 'failure', main: { ...slow, api } });
    const startedAt = main.clock.now();
    const post = await postOf(main, { ends: 'failure', inputs: deleting, deployMs: 0 });
    // One look that it is gone.
    expect(post.endedAt - startedAt).toBeCloseTo(500, 0);
    expect(idsOf(post)).toEqual([]);
  });

  test('after ten minutes: a warning with the way to do it later', async () => {
    const main = await mainOf({
      ends: 'failure',
      main: { ...slow, api: { ...slow.api, createMs: 60 * minute } },
    });
    const startedAt = main.clock.now();
    const post = await postOf(main, { ends: 'failure', inputs: deleting, deployMs: 0 });
    expect(post).toMatchObject({
      red: false,
      result: 'kept',
      changes: ['DELETE /snapshots/801/', 'DELETE /snapshots/801/'],
    });
    expect(post.warnings).toMatchObject([{ title: 'Snapshot not deleted' }]);
    expect(post.warnings[0]?.message).toMatch(
      /^Snapshot 801 .+ takes one of the server’s slots\. VPS\.org answered 409/,
    );
    expect(post.warnings[0]?.message).toMatch(/Later: mode: delete with snapshot_id: 801\.$/);
    expect(post.endedAt - startedAt).toBeGreaterThanOrEqual(10 * minute);
    expect(post.endedAt - startedAt).toBeLessThan(11 * minute);
    expect(idsOf(post)).toEqual([801]);
  });

  test.each([1, 120])('it is ten minutes also with a look every %i s', async (seconds) => {
    const inputs = { ...slow.inputs, poll_interval_seconds: String(seconds) };
    const main = await mainOf({
      ends: 'failure',
      main: { api: { ...slow.api, createMs: 60 * minute }, inputs },
    });
    const startedAt = main.clock.now();
    const later = { inputs: { poll_interval_seconds: String(seconds) } };
    const post = await postOf(main, { ends: 'failure', inputs: deleting, deployMs: 0, post: later });
    expect(post.warnings).toMatchObject([{ title: 'Snapshot not deleted' }]);
    expect(post.endedAt - startedAt).toBeGreaterThanOrEqual(10 * minute);
    expect(post.endedAt - startedAt).toBeLessThan(11 * minute);
  });
});

test('one that is refused at first, and then no list', async () => {
  const post = await guarded({
    ...{ ends: 'success', inputs: { on_success: 'delete' } },
    post: {
      faults: [
        { when: { method: 'DELETE' }, do: { kind: 'status', status: 409, json: { detail: 'Busy.' } } },
        {
          when: { method: 'GET', path: '/snapshots/' },
          after: 1,
          times: Number.POSITIVE_INFINITY,
          do: { kind: 'status', status: 503 },
        },
      ],
    },
  });
  expect(post).toMatchObject({ red: false, warnings: [{ title: 'Snapshot not deleted' }] });
  expect(post.endedAt).toBeLessThan(25 * minute);
});
