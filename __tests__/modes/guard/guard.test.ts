import '../../../src/github/reports.ts';
import { describe, expect, test } from 'vitest';
import { asFetch } from '../../../rehearsal/http/fetch.ts';
import { second } from '../../../src/limits.ts';
import { endings } from '../../../src/rules/policy.ts';
import { guarded, idsOf, type Job, mainOf, postOf, postStep, rolledBack } from '../../helpers/guarded.ts';
import { type Rehearsal, rehearsed, server, token } from '../../helpers/rehearsed.ts';
import { hoursAgo } from '../../helpers/virtual-clock.ts';

const restores = ({ api }: Rehearsal) => api.state.restores.map(({ server, snapshot }) => [server, snapshot]);
const name = /gha-shop-4711-1-[0-9a-f]{6}/;

describe('as the job ended', () => {
  const policies = { on_success: 'delete', on_failure: 'restore', on_cancelled: 'keep' };

  test('failure: restored, the snapshot stays, and it is told once', async () => {
    const post = await guarded({ ends: 'failure', inputs: policies });
    expect(post).toMatchObject({ red: false, result: 'restored', changes: ['POST /snapshots/801/restore/'] });
    expect(restores(post)).toEqual([[server, 801]]);
    expect(idsOf(post)).toEqual([801]);
    expect(post.annotations).toEqual([
      {
        level: 'warning',
        title: 'Rolled back',
        message: expect.stringMatching(
          /^Rolled back: server 12345 \(web-1\) from snapshot 801 \(gha-shop-.+\); what was written after 12:00:00 UTC \(snapshot requested; complete 12:05:\d\d UTC\) may be gone\.$/,
        ),
      },
    ]);
    expect(post.lines[0]).toBe(
      'The job ended with failure, and on_failure is restore. 1 snapshot, confirmed complete before the deploy.',
    );
    expect(post.summary).toMatch(/^### ⚠️ VPS\.org snapshot: after the job – restored in 8m /);
    expect(post.summary).toContain('section server 12345\n    snapshot :done, 2026-11-20 12:00:00');
    expect(post.groups).toEqual(['Looking', 'Rolling back']);
  });

  test('success: deleted, and nothing is annotated', async () => {
    const post = await guarded({ ends: 'success', inputs: policies });
    expect(post).toMatchObject({ red: false, result: 'deleted', changes: ['DELETE /snapshots/801/'] });
    expect(post.ledger.map(({ method, path }) => `${method} ${path}`)).toEqual([
      'GET /snapshots/',
      'GET /servers/',
      'DELETE /snapshots/801/',
      'GET /snapshots/',
    ]);
    expect(idsOf(post)).toEqual([]);
    expect(restores(post)).toEqual([]);
    expect(post.annotations).toEqual([]);
    expect(post.summary).toContain('after the job – deleted');
  });

  test.each([
    ['cancelled', { on_success: 'delete', on_failure: 'delete' }],
    ...endings.map((ending) => [ending, {}] as const),
    ...endings.map((ending) => [ending, { [`on_${ending}`]: 'keep' }] as const),
  ] as const)('%s with %j: kept without a single request', async (ends, inputs) => {
    const post = await guarded({ ends, inputs });
    expect(post).toMatchObject({ red: false, result: 'kept', ledger: [], annotations: [], summary: '' });
    expect(post.lines.join('\n')).toMatch(
      new RegExp(
        `Snapshot 801 \\(${name.source}\\) of server 12345 \\(web-1\\) is kept: on_${ends} is keep\\. 1 of 5 slots`,
      ),
    );
    expect(idsOf(post)).toEqual([801]);
  });

  test('a runner that does not tell the end, without a policy: kept', async () => {
    const post = await guarded({ ends: 'success', inputs: {}, post: { inputs: { job_status: '' } } });
    expect(post).toMatchObject({ red: false, result: 'kept', ledger: [], annotations: [] });
    expect(post.lines[0]).toBe(
      'This runner does not tell how the job ended, and no policy is set. 1 snapshot, confirmed complete before the deploy.',
    );
    expect(post.lines.join('\n')).toContain('is kept: no policy is set. 1 of 5 slots');
  });

  test('cancelled with restore,delete: there is no time to be sure, so it is kept and that is told', async () => {
    const post = await guarded({
      ends: 'cancelled',
      inputs: { on_cancelled: 'restore,delete' },
      main: { api: { restoreMs: 60_000 } },
    });
    expect(post).toMatchObject({ red: false, result: 'restored', changes: ['POST /snapshots/801/restore/'] });
    expect(post.notices.map(({ message }) => message).join()).toMatch(
      /^Snapshot 801 .+ is kept after the restore/,
    );
    expect(idsOf(post)).toEqual([801]);
  });

  test.each(['success', 'failure'] as const)(
    '%s with restore,delete: first the one, then the other',
    async (ends) => {
      const post = await guarded({
        ends,
        inputs: { [`on_${ends}`]: 'restore,delete' },
        main: { api: { restoreMs: 60_000 } },
      });
      expect(post).toMatchObject({
        red: false,
        result: 'restored',
        changes: ['POST /snapshots/801/restore/', 'DELETE /snapshots/801/'],
      });
      const [restored = 0] = post.moments('POST', '/snapshots/801/restore/');
      const [deleted = 0] = post.moments('DELETE', '/snapshots/801/');
      // Never sooner than the shortest restore that is documented.
      expect(deleted - restored).toBeGreaterThanOrEqual(5 * 60_000);
      expect(idsOf(post)).toEqual([]);
      expect(rolledBack(post)).toHaveLength(1);
      expect(post.snapshots).toMatchObject([
        { result: 'restored', remark: 'the snapshot was deleted afterwards' },
      ]);
    },
  );

  test.each([
    ['success', 'notice'],
    ['failure', 'warning'],
    ['cancelled', 'warning'],
  ] as const)('%s: "Rolled back:" is a %s', async (ends, level) => {
    const post = await guarded({
      ends,
      inputs: { [`on_${ends}`]: 'restore' },
      main: { api: { restoreMs: 60_000 } },
    });
    expect(rolledBack(post)).toMatchObject([{ level, title: 'Rolled back' }]);
    expect(post.red).toBe(false);
  });
});

describe('around it', () => {
  test('a step that saved nothing has nothing to look after', async () => {
    const main = await rehearsed({ inputs: { mode: 'list', server_id: '12345' } }).run();
    const post = await postStep(main, { ends: 'failure' }).run();
    expect(post).toMatchObject({ red: false, ledger: [], annotations: [], told: [], summary: '' });
    expect(post.lines).toEqual([]);
  });

  test('the token is masked first, and never in the state', async () => {
    const main = await mainOf({ ends: 'failure', inputs: { on_failure: 'restore' } });
    const post = await postOf(main, { ends: 'failure', inputs: { on_failure: 'restore' } });
    expect(main.saved.length).toBeGreaterThan(2);
    for (const saved of main.saved) expect(saved).not.toContain(token);
    expect(post.masked).toEqual([token]);
    expect(post.written).not.toContain(token);
    expect(post.saved).toEqual([]);
  });

  test('two guards in one job, last one first', async () => {
    const inputs = { on_failure: 'restore' };
    const first = await mainOf({ ends: 'failure', inputs });
    const second = await rehearsed({ inputs: { server_id: '12345', ...inputs }, after: first }).run();
    const job = { ends: 'failure', inputs } as const;
    for (const [main, id] of [
      [second, 802],
      [first, 801],
    ] as const) {
      const post = await postOf(main, { ...job, deployMs: 0 });
      expect(post).toMatchObject({ red: false, result: 'restored' });
      expect(post.changes).toEqual([`POST /snapshots/${id}/restore/`]);
    }
    expect(restores(first)).toEqual([
      [server, 802],
      [server, 801],
    ]);
  });

  test('a post step that is run once more after a deletion', async () => {
    const job = { ends: 'success', inputs: { on_success: 'delete' } } as const;
    const main = await mainOf(job);
    await postOf(main, job);
    const again = await postOf(main, job);
    expect(again).toMatchObject({ red: false, result: 'already_absent' });
    expect(again.notices).toMatchObject([{ title: 'Already gone' }]);
    expect(idsOf(again)).toEqual([]);
  });

  test('a post step that is run once more during its own restore waits, and does not restore again', async () => {
    const job = { ends: 'failure', inputs: { on_failure: 'restore' } } as const;
    const main = await mainOf(job);
    const killed = postStep(main, job);
    killed.clock.at(killed.clock.now() + 60_000, () => killed.signal());
    await killed.run();
    expect(killed).toMatchObject({ red: true, result: 'cancelled' });
    const again = await postOf(main, { ...job, deployMs: 0 });
    expect(again).toMatchObject({ red: true, changes: [], error: { title: 'Restored by someone else' } });
    expect(restores(again)).toEqual([[server, 801]]);
    expect(idsOf(again)).toEqual([801]);
  });

  test('what is reported to GitHub', async () => {
    const states: unknown[] = [];
    const comments: string[] = [];
    const post = await guarded({
      ends: 'failure',
      inputs: { on_failure: 'restore', report: 'status,comment' },
      main: { github: { setStatus: async () => {} } },
      post: {
        github: {
          place: { apiUrl: '', repository: 'acme/shop', pullRequest: 7, headSha: 'abc1234def' },
          setStatus: async (status) => void states.push(status),
          comment: async (_, body) => void comments.push(body),
        },
      },
    });
    expect(post.summary).toBe('');
    expect(states).toMatchObject([{ context: 'vps-snapshot/12345', state: 'failure' }]);
    expect(comments.join()).toContain('Rolled back&#58; server 12345');
  });
});

describe('the dry run', () => {
  test.each([
    ['failure', 'restore', 'restore server 12345 (web-1) from snapshot 801'],
    ['failure', 'restore,delete', ', then delete that'],
    ['success', 'delete', 'delete snapshot 801'],
  ] as const)('%s, %s', async (ends, policy, words) => {
    const post = await guarded({
      ends,
      inputs: { [`on_${ends}`]: policy },
      post: { inputs: { dry_run: 'true' } },
    });
    expect(post).toMatchObject({ red: false, result: 'planned', changes: [], annotations: [] });
    expect(post.lines.join('\n')).toContain(`Would ${words.startsWith(',') ? '' : words}`);
    expect(post.lines.join('\n')).toContain(words);
    expect(post.summary).toContain('Nothing was changed. This would be done:');
    expect(idsOf(post)).toEqual([801]);
  });

  test('waits for nobody', async () => {
    const job: Job = { ends: 'failure', inputs: { on_failure: 'restore' }, deployMs: 0 };
    const main = await mainOf(job);
    const startedAt = main.clock.now();
    main.api.startRestore(server);
    const post = await postOf(main, { ...job, post: { inputs: { dry_run: 'true' } } });
    expect(post).toMatchObject({ red: false, result: 'planned', changes: [] });
    expect(post.endedAt).toBeCloseTo(startedAt, 0);
    expect(post.lines.join('\n')).toMatch(/Would keep snapshot 801 .+ being restored by someone else/);
  });

  test('of the main step leaves nothing to look after, and says which policy it would have been', async () => {
    const post = await guarded({ ends: 'failure', inputs: { on_failure: 'restore', dry_run: 'true' } });
    expect(post).toMatchObject({ red: false, ledger: [] });
    expect(post.lines).toEqual([
      'Dry run: the job ended with failure, and on_failure is restore. There is no snapshot, so nothing is done.',
    ]);
  });

  test('with nothing to do', async () => {
    const post = await guarded({ ends: 'failure', post: { inputs: { dry_run: 'true' } } });
    expect(post).toMatchObject({ red: false, ledger: [], changes: [] });
  });
});

test('trouble while somebody else’s restore is waited for does not hide our own', async () => {
  const servers = [1, 2].map((id) => ({ id, name: `web-${id}` }));
  const inputs = { server_id: '1,2', on_failure: 'restore' };
  const main = await mainOf({ ends: 'failure', inputs, main: { servers } });
  const theirs = main.api.addSnapshot({ server: 1, created_at: hoursAgo(3) });
  const fetch = asFetch(main.api, { sleep: (ms, signal) => main.clock.sleep(ms, signal) });
  const headers = { authorization: `Bearer ${token}` };
  const url = `https://admin.vps.org/api/v1/snapshots/${theirs}/restore/`;
  await main.clock.run(fetch(url, { method: 'POST', headers }));
  const post = postStep(main, {
    ...{ ends: 'failure', inputs },
    post: {
      faults: [
        { when: { method: 'POST', path: /802/ }, do: { kind: 'hold', ms: 20 * second } },
        {
          when: { method: 'GET', path: '/servers/' },
          after: 3,
          do: { kind: 'status', status: 403, json: {} },
        },
      ],
    },
  });
  await post.run();
  expect(restores(post)).toEqual([
    [1, theirs],
    [2, 802],
  ]);
  expect(post.red).toBe(true);
  expect(post.error?.message).toMatch(/erver 2 .+ was restored from/);
  expect(post.warnings.map(({ title }) => title)).toContain('Rolled back');
});

test('the guards of a cancelled job share one budget, and the last of them still sends', async () => {
  const servers = [1, 2, 3].map((id) => ({ id, name: `web-${id}` }));
  const inputsOf = (id: number) => ({ server_id: String(id), on_cancelled: 'restore' });
  const first = await mainOf({ ends: 'cancelled', inputs: inputsOf(1), main: { servers } });
  const second = await rehearsed({ after: first, inputs: inputsOf(2) }).run();
  const third = await rehearsed({ after: first, inputs: inputsOf(3) }).run();
  const began = first.clock.now();
  const ends: number[] = [];
  for (const [index, main] of [first, second, third].entries()) {
    const post = await postStep(main, { ends: 'cancelled', inputs: inputsOf(index + 1) }).run();
    ends.push((post.endedAt - began) / 1_000);
    await main.clock.advance(5_000);
  }
  expect(restores(first).map(([, snapshot]) => snapshot)).toEqual([801, 802, 803]);
  expect(ends[0]).toBeLessThanOrEqual(180);
  expect(ends[1]).toBeGreaterThan(230);
  expect(ends[1]).toBeLessThanOrEqual(240);
  expect(ends[2]).toBeLessThanOrEqual(266);
});
