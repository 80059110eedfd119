import { describe, expect, test } from 'vitest';
import { minute } from '../../src/limits.ts';
import { guarded, idsOf, mainOf, postOf, rolledBack } from '../helpers/guarded.ts';
import { marked } from '../helpers/marked.ts';
import { rehearsed, server } from '../helpers/rehearsed.ts';

/** What could go wrong in production although every step looks right by itself. */

const two = [
  { id: 1, name: 'one' },
  { id: 2, name: 'two' },
];
const unreadable = { kind: 'status', status: 503 } as const;

describe('a server that stands still in the middle of its restore', () => {
  const stops = ({ ends }: { ends: string }) =>
    guarded({
      inputs: { on_failure: 'restore,delete' },
      ends: 'failure',
      post: {
        asked(method, path, step) {
          if (method !== 'POST' || !path.endsWith('/restore/')) return;
          const at = (ms: number, status: string) =>
            step.clock.at(step.clock.now() + ms, () => step.api.setServerStatus(server, status));
          at(1_500, 'stopped');
          at(100_000, 'restoring');
          at(200_000, ends);
        },
      },
    });

  test('is not back before it runs again', async () => {
    const post = await stops({ ends: 'active' });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.changes).toEqual(['POST /snapshots/801/restore/', 'DELETE /snapshots/801/']);
    const [deleted = 0] = post.moments('DELETE', '/snapshots/801/');
    expect(deleted - (post.moments('POST', '/snapshots/801/restore/')[0] ?? 0)).toBeGreaterThan(200_000);
  });

  test('may still fail: red, and the snapshot is kept', async () => {
    const post = await stops({ ends: 'error' });
    expect(post).toMatchObject({ red: true, error: { title: 'Restore failed' } });
    expect(idsOf(post)).toEqual([801]);
  });

  test('and stays so: restored, but the snapshot is not given away for a server that nobody saw running', async () => {
    const post = await guarded({
      inputs: { on_failure: 'restore,delete' },
      ends: 'failure',
      main: { api: { afterRestore: 'stopped' } },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(post.warnings.map(({ title }) => title)).toEqual(['Server stopped', 'Rolled back']);
    expect(idsOf(post)).toEqual([801]);
  });
});

describe('one list that lags behind', () => {
  test('does not cancel a rollback', async () => {
    const post = await guarded({
      inputs: { on_failure: 'restore' },
      ends: 'failure',
      post: {
        faults: [
          {
            when: { method: 'GET', path: '/snapshots/' },
            do: { kind: 'echo', of: () => ({ count: 0, results: [] }) },
          },
        ],
      },
    });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    expect(rolledBack(post)).toHaveLength(1);
  });

  test('does not turn a good snapshot red', async () => {
    const step = rehearsed({
      inputs: { server_id: String(server) },
      asked(method, path, { api }) {
        const complete = api.snapshots()[0]?.status === 'completed';
        if (method !== 'GET' || path !== '/snapshots/' || !complete) return;
        looks += 1;
        if (looks === 2)
          api.fail({ when: { method: 'GET', path: '/snapshots/' }, do: { kind: 'echo', of: stale } });
      },
    });
    let looks = 0;
    await step.run();
    expect(looks).toBeGreaterThan(2);
    expect(step).toMatchObject({ red: false, result: 'created' });
  });

  function stale(answer: unknown) {
    const { results } = answer as { results: object[] };
    return { results: results.map((one) => ({ ...one, status: 'in_progress' })) };
  }
});

test('a server that someone else restores does not hold up the rollback of another', async () => {
  const job = { inputs: { server_id: '1,2', on_cancelled: 'restore' }, ends: 'cancelled' } as const;
  const main = await mainOf({ ...job, main: { servers: two } });
  const [first = '', second = ''] = (main.outputs.snapshot_id ?? '').split(',');
  const startedAt = main.clock.now();
  const post = await postOf(main, { ...job, deployMs: 0, meanwhile: ({ api }) => api.startRestore(1) });
  expect(post).toMatchObject({ red: true, changes: [`POST /snapshots/${second}/restore/`] });
  const [requested = 0] = post.moments('POST', `/snapshots/${second}/restore/`);
  expect(requested - startedAt).toBeLessThan(5_000);
  expect(post.error?.message).toContain(`snapshot ${first}`);
  expect(post.error?.message).toContain('restored by someone else');
  expect(post.endedAt - startedAt).toBeLessThanOrEqual(3 * minute);
});

test('a deploy that came while the rollback waited is not wiped', async () => {
  const job = { inputs: { on_failure: 'restore' }, ends: 'failure' } as const;
  const main = await mainOf(job);
  const startedAt = main.clock.now();
  main.api.addSnapshot({ server, id: 900, status: 'in_progress' });
  main.clock.at(startedAt + 2 * minute, () =>
    main.api.addSnapshot({ server, id: 901, description: marked({ run: '4999' }) }),
  );
  main.clock.at(startedAt + 4 * minute, () => main.api.setSnapshotStatus(900, 'completed'));
  const post = await postOf(main, { ...job, deployMs: 0 });
  expect(post).toMatchObject({ red: true, changes: [], error: { title: 'A newer deploy would be lost' } });
});

test.each(['in_progress', 'expired'])(
  'a snapshot that stays %s does not hold up the rollback for long',
  async (status) => {
    const job = { inputs: { on_failure: 'restore' }, ends: 'failure' } as const;
    const main = await mainOf(job);
    const startedAt = main.clock.now();
    const stuck = ({ api }: typeof main) => api.addSnapshot({ server, id: 900, status });
    const post = await postOf(main, { ...job, deployMs: 0, meanwhile: stuck });
    expect(post).toMatchObject({ red: false, result: 'restored' });
    const [requested = 0] = post.moments('POST', '/snapshots/801/restore/');
    expect(requested - startedAt).toBeLessThan(status === 'expired' ? 1_000 : 11 * minute);
  },
);

test('after a cancel, a snapshot in progress does not use up the time for the rollback', async () => {
  const job = { inputs: { on_cancelled: 'restore' }, ends: 'cancelled' } as const;
  const main = await mainOf(job);
  const startedAt = main.clock.now();
  const busy = ({ api }: typeof main) => api.addSnapshot({ server, id: 900, status: 'in_progress' });
  const post = await postOf(main, { ...job, deployMs: 0, meanwhile: busy });
  const [requested = 0] = post.moments('POST', '/snapshots/801/restore/');
  expect(requested - startedAt).toBeGreaterThanOrEqual(55_000);
  expect(requested - startedAt).toBeLessThan(75_000);
});

test('a main step that is stopped while it reports has not ended well: nothing is restored', async () => {
  const inputs = { server_id: String(server), on_cancelled: 'restore', report: 'comment' };
  const place = { apiUrl: '', repository: 'acme/shop', pullRequest: 7, headSha: 'feed' };
  const main = rehearsed({ inputs, github: { place, comment: async () => main.signal() } });
  await main.run();
  expect(main).toMatchObject({ red: true, result: 'cancelled', error: { title: 'Cancelled' } });
  const post = await rehearsed({ postOf: main, inputs: { ...inputs, job_status: 'cancelled' } }).run();
  expect(post.changes).toEqual([]);
});

describe('an API that cannot be asked when the job has ended', () => {
  test.each([unreadable, { ...unreadable, status: 401 }])('leaves a good job green: %j', async (effect) => {
    const fault = { when: { method: 'GET' }, times: Number.POSITIVE_INFINITY, do: effect };
    const post = await guarded({
      inputs: { on_success: 'delete' },
      ends: 'success',
      post: { faults: [fault] },
    });
    expect(post).toMatchObject({ red: false, result: 'kept', changes: [] });
    expect(post.warnings.map(({ title }) => title)).toEqual(['Snapshot not deleted']);
    expect(post.warnings[0]?.message).toContain('mode: delete with snapshot_id: 801');
  });

  test('for the servers: the rollback is red, and names the snapshot and what to do', async () => {
    const fault = { when: { path: '/servers/' }, times: Number.POSITIVE_INFINITY, do: unreadable };
    const inputs = { on_failure: 'restore', timeout_minutes: '10' };
    const post = await guarded({ inputs, ends: 'failure', post: { faults: [fault] } });
    expect(post).toMatchObject({ red: true, changes: [], error: { title: 'Not rolled back' } });
    expect(post.error?.message).toContain('mode: restore with snapshot_id: 801');
    expect(post.summary).toContain('snapshot_id: "801"');
  });
});

test('a state that cannot be saved is told before anything is requested, if a policy relies on it', async () => {
  const inputs = { server_id: String(server) };
  const step = await rehearsed({ stateless: true, inputs: { ...inputs, on_failure: 'restore' } }).run();
  expect(step).toMatchObject({ red: true, changes: [], error: { title: 'State not saved' } });
  expect(await rehearsed({ stateless: true, inputs }).run()).toMatchObject({ red: false, result: 'created' });
});

test('a snapshot that no list showed while it was waited for is never deleted on trust', async () => {
  const inputs = {
    mode: 'wait',
    snapshot_id: '801',
    server_id: '1,2',
    on_failure: 'delete',
    timeout_minutes: '1',
  };
  const hidden = {
    when: { method: 'GET' },
    times: Number.POSITIVE_INFINITY,
    do: { kind: 'echo', of: () => ({ results: [] }) },
  } as const;
  const main = await rehearsed({ servers: two, inputs, faults: [hidden] }).run();
  expect(main.red).toBe(true);
  main.api.addServer({ id: 3 });
  main.api.addSnapshot({ server: 3, id: 801, name: 'precious' });
  const post = await rehearsed({ postOf: main, inputs: { ...inputs, job_status: 'failure' } }).run();
  expect(post.changes).toEqual([]);
  expect(idsOf(post)).toEqual([801]);
});

test('nor one that was expected on the one server, and that no list ever showed', async () => {
  const inputs = {
    mode: 'wait',
    snapshot_id: '801',
    server_id: '1',
    on_failure: 'delete',
    timeout_minutes: '1',
  };
  const nothing = { kind: 'echo', of: () => ({ results: [] }) } as const;
  const hidden = { when: { path: '/snapshots/' }, times: Number.POSITIVE_INFINITY, do: nothing };
  const main = rehearsed({ servers: two, inputs, faults: [hidden] });
  main.api.addSnapshot({ server: 2, id: 801, name: 'precious' });
  await main.run();
  const post = await rehearsed({ postOf: main, inputs: { ...inputs, job_status: 'failure' } }).run();
  expect(post.changes).toEqual([]);
});

test('what a step was to wait for is named even if the step could not look at anything', async () => {
  const inputs = { mode: 'wait', snapshot_id: '801', on_failure: 'delete' };
  const revoked = { when: { method: 'GET' }, do: { kind: 'status', status: 401 } } as const;
  const main = rehearsed({ inputs, faults: [revoked] });
  main.api.addSnapshot({ server, id: 801 });
  await main.run();
  expect(main.red).toBe(true);
  const post = await rehearsed({ postOf: main, inputs: { ...inputs, job_status: 'failure' } }).run();
  expect(post.warnings.map(({ message }) => message).join()).toContain('801');
});

test('nothing is deleted to make room before the state could be saved', async () => {
  const step = rehearsed({
    stateless: true,
    inputs: { server_id: String(server), on_failure: 'restore', at_limit: 'delete_oldest' },
    github: { livenessOf: async () => ({ is: 'over' }) },
  });
  for (const id of [1, 2, 3, 4, 5]) step.api.addSnapshot({ server, id, description: marked() });
  await step.run();
  expect(step).toMatchObject({ red: true, changes: [], error: { title: 'State not saved' } });
});

test('a rollback is asked for until the API takes it, and not while it wants to be left alone', async () => {
  const busy = { kind: 'status', status: 429, headers: { 'retry-after': '90' } } as const;
  const post = await guarded({
    inputs: { on_failure: 'restore' },
    ends: 'failure',
    post: { faults: [{ when: { method: 'POST' }, times: 4, do: busy }] },
  });
  expect(post).toMatchObject({ red: false, result: 'restored' });
  const moments = post.moments('POST', '/snapshots/801/restore/');
  expect(moments).toHaveLength(5);
  for (const [index, at] of moments.slice(1).entries()) {
    expect(at - (moments[index] ?? 0)).toBeGreaterThanOrEqual(90_000);
  }
});

test('a snapshot that is gone holds nothing up, however long the interval', async () => {
  const inputs = {
    server_id: '1,2',
    on_cancelled: 'restore',
    on_success: 'delete',
    poll_interval_seconds: '30',
  };
  const main = await mainOf({ ends: 'cancelled', inputs, main: { servers: two } });
  const [first = '', second = ''] = (main.outputs.snapshot_id ?? '').split(',');
  const startedAt = main.clock.now();
  const meanwhile = ({ api }: typeof main) => api.removeSnapshot(Number(first));
  const post = await postOf(main, { ends: 'cancelled', inputs, deployMs: 0, meanwhile });
  const [requested = 0] = post.moments('POST', `/snapshots/${second}/restore/`);
  expect(requested - startedAt).toBeLessThan(30_000);
  expect(post.error?.message).toContain(`snapshot ${first}`);
});

test('one server that cannot be asked about takes no other one’s story along', async () => {
  const job = { inputs: { server_id: '1,2', on_failure: 'restore' }, ends: 'failure' } as const;
  const main = await mainOf({ ...job, main: { servers: two } });
  const [first = ''] = (main.outputs.snapshot_id ?? '').split(',');
  const meanwhile = ({ api }: typeof main) => {
    api.addSnapshot({ server: 1, id: 900, status: 'in_progress' });
    api.fail({
      when: { method: 'GET', path: '/snapshots/' },
      after: 2,
      times: Number.POSITIVE_INFINITY,
      do: { kind: 'status', status: 401 },
    });
  };
  const post = await postOf(main, { ...job, deployMs: 0, meanwhile });
  expect(post).toMatchObject({ red: true, error: { title: 'Not rolled back' } });
  expect(post.error?.message).toContain(`mode: restore with snapshot_id: ${first}`);
  expect(rolledBack(post)).toHaveLength(1);
});

test('a clean-up that VPS.org does not answer ends within minutes', async () => {
  const down = { when: { method: 'DELETE' }, times: Number.POSITIVE_INFINITY, do: unreadable };
  const post = await guarded({
    inputs: { on_success: 'delete' },
    ends: 'success',
    deployMs: 0,
    post: { faults: [down] },
  });
  expect(post).toMatchObject({ red: false, result: 'kept' });
  const deletions = post.moments('DELETE', '/snapshots/801/');
  expect((deletions.at(-1) ?? 0) - (deletions[0] ?? 0)).toBeLessThan(3 * minute);
});

test('an item that comes twice because the pages moved takes one slot', async () => {
  const step = rehearsed({
    inputs: { server_id: String(server), at_limit: 'delete_oldest' },
    api: { pageSize: 2 },
  });
  for (const id of [1, 2, 3, 4]) step.api.addSnapshot({ server, id, description: marked() });
  step.api.fail({
    when: { method: 'GET', path: '/snapshots/' },
    after: 1,
    do: { kind: 'echo', of: (answer) => twice(answer as { results: object[] }) },
  });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'created' });
  expect(step.changes).toEqual(['POST /snapshots/']);

  function twice({ results, ...page }: { results: object[] }) {
    return { ...page, results: [...results, ...results] };
  }
});

