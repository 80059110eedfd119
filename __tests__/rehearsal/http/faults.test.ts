import { describe, expect, test } from 'vitest';
import type { Effect, Fault } from '../../../rehearsal/api/api.ts';
import type { Page, Processed } from '../../../rehearsal/http/faults.ts';
import { rehearse, start } from '../api/calls.ts';

const unavailable: Effect = { kind: 'status', status: 503 };

describe('which requests', () => {
  const lines = [
    'GET /servers/',
    'GET /snapshots/',
    'GET /snapshots/',
    'DELETE /snapshots/801/',
    'GET /snapshots/',
  ];

  test.each<[string, Omit<Fault, 'do'>, number[]]>([
    ['the next one', { when: {} }, [503, 200, 200, 204, 200]],
    ['all', { when: {}, times: Number.POSITIVE_INFINITY }, [503, 503, 503, 503, 503]],
    ['a method', { when: { method: 'DELETE' } }, [200, 200, 200, 503, 200]],
    ['a path', { when: { path: '/snapshots/' }, times: 2 }, [200, 503, 503, 204, 200]],
    ['a pattern', { when: { path: /^\/snapshots\/\d/ } }, [200, 200, 200, 503, 200]],
    ['a global pattern', { when: { path: /^\/snap/g }, times: 2 }, [200, 503, 503, 204, 200]],
    ['a later one', { when: { method: 'GET', path: '/snapshots/' }, after: 2 }, [200, 200, 200, 204, 503]],
    ['some later ones', { when: { method: 'GET' }, after: 1, times: 2 }, [200, 503, 503, 204, 200]],
    ['none', { when: { path: '/snapshots' } }, [200, 200, 200, 204, 200]],
  ])('%s', async (_, fault, expected) => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345 });
    api.fail({ ...fault, do: unavailable });
    for (const line of lines) await call(line);
    expect(api.ledger.map(({ status }) => status)).toEqual(expected);
  });

  test('a query', async () => {
    const { api, call } = rehearse({ pageSize: 2 });
    for (let count = 0; count < 5; count += 1) api.addSnapshot({ server: 12345 });
    api.fail({ when: { path: '/snapshots/', query: /\bpage=3\b/ }, do: unavailable });
    for (const page of [1, 2, 3, 3]) await call(`GET /snapshots/?page=${page}`);
    expect(api.ledger.map(({ status }) => status)).toEqual([200, 200, 503, 200]);
  });

  test('several faults come one after the other', async () => {
    const { api, call } = rehearse();
    for (const status of [500, 502, 429]) api.fail({ when: {}, do: { kind: 'status', status } });
    for (let count = 0; count < 4; count += 1) await call('GET /snapshots/');
    expect(api.ledger.map(({ status }) => status)).toEqual([500, 502, 429, 200]);
  });
});

describe('whether the request is carried out', () => {
  test.each<[Effect, boolean]>([
    [{ kind: 'status', status: 500 }, false],
    [{ kind: 'status', status: 500, processed: true }, true],
    [{ kind: 'reset', processed: false }, false],
    [{ kind: 'reset', processed: true }, true],
    [{ kind: 'hang', processed: false }, false],
    [{ kind: 'hang', processed: true }, true],
    [{ kind: 'html' }, false],
    [{ kind: 'html', processed: true }, true],
    [{ kind: 'cutJson' }, true],
    [{ kind: 'cutJson', processed: true }, true],
    [{ kind: 'cutJson', processed: false }, false],
    [{ kind: 'redirect', to: '/' }, false],
    [{ kind: 'echo', of: () => ({}) }, true],
    [{ kind: 'hold', ms: 1 }, true],
  ])('%o: %s', async (effect, processed) => {
    const { api, handled } = rehearse();
    api.fail({ when: {}, do: effect });
    await handled('POST /snapshots/', { body: { server_id: 12345, name: 'a' } }, async () => {});
    expect(api.snapshots()).toHaveLength(processed ? 1 : 0);
  });

  const kinds: ((processed: Processed) => Effect)[] = [
    (processed) => ({ kind: 'status', status: 502, processed }),
    (processed) => ({ kind: 'reset', processed }),
    (processed) => ({ kind: 'hang', processed }),
    (processed) => ({ kind: 'html', processed }),
    (processed) => ({ kind: 'cutJson', processed }),
    (processed) => ({ kind: 'echo', of: (answer) => answer, processed }),
  ];

  test.each(kinds)('twice: %o', async (effect) => {
    const { api, handled } = rehearse();
    api.fail({ when: {}, do: effect('twice') });
    await handled('POST /snapshots/', { body: { server_id: 12345, name: 'a' } });
    expect(api.snapshots()).toMatchObject([
      { id: 802, name: 'a' },
      { id: 801, name: 'a' },
    ]);
    expect(api.ledger).toHaveLength(1);
  });

  test.each(kinds)('late: %o', async (effect) => {
    const { api, handled, pass } = rehearse();
    api.fail({ when: {}, do: effect({ afterMs: 30_000 }) });
    await handled('POST /snapshots/', { body: { server_id: 12345, name: 'a' } });
    pass(29_999);
    expect(api.snapshots()).toEqual([]);
    pass(10_001);
    expect(api.snapshots()).toMatchObject([{ id: 801, created_at: '2025-01-15T18:30:30Z' }]);
    expect(api.ledger).toHaveLength(1);
  });

  test('late, and refused then', async () => {
    const { api, handled, create, pass } = rehearse({ limit: 1 });
    api.fail({ when: {}, do: { kind: 'reset', processed: { afterMs: 1_000 } } });
    await handled('POST /snapshots/', { body: { server_id: 12345, name: 'late' } });
    await create('quick');
    pass(1_000);
    expect(api.snapshots()).toMatchObject([{ name: 'quick' }]);
  });
});

