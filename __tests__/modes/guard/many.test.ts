import { describe, expect, test } from 'vitest';
import { guarded, idsOf, type Job, mainOf, postOf, rolledBack } from '../../helpers/guarded.ts';
import { marked } from '../../helpers/marked.ts';

const ids = Array.from({ length: 20 }, (_, index) => index + 1);
const servers = ids.map((id) => ({ id, name: `web-${id}`, ip_address: `203.0.113.${id}` }));
const twenty: Job = {
  ends: 'failure',
  inputs: { server_id: ids.join(), on_failure: 'restore,delete', on_success: 'delete' },
  main: { servers },
};

describe('twenty servers', () => {
  test('all are rolled back side by side, and told in one annotation', async () => {
    const main = await mainOf(twenty);
    const startedAt = main.clock.now();
    const post = await postOf(main, { ...twenty, deployMs: 0 });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.endedAt - startedAt).toBeLessThan(9 * 60_000);
    expect(post.mostInFlight).toBeLessThanOrEqual(8);
    expect(rolledBack(post)).toHaveLength(1);
    for (const id of ids)
      expect(rolledBack(post)[0]?.message).toContain(`server ${id} (web-${id}) from snapshot`);
    expect(post.api.state.restores).toHaveLength(20);
    expect(idsOf(post)).toEqual([]);
  });

  test('one is refused: the others are back, its snapshot alone is kept, and it is red', async () => {
    const main = await mainOf(twenty);
    const post = await postOf(main, {
      ...twenty,
      post: {
        faults: [{ when: { path: /\/807\/restore/ }, times: 999, do: { kind: 'status', status: 400 } }],
      },
    });
    const refused = main.api.snapshots().find(({ id }) => id === 807)?.server.id ?? 0;
    expect(post).toMatchObject({ red: true, result: 'failed', error: { title: 'Restore refused' } });
    expect(post.error?.message).toContain(`Server ${refused} (web-${refused}) from snapshot 807`);
    expect(post.error?.message).toContain('By hand: mode: restore with snapshot_id: 807.');
    expect(rolledBack(post)).toHaveLength(1);
    expect(rolledBack(post)[0]?.message).not.toContain('snapshot 807');
    expect(post.api.state.restores).toHaveLength(19);
    expect(idsOf(post)).toEqual([807]);
    expect(post.summary).toContain('snapshot_id: "807"');
  });

  test('two cannot be restored, each in its own way', async () => {
    const post = await guarded({
      ...twenty,
      meanwhile({ api }) {
        api.removeSnapshot(803);
        api.addSnapshot({
          server: api.snapshots().find(({ id }) => id === 805)?.server.id ?? 0,
          description: marked(),
        });
      },
    });
    expect(post).toMatchObject({ red: true, result: 'failed', error: { title: '2 of 20 failed' } });
    expect(post.error?.message).toMatch(/Not rolled back from snapshot 803 .+ gone from the list/);
    expect(post.error?.message).toMatch(/Not rolled back from snapshot 805 .+ would wipe that deploy/);
    expect(post.api.state.restores).toHaveLength(18);
    expect(idsOf(post)).toEqual([805, 821]);
  });

  test('success: all are deleted, and one look tells that all are gone', async () => {
    const post = await guarded({ ...twenty, ends: 'success' });
    expect(post).toMatchObject({ red: false, result: 'deleted', annotations: [] });
    const looks = post.ledger.filter(({ method }) => method === 'GET').map(({ path }) => path);
    // Before the plan, and then for all of them whether they are gone.
    expect(looks).toEqual(['/snapshots/', '/servers/', '/snapshots/']);
    expect(post.changes).toHaveLength(20);
    expect(post.mostInFlight).toBeLessThanOrEqual(8);
    expect(idsOf(post)).toEqual([]);
  });

  test('success, and one cannot be deleted: a warning', async () => {
    const post = await guarded({
      ...twenty,
      ends: 'success',
      post: {
        faults: [
          { when: { method: 'DELETE', path: '/snapshots/811/' }, do: { kind: 'status', status: 403 } },
        ],
      },
    });
    expect(post).toMatchObject({ red: false, error: undefined });
    expect(post.warnings).toHaveLength(1);
    expect(post.warnings[0]?.message).toContain('mode: delete with snapshot_id: 811');
    expect(idsOf(post)).toEqual([811]);
  });

  test('cancelled: all are requested at once', async () => {
    const job: Job = { ...twenty, ends: 'cancelled', inputs: { ...twenty.inputs, on_cancelled: 'restore' } };
    const main = await mainOf(job);
    const startedAt = main.clock.now();
    const post = await postOf(main, { ...job, deployMs: 0 });
    expect(post).toMatchObject({ red: true, result: 'timed_out' });
    expect(post.warnings.filter(({ title }) => title === 'Rollback requested')).toHaveLength(20);
    expect(post.endedAt - startedAt).toBeLessThanOrEqual(180_000);
    for (const { at } of post.api.state.restores)
      expect(at - (post.clock.wall() - post.clock.now())).toBeCloseTo(startedAt, 0);
    expect(idsOf(post)).toHaveLength(20);
  });
});

test('one ready_url cannot prove several restores when servers may not be listed', async () => {
  const post = await guarded({
    ...twenty,
    inputs: { server_id: '1,2', on_failure: 'restore,delete', ready_url: 'https://web.example.com/up' },
    main: { servers, api: { serversForbidden: true } },
    post: { probe: (elapsed) => elapsed > 15 * 60_000 },
  });
  expect(post).toMatchObject({ red: true, error: { title: '2 of 2 failed' } });
  expect(post.error?.message).toContain('one ready_url cannot prove several restores');
  expect(idsOf(post)).toEqual([801, 802]);
});

test('all of a wait: false are deleted', async () => {
  const inputs = { server_id: '1,2', wait: 'false', on_success: 'delete' };
  const post = await guarded({ ends: 'success', inputs, main: { servers } });
  expect(post).toMatchObject({ red: false, result: 'deleted' });
  expect(idsOf(post)).toEqual([]);
});
