import { describe, expect, test } from 'vitest';
import { Session } from '../../conformance/ask.ts';
import { rehearse, rehearsed } from '../../conformance/rehearsals.ts';
import type { Api, Effect } from '../../rehearsal/api/api.ts';
import { minute } from './interviewed.ts';

function connected(given: (api: Api) => void = () => {}) {
  const { api, fetch, clock } = rehearse({});
  given(api);
  const said: string[] = [];
  const { signal } = new AbortController();
  const say = (line: string) => void said.push(line);
  const session = new Session({ ...rehearsed, fetch, clock, signal, say, timeoutMs: 20 });
  const from = clock.now();
  return { api, session, said, passed: () => clock.now() - from };
}

const answeredOnce = (effect: Effect) => (api: Api) =>
  api.fail({ when: { path: '/snapshots/' }, do: effect });
const slowDown = (headers: Record<string, string>, detail = 'Slow down.') =>
  answeredOnce({ kind: 'status', status: 429, headers, json: { detail } });

describe('429', () => {
  test.each<[string, (api: Api) => void, number]>([
    ['Retry-After in seconds', slowDown({ 'retry-after': '17' }), 17_000],
    ['words that name the seconds', slowDown({}, 'Expected available in 42 seconds.'), 42_000],
    ['neither', slowDown({}), 30_000],
  ])('%s', async (_, given, ms) => {
    const { session, passed, said } = connected(given);
    expect(await session.ask({ path: '/snapshots/' })).toMatchObject({ status: 200 });
    expect(passed()).toBe(ms);
    expect(said).toHaveLength(1);
  });

  test('Retry-After as a date is by the API’s own clock', async () => {
    const { session, passed } = connected((api) => {
      const later = new Date(Math.ceil(Date.now() / 1_000) * 1_000 + minute).toUTCString();
      const date = new Date(Math.ceil(Date.now() / 1_000) * 1_000).toUTCString();
      slowDown({ 'retry-after': later, date })(api);
    });
    await session.ask({ path: '/snapshots/' });
    expect(passed()).toBe(minute);
  });

  test('a wait of an hour ends the kit, and a request that changes something is made once', async () => {
    const { api, session } = connected((one) =>
      one.fail({
        when: { method: 'POST' },
        do: { kind: 'status', status: 429, headers: { 'retry-after': '3600' } },
      }),
    );
    await expect(session.ask({ method: 'POST', path: '/snapshots/' })).rejects.toThrow(
      /asks to wait 60 m 00 s/,
    );
    expect(api.ledger).toHaveLength(1);
  });

  test('one that never ends does', async () => {
    const { api, session } = connected((one) =>
      one.fail({ when: {}, times: 99, do: { kind: 'status', status: 429, headers: { 'retry-after': '1' } } }),
    );
    await expect(session.ask({ path: '/snapshots/' })).rejects.toThrow(/Run the kit again later/);
    expect(api.ledger).toHaveLength(6);
  });
});

test.each<[string, Effect, object]>([
  ['a redirect is not followed', { kind: 'redirect', to: 'https://elsewhere.example.com/' }, { status: 302 }],
  ['a reset is no answer', { kind: 'reset', processed: false }, { status: 0, trouble: 'read ECONNRESET' }],
  [
    'what takes too long is no answer',
    { kind: 'hang', processed: false },
    { status: 0, trouble: /no answer within/ },
  ],
  ['a page is no JSON', { kind: 'html' }, { status: 502, json: undefined }],
])('%s', async (_, effect, expected) => {
  const { api, session } = connected(answeredOnce(effect));
  const { trouble, ...exchange } = await session.ask({ path: '/snapshots/' });
  const { trouble: words, ...rest } = expected as { trouble?: string | RegExp };
  expect(exchange).toMatchObject(rest);
  expect(trouble).toMatch(words ?? /^$/);
  expect(api.ledger).toHaveLength(1);
});
