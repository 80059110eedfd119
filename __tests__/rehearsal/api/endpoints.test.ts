import { describe, expect, test } from 'vitest';
import { minute, rehearse } from './calls.ts';

const refusedToCreate = { detail: 'Invalid parameters or snapshot limit reached' };
const refusedToRestore = { detail: 'Server is not in a valid state for restoration' };

describe('POST /snapshots/', () => {
  test('answers as documented and completes in time', async () => {
    const { api, call, results, pass } = rehearse();
    const body = { server_id: 12345, name: 'pre-migration-snapshot', description: 'Before major migration' };
    const begun = {
      id: 801,
      server: { id: 12345, name: 'web-server-01' },
      name: 'pre-migration-snapshot',
      status: 'in_progress',
      size_mb: null,
      created_at: '2025-01-15T18:30:00Z',
      description: 'Before major migration',
    };
    const message = 'Snapshot is being created. This may take 3-10 minutes depending on server size.';
    expect(await call('POST /snapshots/', { body })).toMatchObject({
      status: 201,
      json: { ...begun, message },
    });
    expect(await results('/snapshots/')).toEqual([begun]);
    pass(5 * minute - 1);
    expect(await results('/snapshots/')).toEqual([begun]);
    pass(1);
    const done = { ...begun, status: 'completed', size_mb: 5120 };
    expect(await results('/snapshots/')).toEqual([done]);
    expect(api.snapshots()).toEqual([done]);
  });

  test.each([
    ['no JSON', 'server_id=12345'],
    ['an empty body', ''],
    ['JSON that is no object', 'null'],
    ['no server', { name: 'a' }],
    ['a server as text', { server_id: '12345', name: 'a' }],
    ['half a server', { server_id: 1.5, name: 'a' }],
    ['no name', { server_id: 12345 }],
    ['an empty name', { server_id: 12345, name: '' }],
    ['a space in the name', { server_id: 12345, name: 'a b' }],
    ['a newline after the name', { server_id: 12345, name: 'a\n' }],
    ['a dot in the name', { server_id: 12345, name: 'v1.0' }],
    ['a name that is no text', { server_id: 12345, name: 7 }],
    ['a description that is no text', { server_id: 12345, name: 'a', description: null }],
    ['an unknown field', { server_id: 12345, name: 'a', wait: true }],
  ])('refuses %s', async (_, body) => {
    const { api, call } = rehearse();
    expect(await call('POST /snapshots/', { body })).toMatchObject({ status: 400, json: refusedToCreate });
    expect(api.snapshots()).toEqual([]);
  });

  test('takes every documented kind of character in a name', async () => {
    const { create } = rehearse();
    expect(await create('Aa0-_')).toMatchObject({ status: 201, json: { name: 'Aa0-_', description: '' } });
  });

  test('refuses a body that is not said to be JSON', async () => {
    const { call } = rehearse();
    const sent = { body: { server_id: 12345, name: 'a' }, headers: { 'content-type': 'text/plain' } };
    expect(await call('POST /snapshots/', sent)).toMatchObject({ status: 415 });
  });

  test('does not know a server that is not there', async () => {
    const { create } = rehearse();
    expect(await create('a', 1)).toMatchObject({ status: 404, json: { detail: 'Server does not exist' } });
  });

  test('counts the snapshots of each server', async () => {
    const { api, call, create } = rehearse();
    api.addServer({ id: 2 });
    api.addSnapshot({ server: 2 });
    for (let count = 0; count < 5; count += 1) expect(await create()).toMatchObject({ status: 201 });
    expect(await create()).toMatchObject({ status: 400, json: refusedToCreate });
    await call('DELETE /snapshots/803/');
    expect(await create()).toMatchObject({ status: 201, json: { id: 807 } });
  });
});

describe('GET /snapshots/', () => {
  test('lists all, or those of one server', async () => {
    const { api, call } = rehearse();
    api.addServer({ id: 2 });
    api.addSnapshot({ server: 12345, name: 'first' });
    api.addSnapshot({ server: 2, name: 'second' });
    expect((await call('GET /snapshots/')).json).toMatchObject({
      count: 2,
      results: [{ id: 802 }, { id: 801 }],
    });
    expect((await call('GET /snapshots/?server_id=2')).json).toMatchObject({
      count: 1,
      results: [{ id: 802 }],
    });
    expect((await call('GET /snapshots/?server_id=3')).json).toEqual({ count: 0, results: [] });
  });

  test.each(['server_id=web', 'server_id=', 'server=2', 'page=1'])('refuses ?%s', async (query) => {
    const { call } = rehearse();
    expect(await call(`GET /snapshots/?${query}`)).toMatchObject({ status: 400 });
  });
});

