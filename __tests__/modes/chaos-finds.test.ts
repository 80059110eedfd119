import { describe, expect, test } from 'vitest';
import type { Fault } from '../../rehearsal/api/api.ts';
import { cancelledBudgetMs, goneAfterSignalMs, minute } from '../../src/limits.ts';
import {
  guarded,
  idsOf,
  type Job,
  killedAfter,
  mainOf,
  postOf,
  restores,
  usualInputs,
} from '../helpers/guarded.ts';
import { rehearsed } from '../helpers/rehearsed.ts';
import { afterKilled, powerOf, startOf, stopping } from '../helpers/standstills.ts';

/** Seeds of `npm run chaos` that broke a promise, each as small as it goes. */

const three = [11, 12, 13].map((id) => ({ id, name: `web-${id}` }));

describe('where the API tells no owners', () => {
  test('snapshots of other servers of the step are no twins', async () => {
    const step = await rehearsed({
      servers: three,
      api: { ownerAs: 'none' },
      inputs: { server_id: '11,12,13' },
    }).run();
    expect(step.outputs.snapshot_id).toBe('801,802,803');
    expect(idsOf(step)).toEqual([801, 802, 803]);
  });

  test('nor are they when the user gave them one name', async () => {
    const step = await rehearsed({
      servers: three,
      api: { ownerAs: 'none' },
      inputs: { server_id: '11,12,13', name: 'mine' },
    }).run();
    expect(step.outputs.snapshot_id).toBe('801,802,803');
    expect(idsOf(step)).toEqual([801, 802, 803]);
  });

  test('nor is one of them taken for another whose answer was lost', async () => {
    const step = await rehearsed({
      servers: three,
      api: { ownerAs: 'none' },
      inputs: { server_id: '11,12,13', name: 'mine' },
      faults: [{ when: { method: 'POST' }, after: 1, do: { kind: 'reset', processed: false } }],
    }).run();
    expect(step).toMatchObject({ red: true, error: { title: 'Snapshot not certain' } });
    expect(idsOf(step)).toEqual([801, 802]);
  });

  test('nor does a guard take them for such', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs: { server_id: '11,12,13', name: 'mine', on_failure: 'keep', on_success: 'delete' },
      main: { servers: three, api: { ownerAs: 'none' } },
    });
    expect(idsOf(post)).toEqual([801, 802, 803]);
  });

  test('an older deploy that goes on may be of this server, and needs the evidence', async () => {
    const post = await guarded({
      ends: 'success',
      inputs: { on_success: 'delete' },
      main: { api: { ownerAs: 'none' }, asked: (method, _, step) => method === 'POST' && deployBefore(step) },
      post: { github: { livenessOf: async () => ({ is: 'going_on' }) } },
    });
    expect(idsOf(post)).toContain(801);
  });
});

/** Another run's snapshot, a minute older than what comes next. */
function deployBefore(step: ReturnType<typeof rehearsed>) {
  if (step.api.snapshots().length > 0) return;
  step.api.addSnapshot({
    id: 701,
    server: 12345,
    created_at: step.clock.wall() - minute,
    description: 'x [gha acme/shop run 9001.1 0a0a0a0a-0b0b0b0b]',
  });
}

describe('a snapshot of which nobody learnt', () => {
  const lost: Fault = { when: { method: 'POST' }, do: { kind: 'status', status: 503, processed: true } };
  const blind: Fault = {
    when: { method: 'GET', path: '/snapshots/' },
    after: 1,
    times: 9,
    do: { kind: 'status', status: 401, json: { detail: 'Invalid token.' } },
  };

  test('is named where the step ended before it could look', async () => {
    const main = await mainOf({ ends: 'failure', main: { faults: [lost, blind] } });
    const [made] = main.api.snapshots();
    expect(main.error?.message).toContain(`Its name is ${made?.name}.`);
  });

  test('is named by the post step too when that cannot look either', async () => {
    const job: Job = {
      ends: 'failure',
      inputs: { on_failure: 'delete' },
      main: { faults: [lost, blind] },
    };
    const post = await postOf(await mainOf(job), job);
    const [made] = post.api.snapshots();
    expect(post.warnings).toEqual([
      expect.objectContaining({
        title: 'Snapshot not looked for',
        message: expect.stringContaining(`named ${made?.name}`),
      }),
    ]);
  });
});

