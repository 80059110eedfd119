import { describe, expect, test } from 'vitest';
import { serve } from '../../../rehearsal/http/server.ts';
import { rehearse } from './calls.ts';

describe('runs', () => {
  test('are shown as they are', async () => {
    const { github, call } = rehearse();
    github.addRun(1);
    github.addRun(2, 'in_progress');
    expect(await call('GET /actions/runs/1')).toMatchObject({
      status: 200,
      json: { id: 1, status: 'completed', conclusion: 'success' },
    });
    expect((await call('GET /actions/runs/2')).json).toMatchObject({
      status: 'in_progress',
      conclusion: null,
    });
  });

  test('that are not there, are not found', async () => {
    const { call } = rehearse();
    expect(await call('GET /actions/runs/3')).toMatchObject({ status: 404, json: { message: 'Not Found' } });
  });
});

describe('comments', () => {
  test('are made, listed and changed', async () => {
    const { github, call } = rehearse();
    const made = await call('POST /issues/7/comments', { body: 'one' });
    expect(made).toMatchObject({ status: 201, json: { id: 1, body: 'one' } });
    expect(await call('PATCH /issues/comments/1', { body: 'two' })).toMatchObject({ status: 200 });
    expect((await call('GET /issues/7/comments')).json).toMatchObject([{ id: 1, body: 'two' }]);
    expect(github.comments).toMatchObject([{ id: 1, issue: 7, body: 'two' }]);
  });

  test('come in pages, each with a link to the next', async () => {
    const { github, call } = rehearse({ basePath: '/api/v3' });
    for (let n = 0; n < 250; n += 1) github.addComment(7, `comment ${n}`);
    const first = await call('GET /issues/7/comments?per_page=100');
    expect(first.json).toHaveLength(100);
    const next = 'http://github.test/api/v3/repos/octo-org/web/issues/7/comments?per_page=100&page=2';
    expect(first.headers.link).toBe(`<${next}>; rel="next"`);
    const last = await call('GET /issues/7/comments?per_page=100&page=3');
    expect(last.json).toHaveLength(50);
    expect(last.headers.link).toBeUndefined();
    expect((await call('GET /issues/7/comments?per_page=1000')).json).toHaveLength(100);
    expect((await call('GET /issues/7/comments')).json).toHaveLength(30);
  });

  test.each([
    ['POST /issues/8/comments', { body: 'x' }, 404],
    ['GET /issues/8/comments', undefined, 404],
    ['PATCH /issues/comments/9', { body: 'x' }, 404],
    ['POST /issues/7/comments', { body: ' ' }, 422],
    ['POST /issues/7/comments', { body: 'x'.repeat(65_537) }, 422],
    ['POST /issues/7/comments', {}, 422],
    ['POST /issues/7/comments', undefined, 422],
    ['PATCH /issues/comments/1', { body: '' }, 422],
    ['POST /issues/7/comments', { body: 'x'.repeat(65_536) }, 201],
  ])('%s is answered as GitHub would (%#)', async (line, body, status) => {
    const { github, call } = rehearse();
    github.addComment(7, 'there before');
    expect(await call(line, body)).toMatchObject({ status });
  });
});

describe('statuses', () => {
  test('are kept', async () => {
    const { github, call } = rehearse();
    const status = { context: 'a/b', state: 'success', description: 'fine', target_url: 'https://x.test' };
    expect(await call('POST /statuses/c0ffee', status)).toMatchObject({ status: 201 });
    await call('POST /statuses/c0ffee', { state: 'pending' });
    expect(github.statuses).toEqual([
      { sha: 'c0ffee', ...status },
      { sha: 'c0ffee', context: 'default', state: 'pending', description: '', target_url: null },
    ]);
  });

  test.each<[string[], string]>([
    [[], 'pending'],
    [['a success', 'b success'], 'success'],
    [['a success', 'b pending'], 'pending'],
    [['a error', 'b pending'], 'failure'],
    [['a failure', 'a success'], 'success'],
  ])('%j are combined to %s, the newest of each context', async (set, state) => {
    const { call } = rehearse();
    const last: Record<string, string> = {};
    for (const [context = '', word = ''] of set.map((one) => one.split(' '))) {
      await call('POST /statuses/c0ffee', { context, state: word });
      last[context] = word;
    }
    await call('POST /statuses/feed', { context: 'elsewhere', state: 'error' });
    const { json } = await call('GET /commits/c0ffee/status');
    expect(json).toMatchObject({ state, total_count: Object.keys(last).length });
    const words = json.statuses.map((one: Record<string, string>) => [one.context, one.state]);
    expect(Object.fromEntries(words)).toEqual(last);
  });

  test.each([{ state: 'great' }, { state: 'success', description: 'x'.repeat(141) }])(
    'that GitHub would not take are refused (%#)',
    async (status) => {
      const { github, call } = rehearse();
      expect(await call('POST /statuses/c0ffee', status)).toMatchObject({ status: 422 });
      expect(github.statuses).toEqual([]);
    },
  );
});