describe('POST /snapshots/{id}/restore/', () => {
  test('answers as documented and restores in time', async () => {
    const { api, call, results, pass } = rehearse();
    const created_at = '2025-01-15T08:00:00Z';
    api.addSnapshot({ server: 12345, id: 900, name: 'before', created_at });
    expect(await call('POST /snapshots/900/restore/')).toMatchObject({
      status: 200,
      json: {
        status: 'success',
        message: 'Server is being restored from snapshot. This may take 5-15 minutes.',
        snapshot: { id: 900, name: 'before', created_at },
        server: { id: 12345, name: 'web-server-01', status: 'restoring' },
      },
    });
    expect(api.state.restores).toEqual([
      { at: Date.parse('2025-01-15T18:30:00Z'), server: 12345, snapshot: 900 },
    ]);
    pass(8 * minute - 1);
    expect(await results('/servers/')).toMatchObject([
      { status: 'restoring', updated_at: '2025-01-15T18:30:00Z' },
    ]);
    pass(1);
    expect(await results('/servers/')).toMatchObject([
      { status: 'active', updated_at: '2025-01-15T18:38:00Z' },
    ]);
    expect(await call('POST /snapshots/900/restore/')).toMatchObject({ status: 200 });
  });

  test('refuses a second restore of a server while one is going on', async () => {
    const { api, call } = rehearse();
    api.startRestore(12345);
    api.addSnapshot({ server: 12345 });
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 400, json: refusedToRestore });
    api.setServerStatus(12345, 'active');
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 200 });
  });

  test.each([
    ['active', 200],
    ['stopped', 200],
    ['suspended', 400],
    ['restoring', 400],
  ])('of a server that is %s: %i', async (status, expected) => {
    const { api, call } = rehearse();
    api.setServerStatus(12345, status);
    api.addSnapshot({ server: 12345 });
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: expected });
  });

  test.each(['in_progress', 'failed'])('refuses a snapshot that is %s', async (status) => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345, status });
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 400, json: refusedToRestore });
    expect(api.state.restores).toEqual([]);
  });

  test('takes no body', async () => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345 });
    expect(await call('POST /snapshots/801/restore/', { body: {} })).toMatchObject({ status: 400 });
    expect(api.servers()).toMatchObject([{ status: 'active' }]);
  });
});

describe('DELETE /snapshots/{id}/', () => {
  test('answers 204 without a body, and then 404', async () => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345 });
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 204, body: '' });
    expect(api.snapshots()).toEqual([]);
    expect(await call('DELETE /snapshots/801/')).toMatchObject({ status: 404 });
    expect(await call('POST /snapshots/801/restore/')).toMatchObject({ status: 404 });
  });

  test('takes no body', async () => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345 });
    expect(await call('DELETE /snapshots/801/', { body: '{}' })).toMatchObject({ status: 400 });
    expect(api.snapshots()).toHaveLength(1);
  });
});

describe('GET /servers/', () => {
  test('shows servers as documented', async () => {
    const { results } = rehearse();
    expect(await results('/servers/')).toEqual([
      {
        id: 12345,
        name: 'web-server-01',
        hostname: 'web12345.example.com',
        status: 'active',
        ip_address: '203.0.113.10',
        location: 'us-west',
        plan: { id: 1, name: 'Standard' },
        os: { id: 1, name: 'Ubuntu 24.04' },
        created_at: '2025-01-01T00:00:00Z',
        updated_at: '2025-01-01T00:00:00Z',
      },
    ]);
  });

  test.each([
    ['status=stopped', [2]],
    ['location=us-west', [12345, 2]],
    ['location=us-west&status=active', [12345]],
    ['location=mars', []],
  ])('filters by %s', async (query, ids) => {
    const { api, results } = rehearse();
    api.addServer({ id: 2, status: 'stopped' });
    api.addServer({ id: 3, location: 'eu-central' });
    expect((await results(`/servers/?${query}`)).map(({ id }: { id: number }) => id)).toEqual(ids);
  });
});

test('GET /account/me/ shows the account and the token', async () => {
  const { call } = rehearse();
  expect((await call('GET /account/me/')).json).toMatchObject({
    account: { email: 'owner@example.com' },
    token: { name: 'github-actions', permissions: ['servers', 'snapshots'] },
  });
});

const endpoints = [
  'GET /snapshots/',
  'POST /snapshots/',
  'POST /snapshots/801/restore/',
  'DELETE /snapshots/801/',
  'GET /servers/',
  'GET /account/me/',
];

describe.each(endpoints)('%s', (line) => {
  test.each([
    ['no token', ''],
    ['another token', 'Bearer another'],
    ['a token in another scheme', 'Token token-for-tests'],
  ])('with %s is a 401', async (_, authorization) => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345 });
    expect(await call(line, { headers: { authorization } })).toMatchObject({ status: 401 });
    expect(api.snapshots()).toHaveLength(1);
  });

  test('without its last slash is a 404', async () => {
    const { api, call } = rehearse();
    api.addSnapshot({ server: 12345 });
    expect(await call(line.replace(/\/$/, ''))).toMatchObject({ status: 404 });
    expect(api.snapshots()).toHaveLength(1);
  });
});

test.each([
  ['HEAD /snapshots/', 405],
  ['PUT /snapshots/', 405],
  ['GET /snapshots/801/', 405],
  ['PATCH /snapshots/801/', 405],
  ['GET /snapshots/801/restore/', 405],
  ['POST /servers/', 405],
  ['POST /account/me/', 405],
  ['DELETE /snapshots/802/', 404],
  ['DELETE /snapshots/web/', 404],
  ['GET /servers/12345/', 404],
  ['GET /', 404],
])('%s is a %i', async (line, status) => {
  const { api, call } = rehearse();
  api.addSnapshot({ server: 12345 });
  expect(await call(line)).toMatchObject({ status });
});
