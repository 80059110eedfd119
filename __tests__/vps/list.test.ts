import { describe, expect, test } from 'vitest';
import type { ApiOptions } from '../../rehearsal/api/api.ts';
import { UnreadableAnswer } from '../../src/vps/api-error.ts';
import { isWhole, likewise, shortfallOf } from '../../src/vps/list.ts';
import { forAtMost } from '../../src/vps/reading.ts';
import { connected, token } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { ids } from '../helpers/ids.ts';

const first = (count: number) => Array.from({ length: count }, (_, index) => 801 + index);

/** An account with so many snapshots, oldest first. */
function account(count: number, api: ApiOptions = {}, apiUrl?: string) {
  const all = connected({
    api: { listOrder: 'oldest', ...api },
    ...(apiUrl === undefined ? {} : { apiUrl }),
  });
  for (const id of first(count)) all.api.addSnapshot({ server: 12345, id });
  return {
    ...all,
    list: () => all.clock.run(all.vps.listSnapshots(forAtMost(1))),
    queries: () => all.api.ledger.map(({ query }) => query),
  };
}

/** A fetch of which each request gets the next of these answers, the last one for ever. */
function answering(...answers: unknown[]): typeof globalThis.fetch {
  let times = 0;
  return async () => Response.json(answers[Math.min(times++, answers.length - 1)]);
}

const page = (results: number[], rest: object = {}) => ({
  results: results.map((id) => ({ id, server: 12345, status: 'completed' })),
  ...rest,
});

describe('a list', () => {
  test.each<[string, number, ApiOptions, string[]]>([
    ['one page', 3, {}, ['']],
    ['nothing', 0, {}, ['']],
    ['a bare array', 60, { bareLists: true }, ['']],
    ['a page that is just full', 20, { pageSize: 20 }, ['']],
    ['pages of 20', 60, { pageSize: 20 }, ['', 'page_size=100']],
    [
      'many pages',
      250,
      { pageSize: 20 },
      ['', 'page_size=100', 'page_size=100&page=2', 'page_size=100&page=3'],
    ],
    [
      'pages that are never larger',
      7,
      { pageSize: 3, largestPage: 3 },
      ['', ...['page_size=100', 'page_size=100&page=2', 'page_size=100&page=3']],
    ],
    ['pages without links', 45, { pageSize: 20, nextMissing: true }, ['', 'page=2', 'page=3']],
    ['full pages without links', 40, { pageSize: 20, nextMissing: true }, ['', 'page=2']],
  ])('of %s is read whole', async (_, count, api, expected) => {
    const { list, queries } = account(count, api);
    expect((await list()).map(({ id }) => id)).toEqual(ids(...first(count)));
    expect(queries()).toEqual(expected);
  });

  test('of servers is read the same way, and each list learns its pages for itself', async () => {
    const { api, clock, vps, lines } = connected({ api: { pageSize: 20 } });
    for (let id = 1; id <= 43; id += 1) api.addServer({ id: 100 + id });
    expect(await clock.run(vps.listServers())).toHaveLength(45);
    await clock.run(vps.listSnapshots());
    expect(lines()).toEqual(['GET /servers/ 200', 'GET /servers/ 200', 'GET /snapshots/ 200']);
  });

  test('that once came in pages is asked for large ones from then on', async () => {
    const { list, queries } = account(60, { pageSize: 20 });
    await list();
    expect(await list()).toHaveLength(60);
    expect(await list()).toHaveLength(60);
    expect(queries()).toEqual(['', 'page_size=100', 'page_size=100', 'page_size=100']);
  });

  test.each<[string, string]>([
    ['another scheme', 'http://admin.vps.org'],
    ['another host', 'https://evil.example.com'],
    ['another port', 'https://admin.vps.org:444'],
    ['an address inside', 'http://10.0.0.5:9000'],
    ['no host', ''],
    ['no URL at all', 'https://['],
  ])('whose links have %s is asked for where it was asked for before', async (_, nextOrigin) => {
    const { list, asked } = account(250, { pageSize: 20, nextOrigin });
    expect(await list()).toHaveLength(250);
    expect(asked).toHaveLength(4);
    for (const { url, headers } of asked) {
      expect(url).toMatch(/^https:\/\/admin\.vps\.org\/api\/v1\/snapshots\/(\?|$)/);
      expect(headers.get('authorization')).toBe(`Bearer ${token}`);
    }
  });

  test.each([
    ['a prefix', 'https://admin.vps.org/internal/api/v1/snapshots/?page=2&page_size=100#top'],
    ['another path', 'https://admin.vps.org/elsewhere/?page=2&page_size=100'],
    ['only a query', '?page=2&page_size=100'],
  ])('whose links have %s too', async (_, next) => {
    const { asked, clock, vps } = connected({
      fetch: answering(page([1], { next }), page([1], { next }), page([2], { next: null })),
    });
    expect(await clock.run(vps.listSnapshots())).toHaveLength(2);
    expect(asked.map(({ url }) => url)).toEqual([
      'https://admin.vps.org/api/v1/snapshots/',
      'https://admin.vps.org/api/v1/snapshots/?page_size=100',
      'https://admin.vps.org/api/v1/snapshots/?page=2&page_size=100',
    ]);
  });

  test('is read at the root of a host', async () => {
    const { list, asked } = account(2, { pageSize: 1, basePath: '' }, 'https://vps.example.com');
    expect(await list()).toHaveLength(2);
    expect(asked.map(({ url }) => url)).toEqual([
      'https://vps.example.com/snapshots/',
      'https://vps.example.com/snapshots/?page_size=100',
    ]);
  });
});

