import { describe, expect, test } from 'vitest';
import { Api, type ApiOptions } from '../../../rehearsal/api/api.ts';
import { minute, rehearse, start } from './calls.ts';

const second = 1_000;

describe('how long and how it ends', () => {
  test.each<[string, ApiOptions, number, string, number | null]>([
    ['createMs', { createMs: minute }, minute, 'completed', 5120],
    ['createMs per server', { createMs: (id) => id }, 12345, 'completed', 5120],
    ['createEndsAs', { createEndsAs: 'failed' }, 5 * minute, 'failed', null],
    ['createEndsAs per server', { createEndsAs: (id) => `weird-${id}` }, 5 * minute, 'weird-12345', null],
  ])('%s', async (_, options, ms, status, size_mb) => {
    const { api, create, pass } = rehearse(options);
    await create();
    pass(ms - 1);
    expect(api.snapshots()).toMatchObject([{ status: 'in_progress', size_mb: null }]);
    pass(1);
    expect(api.snapshots()).toMatchObject([{ status, size_mb }]);
  });

  test('a snapshot that is made at once is still announced as in progress', async () => {
    const { api, create } = rehearse({ createMs: 0 });
    expect((await create()).json).toMatchObject({ status: 'in_progress', size_mb: null });
    expect(api.snapshots()).toMatchObject([{ status: 'completed' }]);
  });

  test('statusWhileCreating', async () => {
    const { create, results } = rehearse({ statusWhileCreating: 'queued' });
    expect((await create()).json.status).toBe('queued');
    expect(await results('/snapshots/')).toMatchObject([{ status: 'queued', size_mb: null }]);
  });

  test.each<[string, ApiOptions, number, string]>([
    ['restoreMs', { restoreMs: minute }, minute, 'active'],
    ['restoreMs per server', { restoreMs: (id) => id }, 12345, 'active'],
    ['afterRestore', { afterRestore: 'stopped' }, 8 * minute, 'stopped'],
  ])('%s', async (_, options, ms, status) => {
    const { api, call, pass } = rehearse(options);
    api.addSnapshot({ server: 12345 });
    await call('POST /snapshots/801/restore/');
    pass(ms - 1);
    expect(api.servers()).toMatchObject([{ status: 'restoring' }]);
    pass(1);
    expect(api.servers()).toMatchObject([{ status }]);
  });

  test('restoreStartsAfterMs', async () => {
    const { api, call, pass } = rehearse({ restoreStartsAfterMs: minute, restoreMs: minute });
    api.addSnapshot({ server: 12345 });
    const { json } = await call('POST /snapshots/801/restore/');
    expect(json.server.status).toBe('restoring');
    const seen = [];
    for (let half = 0; half < 5; half += 1) {
      seen.push(api.servers()[0]?.status);
      pass(minute / 2);
    }
    expect(seen).toEqual(['active', 'active', 'restoring', 'restoring', 'active']);
  });

  test('a restore that has not begun yet bars another one', async () => {
    const { api, call } = rehearse({ restoreStartsAfterMs: minute });
    api.addSnapshot({ server: 12345 });
    await call('POST /snapshots/801/restore/');
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 400 });
  });
});

describe('lists that lag', () => {
  test('snapshotListLagMs', async () => {
    const { api, call, create, pass, results } = rehearse({
      snapshotListLagMs: 3 * second,
      createMs: minute,
    });
    const ids = async () => (await results('/snapshots/')).map(({ id }: { id: number }) => id);
    await create();
    pass(3 * second - 1);
    expect(await ids()).toEqual([]);
    expect(api.snapshots()).toHaveLength(1);
    pass(1);
    expect(await ids()).toEqual([801]);
    pass(minute - 3 * second);
    expect(await results('/snapshots/')).toMatchObject([{ status: 'in_progress' }]);
    pass(3 * second);
    expect(await results('/snapshots/')).toMatchObject([{ status: 'completed' }]);
    await call('DELETE /snapshots/801/');
    expect(await ids()).toEqual([801]);
    pass(3 * second);
    expect(await ids()).toEqual([]);
  });

  test('serverListLagMs', async () => {
    const { api, pass, results } = rehearse({ serverListLagMs: 3 * second });
    api.startRestore(12345);
    pass(3 * second - 1);
    expect(await results('/servers/')).toMatchObject([{ status: 'active' }]);
    expect(api.servers()).toMatchObject([{ status: 'restoring' }]);
    pass(1);
    expect(await results('/servers/')).toMatchObject([{ status: 'restoring' }]);
  });

  test('the limit and the restore go by the truth', async () => {
    const { create } = rehearse({ snapshotListLagMs: minute, limit: 1 });
    expect(await create()).toMatchObject({ status: 201 });
    expect(await create()).toMatchObject({ status: 400 });
  });
});

