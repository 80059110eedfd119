import { describe, expect, test } from 'vitest';
import { UnreadableAnswer } from '../../src/vps/errors.ts';
import { connected, token } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { ids } from '../helpers/ids.ts';

describe('lists', () => {
  const first = (count: number) => Array.from({ length: count }, (_, index) => 801 + index);

  async function listed(count: number, api: object, apiUrl?: string) {
    const all = connected({ api, ...(apiUrl === undefined ? {} : { apiUrl }) });
    for (const id of first(count)) all.api.addSnapshot({ server: 12345, id });
    return { ...all, list: () => all.clock.run(all.vps.listSnapshots({ patienceMs: 1 })) };
  }

  test.each([
    ['one page', 3, {}, 1],
    ['nothing', 0, {}, 1],
    ['several pages', 25, { pageSize: 10 }, 3],
    ['pages that end evenly', 20, { pageSize: 10 }, 2],
    ['links with http://, as behind a proxy', 25, { pageSize: 10, nextOrigin: 'http://admin.vps.org' }, 3],
    ['links without a host', 25, { pageSize: 10, nextOrigin: '' }, 3],
    ['a hundred pages', 100, { pageSize: 1 }, 100],
  ])('%s', async (_, count, api, requests) => {
    const { list, asked } = await listed(count, { listOrder: 'oldest', ...api });
    expect((await list()).map(({ id }) => id)).toEqual(ids(...first(count)));
    expect(asked).toHaveLength(requests);
    for (const { url } of asked) expect(url).toMatch(/^https:\/\/admin\.vps\.org\/api\/v1\/snapshots\//);
  });

  test('at the root of a host', async () => {
    const { list, asked } = await listed(2, { pageSize: 1, basePath: '' }, 'https://vps.example.com');
    expect(await list()).toHaveLength(2);
    expect(asked.map(({ url }) => url)).toEqual([
      'https://vps.example.com/snapshots/',
      'https://vps.example.com/snapshots/?page=2',
    ]);
  });

  test.each([
    ['a foreign host', { pageSize: 2, nextOrigin: 'https://evil.example.com' }, /not on admin\.vps\.org/],
    ['a foreign port', { pageSize: 2, nextOrigin: 'https://admin.vps.org:444' }, /not on admin\.vps\.org/],
    ['no URL at all', { pageSize: 2, nextOrigin: 'https://[' }, /not on admin\.vps\.org/],
    ['the same page again', { nextLoops: true }, /comes again/],
  ])('%s is an error, and no token goes there', async (_, api, problem) => {
    const { list, asked } = await listed(5, api);
    const error = await errorOf(list());
    expect(error).toBeInstanceOf(UnreadableAnswer);
    expect(error).toMatchObject({ message: expect.stringMatching(problem), endpoint: 'GET /snapshots/' });
    for (const { url } of asked) expect(new URL(url).origin).toBe('https://admin.vps.org');
  });

  test('a place outside of the API is an error', async () => {
    const { api, list, asked } = await listed(5, {});
    const next = 'https://admin.vps.org/elsewhere/?page=2';
    api.fail({ when: {}, do: { kind: 'echo', of: (answer) => ({ ...(answer as object), next }) } });
    expect(await errorOf(list())).toMatchObject({ message: expect.stringContaining('not on admin.vps.org') });
    expect(asked).toHaveLength(1);
  });

  test('more than a hundred pages are an error', async () => {
    const { list, asked } = await listed(101, { pageSize: 1 });
    expect(await errorOf(list())).toMatchObject({ message: expect.stringContaining('more than 100 pages') });
    expect(asked).toHaveLength(100);
  });

  test('a page that cannot be had makes the list an error', async () => {
    const { api, list } = await listed(5, { pageSize: 2 });
    api.fail({ when: {}, after: 1, times: 9, do: { kind: 'status', status: 503 } });
    expect(await errorOf(list())).toMatchObject({ status: 503 });
  });

  test('an entry that cannot be read makes the list an error', async () => {
    const { api, list } = await listed(1, {});
    api.fail({
      when: {},
      times: 9,
      do: { kind: 'echo', of: () => ({ count: 1, results: [{ id: token }] }) },
    });
    expect(await errorOf(list())).toMatchObject({ message: expect.stringContaining('without an id') });
  });
});