describe('a list that changes while it is read', () => {
  test('counts an entry once that moved to the next page', async () => {
    const { clock, vps } = connected({
      fetch: answering(
        page([1, 2], { count: 3, next: '?page=2' }),
        page([1, 2], { count: 3, next: '?page=2' }),
        page([2, 3], { count: 3, next: null }),
      ),
    });
    expect((await clock.run(vps.listSnapshots())).map(({ id }) => id)).toEqual(ids(1, 2, 3));
  });

  test('is read again when an entry was on no page', async () => {
    const { list, queries } = account(250, { pageSize: 20, unstableReadings: 2 });
    expect(await list()).toHaveLength(250);
    expect(queries()).toEqual([
      ...['', 'page_size=100', 'page_size=100&page=2', 'page_size=100&page=3'],
      'page_size=100&page=4',
      ...['page_size=100', 'page_size=100&page=2', 'page_size=100&page=3'],
    ]);
  });

  test('is read again when a page is gone', async () => {
    const { api, clock, vps, lines } = connected({ api: { pageSize: 20, largestPage: 20 } });
    for (const id of first(21)) api.addSnapshot({ server: 12345, id });
    api.fail({
      when: { query: /page=2$/ },
      do: { kind: 'status', status: 404, json: { detail: 'Invalid page.' } },
    });
    expect(await clock.run(vps.listSnapshots())).toHaveLength(21);
    expect(lines().filter((line) => line.endsWith('404'))).toHaveLength(1);
  });

  test('is read again when a page is gone and nothing says how many there should be', async () => {
    const gone = () => Response.json({ detail: 'Invalid page.' }, { status: 404 });
    const answers = [
      ...[
        () => Response.json(page([1], { next: '?page=2' })),
        () => Response.json(page([1], { next: '?page=2' })),
        gone,
      ],
      ...[
        () => Response.json(page([1], { next: '?page=2' })),
        () => Response.json(page([2], { next: null })),
      ],
    ];
    const { clock, vps, asked } = connected({ fetch: async () => answers[asked.length - 1]?.() ?? gone() });
    expect((await clock.run(vps.listSnapshots())).map(({ id }) => id)).toEqual(ids(1, 2));
  });
});

