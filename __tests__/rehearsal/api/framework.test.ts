import { describe, expect, test } from 'vitest';
import { type ApiOptions, uuidOf } from '../../../rehearsal/api/api.ts';
import { rehearse } from './calls.ts';

const client: ApiOptions = { form: 'client' };
const server = uuidOf(12345);
const snapshot = uuidOf(801);

function withSnapshot(options: ApiOptions = client) {
  const rehearsal = rehearse(options);
  rehearsal.api.addSnapshot({ server: 12345 });
  return rehearsal;
}

test.each<[string, ApiOptions]>([
  ['GET /', {}],
  ['GET /backups/', {}],
  ['GET /backups', client],
  ['GET /snapshots/web/', client],
  ['POST /servers/12345/power/', {}],
])('%s with %o is a page, with or without a token', async (line, options) => {
  const { call } = rehearse(options);
  for (const authorization of ['Bearer token-for-tests', '']) {
    const answer = await call(line, { headers: { authorization } });
    expect(answer).toMatchObject({ status: 404, headers: { 'content-type': 'text/html' } });
    expect(answer.body).toContain('<h1>Not Found</h1>');
  }
});

describe('a method that a path does not have', () => {
  test.each<[string, string]>([
    ['PUT /snapshots/', 'GET'],
    [`GET /snapshots/${snapshot}/`, 'DELETE'],
    [`GET /snapshots/${snapshot}/restore/`, 'POST'],
    [`GET /servers/${server}/power/`, 'POST'],
  ])('%s', async (line, allow) => {
    const { call } = withSnapshot();
    const detail = `Method "${line.split(' ')[0]}" not allowed.`;
    expect(await call(line)).toMatchObject({ status: 405, headers: { allow }, json: { detail } });
  });

  test('permissionBeforeMethod', async () => {
    const { call } = withSnapshot({ ...client, permissionBeforeMethod: true });
    const json = { detail: 'You do not have permission to perform this action.' };
    expect(await call('POST /snapshots/')).toMatchObject({ status: 403, json });
    expect(await call('GET /snapshots/')).toMatchObject({ status: 200 });
  });

  test('the token comes first', async () => {
    const { call } = rehearse(client);
    expect(await call('PUT /snapshots/', { headers: { authorization: '' } })).toMatchObject({ status: 401 });
  });
});

test.each([
  ['', 'Authentication credentials were not provided.'],
  ['Bearer another', 'Invalid token.'],
])('a token like "%s"', async (authorization, detail) => {
  const { call } = rehearse(client);
  expect(await call('GET /servers/', { headers: { authorization } })).toMatchObject({
    status: 401,
    headers: { 'www-authenticate': 'Bearer' },
    json: { detail },
  });
});

describe('a path without its last slash', () => {
  test.each([
    ['GET /snapshots', '/api/v1/snapshots/'],
    ['GET /snapshots?page=2', '/api/v1/snapshots/?page=2'],
    [`POST /snapshots/${snapshot}/restore`, `/api/v1/snapshots/${snapshot}/restore/`],
    [`DELETE /snapshots/${snapshot}`, `/api/v1/snapshots/${snapshot}/`],
  ])('%s', async (line, location) => {
    const { api, call } = withSnapshot();
    expect(await call(line)).toMatchObject({ status: 301, headers: { location }, body: '' });
    expect([api.snapshots().length, api.state.restores]).toEqual([1, []]);
  });
});