describe('one list for all that ask at about the same time', () => {
  test('when deletions are refused for now', async () => {
    const job = {
      ends: 'failure',
      inputs: { server_id: '11,12,13', on_failure: 'delete' },
      main: { servers: three, api: { deleteInProgress: 'refuse' } },
    } satisfies Job;
    const post = await postOf(killedAfter(4, await mainOf(job)), { ...job, deployMs: 0 });
    expect(mostListsAtOnce(post)).toBeLessThanOrEqual(2);
  });

  test('when several snapshots that should be deleted are gone', async () => {
    const step = await rehearsed({ inputs: { mode: 'delete', snapshot_id: '701,702,703' } }).run();
    expect(step.result).toBe('already_absent');
    expect(mostListsAtOnce(step)).toBeLessThanOrEqual(2);
  });

  const lostRestores: Fault = {
    when: { method: 'POST', path: /restore/ },
    times: 3,
    do: { kind: 'reset', processed: false },
  };

  test('when the answers to rollbacks are lost', async () => {
    const post = await guarded({
      ends: 'failure',
      inputs: { server_id: '11,12,13', on_failure: 'restore' },
      main: { servers: three },
      post: { faults: [lostRestores] },
    });
    expect(post.result).toBe('restored');
    expect(mostListsAtOnce(post)).toBeLessThanOrEqual(2);
  });

  test('when the answers to restores are lost', async () => {
    const step = rehearsed({
      servers: three,
      inputs: { mode: 'restore', snapshot_id: '701,702,703' },
      faults: [lostRestores],
    });
    for (const [index, { id }] of three.entries()) step.api.addSnapshot({ id: 701 + index, server: id });
    await step.run();
    expect(step.result).toBe('restored');
    expect(mostListsAtOnce(step)).toBeLessThanOrEqual(2);
  });
});

function mostListsAtOnce({ ledger }: ReturnType<typeof rehearsed>): number {
  const lists = ledger.filter(({ method, path }) => method === 'GET' && path === '/snapshots/');
  return Math.max(...lists.map(({ at }) => lists.filter((other) => other.at === at).length));
}

describe('a rollback after a wait', () => {
  test('is stale by a newer deploy although the API kept no mark', async () => {
    const api = { keepDescriptions: false };
    const main = await mainOf({ ends: 'failure', inputs: { wait: 'false' }, main: { api } });
    const wait = rehearsed({
      after: main,
      inputs: { mode: 'wait', snapshot_id: '801', on_failure: 'restore' },
      origin: { nonce: { job: '0a0a0a0a', step: '3d3d3d3d' } },
    });
    await wait.run();
    expect(wait.result).toBe('ready');
    await wait.clock.advance(5 * minute);
    wait.api.addSnapshot({ server: 12345, name: 'gha-shop-9001-1-3da604' });
    const post = await rehearsed({
      postOf: wait,
      inputs: { mode: 'wait', snapshot_id: '801', on_failure: 'restore', job_status: 'failure' },
    }).run();
    expect(post.error?.title).toBe('A newer deploy would be lost');
    expect(post.changes).toEqual([]);
  });
});

