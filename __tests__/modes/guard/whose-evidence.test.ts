import { describe, expect, test } from 'vitest';
import { minute } from '../../../src/limits.ts';
import { guarded, idsOf, mainOf, postOf, restores } from '../../helpers/guarded.ts';
import { marked } from '../../helpers/marked.ts';
import { rehearsed, server } from '../../helpers/rehearsed.ts';
import { hoursAgo } from '../../helpers/virtual-clock.ts';

const restoring = { ends: 'failure', inputs: { on_failure: 'restore' } } as const;
const deleting = { ends: 'success', inputs: { on_success: 'delete' } } as const;

describe('an older snapshot of another run that may still roll back', () => {
  const older = (hours: number) => ({ server, id: 700, created_at: hoursAgo(hours), description: marked() });

  test.each<[string, object, number, boolean]>([
    ['going on by GitHub’s word', { is: 'going_on' }, 5, true],
    ['of which only approvals are outstanding', { is: 'going_on', onlyApprovals: true }, 5, false],
    ['over', { is: 'over' }, 0.1, false],
    ['of which GitHub says nothing, young', { is: 'unknown', why: 'no permission' }, 0.5, true],
    ['of which GitHub says nothing, older than an hour', { is: 'unknown', why: 'no permission' }, 2, false],
  ])('%s', async (_, liveness, hours, stays) => {
    const post = await guarded({
      ...deleting,
      main: { github: { livenessOf: async () => ({ is: 'over' }) } },
      meanwhile: ({ api }) => api.addSnapshot(older(hours)),
      post: { github: { livenessOf: async () => liveness as never } },
    });
    expect(post.red).toBe(false);
    expect(idsOf(post)).toEqual(stays ? [700, 801] : [700]);
    expect(post.notices.map(({ message }) => message).join()).toMatch(stays ? /actions: read/ : /^$/);
  });

  test('after a rollback too the snapshot stays, and that is told', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs: { on_failure: 'restore,delete' },
      meanwhile: ({ api }) => api.addSnapshot(older(5)),
      post: { github: { livenessOf: async () => ({ is: 'going_on' }) } },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(idsOf(post)).toEqual([700, 801]);
    expect(post.notices.map(({ message }) => message).join()).toMatch(
      /^Snapshot 801 .+ is kept after the restore: acme\/shop run 4000 may still roll back/,
    );
  });
});

describe('a refusal for now, and what comes meanwhile', () => {
  const when = { method: 'POST', path: /restore/ };
  const busy = (times: number, status = 409) =>
    ({ when, times, do: { kind: 'status', status, json: { detail: 'Busy.' } } }) as const;

  test('a newer deploy of another run: no second request', async () => {
    const main = await mainOf(restoring);
    main.clock.at(main.clock.now() + 3_000, () =>
      main.api.addSnapshot({ server, id: 900, description: marked({ run: '4712' }) }),
    );
    const post = await postOf(main, { ...restoring, deployMs: 0, post: { faults: [busy(1)] } });
    expect(post).toMatchObject({ red: true, error: { title: 'A newer deploy would be lost' } });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/']);
    expect(restores(post)).toEqual([]);
  });

  test('somebody else’s restore: waited for, red, not asked again, the snapshot kept', async () => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    main.clock.at(startedAt + 2_000, () => main.api.startRestore(server));
    const post = await postOf(main, { ...restoring, deployMs: 0, post: { faults: [busy(1)] } });
    expect(post).toMatchObject({ red: true, error: { title: 'Restored or repaired by someone else' } });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/']);
    expect(post.endedAt - startedAt).toBeGreaterThanOrEqual(8 * minute);
    expect(idsOf(post)).toContain(801);
  });

  test.each([
    ['a reboot of seconds: asked again', 40_000, true],
    ['a standstill of minutes: not asked again', 4 * minute, false],
  ])('%s', async (_, standMs, isAskedAgain) => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    main.clock.at(startedAt + 2_000, () => main.api.setServerStatus(server, 'stopped'));
    main.clock.at(startedAt + 2_000 + standMs, () => main.api.setServerStatus(server, 'active'));
    const post = await postOf(main, { ...restoring, deployMs: 0, post: { faults: [busy(6)] } });
    expect(post.red).toBe(!isAskedAgain);
    expect(restores(post)).toEqual(isAskedAgain ? [801] : []);
    if (!isAskedAgain) expect(post.error?.title).toBe('Restored or repaired by someone else');
  });

  test('Retry-After: 7200 with ten minutes: red at once, naming both', async () => {
    const main = await mainOf(restoring);
    const startedAt = main.clock.now();
    const fault = {
      when,
      times: 99,
      do: { kind: 'status', status: 429, headers: { 'retry-after': '7200' } },
    } as const;
    const post = await postOf(main, {
      ...restoring,
      deployMs: 0,
      post: { faults: [fault], inputs: { timeout_minutes: '10' } },
    });
    expect(post).toMatchObject({ red: true, endedAt: startedAt, changes: ['POST /snapshots/801/restore/'] });
    expect(post.error?.message).toMatch(/answered 429[\s\S]*2h 00m/);
  });
});

