import { describe, expect, test } from 'vitest';
import { GitHubApi, type GitHubOptions } from '../../rehearsal/github/github.ts';
import { type GitHub, openGitHub, reasonOf } from '../../src/github/github.ts';
import { MemoryLog } from '../helpers/memory-log.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

const repository = 'octo-org/web';

/** The real client on the stand-in, in virtual time. `seen` has every URL that was asked for. */
async function opened(options: GitHubOptions = {}, { token = 'ghs_rehearsal', pullRequest = 7 } = {}) {
  const clock = new VirtualClock();
  const github = new GitHubApi({ now: clock.wall, ...options });
  github.addPullRequest(7);
  const stop = new AbortController();
  const seen: string[] = [];
  let inFlight = 0;
  const tally = { most: 0 };
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { host, pathname, search } = new URL(String(input));
    seen.push(String(input));
    tally.most = Math.max(tally.most, ++inFlight);
    const headers = { ...Object.fromEntries(new Headers(init?.headers)), host };
    const request = { method: init?.method ?? 'GET', path: pathname + search, headers };
    try {
      await clock.sleep(100, init?.signal ?? undefined);
      const handled = await github.handle({ ...request, body: String(init?.body ?? '') });
      if (handled === 'hang') await clock.sleep(3_600_000, init?.signal ?? undefined);
      if (typeof handled === 'string') throw new TypeError('fetch failed');
      return new Response(handled.body, handled);
    } finally {
      inFlight -= 1;
    }
  };
  const apiUrl = `http://github.test${options.basePath ?? ''}`;
  const place = { apiUrl, repository, pullRequest, headSha: 'c0ffee' };
  const log = new MemoryLog();
  const client = await openGitHub({
    place,
    token,
    userAgent: 'test',
    fetch,
    clock,
    signal: stop.signal,
    log,
  });
  const during = <T>(act: (client: GitHub) => Promise<T>) => clock.run(act(client));
  return { github, clock, stop, seen, tally, during };
}

describe('whether a run is over', () => {
  test.each([
    ['completed', 'over'],
    ...['queued', 'in_progress', 'requested', 'pending', 'action_required', 'new word'].map((status) => [
      status,
      'going_on',
    ]),
  ])('%s means %s', async (status, is) => {
    const { github, during } = await opened();
    github.addRun(4000, status);
    expect(await during((client) => client.livenessOf('4000'))).toEqual({ is });
  });

  test('waiting means going on, with nothing but approvals outstanding', async () => {
    const { github, during } = await opened();
    github.addRun(4000, 'waiting');
    expect(await during((client) => client.livenessOf('4000'))).toEqual({
      is: 'going_on',
      onlyApprovals: true,
    });
  });

  test.each([
    [403, 'answered 403 (Forbidden); the job needs permissions: actions: read'],
    [404, 'answered 404 (Not Found); the job needs permissions: actions: read'],
    [429, 'answered 429 (Too Many Requests)'],
    [500, 'answered 500 (Internal Server Error)'],
    [503, 'answered 503 (Service Unavailable)'],
  ])('is unknown when GitHub answers %i', async (status, why) => {
    const { github, during } = await opened();
    github.addRun(4000);
    github.fail({ when: {}, do: { kind: 'status', status } });
    expect(await during((client) => client.livenessOf('4000'))).toEqual({
      is: 'unknown',
      why: `GitHub ${why}`,
    });
    expect(github.ledger).toHaveLength(1);
  });

  test('is unknown for a run of which GitHub knows nothing', async () => {
    const { during } = await opened();
    expect(await during((client) => client.livenessOf('1'))).toMatchObject({ is: 'unknown' });
  });

  test.each(['reset', 'hang'] as const)('is unknown when there is no answer (%s)', async (kind) => {
    const { github, clock, during } = await opened();
    github.fail({ when: {}, do: { kind, processed: false } });
    expect(await during((client) => client.livenessOf('4000'))).toMatchObject({
      is: 'unknown',
      why: expect.stringContaining('did not answer'),
    });
    expect(clock.now()).toBeLessThanOrEqual(20_100);
  });

  test('is unknown at once when the step is to stop', async () => {
    const { github, clock, stop, during } = await opened();
    github.fail({ when: {}, do: { kind: 'hang', processed: false } });
    clock.at(1_000, () => stop.abort(new Error('SIGTERM')));
    expect(await during((client) => client.livenessOf('4000'))).toMatchObject({ is: 'unknown' });
    expect(clock.now()).toBe(1_000);
  });

  test('is asked of a GitHub Enterprise Server below its prefix', async () => {
    const { github, seen, during } = await opened({ basePath: '/api/v3' });
    github.addRun(4000);
    expect(await during((client) => client.livenessOf('4000'))).toEqual({ is: 'over' });
    expect(seen).toEqual(['http://github.test/api/v3/repos/octo-org/web/actions/runs/4000']);
  });

  test('is asked for eight runs at a time', async () => {
    const { github, tally, clock, during } = await opened();
    const ids = Array.from({ length: 40 }, (_, n) => n + 1);
    for (const id of ids) github.addRun(id);
    const answers = await during((client) => Promise.all(ids.map((id) => client.livenessOf(String(id)))));
    expect(new Set(answers.map(({ is }) => is))).toEqual(new Set(['over']));
    expect([tally.most, clock.now()]).toEqual([8, 500]);
  });
});

