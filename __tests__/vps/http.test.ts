import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import { Cancelled, TimedOut } from '../../src/errors.ts';
import { ApiError, UnreadableAnswer } from '../../src/vps/api-error.ts';
import { VpsError } from '../../src/vps/errors.ts';
import { NetworkError } from '../../src/vps/network-error.ts';
import { forAtMost } from '../../src/vps/reading.ts';
import { connected, failing, order, token } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { id, ids } from '../helpers/ids.ts';
import { epoch } from '../helpers/virtual-clock.ts';

const endingIn = (words: string) => new RegExp(`${words.replace(/[()]/g, '\\$&')}$`);

const passing: [string, Effect][] = [
  ...[408, 425, 429, 500, 502, 503, 504, 520].map((status): [string, Effect] => [
    String(status),
    { kind: 'status', status },
  ]),
  ['a reset', { kind: 'reset', processed: false }],
  ['no answer', { kind: 'hang', processed: false }],
  ["a proxy's page", { kind: 'html' }],
];

describe('a GET', () => {
  test.each([
    ...passing,
    ['half an answer', { kind: 'cutJson' }] as [string, Effect],
    ['a page with 200', { kind: 'html', status: 200 }] as [string, Effect],
    ['an answer of another shape', { kind: 'echo', of: () => ({ ok: true }) }] as [string, Effect],
  ])('is tried again after %s', async (_, effect) => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: {}, times: 2, do: effect });
    expect(await clock.run(vps.listServers())).toHaveLength(2);
    expect(moments()).toHaveLength(3);
  });

  test.each([400, 401, 403, 404])('is not tried again after %i', async (status) => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: {}, do: { kind: 'status', status } });
    const error = await errorOf(clock.run(vps.listServers()));
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({ status, fate: 'refused', passing: false, endpoint: 'GET /servers/' });
    expect(moments()).toEqual([0]);
  });

  test.each([
    [401, 'Unauthorized'],
    [403, 'error code: 1020'],
    [403, ''],
    [404, 'default backend - 404'],
    [302, ''],
  ])('is tried again after %i with "%s", for that is not the API’s word', async (status, body) => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: {}, do: { kind: 'status', status, body } });
    expect(await clock.run(vps.listServers())).toHaveLength(2);
    expect(moments()).toHaveLength(2);
  });

  test('is given 20 s from the first 404 in a row that is not the API’s, whatever came before', async () => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: {}, times: 6, do: { kind: 'status', status: 502 } });
    api.fail({ when: {}, times: 2, do: { kind: 'html', status: 404 } });
    expect(await clock.run(vps.listServers())).toHaveLength(2);
    const pauses = moments().map((at, index, all) => at - (all[index - 1] ?? -1));
    expect(Math.min(...pauses)).toBeGreaterThan(0);
  });

  test('pauses 0.5 s, doubling to 10 s', async () => {
    const { api, clock, vps, moments, log } = connected();
    api.fail({ when: {}, times: 8, do: { kind: 'status', status: 503 } });
    await clock.run(vps.listServers());
    expect(moments()).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500, 25_500, 35_500, 45_500]);
    expect(log.lines).toContain(
      'VPS.org answered 503 to GET /servers/: Service Unavailable. Trying again in 500 ms.',
    );
  });

  test.each([
    [0, [0, 400, 1_200]],
    [0.999_999, [0, 600, 1_800]],
  ])('pauses a fifth less or more, as the dice fall: %d', async (throwOfDice, expected) => {
    const { api, clock, vps, moments } = connected({ random: () => throwOfDice });
    api.fail({ when: {}, times: 2, do: { kind: 'status', status: 503 } });
    await clock.run(vps.listServers());
    expect(moments().map(Math.round)).toEqual(expected);
  });

  test('is given up before the deadline', async () => {
    const { api, clock, vps, moments } = connected({ deadline: 20_000 });
    api.fail({ when: {}, times: 99, do: { kind: 'status', status: 503 } });
    expect(await errorOf(clock.run(vps.listServers()))).toMatchObject({ status: 503, passing: true });
    expect(moments()).toEqual([0, 500, 1_500, 3_500, 7_500, 15_500]);
  });

  test('is given up when patience ends', async () => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: {}, times: 99, do: { kind: 'status', status: 503 } });
    expect(await errorOf(clock.run(vps.listServers(forAtMost(5_000))))).toBeInstanceOf(ApiError);
    expect(moments()).toEqual([0, 500, 1_500, 3_500]);
  });

  test('is not sent after the deadline', async () => {
    const { asked, vps } = connected({ deadline: 0 });
    const error = await errorOf(vps.listServers());
    expect(error).toBeInstanceOf(TimedOut);
    expect(error).toMatchObject({ message: expect.stringContaining('timeout_minutes') });
    expect(asked).toEqual([]);
  });

  test('gets 30 s, or what is left until the deadline', async () => {
    const { api, clock, vps, moments } = connected({ deadline: 40_000 });
    api.fail({ when: {}, times: 9, do: { kind: 'hang', processed: false } });
    const error = await errorOf(clock.run(vps.listServers()));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error).toMatchObject({ code: 'ETIMEDOUT', fate: 'unknown' });
    expect(moments()).toEqual([0, 30_500]);
    expect(clock.now()).toBe(40_000);
  });
});

