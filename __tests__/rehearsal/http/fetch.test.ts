import { describe, expect, test } from 'vitest';
import type { Effect } from '../../../rehearsal/api/api.ts';
import { asFetch, type FetchOptions } from '../../../rehearsal/http/fetch.ts';
import { rehearse } from '../api/calls.ts';

const snapshots = 'https://admin.vps.org/api/v1/snapshots/';
const headers = { Authorization: 'Bearer token-for-tests', 'Content-Type': 'application/json' };

function setUp(options?: FetchOptions) {
  const { api } = rehearse();
  return {
    api,
    fetch: asFetch(api, options),
    fail: (effect: Effect) => api.fail({ when: {}, do: effect }),
  };
}

test('carries requests there and answers back', async () => {
  const { api, fetch } = setUp();
  const body = JSON.stringify({ server_id: 12345, name: 'a' });
  const created = await fetch(snapshots, { method: 'POST', headers, body });
  expect(created.status).toBe(201);
  expect(created.headers.get('content-type')).toBe('application/json');
  expect(await created.json()).toMatchObject({ id: 801 });
  const listed = await fetch(new URL('?server_id=12345', snapshots), { headers });
  expect(await listed.json()).toMatchObject({ count: 1 });
  const deleted = await fetch(`${snapshots}801/`, { method: 'delete', headers });
  expect([deleted.status, deleted.ok, await deleted.text()]).toEqual([204, true, '']);
  expect(api.ledger).toMatchObject([
    { method: 'POST', path: '/snapshots/', body: { name: 'a' } },
    { method: 'GET', query: 'server_id=12345' },
    { method: 'DELETE', path: '/snapshots/801/' },
  ]);
});

test('takes a request object', async () => {
  const { api, fetch } = setUp();
  const body = JSON.stringify({ server_id: 12345, name: 'a' });
  await fetch(new Request(snapshots, { method: 'POST', headers, body }));
  expect(api.snapshots()).toMatchObject([{ name: 'a' }]);
});

test('tells the ledger which host was asked', async () => {
  const { api, fetch } = setUp();
  await fetch('https://evil.example/api/v1/snapshots/', { headers });
  expect(api.ledger).toMatchObject([
    { headers: { host: 'evil.example', authorization: headers.Authorization } },
  ]);
});

test('has carried a request out when the call returns', () => {
  const { api, fetch } = setUp();
  void fetch(snapshots, { headers });
  expect(api.ledger).toHaveLength(1);
});

test('a reset looks as in Node', async () => {
  const { fetch, fail } = setUp();
  fail({ kind: 'reset', processed: false });
  const error = await fetch(snapshots, { headers }).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({
    message: 'fetch failed',
    cause: { message: 'read ECONNRESET', code: 'ECONNRESET' },
  });
});

test.each([
  ['manual', 302],
  ['error', undefined],
  ['follow', undefined],
  [undefined, undefined],
] as const)('a redirect with redirect: %s', async (redirect, status) => {
  const { fetch, fail } = setUp();
  fail({ kind: 'redirect', to: 'https://evil.example/' });
  const answer = fetch(snapshots, { headers, ...(redirect && { redirect }) });
  if (status === undefined) await expect(answer).rejects.toThrow('fetch failed');
  else expect(await answer).toMatchObject({ status });
});

describe('signals', () => {
  test('a request that was given up before it was sent never arrives', async () => {
    const { api, fetch } = setUp();
    const reason = new Error('too late');
    await expect(fetch(snapshots, { headers, signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
    expect(api.ledger).toEqual([]);
  });

  test('end a wait for an answer that never comes', async () => {
    const { fetch, fail } = setUp();
    fail({ kind: 'hang', processed: true });
    const controller = new AbortController();
    const answer = fetch(snapshots, { headers, signal: controller.signal });
    const reason = new Error('enough');
    const rejection = expect(answer).rejects.toBe(reason);
    controller.abort(reason);
    await rejection;
  });

  test('end a wait for an answer that is held back', async () => {
    const controller = new AbortController();
    const slept: [number, boolean][] = [];
    const { api, fetch } = setUp({
      sleep: (ms, signal) => {
        slept.push([ms, signal === controller.signal]);
        return new Promise(() => {});
      },
    });
    api.fail({ when: {}, do: { kind: 'hold', ms: 500 } });
    const answer = fetch(snapshots, { headers, signal: controller.signal });
    const rejection = expect(answer).rejects.toBe('stop');
    controller.abort('stop');
    await rejection;
    expect(slept).toEqual([[500, true]]);
  });

  test('are obeyed when raised while the request is carried out', async () => {
    const { fetch, fail } = setUp();
    const controller = new AbortController();
    fail({ kind: 'echo', of: () => controller.abort('meanwhile') });
    await expect(fetch(snapshots, { headers, signal: controller.signal })).rejects.toBe('meanwhile');
  });
});

test('an answer that is held back comes after the sleep', async () => {
  let wake = () => {};
  const { fetch, fail } = setUp({
    sleep: () =>
      new Promise((resolve) => {
        wake = resolve;
      }),
  });
  fail({ kind: 'hold', ms: 500 });
  let status = 0;
  const answer = fetch(snapshots, { headers }).then((response) => {
    status = response.status;
  });
  for (let turn = 0; turn < 100; turn += 1) await Promise.resolve();
  expect(status).toBe(0);
  wake();
  await answer;
  expect(status).toBe(200);
});

test('needs no timer and no I/O, only promises', async () => {
  const { fetch } = setUp();
  let count: unknown;
  const body = JSON.stringify({ server_id: 12345, name: 'a' });
  void fetch(snapshots, { method: 'POST', headers, body })
    .then((response) => response.json())
    .then(() => fetch(snapshots, { headers }))
    .then((response) => response.text())
    .then((text) => {
      count = JSON.parse(text).count;
    });
  for (let turn = 0; turn < 200 && count === undefined; turn += 1) await Promise.resolve();
  expect(count).toBe(1);
});
