import { createServer } from 'node:http';
import { describe, expect, test } from 'vitest';
import { systemClock } from '../../src/runner/clock.ts';
import { probe } from '../../src/waiting/probe.ts';
import { flood, mega, started } from '../helpers/network.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

type Fetch = typeof globalThis.fetch;

function probing(fetch: Fetch, withinMs = 3_600_000) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const { signal } = stop;
  return {
    clock,
    stop,
    answer: () =>
      clock.run(
        probe('https://web.example.com/up', { fetch, clock, signal, deadline: clock.now() + withinMs }),
      ),
  };
}

const hanging: Fetch = (_, init) =>
  new Promise((_resolve, reject) =>
    init?.signal?.addEventListener('abort', () => reject(init.signal?.reason)),
  );

describe('redirects', () => {
  /** Answers by path; a text is where a path redirects to. */
  const site = (paths: Record<string, number | string>, asked: string[] = []): Fetch => {
    return async (input) => {
      const url = new URL(String(input));
      asked.push(url.href);
      const answer = paths[url.pathname] ?? 404;
      return typeof answer === 'number'
        ? new Response(null, { status: answer })
        : new Response(null, { status: 301, headers: { location: answer } });
    };
  };

  test.each<[string, Record<string, number | string>, boolean, string]>([
    ['of the same origin are followed', { '/up': '/up/', '/up/': 200 }, true, '200'],
    ['of the same origin, in full', { '/up': 'https://web.example.com/ready', '/ready': 204 }, true, '204'],
    ['one after another', { '/up': '/a', '/a': '/b', '/b': 503 }, false, '503'],
    [
      'to another host are not',
      { '/up': 'https://login.example.com/up' },
      false,
      '301, a redirect to login.example.com',
    ],
    [
      'to another scheme are not',
      { '/up': 'http://web.example.com/up' },
      false,
      '301, a redirect to web.example.com',
    ],
    [
      'to another port are not',
      { '/up': 'https://web.example.com:8443/' },
      false,
      '301, a redirect to web.example.com:8443',
    ],
    ['to no host are not', { '/up': 'mailto:ops@example.com' }, false, '301, a redirect to nowhere'],
    ['to nothing that is an address are not', { '/up': 'https://:' }, false, '301, a redirect to nowhere'],
    [
      'by way of the same origin to another host are not',
      { '/up': '/a', '/a': 'https://x.example.com/' },
      false,
      '301, a redirect to x.example.com',
    ],
    ['to nowhere', { '/up': 'https://[' }, false, '301, a redirect to nowhere'],
    ['in a circle', { '/up': '/up' }, false, 'one redirect after another'],
  ])('%s', async (_, paths, ok, words) => {
    const asked: string[] = [];
    const { answer } = probing(site(paths, asked));
    expect(await answer()).toEqual({ ok, words });
    for (const url of asked) expect(new URL(url).origin).toBe('https://web.example.com');
    expect(asked.length).toBeLessThanOrEqual(6);
  });
});

test.each<[string, unknown, string]>([
  ['ENOTFOUND', { code: 'ENOTFOUND' }, 'no such host (ENOTFOUND)'],
  ['ECONNREFUSED', { code: 'ECONNREFUSED' }, 'the connection was refused (ECONNREFUSED)'],
  ['ECONNRESET', { code: 'ECONNRESET' }, 'the connection was cut (ECONNRESET)'],
  ['EPIPE', { code: 'EPIPE' }, 'no answer (EPIPE)'],
  [
    'a certificate of its own',
    { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    'its certificate was not accepted, for nobody here knows its issuer (DEPTH_ZERO_SELF_SIGNED_CERT). Behind a proxy',
  ],
  [
    'several addresses',
    { errors: [Object.assign(new Error('x'), { code: 'ECONNREFUSED' })] },
    'the connection was refused (ECONNREFUSED)',
  ],
])('what no answer means: %s', async (_, reason, words) => {
  const cause = Object.assign(new Error('x'), reason);
  const { answer } = probing(() => Promise.reject(new TypeError('fetch failed', { cause })));
  const probed = await answer();
  expect(probed.ok).toBe(false);
  expect(probed.words).toContain(words);
});

describe('knocking', () => {
  test.each([
    [200, true],
    [204, true],
    [299, true],
    [301, false],
    [404, false],
    [503, false],
  ])('%i is %s', async (status, expected) => {
    const { answer } = probing(async () => new Response(null, { status }));
    expect(await answer()).toEqual({ ok: expected, words: String(status) });
  });

  test('sends no token', async () => {
    const calls: Parameters<Fetch>[] = [];
    const { answer } = probing(async (...call) => {
      calls.push(call);
      return new Response('a body that is not read');
    });
    expect(await answer()).toEqual({ ok: true, words: '200' });
    expect(calls).toEqual([
      ['https://web.example.com/up', { redirect: 'manual', signal: expect.any(AbortSignal) }],
    ]);
  });

  test('no connection is a no', async () => {
    expect(await probing(() => Promise.reject(new TypeError('fetch failed'))).answer()).toEqual({
      ok: false,
      words: 'no answer',
    });
  });

  test('no answer within 10 s is a no', async () => {
    const { clock, answer } = probing(hanging);
    expect(await answer()).toEqual({ ok: false, words: 'no answer (ETIMEDOUT)' });
    expect(clock.now()).toBe(10_000);
  });

  test('the signal ends it at once', async () => {
    const { clock, stop, answer } = probing(hanging);
    clock.at(3_000, () => stop.abort(new Error('stopped')));
    await expect(answer()).rejects.toThrow('stopped');
    expect(clock.now()).toBe(3_000);
  });
});

describe('an answer that does not end', () => {
  test.each([
    [200, { ok: true, words: '200' }],
    [503, { ok: false, words: '503' }],
    [302, { ok: false, words: 'one redirect after another' }],
  ])('with %i is not read', async (status, expected) => {
    const sent: { written: number }[] = [];
    const server = createServer((_, response) => {
      response.on('error', () => {});
      response.writeHead(status, { location: '/up' });
      sent.push(flood(response));
    });
    const url = `http://127.0.0.1:${await started(server)}/up`;
    const [clock, { signal }] = [systemClock, new AbortController()];
    const { fetch } = globalThis;
    expect(await probe(url, { fetch, clock, signal, deadline: clock.now() + 60_000 })).toEqual(expected);
    for (const { written } of sent) expect(written).toBeLessThan(40 * mega);
    expect(sent).toHaveLength(status === 302 ? 6 : 1);
  });
});

test('does not knock beyond the deadline of the step', async () => {
  const { clock, answer } = probing(hanging, 2_000);
  expect(await answer()).toEqual({ ok: false, words: 'no answer (ETIMEDOUT)' });
  expect(clock.now()).toBe(2_000);
});