describe('Retry-After', () => {
  const answered = (value: string): Effect => ({
    kind: 'status',
    status: 429,
    headers: { 'retry-after': value },
  });

  test.each([
    ['7', 7_000],
    [' 7 ', 7_000],
    ['0', 500],
    [new Date(epoch + 90_000).toUTCString(), 90_000],
    [new Date(epoch - 90_000).toUTCString(), 500],
    ['soon', 500],
    ['-5', 500],
  ])('%s', async (value, pause) => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: {}, do: answered(value) });
    await clock.run(vps.listServers());
    expect(moments()).toEqual([0, pause]);
  });

  test("a date is compared with the API's own clock", async () => {
    const { api, clock, vps, moments } = connected({ api: { clockSkewMs: 3_600_000 } });
    api.fail({ when: {}, do: answered(new Date(epoch + 3_600_000 + 20_000).toUTCString()) });
    await clock.run(vps.listServers());
    expect(moments()).toEqual([0, 20_000]);
  });

  test('is obeyed beyond the patience of a read, but not beyond the deadline', async () => {
    const { api, clock, vps, moments } = connected({ deadline: 100_000 });
    api.fail({ when: {}, do: answered('60') });
    api.fail({ when: {}, do: answered('60') });
    const error = await errorOf(clock.run(vps.listServers(forAtMost(5_000))));
    expect(error).toMatchObject({ status: 429, retryAfterMs: 60_000 });
    expect(moments()).toEqual([0, 60_000]);
  });
});

test('an API that always asks for a second more is not followed beyond the patience of a read', async () => {
  const { api, clock, vps, moments } = connected({ deadline: 1_000_000 });
  api.fail({
    when: {},
    times: Infinity,
    do: { kind: 'status', status: 429, headers: { 'retry-after': '1' } },
  });
  expect(await errorOf(clock.run(vps.listServers(forAtMost(5_000))))).toMatchObject({ status: 429 });
  expect(moments().at(-1)).toBeLessThanOrEqual(10_000);
});