test('an odd snapshot elsewhere in the account stands in nobody’s way', async () => {
  const orphan = { id: 5, server: null, name: 'orphan', status: '', created_at: null };
  const withOrphan = (answer: unknown) => {
    const { results } = answer as { results: object[] };
    return { results: [...results, orphan] };
  };
  const step = await rehearsed({
    inputs: { server_id: String(server) },
    faults: [
      {
        when: { method: 'GET', path: '/snapshots/' },
        times: Number.POSITIVE_INFINITY,
        do: { kind: 'echo', of: withOrphan },
      },
    ],
  }).run();
  expect(step).toMatchObject({ red: false, result: 'created' });
});

test('a dry run reports nothing to GitHub, and its outputs name nothing that would go', async () => {
  const step = rehearsed({
    inputs: {
      server_id: String(server),
      at_limit: 'delete_oldest',
      dry_run: 'true',
      report: 'summary,comment,status',
    },
    github: { livenessOf: async () => ({ is: 'over' }) },
  });
  for (const id of [1, 2, 3, 4, 5]) step.api.addSnapshot({ server, id, description: marked() });
  await step.run();
  expect(step).toMatchObject({ red: false, result: 'planned', changes: [], warnings: [] });
  expect(step.outputs.snapshot_id).toBe('');
  expect(step.summary).toContain('delete snapshot 1');
});