describe('a client that does not read JSON', () => {
  test.each<[string, ApiOptions, string, string]>([
    ['GET /snapshots/', {}, 'text/html', 'HTTP 200'],
    ['GET /snapshots/', client, 'text/html,application/xml', 'HTTP 200'],
    ['PUT /snapshots/', client, 'text/html', 'HTTP 405'],
    ['DELETE /snapshots/801/', {}, 'text/html', ''],
  ])('%s, %o, %s', async (line, options, accept, text) => {
    const { call } = withSnapshot(options);
    const answer = await call(line, { headers: { accept } });
    expect(answer.headers['content-type']).toBe(text === '' ? undefined : 'text/html');
    expect(answer.body).toContain(text);
    expect(answer.json).toBeUndefined();
  });

  test('is served all the same', async () => {
    const { api, call } = rehearse();
    const body = { server_id: 12345, name: 'a' };
    const answer = await call('POST /snapshots/', { body, headers: { accept: 'text/html' } });
    expect(answer.status).toBe(201);
    expect(api.snapshots()).toHaveLength(1);
  });

  test.each(['*/*', 'application/json', 'application/*', 'application/json; q=0.9, text/html'])(
    '%s reads it',
    async (accept) => {
      const { call } = rehearse(client);
      expect((await call('GET /snapshots/', { headers: { accept } })).json).toMatchObject({ count: 0 });
    },
  );
});

describe('throttle', () => {
  const throttle = { requests: 2, perMs: 60_000 };

  test('refuses, and says for how long', async () => {
    const { api, call, pass } = rehearse({ throttle });
    const status = async () => (await call('GET /snapshots/')).status;
    expect(await status()).toBe(200);
    pass(20_000);
    expect([await status(), await status()]).toEqual([200, 429]);
    pass(500);
    expect(await call('DELETE /snapshots/801/')).toMatchObject({
      status: 429,
      headers: { 'retry-after': '40' },
      json: { detail: 'Request was throttled. Expected available in 40 seconds.' },
    });
    pass(39_499);
    expect((await call('GET /snapshots/')).json.detail).toContain('in 1 second.');
    pass(1);
    expect([await status(), await status()]).toEqual([200, 429]);
    expect(api.ledger).toHaveLength(7);
  });

  test('retryAfter', async () => {
    const { call } = rehearse({ throttle: { requests: 0, perMs: 1_000 }, retryAfter: false });
    await call('GET /snapshots/');
    const { status, headers } = await call('GET /snapshots/');
    expect([status, headers['retry-after']]).toEqual([429, undefined]);
  });

  test('does not count those without a token', async () => {
    const { call } = rehearse({ throttle });
    for (let count = 0; count < 3; count += 1)
      expect(await call('GET /snapshots/', { headers: { authorization: '' } })).toMatchObject({
        status: 401,
      });
    expect(await call('GET /snapshots/')).toMatchObject({ status: 200 });
  });
});

describe('what is ignored', () => {
  test('an unknown parameter', async () => {
    const { call } = withSnapshot();
    expect((await call('GET /snapshots/?server=2')).json).toMatchObject({ count: 1 });
  });

  test('a body where none is due', async () => {
    const { call } = withSnapshot();
    expect(await call(`POST /snapshots/${snapshot}/restore/`, { body: {} })).toMatchObject({ status: 200 });
    expect(await call(`DELETE /snapshots/${snapshot}/`, { body: {} })).toMatchObject({ status: 204 });
  });

  test('but not a parameter that makes no sense', async () => {
    const { call } = rehearse(client);
    expect(await call('GET /snapshots/?server_id=2')).toMatchObject({
      status: 400,
      json: { server_id: ['Enter a number.'] },
    });
  });
});

test('manners can be those of the other form', async () => {
  const documented = rehearse({ manners: 'framework' });
  expect(await documented.call('GET /snapshots')).toMatchObject({ status: 301 });
  expect((await documented.call('DELETE /snapshots/801/')).json).toEqual({
    detail: 'No Snapshot matches the given query.',
  });
  const strict = rehearse({ form: 'client', manners: 'documented' });
  expect(await strict.call('GET /snapshots/?wait=true')).toMatchObject({ status: 400 });
});

test('errorBody has its say', async () => {
  const { call } = rehearse({ form: 'client', errorBody: 'message' });
  expect((await call('PUT /snapshots/')).json).toEqual({ message: 'Method "PUT" not allowed.' });
});