describe('a POST', () => {
  test.each([...passing, ['a page with 200', { kind: 'html', status: 200 }] as [string, Effect]])(
    'is never repeated, not after %s',
    async (what, effect) => {
      const { api, clock, vps, lines } = connected();
      api.fail({ when: {}, times: 9, do: effect });
      const error = await errorOf(clock.run(vps.createSnapshot(order)));
      expect(error).toBeInstanceOf(VpsError);
      const fate = what === '425' || what === '429' ? 'refused' : 'unknown';
      expect(error).toMatchObject({ fate, passing: true, endpoint: 'POST /snapshots/' });
      expect(lines()).toHaveLength(1);
    },
  );

  test.each<[string, string]>([
    ['half an answer', '{"id": 801, "na'],
    ['nothing', ''],
    ['a text', 'Snapshot is being created.'],
    ['no id', '{"message":"Snapshot initiated."}'],
  ])('that is answered 2xx with %s was accepted, and is never repeated', async (_, body) => {
    const { api, clock, vps, lines } = connected();
    api.fail({ when: {}, do: { kind: 'status', status: 201, body, processed: true } });
    expect(await clock.run(vps.createSnapshot(order))).toBeUndefined();
    expect(lines()).toEqual(['POST /snapshots/ 201']);
  });

  test('that surely never left says so', async () => {
    for (const code of ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']) {
      const { asked, clock, vps } = connected({ fetch: failing(code) });
      expect(await errorOf(clock.run(vps.createSnapshot(order)))).toMatchObject({ fate: 'not_sent', code });
      expect(asked).toHaveLength(1);
    }
  });
});

describe('a DELETE', () => {
  test.each(passing)('is tried again after %s', async (_, effect) => {
    const { api, clock, vps, lines } = connected();
    const made = id(api.addSnapshot({ server: 12345 }));
    api.fail({ when: {}, times: 2, do: effect });
    expect(await clock.run(vps.deleteSnapshot(made))).toBe('deleted');
    expect(lines()).toHaveLength(3);
  });

  test.each<Effect>([
    { kind: 'status', status: 502, processed: true },
    { kind: 'reset', processed: true },
    { kind: 'hang', processed: true },
  ])('that was carried out before its answer was lost is no surprise: %o', async (effect) => {
    const { api, clock, vps, lines } = connected();
    const made = id(api.addSnapshot({ server: 12345 }));
    api.fail({ when: {}, do: effect });
    expect(await clock.run(vps.deleteSnapshot(made))).toBe('deleted');
    expect(lines().at(-1)).toBe(`DELETE /snapshots/${made}/ 404`);
  });

  test('that never left before and is answered 404 was not carried out by us', async () => {
    let times = 0;
    const { clock, vps } = connected({
      fetch: (...call) =>
        ++times === 1
          ? failing('ECONNREFUSED')(...call)
          : Promise.resolve(new Response('{}', { status: 404 })),
    });
    expect(await clock.run(vps.deleteSnapshot(id(801)))).toBe('absent');
    expect(times).toBe(2);
  });
});

describe('a certificate that is not accepted', () => {
  test.each(['SELF_SIGNED_CERT_IN_CHAIN', 'CERT_HAS_EXPIRED', 'ERR_TLS_CERT_ALTNAME_INVALID'])(
    '%s is the end at once',
    async (code) => {
      const { asked, clock, vps } = connected({ fetch: failing(code) });
      const error = await errorOf(clock.run(vps.listServers()));
      expect(error).toMatchObject({ fate: 'not_sent', passing: false, code });
      expect(asked).toHaveLength(1);
    },
  );
});

describe('where the reason of a failed fetch hides', () => {
  const coded = (code: string) => Object.assign(new Error('x'), { code });

  test.each<[string, unknown]>([
    ['ECONNRESET', coded('ECONNRESET')],
    ['ECONNRESET', new TypeError('fetch failed', { cause: coded('ECONNRESET') })],
    ['EPIPE', new TypeError('a', { cause: new Error('b', { cause: coded('EPIPE') }) })],
    ['ENETUNREACH', new TypeError('a', { cause: new AggregateError([coded('ENETUNREACH'), coded('Z')]) })],
    [
      'the proxy answered 502',
      new TypeError('a', {
        cause: Object.assign(new Error('Proxy response (502) !== 200 when HTTP Tunneling'), { code: 'X' }),
      }),
    ],
    ['TypeError', new TypeError('Invalid URL')],
    ['unknown', 'a text'],
  ])('%s', async (code, thrown) => {
    const { clock, vps } = connected({ fetch: () => Promise.reject(thrown) });
    expect(await errorOf(clock.run(vps.createSnapshot(order)))).toMatchObject({ code });
  });
});

