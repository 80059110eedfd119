import { afterEach, expect, test } from 'vitest';
import { type RunningServer, serve } from '../../../rehearsal/http/server.ts';
import { rehearse } from '../api/calls.ts';

const headers = { Authorization: 'Bearer token-for-tests', 'Content-Type': 'application/json' };
const running: RunningServer[] = [];

async function setUp(options: Parameters<typeof rehearse>[0] = {}) {
  const { api } = rehearse(options);
  const server = await serve(api);
  running.push(server);
  return { api, ...server };
}

afterEach(async () => {
  for (const server of running.splice(0)) await server.close();
});

test('carries requests there and answers back', async () => {
  const { api, url } = await setUp();
  expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/api\/v1$/);
  const body = JSON.stringify({ server_id: 12345, name: 'a', description: 'größer' });
  const created = await fetch(`${url}/snapshots/`, { method: 'POST', headers, body });
  expect(created.status).toBe(201);
  expect(created.headers.get('date')).toBe('Wed, 15 Jan 2025 18:30:00 GMT');
  expect(await created.json()).toMatchObject({ id: 801, description: 'größer' });
  const listed = await fetch(`${url}/snapshots/?server_id=12345`, { headers });
  expect(await listed.json()).toMatchObject({ count: 1 });
  const deleted = await fetch(`${url}/snapshots/801/`, { method: 'DELETE', headers });
  expect([deleted.status, await deleted.text()]).toEqual([204, '']);
  expect(api.ledger).toMatchObject([
    { method: 'POST', status: 201, headers: { authorization: headers.Authorization } },
    { method: 'GET', path: '/snapshots/', query: 'server_id=12345' },
    { method: 'DELETE', path: '/snapshots/801/', body: '' },
  ]);
});

test('hands out links to itself', async () => {
  const { api, url } = await setUp({ pageSize: 1 });
  api.addServer({ id: 2 });
  const page = (await (await fetch(`${url}/servers/`, { headers })).json()) as { next: string };
  expect(page.next).toBe(`${url}/servers/?page=2`);
});

test('sends no date when there is to be none', async () => {
  const { url } = await setUp({ dateHeader: false });
  expect((await fetch(`${url}/snapshots/`, { headers })).headers.get('date')).toBeNull();
});

test('resets the connection', async () => {
  const { api, url } = await setUp();
  api.fail({ when: {}, do: { kind: 'reset', processed: true } });
  const error = await fetch(`${url}/snapshots/`, { headers }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ message: 'fetch failed', cause: { code: 'ECONNRESET' } });
  expect((await fetch(`${url}/snapshots/`, { headers })).status).toBe(200);
});

test('holds an answer back', async () => {
  const { api, url } = await setUp();
  api.fail({ when: {}, do: { kind: 'hold', ms: 1 } });
  expect((await fetch(`${url}/snapshots/`, { headers })).status).toBe(200);
});

test.each([
  ['never comes', { kind: 'hang', processed: false }],
  ['is held back for an hour', { kind: 'hold', ms: 3_600_000 }],
] as const)('closes in spite of an answer that %s', async (_, effect) => {
  const { api, url, close } = await setUp();
  running.pop();
  api.fail({ when: {}, do: effect });
  const answer = fetch(`${url}/snapshots/`, { headers }).catch((reason: unknown) => reason);
  while (api.ledger.length === 0) await new Promise((resolve) => setImmediate(resolve));
  await close();
  expect(await answer).toMatchObject({ message: 'fetch failed' });
});

test('cuts the connection when a fault is itself at fault', async () => {
  const { api, url } = await setUp();
  const of = () => {
    throw new Error('a mistake in the test');
  };
  api.fail({ when: {}, do: { kind: 'echo', of } });
  await expect(fetch(`${url}/snapshots/`, { headers })).rejects.toThrow('fetch failed');
});

test('a port that is taken is an error', async () => {
  const { api, url } = await setUp();
  await expect(serve(api, { port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
});
