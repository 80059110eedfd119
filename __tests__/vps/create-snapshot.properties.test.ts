import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { description, generatedName, isOurs, label, type Mark, readMark } from '../../src/rules/ownership.ts';
import { connected, order } from '../helpers/connected.ts';
import { cases, hostile, hostileAndLong } from '../helpers/fuzz.ts';
import { id } from '../helpers/ids.ts';

const hex8 = fc.stringMatching(/^[0-9a-f]{8}$/);
const mark: fc.Arbitrary<Mark> = fc.record({
  repository: fc
    .tuple(fc.stringMatching(/^[A-Za-z0-9-]{1,39}$/), fc.stringMatching(/^[\w.-]{1,100}$/))
    .map((parts) => parts.join('/')),
  runId: fc.bigInt({ min: 1n, max: 10n ** 13n }).map(String),
  attempt: fc.integer({ min: 1, max: 99 }).map(String),
  nonce: fc.record({ job: hex8, step: hex8 }),
});
const name = fc.stringMatching(/^[\w-]{1,60}$/);
const uuid = '0b9f6f0e-58f6-4d6c-9f3b-0d5a6f6f1a2b';

/** What an API may do to a text that it keeps. */
const keeping = fc.constantFrom<(text: string) => string>(
  (text) => text,
  (text) => text.trim(),
  (text) => `${text}\n`,
  (text) => text.replace(/[\p{Cc}\p{Cs}]/gu, ''),
  (text) => Buffer.from(text).toString(),
);

/** An API that keeps one snapshot as it was sent, in either form. */
function keeper(keep: (text: string) => string, others: Record<string, unknown> = {}) {
  let kept: Record<string, unknown> = {};
  const json = (status: number, body: unknown) => new Response(JSON.stringify(body), { status });
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const path = new URL(String(input)).pathname;
    if (init?.method === 'POST') {
      const sent = Object.entries(JSON.parse(String(init.body)));
      kept = Object.fromEntries(
        sent.map(([field, text]) => [
          field,
          typeof text === 'string' && field !== 'name' ? keep(text) : text,
        ]),
      );
      return json(201, { id: path.includes(uuid) ? undefined : 802, ...named(path), ...kept });
    }
    if (path.endsWith('/servers/')) return json(200, [{ uuid, hostname: 'web' }]);
    return json(200, [{ id: 802, ...others, ...kept }]);
  };
  return connected({ fetch });
}

const named = (path: string) => (path.includes(uuid) ? { uuid: uuid.replace('0b', '0c'), server: uuid } : {});

describe('what is written is read back', () => {
  test('the name and the mark, whatever the description says', async () => {
    await fc.assert(
      fc.asyncProperty(name, hostileAndLong, mark, keeping, async (given, words, origin, keep) => {
        const { clock, vps } = keeper(keep);
        const text = description(words, origin);
        await clock.run(vps.createSnapshot({ ...order, name: given, description: text }));
        const [one] = await clock.run(vps.listSnapshots());
        expect([one?.id, one?.name, one?.server.id]).toEqual(['802', given, order.serverId]);
        expect(readMark(one?.description ?? '')).toEqual(origin);
      }),
      cases(200),
    );
  });

  test('the same from a label, where the API keeps one text only', async () => {
    await fc.assert(
      fc.asyncProperty(name, mark, keeping, async (given, origin, keep) => {
        const { clock, vps } = keeper(keep, { server: uuid });
        await clock.run(vps.listServers());
        const text = label(given, origin);
        const made = await clock.run(vps.createSnapshot({ ...order, serverId: id(uuid), label: text }));
        const [listed] = await clock.run(vps.listSnapshots());
        for (const one of [made, listed]) {
          expect([one?.name, one?.server.id]).toEqual([given, uuid]);
          expect(readMark(one?.description ?? '')).toEqual(origin);
        }
      }),
      cases(200),
    );
  });
});

test('nobody is taken for the maker who only talks like one', () => {
  const other = fc
    .tuple(mark, hostile, hostile)
    .map(([origin, before, after]) => description(before, origin) + after);
  fc.assert(
    fc.property(mark, other, (origin, text) => {
      const read = readMark(text);
      if (read === null) return;
      expect(text.trimEnd().endsWith(`${read.nonce.job}-${read.nonce.step}]`)).toBe(true);
      expect(isOurs({ description: text }, origin)).toBe(
        read.repository.toLowerCase() === origin.repository.toLowerCase(),
      );
      expect(read.repository).toMatch(/^[^\s/[\]]+\/[^\s/[\]]+$/);
    }),
    cases(500),
  );
});

test('a generated name is one that the API takes, and another one for every use and server', () => {
  fc.assert(
    fc.property(
      mark,
      fc.string({ maxLength: 120 }),
      fc.uniqueArray(fc.integer({ min: 1 }), { maxLength: 8 }),
      (origin, repository, servers) => {
        const names = servers.map((server) => generatedName({ ...origin, repository }, id(server)));
        for (const one of names) expect(one).toMatch(/^gha-[A-Za-z0-9_-]*-\d+-\d+-[0-9a-f]{6}$/);
        for (const one of names) expect(one.length).toBeLessThan(100);
      },
    ),
    cases(300),
  );
});