test('a proxy that wants a login lets nothing through, and the reader is told how to log in', async () => {
  const cause = Object.assign(new Error('Proxy response (407) !== 200 when HTTP Tunneling'), {
    code: 'UND_ERR_ABORTED',
  });
  const { clock, vps } = connected({ fetch: () => Promise.reject(new TypeError('fetch failed', { cause })) });
  expect(await errorOf(clock.run(vps.createSnapshot(order)))).toMatchObject({
    fate: 'not_sent',
    title: 'The proxy refused',
    message: 'No answer from VPS.org to POST /snapshots/ (the proxy answered 407)',
    next: expect.stringContaining('HTTPS_PROXY=http://user:password@host:port'),
  });
});

test.each([
  [{ detail: 'Conflict: the server is busy.' }, true],
  [{ detail: 'Another operation has reached the concurrency limit, try later.' }, true],
  [{ label: ['Taken.'] }, false],
  [{ detail: 'Maximum 5 snapshots per server' }, false],
  [{ detail: 'Snapshot limit reached.' }, false],
])('a 409 to a create with %j is for now only: %s', async (json, isNotNow) => {
  const { api, clock, vps } = connected();
  api.fail({ when: {}, do: { kind: 'status', status: 409, json } });
  expect(await errorOf(clock.run(vps.createSnapshot(order)))).toMatchObject({ isNotNow });
});

describe('what is sent', () => {
  test('has the token, the agent, and JSON only where there is a body', async () => {
    const { asked, clock, vps } = connected();
    await clock.run(vps.listServers());
    await clock.run(vps.createSnapshot(order));
    for (const { headers, redirect } of asked) {
      expect(Object.fromEntries(headers)).toMatchObject({
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': 'vps-snapshot-action/1.0.0 (acme/shop; run 4711)',
      });
      expect(redirect).toBe('manual');
    }
    expect(await asked[0]?.text()).toBe('');
    expect(await asked[1]?.json()).toEqual({ server_id: 12345, name: 'pre', description: order.description });
  });

  test('is at most eight at a time', async () => {
    let [inside, most] = [0, 0];
    const { clock, vps, asked } = connected({
      fetch: async () => {
        most = Math.max(most, ++inside);
        await clock.sleep(100);
        inside -= 1;
        return new Response(null, { status: 204 });
      },
    });
    const thirty = ids(...Array.from({ length: 30 }, (_, index) => index + 1));
    await clock.run(Promise.all(thirty.map((id) => vps.deleteSnapshot(id))));
    expect([most, asked.length]).toEqual([8, 30]);
  });

  test('is told in the debug log, without the token', async () => {
    const { api, clock, vps, log } = connected();
    api.fail({ when: {}, do: { kind: 'reset', processed: false } });
    await clock.run(vps.listServers());
    expect(log.lines).toEqual([
      'debug GET /servers/ → no answer in 0 ms',
      'No answer from VPS.org to GET /servers/ (ECONNRESET). Trying again in 500 ms.',
      'debug GET /servers/ → 200 in 0 ms',
      'debug This account’s API shows ids as integers.',
    ]);
  });
});