describe('a list that stays short of its count says so, and what it shows is there', () => {
  test.each<[string, number[], unknown[], number[], string]>([
    ['without links', [1, 2], [page([1, 2], { count: 4 })], [1, 2], 'only 2 of 4 entries came'],
    [
      'the longest of three readings',
      [1, 2, 3],
      [
        page([1], { count: 4 }),
        page([1], { count: 4 }),
        page([1, 2, 3], { count: 4 }),
        page([], { count: 4 }),
      ],
      [1, 2, 3],
      'only 3 of 4 entries came',
    ],
  ])('%s', async (_, __, answers, expected, shortfall) => {
    const { clock, vps } = connected({ fetch: answering(...answers) });
    const list = await clock.run(vps.listSnapshots());
    expect(list.map(({ id }) => id)).toEqual(ids(...expected));
    expect([isWhole(list), shortfallOf(list)]).toEqual([false, shortfall]);
  });

  test('after three readings, each on through its pages', async () => {
    const { asked, clock, vps } = connected({ fetch: answering(page([1, 2], { count: 4 })) });
    await clock.run(vps.listSnapshots());
    const first = asked.filter(({ url }) => url.endsWith('/snapshots/'));
    const second = asked.filter(({ url }) => url.endsWith('/snapshots/?page=2'));
    expect([first.length, second.length, asked.length]).toEqual([3, 3, 6]);
  });

  test('a count that stays ahead, with links', async () => {
    const { list } = account(5, { pageSize: 2, countAhead: 1 });
    const shown = await list();
    expect(shown).toHaveLength(5);
    expect(shortfallOf(shown)).toBe('only 5 of 6 entries came');
  });

  test.each([404, 400])('a page that is refused every time (%i)', async (status) => {
    const { api, list } = account(4, { pageSize: 2, largestPage: 2 });
    api.fail({ when: { query: /page=2$/ }, times: 9, do: { kind: 'status', status } });
    const shown = await list();
    expect(shown).toHaveLength(2);
    expect(isWhole(shown)).toBe(false);
  });

  test('a count of 31 with 20 results, and no link', async () => {
    const { api, list, queries } = account(31, { pageSize: 20, nextMissing: true });
    expect(await list()).toHaveLength(31);
    expect(queries()).toEqual(['', 'page=2']);
    api.fail({ when: { query: /page=2$/ }, times: 9, do: { kind: 'status', status: 404 } });
    const short = await list();
    expect([short.length, shortfallOf(short)]).toEqual([20, 'only 20 of 31 entries came']);
  });

  test('page 3 of 4 is not there, because the list shrank: it is read again, whole', async () => {
    const { api, list } = account(7, { pageSize: 2, largestPage: 2 });
    api.fail({
      when: { query: /page=3$/ },
      do: { kind: 'status', status: 404, json: { detail: 'Invalid page.' } },
    });
    const all = await list();
    expect([all.length, isWhole(all)]).toEqual([7, true]);
  });

  test('the client keeps that of what it leaves out and of what it completes', async () => {
    const answer = page([1, 2, 3], { count: 5 });
    const first = answer.results[0];
    if (first) first.status = 'deleted';
    const { clock, vps } = connected({ fetch: answering(answer) });
    const list = await clock.run(vps.listSnapshots());
    expect([list.length, shortfallOf(list)]).toEqual([2, 'only 3 of 5 entries came']);
  });

  test('and so does what is made of it, and nothing else', () => {
    const whole = [1, 2];
    expect([isWhole(whole), shortfallOf(whole), isWhole(likewise([1], whole))]).toEqual([
      true,
      undefined,
      true,
    ]);
  });
});

describe('a list that cannot be had whole is an error', () => {
  test.each<[string, unknown[], RegExp]>([
    [
      'a page that comes again',
      [page([1], { next: '?page=2' })],
      /its page \/snapshots\/\?page=2 comes again/,
    ],
    ['an entry without an id', [{ results: [{ name: token }] }], /a snapshot without an id/],
    ['another shape', [{ items: [] }], /a list without "results"/],
  ])('%s', async (_, answers, problem) => {
    const { clock, vps } = connected({ fetch: answering(...answers) });
    const error = await errorOf(clock.run(vps.listSnapshots(forAtMost(1))));
    expect(error).toBeInstanceOf(UnreadableAnswer);
    expect(error).toMatchObject({ message: expect.stringMatching(problem), passing: true, fate: 'unknown' });
    expect((error as UnreadableAnswer).message).not.toContain(token);
  });

  test('more than a thousand pages', async () => {
    const { list, asked } = account(1_001, { pageSize: 1, largestPage: 1 });
    expect(await errorOf(list())).toMatchObject({ message: expect.stringContaining('more than 1000 pages') });
    expect(asked).toHaveLength(1_000);
  });

  test('links that lead nowhere', async () => {
    const { list } = account(5, { nextLoops: true });
    expect(await errorOf(list())).toMatchObject({ message: expect.stringContaining('comes again') });
  });

  test('a page that cannot be had', async () => {
    const { api, list } = account(5, { pageSize: 2, largestPage: 2 });
    api.fail({ when: { query: /page=2/ }, times: 9, do: { kind: 'status', status: 503 } });
    expect(await errorOf(list())).toMatchObject({ status: 503 });
  });

  test('a first page that is not there', async () => {
    const { api, list, asked } = account(5);
    api.fail({ when: {}, times: 9, do: { kind: 'status', status: 404 } });
    expect(await errorOf(list())).toMatchObject({ status: 404 });
    expect(asked).toHaveLength(1);
  });
});
