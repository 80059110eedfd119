import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TimedOut } from '../../src/errors.ts';
import type { Vps } from '../../src/vps/client.ts';
import { VpsError } from '../../src/vps/errors.ts';
import { readId } from '../../src/vps/id.ts';
import { nobody, type Server, type Snapshot } from '../../src/vps/model.ts';
import { NetworkError } from '../../src/vps/network-error.ts';
import { connected, order, token } from '../helpers/connected.ts';
import { cases, hostile } from '../helpers/fuzz.ts';
import { id } from '../helpers/ids.ts';

const timeMs = 15_000;

const word = fc.constantFrom(
  ...['completed', 'in_progress', 'active', 'restoring', 'error', 'Deleted', '2026-01-01T00:00:00Z', '2026'],
  ...['1 Jan 2020 (##[error]x)', 'https://evil.example/?page=2', '?page=2', '/servers/?page=1e9', '?page=-1'],
);
const key = fc.constantFrom(
  ...[
    'id',
    'uuid',
    'server',
    'server_id',
    'server_uuid',
    'name',
    'label',
    'description',
    'status',
    'size_mb',
  ],
  ...[
    'created_at',
    'hostname',
    'ip_address',
    'ipv4_addresses',
    'count',
    'next',
    'results',
    'snapshot',
    'token',
  ],
  ...[
    'detail',
    'message',
    'error',
    'errors',
    'attr',
    'non_field_errors',
    'permissions',
    '__proto__',
    'toString',
  ],
);

/** JSON as text, for there is more of it than JSON.stringify writes: long and endless numbers, keys that come twice. */
const { value } = fc.letrec<{ value: string; object: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('null', 'true', 'false', '0', '-0', '1', '-1', '12345', '801', '1.5', '1e999', '-1e999'),
    fc.bigInt({ min: 1n, max: 10n ** 40n }).map(String),
    fc.oneof(hostile, word, fc.uuid(), fc.constant(token)).map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 4 }).map((all) => `[${all.join(',')}]`),
    tie('object'),
  ),
  object: fc
    .array(fc.tuple(fc.oneof({ weight: 9, arbitrary: key }, hostile), tie('value')), { maxLength: 8 })
    .map((pairs) => `{${pairs.map(([name, text]) => `${JSON.stringify(name)}:${text}`).join(',')}}`),
}));

/** A list whose entries are nearly right. */
const entry = fc
  .tuple(
    fc.oneof(
      fc.integer({ min: 1, max: 9 }).map(String),
      fc.uuid().map((one) => `"${one}"`),
    ),
    value,
    value,
  )
  .map(
    ([one, name, rest]) =>
      `{"id":${one},"name":${name},"server":${rest},"created_at":${name},"size_mb":${rest}}`,
  );
const list = fc
  .tuple(fc.array(fc.oneof({ weight: 8, arbitrary: entry }, value), { maxLength: 4 }), value, value)
  .map(([all, count, next]) => `{"count":${count},"results":[${all.join(',')}],"next":${next}}`);

const text = fc.oneof(
  { weight: 4, arbitrary: list },
  value,
  hostile,
  fc.constantFrom('', ' ', '[]', '{"count":0,"results":[]}', `<title>${token}</title>`, 'OK'),
  fc.integer({ min: 1, max: 100_000 }).map((depth) => '['.repeat(depth) + ']'.repeat(depth)),
  fc.integer({ min: 1, max: 20_000 }).map((depth) => `${'{"errors":'.repeat(depth)}1${'}'.repeat(depth)}`),
);
const bytes = fc.oneof(
  { weight: 4, arbitrary: text.map((all) => Buffer.from(all)) },
  text.map((all) => Buffer.from(`\ufeff${all}`)),
  text.map((all) => Buffer.from(all, 'utf16le')),
  text.map((all) => Buffer.from(all, 'latin1')),
  fc.tuple(text, fc.double({ min: 0, max: 1, noNaN: true })).map(([all, share]) => {
    const whole = Buffer.from(all);
    return whole.subarray(0, Math.floor(whole.length * share));
  }),
  fc.uint8Array({ maxLength: 80 }).map((all) => Buffer.from(all)),
);