describe('redirects', () => {
  test.each([
    [
      'https://evil.example.com/api/v1/servers/',
      'a redirect to evil.example.com',
      /Redirects are not followed/,
    ],
    ['/elsewhere', 'a redirect to another path', /Redirects are not followed/],
    ['/login', 'a redirect to a login page', /That is a login page.*Check api_url/],
    [
      'https://sso.example.com/sign-in',
      'a redirect to sso.example.com, a login page',
      /That is a login page/,
    ],
  ])('to %s are not followed, and the token stays', async (to, words, next) => {
    const { api, asked, clock, vps } = connected();
    api.fail({ when: {}, do: { kind: 'redirect', to } });
    const error = await errorOf(clock.run(vps.listServers(forAtMost(0))));
    expect(error).toMatchObject({
      status: 302,
      fate: 'unknown',
      message: expect.stringContaining(words),
      next: expect.stringMatching(next),
    });
    expect(asked.map(({ url }) => url)).toEqual(['https://admin.vps.org/api/v1/servers/']);
  });

  test('without a place are only a status', async () => {
    const { clock, vps } = connected({ fetch: async () => new Response(null, { status: 304 }) });
    expect(await errorOf(clock.run(vps.listServers(forAtMost(0))))).toMatchObject({
      message: 'VPS.org answered 304 to GET /servers/ (an empty body)',
    });
  });
});

describe('error bodies', () => {
  test.each([
    ['detail', 'Server does not exist'],
    ['message', 'Server does not exist'],
    ['error', 'Server does not exist'],
    ['fields', 'server_id: Server does not exist'],
    ['html', '404 Not Found (a web page)'],
    ['empty', ''],
  ] as const)('as %s', async (errorBody, words) => {
    const { clock, vps } = connected({ api: { errorBody } });
    const error = await errorOf(clock.run(vps.createSnapshot({ ...order, serverId: id(99) })));
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toContain(
      `VPS.org answered 404 to POST /snapshots/${words ? ': ' : ''}`,
    );
    if (errorBody !== 'fields') expect((error as ApiError).message).toMatch(endingIn(words));
  });

  const echo = 'x'.repeat(190);
  test.each([
    ['in the words', JSON.stringify({ detail: `Bad header "Bearer ${token}"` })],
    ['where the words are cut', JSON.stringify({ detail: `${echo}${token}` })],
    ['in a field', JSON.stringify({ [token]: [token] })],
    ['in a page', `<title>Bearer ${token}</title>`],
    ['in a plain text', `${token}`],
  ])('never tell the token, even when the API echoes it %s', async (_, body) => {
    for (const status of [400, 200]) {
      const { api, clock, vps, log } = connected();
      api.fail({ when: {}, times: 9, do: { kind: 'status', status, body } });
      const error = await errorOf(clock.run(vps.listServers(forAtMost(1))));
      const { message, next } = error as VpsError;
      expect([message, next, ...log.lines].join('\n')).not.toMatch(/token-f/);
    }
  });

  test('an echo in a place to be redirected to is not told either', async () => {
    const { api, clock, vps } = connected();
    api.fail({ when: {}, do: { kind: 'redirect', to: `https://${token}.example.com/` } });
    expect(await errorOf(clock.run(vps.listServers(forAtMost(0))))).toMatchObject({
      message: expect.stringContaining('a redirect to ***.example.com'),
    });
  });

  test('a success that cannot be read says what came', async () => {
    for (const [body, problem] of [
      ['', 'an empty body'],
      ['{"results":[{"name":"web-1"}]}', 'a server without an id'],
      ['<title>Welcome</title>', 'a web page (Welcome)'],
    ] as const) {
      const { api, clock, vps } = connected();
      api.fail({ when: {}, times: 9, do: { kind: 'status', status: 200, body } });
      const error = await errorOf(clock.run(vps.listServers(forAtMost(1))));
      expect(error).toBeInstanceOf(UnreadableAnswer);
      expect(error).toMatchObject({
        fate: 'unknown',
        message: expect.stringMatching(endingIn(`: ${problem}`)),
      });
    }
  });
});