describe('a snapshot without a mark', () => {
  test('is nobody’s but the run’s whose name it has', async () => {
    const step = rehearsed({
      api: { keepDescriptions: false, breakingText: /\[/ },
      inputs: { server_id: '12345' },
    });
    step.clock.at(5_000, () =>
      step.api.addSnapshot({ server: 12345, name: 'gha-shop-9001-1-f22f13', status: 'in_progress' }),
    );
    await step.run();
    expect(step.outputs.snapshot_id).not.toContain('801');
    expect(step.warnings.map(({ title }) => title)).not.toContain('Snapshot without our mark');
  });
});

describe('servers that the main step stopped', () => {
  test('are only those whose stop was sent', async () => {
    const many = Array.from({ length: 12 }, (_, index) => ({ id: 11 + index, name: `web-${11 + index}` }));
    const ids = many.map(({ id }) => id);
    const hold: Fault = { when: { path: /power/ }, times: 8, do: { kind: 'hold', ms: 500 } };
    const step = stopping('both', { servers: many, faults: [hold] }, ids);
    step.clock.at(100, () => step.signal());
    await step.run();
    expect(ids.map((id) => powerOf(step, id)).filter((asked) => asked.length > 0)).toHaveLength(8);
    expect(JSON.parse(step.saved.at(-1) ?? '').standing).toHaveLength(8);
  });

  const busy = { form: 'both', startWhileSnapshotting: 'refuse' } as const;
  const servers = [{ id: 1, name: 'web-1', status: 'stopped' }];
  const underWay = { id: 701, server: 1, status: 'in_progress' };

  test('are named with the way to start them when the time is over while they are busy', async () => {
    const post = afterKilled({ servers, api: busy, post: { inputs: { timeout_minutes: '5' } } });
    post.api.addSnapshot(underWay);
    await post.run();
    expect(post.error?.message).toMatch(startOf(1));
  });

  test('are given no more than the time after a cancel although the inputs are lost', async () => {
    const keeps = { restore: false, delete: false };
    const policies = { success: keeps, failure: keeps, cancelled: { restore: false, delete: true } };
    const post = afterKilled({ servers, api: busy, state: { policies }, ends: 'cancelled' });
    post.api.addSnapshot(underWay);
    await post.run();
    expect(post.error?.message).toContain('is empty now');
    expect(post.endedAt).toBeLessThanOrEqual(cancelledBudgetMs);
  });

  test('are asked to start within the two seconds after a signal, however slow the API is', async () => {
    const hang: Fault = { when: { path: /power/ }, times: 9, do: { kind: 'hang', processed: false } };
    const step = stopping('both', { faults: [hang] }, [1]);
    step.clock.at(100, () => step.signal());
    await step.run();
    expect(step.endedAt - (step.signalledAt ?? 0)).toBeLessThan(goneAfterSignalMs);
    expect(step.error?.message).toMatch(startOf(1));
  });
});

describe('a rollback where a step with mode: restore was before it', () => {
  const policies = { on_failure: 'restore' };

  async function restoredBy(inputs: Record<string, string>, job: Record<string, string> = policies) {
    const main = await mainOf({ ends: 'failure', inputs: job });
    const step = rehearsed({
      after: main,
      inputs: { mode: 'restore', snapshot_id: '801', ...inputs },
      origin: { nonce: { job: '0a0a0a0a', step: '3d3d3d3d' } },
    });
    await step.run();
    const post = rehearsed({ postOf: main, inputs: { ...usualInputs, ...job, job_status: 'failure' } });
    return { step, post: await post.run() };
  }

  test('is done when that was confirmed', async () => {
    const { step, post } = await restoredBy({});
    expect(step.result).toBe('restored');
    expect(restores(post)).toEqual([801]);
    expect(post).toMatchObject({ red: false, changes: [] });
    expect(post.notices[0]?.message).toContain('with mode: restore has restored the server already');
  });

  test('still deletes when the policy says so', async () => {
    const { post } = await restoredBy({}, { on_failure: 'restore,delete' });
    expect(restores(post)).toEqual([801]);
    expect(idsOf(post)).toEqual([]);
  });

  test('is proved, and not asked for again, when that was only requested', async () => {
    const { step, post } = await restoredBy({ wait: 'false' });
    expect(step.result).toBe('requested');
    expect(restores(post)).toEqual([801]);
    expect(post).toMatchObject({ red: false, result: 'restored', changes: [] });
    expect(idsOf(post)).toEqual([801]);
  });
});
