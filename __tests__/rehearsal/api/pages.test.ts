import { describe, expect, test } from 'vitest';
import { type ApiOptions, shortened, uuidOf } from '../../../rehearsal/api/api.ts';
import { rehearse, start } from './calls.ts';

/** An API with so many snapshots, 801 the first in its lists. */
function stocked(options: ApiOptions, count: number) {
  const rehearsal = rehearse({ listOrder: 'oldest', ...options });
  for (let index = 0; index < count; index += 1)
    rehearsal.api.addSnapshot({ server: 12345, created_at: start - count + index });
  return rehearsal;
}

const numberOf = ({ id, uuid }: { id?: number; uuid?: string }) => id ?? Number(uuid?.slice(-12));
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe('pages of twenty', () => {
  test.each<ApiOptions>([{ form: 'client' }, { form: 'both' }])('%o', async (options) => {
    const { call } = stocked(options, 45);
    const second = (await call('GET /snapshots/?page=2')).json;
    expect(second.results.map(numberOf)).toEqual(range(821, 840));
    expect(second).toMatchObject({
      count: 45,
      next: 'https://admin.vps.org/api/v1/snapshots/?page=3',
      previous: 'https://admin.vps.org/api/v1/snapshots/?page=1',
    });
    const third = (await call('GET /snapshots/?page=3')).json;
    expect(third.results.map(numberOf)).toEqual(range(841, 845));
    expect(third.next).toBeNull();
  });

  test('the documented form has none', async () => {
    const { call } = stocked({}, 45);
    expect(Object.keys((await call('GET /snapshots/')).json)).toEqual(['count', 'results']);
  });

  test.each([
    ['page_size=50', 45],
    ['page_size=7', 7],
    ['page_size=0', 20],
    ['page_size=-5', 20],
    ['page_size=many', 20],
  ])('?%s', async (query, length) => {
    const { call } = stocked({ form: 'client' }, 45);
    expect((await call(`GET /snapshots/?${query}`)).json.results).toHaveLength(length);
  });

  test.each<[ApiOptions, number]>([
    [{}, 100],
    [{ largestPage: 20 }, 20],
  ])('largestPage, %o', async (options, length) => {
    const { call } = stocked({ form: 'client', ...options }, 101);
    const { json } = await call('GET /snapshots/?page_size=1000');
    expect(json.results).toHaveLength(length);
    expect(json.next).toContain('page_size=1000&page=2');
  });

  test('servers have pages too', async () => {
    const { api, call } = rehearse({ form: 'client' });
    for (let id = 1; id <= 44; id += 1) api.addServer({ id });
    expect((await call('GET /servers/?page=3')).json.results).toHaveLength(5);
  });
});

test.each(['0', '4', 'two'])('there is no page %s', async (page) => {
  const { call } = stocked({ form: 'client' }, 45);
  expect(await call(`GET /snapshots/?page=${page}`)).toMatchObject({
    status: 404,
    json: { detail: 'Invalid page.' },
  });
});

test('a page vanishes when the list shrinks', async () => {
  const { api, call } = stocked({ form: 'client' }, 21);
  expect((await call('GET /snapshots/')).json.next).toContain('page=2');
  api.removeSnapshot(801);
  expect(await call('GET /snapshots/?page=2')).toMatchObject({ status: 404 });
});

test.each(['client', 'documented'] as const)('bareLists, %s', async (form) => {
  const { call } = stocked({ form, bareLists: true }, 45);
  expect((await call('GET /snapshots/')).json.map(numberOf)).toEqual(range(801, 845));
});

test('nextMissing', async () => {
  const { call } = stocked({ pageSize: 20, nextMissing: true }, 31);
  const first = (await call('GET /snapshots/')).json;
  expect([first.count, first.results.length, 'next' in first]).toEqual([31, 20, false]);
  expect((await call('GET /snapshots/?page=2')).json.results).toHaveLength(11);
});

test.each<[ApiOptions, object]>([
  [{}, { count: 5, results: [{ id: 801 }, { id: 802 }] }],
  [{ pageSize: 20 }, { count: 5, next: null }],
])('countAhead, %o', async (options, expected) => {
  const { call } = stocked({ countAhead: 3, ...options }, 2);
  expect((await call('GET /snapshots/')).json).toMatchObject(expected);
  expect(await call('GET /snapshots/?page=2')).toMatchObject({ status: 404 });
});

describe('unstableReadings', () => {
  const read = async ({ call }: ReturnType<typeof stocked>, pages = 3) => {
    const ids: number[] = [];
    for (let page = 1; page <= pages; page += 1)
      ids.push(...(await call(`GET /snapshots/?page=${page}`)).json.results.map(numberOf));
    return ids;
  };

  test('entries come twice, and the last does not come', async () => {
    const rehearsal = stocked({ form: 'client', unstableReadings: 2 }, 45);
    const unstable = [...range(801, 820), ...range(820, 839), ...range(840, 844)];
    expect(await read(rehearsal)).toEqual(unstable);
    expect(await read(rehearsal)).toEqual(unstable);
    expect(await read(rehearsal)).toEqual(range(801, 845));
  });

  test('count tells', async () => {
    const { call } = stocked({ form: 'client', unstableReadings: Number.POSITIVE_INFINITY }, 40);
    expect((await call('GET /snapshots/?page=2')).json).toMatchObject({ count: 40 });
  });

  test('a list on one page is whole', async () => {
    const { call } = stocked({ form: 'client', unstableReadings: 9 }, 45);
    expect((await call('GET /snapshots/?page_size=100')).json.results).toHaveLength(45);
  });

  test('each list has its own', async () => {
    const rehearsal = stocked({ form: 'client', unstableReadings: 1 }, 45);
    await rehearsal.call('GET /servers/');
    expect(new Set(await read(rehearsal)).size).toBe(44);
    expect(new Set(await read(rehearsal)).size).toBe(45);
  });
});

describe('shortened', () => {
  test.each<[ApiOptions, number, object]>([
    [{}, 0, { count: 0, results: [] }],
    [{ form: 'client' }, 1, { count: 1, next: null, results: [{ uuid: uuidOf(801) }] }],
  ])('%o to %i, once', async (options, entries, expected) => {
    const { api, call } = stocked(options, 30);
    api.fail({ when: { path: '/snapshots/' }, do: { kind: 'echo', of: shortened(entries) } });
    expect((await call('GET /snapshots/')).json).toMatchObject(expected);
    expect((await call('GET /snapshots/')).json.count).toBe(30);
  });

  test('an array, and what is no list', () => {
    expect(shortened(1)(['a', 'b'])).toEqual(['a']);
    expect(shortened(1)({ detail: 'no' })).toEqual({ detail: 'no' });
    expect(shortened(1)(undefined)).toBeUndefined();
  });
});