describe('the signal', () => {
  test('ends a pause at once', async () => {
    const { api, clock, vps, cancelAt } = connected();
    api.fail({ when: {}, times: 9, do: { kind: 'status', status: 503 } });
    cancelAt(5_000);
    expect(await errorOf(clock.run(vps.listServers()))).toBeInstanceOf(Cancelled);
    expect(clock.now()).toBe(5_000);
  });

  test.each(['GET', 'DELETE'])('ends a %s in flight at once', async (method) => {
    const { api, clock, vps, cancelAt } = connected();
    api.fail({ when: { method }, do: { kind: 'hang', processed: true } });
    cancelAt(5_000);
    const call: Promise<unknown> = method === 'GET' ? vps.listServers() : vps.deleteSnapshot(id(801));
    expect(await errorOf(clock.run(call))).toBeInstanceOf(Cancelled);
    expect(clock.now()).toBe(5_000);
  });

  test('is what a GET ends with, even when there is no time to try again', async () => {
    const { api, clock, vps, cancelAt } = connected();
    api.fail({ when: {}, do: { kind: 'hang', processed: false } });
    cancelAt(5_000);
    expect(await errorOf(clock.run(vps.listServers(forAtMost(1))))).toBeInstanceOf(Cancelled);
  });

  test('leaves a POST in flight 1.5 s for its answer', async () => {
    const { api, clock, vps, cancelAt } = connected();
    api.fail({ when: {}, do: { kind: 'hold', ms: 6_400 } });
    cancelAt(5_000);
    expect(await clock.run(vps.createSnapshot(order))).toMatchObject({ id: id(801) });
    expect(clock.now()).toBe(6_400);
  });

  test('ends a POST after that, with its fate unknown', async () => {
    const { api, clock, vps, cancelAt } = connected();
    api.fail({ when: {}, do: { kind: 'hang', processed: true } });
    cancelAt(5_000);
    expect(await errorOf(clock.run(vps.createSnapshot(order)))).toMatchObject({ fate: 'unknown' });
    expect(clock.now()).toBe(6_500);
  });

  test('leaves nothing to be sent', async () => {
    const { asked, clock, vps, cancelAt } = connected();
    cancelAt(0);
    await clock.advance(1);
    for (const call of [vps.listServers(), vps.createSnapshot(order), vps.deleteSnapshot(id(801))])
      expect(await errorOf(call)).toBeInstanceOf(Cancelled);
    expect(asked).toEqual([]);
  });

  test('keeps nothing asleep when the POST was answered before', async () => {
    const { clock, vps, cancelAt } = connected();
    await clock.run(vps.createSnapshot(order));
    const before = clock.sleeps.length;
    cancelAt(10);
    await clock.advance(20);
    expect(clock.sleeps).toHaveLength(before);
  });
});

describe('the time', () => {
  test("is the machine's until the API has told its own, and goes on from there", async () => {
    const { clock, vps } = connected({ api: { clockSkewMs: 90_000 } });
    await clock.advance(1_500);
    expect(vps.now()).toBe(epoch + 1_500);
    await clock.run(vps.listServers());
    await clock.advance(10_000);
    expect(vps.now()).toBe(epoch + 90_000 + 1_000 + 10_000);
  });

  test("stays the machine's when the API has no Date header", async () => {
    const { clock, vps } = connected({ api: { dateHeader: false, clockSkewMs: 90_000 } });
    await clock.run(vps.listServers());
    expect(vps.now()).toBe(epoch);
  });
});

test('a list that is nested as deep as no list is told as something else', async () => {
  const { api, clock, vps } = connected({ deadline: 1_000 });
  api.fail({
    when: {},
    times: 9,
    do: { kind: 'status', status: 200, body: '['.repeat(90_000) + ']'.repeat(90_000) },
  });
  expect(await errorOf(clock.run(vps.listServers()))).toMatchObject({
    message: expect.stringContaining('VPS.org answered GET /servers/ with something else than documented: '),
  });
});