describe('the server afterwards', () => {
  test('another address: named, old and new', async () => {
    const post = await guarded({
      ...restoring,
      main: {
        api: { addressAfterRestore: '203.0.113.99' },
        servers: [{ id: server, name: 'web-1', ip_address: '203.0.113.10' }],
      },
    });
    expect(post.red).toBe(false);
    expect(post.warnings.map(({ message }) => message).join()).toMatch(/203\.0\.113\.99.*203\.0\.113\.10/);
  });

  test('a size of 0 where others are larger: a warning, and restore,delete keeps it', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs: { on_failure: 'restore,delete' },
      main: { api: { createSizeMb: 0 } },
      meanwhile: ({ api }) => api.addSnapshot({ server, id: 700, created_at: hoursAgo(9) }),
    });
    expect(post.warnings.map(({ title }) => title)).toContain('Snapshot without content');
    expect(restores(post)).toEqual([801]);
    expect(idsOf(post)).toEqual([700, 801]);
  });

  test('a step with mode: delete and if: always() took what the guard needs: said so', async () => {
    const main = await mainOf(restoring);
    await rehearsed({ after: main, inputs: { mode: 'delete', snapshot_id: '801' } }).run();
    const post = await postOf(main, { ...restoring, deployMs: 0 });
    expect(post.red).toBe(true);
    expect(post.error?.message).toContain('mode: delete has deleted it');
  });

  test('a mode: restore step that is not confirmed: the guard does not delete its snapshot', async () => {
    const main = await mainOf(deleting);
    await rehearsed({ after: main, inputs: { mode: 'restore', snapshot_id: '801', wait: 'false' } }).run();
    const post = await postOf(main, { ...deleting, deployMs: 10 * minute });
    expect(idsOf(post)).toEqual([801]);
    expect(post.warnings.map(({ message }) => message).join()).toContain('not confirmed');
  });
});

describe('a mode: restore step that the API refused', () => {
  const refused = {
    when: { method: 'POST', path: /restore/ },
    do: { kind: 'status', status: 422, json: { detail: 'No.' } },
  } as const;
  const restoreStep = async (job: Parameters<typeof mainOf>[0]) => {
    const main = await mainOf(job);
    const inputs = { mode: 'restore', snapshot_id: '801' };
    const step = await rehearsed({ after: main, inputs, faults: [refused] }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Restore refused' } });
    return main;
  };

  test('is no reason to keep the snapshot of a good job', async () => {
    const post = await postOf(await restoreStep(deleting), deleting);
    expect(post).toMatchObject({ red: false, result: 'deleted', warnings: [] });
    expect(idsOf(post)).toEqual([]);
  });

  test('does not keep the guard from rolling back, and from deleting then', async () => {
    const job = { ends: 'failure', inputs: { on_failure: 'restore,delete' } } as const;
    const post = await postOf(await restoreStep(job), job);
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(restores(post)).toEqual([801]);
    expect(idsOf(post)).toEqual([]);
  });
});

describe('an API that tells no owners', () => {
  const main = { api: { ownerAs: 'none' } } as const;

  test('the snapshot is rolled back to the server that it was asked for', async () => {
    const post = await guarded({ ...restoring, main });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.api.state.restores).toMatchObject([{ server, snapshot: 801 }]);
    expect(post.annotations.map(({ message }) => message).join()).toContain(
      'Rolled back: server 12345 (web-1) from snapshot 801',
    );
  });

  test('and what stands still after the deploy keeps it', async () => {
    const post = await guarded({
      ...deleting,
      main,
      meanwhile: ({ api }) => api.setServerStatus(server, 'stopped'),
    });
    expect(idsOf(post)).toEqual([801]);
    expect(post.warnings.map(({ message }) => message).join()).toMatch(
      /server 12345 \(web-1\) ran before the deploy and stands still now/,
    );
  });

  test('a newer one of nobody knows which server and whom forbids the rollback', async () => {
    const post = await guarded({
      ...restoring,
      main,
      meanwhile: ({ api }) => api.addSnapshot({ server, id: 900, name: 'by-hand' }),
    });
    expect(post).toMatchObject({ red: true, error: { title: 'A newer deploy would be lost' } });
    expect(restores(post)).toEqual([]);
  });
});

describe('load', () => {
  test('twelve servers in clean-up: one list per tick', async () => {
    const ids = Array.from({ length: 12 }, (_, index) => index + 1);
    const post = await guarded({
      ends: 'success',
      inputs: { server_id: ids.join(), on_success: 'delete' },
      main: { servers: ids.map((id) => ({ id })), api: { deleteTakesMs: 30_000 } },
    });
    expect(post).toMatchObject({ red: false, result: 'deleted' });
    const looks = post.moments('GET', '/snapshots/');
    expect(new Set(looks).size).toBe(looks.length);
    expect(looks.length).toBeLessThan(14);
  });
});