test('the token goes along; without one nothing does', async () => {
  for (const [token, authorization] of [
    ['ghs_rehearsal', 'token ghs_rehearsal'],
    ['', undefined],
  ] as const) {
    const { github, during } = await opened({}, { token });
    await during((client) => client.livenessOf('1'));
    expect(github.ledger[0]?.headers.authorization).toBe(authorization);
    expect(github.ledger[0]?.headers['user-agent']).toMatch(/^test\b/);
  }
});

describe('the comment', () => {
  const marker = '<!-- vps-snapshot-action 7 -->';

  test('is made once, and updated in place from then on', async () => {
    const { github, during } = await opened();
    github.addComment(7, 'LGTM');
    for (const text of ['one', 'two', 'three'])
      await during((client) => client.comment(marker, `${marker}\n${text}`));
    expect(github.comments).toMatchObject([{ body: 'LGTM' }, { body: `${marker}\nthree` }]);
    expect(github.ledger.map(({ method }) => method)).toEqual([
      'GET',
      'POST',
      'GET',
      'PATCH',
      'GET',
      'PATCH',
    ]);
  });

  test('is found on whatever page it is', async () => {
    const { github, seen, during } = await opened({ basePath: '/api/v3' });
    for (let n = 0; n < 250; n += 1) github.addComment(7, `comment ${n}`);
    const id = github.addComment(7, `${marker}\nbefore`, { user: { type: 'Bot' } });
    await during((client) => client.comment(marker, `${marker}\nafter`));
    expect(github.comments).toHaveLength(251);
    expect(github.comments.find((one) => one.id === id)?.body).toBe(`${marker}\nafter`);
    expect(seen).toHaveLength(4);
    for (const url of seen) expect(url).toMatch(/^http:\/\/github\.test\/api\/v3\/repos\/octo-org\/web\//);
  });

  test('is neither one that quotes it nor that of other servers', async () => {
    const { github, during } = await opened();
    const quotes = [`> ${marker}`, `see ${marker}`, '<!-- vps-snapshot-action 7,8 -->\nx'];
    const others = [...quotes, `${marker}\nby a visitor who wants to be us`];
    for (const body of quotes) github.addComment(7, body, { user: { type: 'Bot' } });
    github.addComment(7, others.at(-1) ?? '');
    await during((client) => client.comment(marker, `${marker}\nnew`));
    expect(github.comments.map(({ body }) => body)).toEqual([...others, `${marker}\nnew`]);
  });

  test.each([
    ['GET', 403],
    ['POST', 403],
    ['PATCH', 404],
  ])('that GitHub refuses at the %s is an error, and tried no more', async (method, status) => {
    const { github, during } = await opened();
    if (method === 'PATCH') github.addComment(7, marker, { author_association: 'MEMBER' });
    github.fail({ when: { method }, do: { kind: 'status', status } });
    const error = await during((client) => client.comment(marker, marker)).catch((reason) => reason);
    expect(reasonOf(error)).toMatch(new RegExp(`^answered ${status} \\(\\w+.*\\)$`));
    expect(github.ledger.at(-1)).toMatchObject({ method, status });
  });
});

describe('the status', () => {
  const status = { context: 'vps-snapshot/7', state: 'success', description: 'created' } as const;

  test('is set on the head commit', async () => {
    const { github, during } = await opened();
    await during((client) => client.setStatus({ ...status, targetUrl: 'https://run.test' }));
    await during((client) => client.setStatus({ ...status, targetUrl: '' }));
    expect(github.statuses).toEqual([
      { sha: 'c0ffee', ...status, target_url: 'https://run.test' },
      { sha: 'c0ffee', ...status, target_url: null },
    ]);
  });

  test('that GitHub refuses is an error', async () => {
    const { github, during } = await opened();
    github.fail({ when: {}, do: { kind: 'status', status: 403 } });
    await expect(during((client) => client.setStatus({ ...status, targetUrl: '' }))).rejects.toThrow();
    expect(github.statuses).toEqual([]);
  });
});