describe('pages', () => {
  async function pages(options: ApiOptions, path = '/snapshots/', headers = {}) {
    const { api, call } = rehearse({ listOrder: 'oldest', ...options });
    for (let count = 0; count < 5; count += 1) api.addSnapshot({ server: 12345 });
    return (await call(`GET ${path}`, { headers })).json;
  }

  const origin = 'https://admin.vps.org/api/v1/snapshots/';

  test.each([
    ['/snapshots/', [801, 802], `${origin}?page=2`],
    ['/snapshots/?page=2', [803, 804], `${origin}?page=3`],
    ['/snapshots/?page=3', [805], null],
    ['/snapshots/?server_id=12345', [801, 802], `${origin}?server_id=12345&page=2`],
    ['/snapshots/?server_id=7', [], null],
  ])('%s', async (path, ids, next) => {
    const page = await pages({ pageSize: 2 }, path);
    expect(page.results.map(({ id }: { id: number }) => id)).toEqual(ids);
    expect(page.next).toBe(next);
    expect(page.count).toBe(path.includes('=7') ? 0 : 5);
  });

  test.each(['0', '4', 'two'])('there is no page %s', async (page) => {
    const { api, call } = rehearse({ pageSize: 2 });
    for (let count = 0; count < 5; count += 1) api.addSnapshot({ server: 12345 });
    expect(await call(`GET /snapshots/?page=${page}`)).toMatchObject({ status: 404 });
  });

  test('servers have pages too', async () => {
    const { api, call } = rehearse({ pageSize: 1 });
    api.addServer({ id: 2 });
    expect((await call('GET /servers/?page=2')).json).toMatchObject({
      count: 2,
      next: null,
      results: [{ id: 2 }],
    });
  });

  test.each([
    ['127.0.0.1:8080', 'http://127.0.0.1:8080/api/v1/snapshots/?page=2'],
    ['vps.example.com', 'https://vps.example.com/api/v1/snapshots/?page=2'],
  ])('next stays on %s', async (host, next) => {
    expect((await pages({ pageSize: 2 }, '/snapshots/', { host })).next).toBe(next);
  });

  test('nextOrigin', async () => {
    const { next } = await pages({ pageSize: 2, nextOrigin: 'http://evil.example' });
    expect(next).toBe('http://evil.example/api/v1/snapshots/?page=2');
  });

  test('nextLoops', async () => {
    expect((await pages({ pageSize: 2, nextLoops: true }, '/snapshots/?page=3')).next).toBe(
      `${origin}?page=3`,
    );
    expect(await pages({ nextLoops: true })).toMatchObject({ count: 5, next: `${origin}?page=1` });
  });
});

describe('errorBody', () => {
  const text = 'Invalid parameters or snapshot limit reached';

  test.each<[ApiOptions['errorBody'] & string, string, string | undefined]>([
    ['detail', JSON.stringify({ detail: text }), 'application/json'],
    ['message', JSON.stringify({ message: text }), 'application/json'],
    ['error', JSON.stringify({ error: text }), 'application/json'],
    ['fields', JSON.stringify({ name: [text] }), 'application/json'],
    ['html', '<h1>400 Bad Request</h1>', 'text/html'],
    ['empty', '', undefined],
  ])('%s', async (errorBody, body, type) => {
    const { create } = rehearse({ errorBody });
    const answer = await create('not a name');
    expect(answer).toMatchObject({ status: 400, body: expect.stringContaining(body) });
    expect(answer.headers['content-type']).toBe(type);
    if (errorBody === 'empty') expect(answer.body).toBe('');
  });

  test('fields without a field', async () => {
    const { call } = rehearse({ errorBody: 'fields' });
    expect((await call('DELETE /snapshots/801/')).json).toEqual({ non_field_errors: ['Not Found'] });
  });
});