test('what GitHub is told has no secret in it', async () => {
  const bodies: string[] = [];
  const place = { apiUrl: '', repository: 'acme/shop', pullRequest: 7, headSha: 'feed' };
  await rehearsed({
    servers: [{ id: server, name: 'web token-for-tests' }],
    inputs: { server_id: String(server), report: 'comment,status' },
    github: {
      place,
      comment: async (_, body) => void bodies.push(body),
      setStatus: async ({ description }) => void bodies.push(description),
    },
  }).run();
  expect(bodies).toHaveLength(2);
  expect(bodies.join('\n')).not.toContain('token-for-tests');
  expect(bodies.join('\n')).not.toContain('token&#45;for');
});

test('a limit of requests is obeyed before a snapshot is asked for again', async () => {
  const busy = { kind: 'status', status: 429, headers: { 'retry-after': '90' } } as const;
  const step = await rehearsed({
    inputs: { server_id: String(server) },
    faults: [{ when: { method: 'POST' }, do: busy }],
  }).run();
  expect(step).toMatchObject({ red: false, result: 'created' });
  const [first = 0, second = 0] = step.moments('POST', '/snapshots/');
  expect(second - first).toBeGreaterThanOrEqual(90_000);
  expect(second - first).toBeLessThan(100_000);
});