test('issues are opened with a title, and numbered on', async () => {
  const { github, call } = rehearse();
  expect(await call('POST /issues', { title: 'Down', body: 'since noon' })).toMatchObject({ status: 201 });
  expect(await call('POST /issues', { body: 'nothing' })).toMatchObject({ status: 422 });
  expect(github.issues).toEqual([{ number: 8, title: 'Down', body: 'since noon' }]);
  expect(await call('POST /issues/8/comments', { body: 'still' })).toMatchObject({ status: 201 });
});

test('nobody gets in without the token', async () => {
  const { call } = rehearse();
  for (const authorization of ['', 'token other', 'ghs_rehearsal'])
    expect(await call('GET /issues/7/comments', undefined, { authorization })).toMatchObject({ status: 401 });
  const authorization = 'Bearer ghs_rehearsal';
  expect(await call('GET /issues/7/comments', undefined, { authorization })).toMatchObject({ status: 200 });
});

test('there is nothing but its one repository and the documented endpoints', async () => {
  const { github, call } = rehearse();
  github.addRun(1);
  const headers = { authorization: 'token ghs_rehearsal' };
  const other = { method: 'GET', path: '/repos/octo-org/other/actions/runs/1', headers, body: '' };
  expect(await github.handle(other)).toMatchObject({ status: 404 });
  for (const line of ['DELETE /actions/runs/1', 'GET /pulls/7', 'GET /'])
    expect(await call(line)).toMatchObject({ status: 404 });
});

test('things go wrong on demand, and the ledger has it all', async () => {
  const { github, call } = rehearse();
  const path = /^\/issues/;
  github.fail({ when: { method: 'POST', path }, times: 2, do: { kind: 'status', status: 403 } });
  const answers = [];
  for (let n = 0; n < 3; n += 1) answers.push((await call('POST /issues/7/comments', { body: 'x' })).status);
  expect(answers).toEqual([403, 403, 201]);
  expect(github.comments).toHaveLength(1);
  expect(github.ledger).toMatchObject([
    { method: 'POST', path: '/issues/7/comments', status: 403, body: { body: 'x' } },
    { status: 403 },
    { status: 201 },
  ]);
});

test('an answer that is lost does not mean that nothing was done', async () => {
  const { github, call } = rehearse();
  github.fail({ when: {}, do: { kind: 'status', status: 502, processed: true } });
  github.fail({ when: {}, do: { kind: 'reset', processed: false } });
  expect((await call('POST /issues/7/comments', { body: 'x' })).status).toBe(502);
  await expect(call('POST /issues/7/comments', { body: 'y' })).rejects.toThrow('reset');
  expect(github.comments).toMatchObject([{ body: 'x' }]);
});

test('stands behind real sockets', async () => {
  const { github } = rehearse({ basePath: '/api/v3' });
  for (let n = 0; n < 101; n += 1) github.addComment(7, `comment ${n}`);
  const { url, close } = await serve(github);
  try {
    const headers = { authorization: 'token ghs_rehearsal' };
    github.fail({ when: {}, do: { kind: 'hold', ms: 1 } });
    const first = await fetch(`${url}/repos/octo-org/web/issues/7/comments?per_page=100`, { headers });
    const [, next = ''] = /<(.*)>/.exec(first.headers.get('link') ?? '') ?? [];
    const second = (await (await fetch(next, { headers })).json()) as unknown[];
    expect(second).toMatchObject([{ body: 'comment 100' }]);
  } finally {
    await close();
  }
});