describe('clocks', () => {
  test.each<[string, ApiOptions, string | undefined, string]>([
    ['as it is', {}, 'Wed, 15 Jan 2025 18:30:00 GMT', '2025-01-15T18:30:00Z'],
    ['clockSkewMs', { clockSkewMs: -90 * second }, 'Wed, 15 Jan 2025 18:28:30 GMT', '2025-01-15T18:28:30Z'],
    ['dateHeader', { dateHeader: false }, undefined, '2025-01-15T18:30:00Z'],
  ])('%s', async (_, options, date, created_at) => {
    const { create } = rehearse(options);
    const { headers, json } = await create();
    expect(headers.date).toBe(date);
    expect(json.created_at).toBe(created_at);
  });

  test('the clock is the real one unless told otherwise', () => {
    const api = new Api();
    api.addServer({ id: 1 });
    const before = Math.floor(Date.now() / second);
    api.addSnapshot({ server: 1 });
    const age = Date.parse(api.snapshots()[0]?.created_at ?? '') / second - before;
    expect(age).toBeGreaterThanOrEqual(0);
    expect(age).toBeLessThan(5);
  });
});

describe('the rest', () => {
  test('serversForbidden', async () => {
    const { call } = rehearse({ serversForbidden: true });
    expect(await call('GET /servers/')).toMatchObject({ status: 403 });
    expect(await call('GET /snapshots/')).toMatchObject({ status: 200 });
  });

  test('keepDescriptions', async () => {
    const { call, results } = rehearse({ keepDescriptions: false });
    const body = { server_id: 12345, name: 'a', description: 'lost' };
    expect((await call('POST /snapshots/', { body })).json.description).toBe('');
    expect(await results('/snapshots/')).toMatchObject([{ description: '' }]);
  });

  test('limit', async () => {
    const { create } = rehearse({ limit: 2 });
    expect([(await create()).status, (await create()).status, (await create()).status]).toEqual([
      201, 201, 400,
    ]);
  });

  test.each([
    ['allow', 'in_progress', 204],
    ['refuse', 'in_progress', 409],
    ['refuse', 'queued', 409],
    ['refuse', 'completed', 204],
    ['refuse', 'failed', 204],
  ] as const)('deleteInProgress: %s, of one that is %s: %i', async (deleteInProgress, status, expected) => {
    const { api, call } = rehearse({ deleteInProgress, statusWhileCreating: 'queued' });
    api.addSnapshot({ server: 12345, status });
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: expected });
    expect(api.snapshots()).toHaveLength(expected === 204 ? 0 : 1);
  });

  test.each([
    ['newest', [803, 801, 802]],
    ['oldest', [802, 801, 803]],
  ] as const)('listOrder: %s', async (listOrder, ids) => {
    const { api } = rehearse({ listOrder });
    api.addSnapshot({ server: 12345 });
    api.addSnapshot({ server: 12345, created_at: start - minute });
    api.addSnapshot({ server: 12345 });
    expect(api.snapshots().map(({ id }) => id)).toEqual(ids);
  });

  test('firstSnapshotId', async () => {
    const { create } = rehearse({ firstSnapshotId: 7 });
    expect((await create()).json.id).toBe(7);
  });

  test('token', async () => {
    const { call } = rehearse({ token: 'secret' });
    expect(await call('GET /snapshots/')).toMatchObject({ status: 401 });
    const headers = { authorization: 'Bearer secret' };
    expect(await call('GET /snapshots/', { headers })).toMatchObject({ status: 200 });
  });

  test('basePath', async () => {
    const api = new Api({ basePath: '/v2' });
    const headers = { authorization: 'Bearer token-for-tests' };
    const status = async (path: string) => {
      const handled = await api.handle({ method: 'GET', path, headers, body: '' });
      return typeof handled === 'string' ? handled : handled.status;
    };
    expect(await status('/v2/snapshots/')).toBe(200);
    expect(await status('/api/v1/snapshots/')).toBe(404);
    expect(await status('/snapshots/')).toBe(404);
    expect(api.ledger.map(({ path }) => path)).toEqual(['/snapshots/', '/api/v1/snapshots/', '/snapshots/']);
  });
});