describe('what comes back', () => {
  test('a status, with the usual body and the headers given', async () => {
    const { api, call } = rehearse();
    api.fail({ when: {}, do: { kind: 'status', status: 429, headers: { 'retry-after': '7' } } });
    expect(await call('GET /snapshots/')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '7', 'content-type': 'application/json', date: expect.any(String) },
      json: { detail: 'Too Many Requests' },
    });
  });

  test('a status with a body of its own', async () => {
    const { api, call } = rehearse();
    api.fail({ when: {}, do: { kind: 'status', status: 500, body: 'oops' } });
    expect(await call('GET /snapshots/')).toMatchObject({ status: 500, body: 'oops' });
  });

  test('a status with JSON of its own', async () => {
    const { api, call } = rehearse();
    const json = { errors: { server_id: ['is gone'] } };
    api.fail({ when: {}, do: { kind: 'status', status: 409, json } });
    expect(await call('GET /snapshots/')).toMatchObject({
      status: 409,
      headers: { 'content-type': 'application/json' },
      json,
    });
  });

  test('JSON that is not said to be JSON', async () => {
    const { api, call } = rehearse();
    const headers = { 'content-type': 'text/plain' };
    api.fail({ when: {}, do: { kind: 'status', status: 200, json: [], headers } });
    expect(await call('GET /snapshots/')).toMatchObject({ status: 200, headers, body: '[]' });
  });

  test.each(['reset', 'hang'] as const)('%s', async (kind) => {
    const { api, handled } = rehearse();
    api.fail({ when: {}, do: { kind, processed: false } });
    expect(await handled('GET /snapshots/')).toBe(kind);
  });

  test.each([
    [undefined, 502, 'Bad Gateway'],
    [200, 200, 'OK'],
  ])('a page of HTML with status %s', async (given, status, title) => {
    const { api, call } = rehearse();
    api.fail({ when: {}, do: { kind: 'html', ...(given && { status: given }) } });
    const answer = await call('GET /snapshots/');
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'text/html' } });
    expect(answer.body).toContain(`<h1>${status} ${title}</h1>`);
  });

  test.each<[Page, number | undefined, number, string]>([
    ['login', undefined, 200, 'type="password"'],
    ['login', 401, 401, '<title>Log in | VPS</title>'],
    ['botCheck', undefined, 403, 'Just a moment...'],
    ['botCheck', 503, 503, 'Just a moment...'],
    ['proxy', 504, 504, '<h1>504 Gateway Timeout</h1>'],
  ])('a page for people: %s %s', async (page, given, status, text) => {
    const { api, call } = rehearse();
    api.fail({ when: {}, do: { kind: 'html', page, ...(given && { status: given }) } });
    const answer = await call('GET /snapshots/');
    expect(answer).toMatchObject({ status, headers: { 'content-type': 'text/html' } });
    expect(answer.body).toContain(text);
  });

  test('what was true a while ago', async () => {
    const { api, call, pass } = rehearse();
    api.startRestore(12345);
    pass(1_000);
    api.fail({ when: {}, do: { kind: 'stale', ms: 1_001 } });
    expect((await call('GET /servers/')).json.results).toMatchObject([{ status: 'active' }]);
    expect((await call('GET /servers/')).json.results).toMatchObject([{ status: 'restoring' }]);
  });

  test('half of the true answer', async () => {
    const { api, create } = rehearse();
    api.fail({ when: {}, do: { kind: 'cutJson', processed: false } });
    const half = await create();
    const whole = await create();
    expect(half.status).toBe(201);
    expect(half.json).toBeUndefined();
    expect(half.body).toHaveLength(Math.floor(whole.body.length / 2));
    expect(whole.body.startsWith(half.body)).toBe(true);
  });

  test.each([
    [undefined, 302],
    [307, 307],
  ])('a redirect with status %s', async (given, status) => {
    const { api, call } = rehearse();
    api.fail({
      when: {},
      do: { kind: 'redirect', to: 'https://evil.example/', ...(given && { status: given }) },
    });
    const answer = await call('GET /snapshots/');
    expect(answer).toMatchObject({ status, headers: { location: 'https://evil.example/' }, body: '' });
  });

  test('the true answer, altered', async () => {
    const { api, create, call } = rehearse();
    api.fail({
      when: { method: 'POST' },
      do: { kind: 'echo', of: (answer) => ({ ...(answer as object), id: '801' }) },
    });
    api.fail({ when: { method: 'DELETE' }, do: { kind: 'echo', of: (answer) => [answer ?? 'nothing'] } });
    expect(await create('mine')).toMatchObject({ status: 201, json: { id: '801', name: 'mine' } });
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 204, json: ['nothing'] });
  });

  test('the true answer, later', async () => {
    const { api, handled, pass } = rehearse();
    api.fail({ when: {}, do: { kind: 'hold', ms: 90_000 } });
    const slept: number[] = [];
    const answer = await handled('GET /snapshots/', {}, async (ms) => {
      slept.push(ms);
      pass(ms);
    });
    expect(slept).toEqual([90_000]);
    expect(answer).toMatchObject({ status: 200, headers: { date: new Date(start + 90_000).toUTCString() } });
    expect(api.ledger).toMatchObject([{ at: start, status: 200 }]);
  });

  test('an answer cannot be held back without a sleep', async () => {
    const { api, handled } = rehearse();
    api.fail({ when: {}, do: { kind: 'hold', ms: 1 } });
    await expect(handled('GET /snapshots/')).rejects.toThrow('no sleep');
  });
});