const answers = fc.array(
  fc.record({
    status: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(200, 201, 202, 204) },
      fc.constantFrom(
        200,
        301,
        302,
        304,
        400,
        401,
        403,
        404,
        405,
        407,
        408,
        409,
        422,
        423,
        425,
        429,
        500,
        503,
      ),
      fc.integer({ min: 200, max: 599 }),
    ),
    headers: fc.record(
      {
        'content-type': fc.constantFrom(
          'application/json',
          'application/json; charset=utf-16',
          'text/html',
          'x',
        ),
        date: fc.constantFrom('Fri, 20 Nov 2026 12:00:00 GMT', 'soon', '0', '-1', '275760'),
        'retry-after': fc.constantFrom(
          '0',
          '3',
          '9'.repeat(400),
          '-1',
          'soon',
          'Fri, 20 Nov 2026 12:00:05 GMT',
        ),
        location: fc.constantFrom('/login/', 'https://evil.example/', '//', `https://x/?${token}`),
      },
      { requiredKeys: [] },
    ),
    body: bytes,
  }),
  { minLength: 1, maxLength: 5 },
);

interface Endpoint {
  ask(vps: Vps): Promise<unknown>;
  /** Expects what the client promises. */
  expectSound(given: unknown): void;
}

const isNothing = (given: unknown) => expect(given).toBeUndefined();
const eachOf = (check: (one: never) => void) => (given: unknown) => (given as never[]).forEach(check);
const unlessNothing = (check: (given: never) => void) => (given: unknown) =>
  given !== undefined && check(given as never);

const endpoints: Record<string, Endpoint> = {
  listSnapshots: { ask: (vps) => vps.listSnapshots(), expectSound: eachOf(expectSnapshot) },
  listServers: { ask: (vps) => vps.listServers(), expectSound: eachOf(expectServer) },
  serverIds: {
    async ask(vps) {
      await vps.listServers().catch(() => {});
      return vps.serverIds([id(12345), id('0b9f6f0e-58f6-4d6c-9f3b-0d5a6f6f1a2b')]);
    },
    expectSound: eachOf((one) => expect(readId(one)).toBe(one)),
  },
  createSnapshot: { ask: (vps) => vps.createSnapshot(order), expectSound: unlessNothing(expectSnapshot) },
  restoreSnapshot: { ask: (vps) => vps.restoreSnapshot(id(802)), expectSound: isNothing },
  deleteSnapshot: {
    ask: (vps) => vps.deleteSnapshot(id(802)),
    expectSound: (given) => expect(['deleted', 'absent']).toContain(given),
  },
  stop: { ask: (vps) => vps.power(id(12345), 'stop'), expectSound: isNothing },
  startAtLast: {
    ask: (vps) => vps.power(id(12345), 'start', { isLastWord: true }),
    expectSound: isNothing,
  },
  permissions: {
    ask: (vps) => vps.permissions(),
    expectSound: unlessNothing(eachOf((one) => expect(one).toBeTypeOf('string'))),
  },
};

function expectSnapshot({ id: one, server, name, status, sizeMb, createdAt, description }: Snapshot) {
  expect(readId(one)).toBe(one);
  expect(server.id === nobody.id || readId(server.id) === server.id).toBe(true);
  for (const words of [server.name, name, status, description]) expect(words).toBeTypeOf('string');
  expect(status).toBe(status.toLowerCase());
  expect(status).not.toBe('');
  expect(sizeMb === null || Number.isFinite(sizeMb)).toBe(true);
  expect(createdAt === null || !Number.isNaN(Date.parse(createdAt))).toBe(true);
}

function expectServer({ id: one, name, status, addresses }: Server) {
  expect(readId(one)).toBe(one);
  for (const words of [name, status, ...addresses]) expect(words).toBeTypeOf('string');
  expect(name).not.toBe('');
}

test('whatever comes back, an endpoint gives a sound result or an error of ours, in time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...Object.keys(endpoints)), answers, async (name, all) => {
      let asked = 0;
      const { clock, vps, log } = connected({
        deadline: timeMs,
        async fetch() {
          const { status, headers, body } = all[asked++ % all.length] as (typeof all)[number];
          return new Response([204, 205, 304].includes(status) ? null : body, { status, headers });
        },
      });
      const { ask, expectSound } = endpoints[name] as Endpoint;
      const [result] = await clock.run(Promise.allSettled([ask(vps)]));
      if (result.status === 'fulfilled') expectSound(result.value);
      else {
        const error = result.reason;
        if (!(error instanceof VpsError || error instanceof TimedOut)) throw error;
        expect(error).not.toBeInstanceOf(NetworkError);
        expect(error.message).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]|##\[|undefined|\[object/u);
        expect(error.message).not.toMatch(/\s$/);
        expect(error.message.length).toBeLessThan(1_000);
        expect([error.message, error.next, ...log.lines].join('\n')).not.toContain(token);
      }
      expect(clock.now()).toBeLessThanOrEqual(timeMs);
      expect(asked).toBeLessThan(500);
      if (/create|restore|start/.test(name)) expect(asked).toBeLessThanOrEqual(3);
    }),
    cases(400),
  );
});
