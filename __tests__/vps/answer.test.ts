import { describe, expect, test } from 'vitest';
import { bodyOf, isRefusalInDisguise, redirection, troubleIn } from '../../src/vps/answer.ts';
import { ApiError, NotOffered, WrongAddress } from '../../src/vps/api-error.ts';
import type { VpsError } from '../../src/vps/errors.ts';
import { connected, order } from '../helpers/connected.ts';
import { errorOf } from '../helpers/errors.ts';
import { id } from '../helpers/ids.ts';

describe('a 2xx that says no', () => {
  test.each<[unknown, boolean]>([
    [{ status: 'failed', message: 'No.' }, true],
    [{ status: 'error', message: 'No.' }, true],
    [{ status: 'ERROR' }, true],
    [{ status: 'success', message: 'Server is being restored.' }, false],
    [{ status: 'failed', id: 801 }, false],
    [{ status: 'failed', uuid: 'x' }, false],
    [{ status: 'error', results: [] }, false],
    [{ status: 'error', snapshot: { id: 801 } }, false],
    [[{ status: 'error' }], false],
    ['error', false],
    [null, false],
    [undefined, false],
  ])('%j: %s', (json, expected) => {
    expect(isRefusalInDisguise(json)).toBe(expected);
  });

  test.each([200, 201, 202])('%i is a refusal with these words, at every call', async (status) => {
    const { api, clock, vps, lines } = connected();
    const json = { status: 'failed', message: 'Storage is full.' };
    api.fail({ when: {}, times: 9, do: { kind: 'status', status, json } });
    const calls = [
      () => vps.createSnapshot(order),
      () => vps.restoreSnapshot(id(801)),
      () => vps.deleteSnapshot(id(801)),
      () => vps.power(id(7), 'stop'),
      () => vps.listServers(),
    ];
    for (const call of calls) {
      const error = await errorOf(clock.run<unknown>(call()));
      expect(error).toBeInstanceOf(ApiError);
      expect(error).toMatchObject({ status, fate: 'refused', passing: false, words: 'Storage is full.' });
    }
    expect(lines()).toHaveLength(calls.length);
  });
});

describe('the body of a success', () => {
  test('of a GET must be JSON', () => {
    for (const body of ['', 'text', '<html>']) expect(() => bodyOf('GET', body)).toThrow();
  });

  test.each(['', 'Accepted.', '{"cut":'])('of a request that changes something may be %j', (body) => {
    for (const method of ['POST', 'DELETE']) expect(bodyOf(method, body)).toBeUndefined();
  });

  test.each(['<html>', ' \n<!doctype html>', '\ufeff<html>'])('but not the page %j', (body) => {
    for (const method of ['POST', 'DELETE']) expect(() => bodyOf(method, body)).toThrow();
  });
});

test.each<[string, string]>([
  ['https://sso.example.com/login?next=x', 'a redirect to sso.example.com, a login page'],
  ['https://www.example.com/api/?token=secret', 'a redirect to www.example.com'],
  ['/accounts/log-in/', 'a redirect to a login page'],
  ['/elsewhere', 'a redirect to another path'],
  ['', ''],
])('a redirect to %j', (location, expected) => {
  expect(redirection(new Headers(location ? { location } : {}))).toBe(expected);
});

describe('what went wrong on the way', () => {
  const reason = (code: string, syscall?: string) => Object.assign(new Error('x'), { code, syscall });
  const failed = (cause: unknown) => new TypeError('fetch failed', { cause });

  test.each<[string, unknown, { code: string; neverLeft: boolean }]>([
    ['refused', failed(reason('ECONNREFUSED')), { code: 'ECONNREFUSED', neverLeft: true }],
    ['cut', failed(reason('ECONNRESET', 'read')), { code: 'ECONNRESET', neverLeft: false }],
    ['no route', failed(reason('ENETUNREACH', 'connect')), { code: 'ENETUNREACH', neverLeft: true }],
    ['no route, later', failed(reason('EHOSTUNREACH', 'read')), { code: 'EHOSTUNREACH', neverLeft: false }],
    [
      'no route to any address: the first cause is kept',
      failed(new AggregateError([reason('ENETUNREACH', 'connect'), reason('ETIMEDOUT', 'connect')])),
      { code: 'ENETUNREACH', neverLeft: true },
    ],
    [
      'to one of them something may have been sent',
      failed(new AggregateError([reason('ENETUNREACH', 'connect'), reason('ECONNRESET', 'read')])),
      { code: 'ENETUNREACH', neverLeft: false },
    ],
    ['nothing known', new TypeError('x'), { code: 'TypeError', neverLeft: false }],
    ['no error at all', 'text', { code: 'unknown', neverLeft: false }],
  ])('%s', (_, error, expected) => {
    expect(troubleIn(error)).toEqual(expected);
  });
});

describe('a page in place of an answer', () => {
  const statuses = [200, 401, 403, 503];

  test.each(statuses)('%i is waited out by a GET and a DELETE', async (status) => {
    const { api, clock, vps } = connected();
    const made = id(api.addSnapshot({ server: 12345 }));
    api.fail({ when: {}, times: 9, do: { kind: 'html', status } });
    expect(await clock.run(vps.listServers())).toHaveLength(2);
    api.fail({ when: {}, times: 9, do: { kind: 'html', status } });
    expect(await clock.run(vps.deleteSnapshot(made))).toBe('deleted');
    expect(api.snapshots()).toEqual([]);
  });

  test.each(statuses)('%i to a DELETE for ever is no deletion', async (status) => {
    const { api, clock, vps } = connected({ deadline: 60_000 });
    const made = id(api.addSnapshot({ server: 12345 }));
    api.fail({ when: {}, times: Number.POSITIVE_INFINITY, do: { kind: 'html', status } });
    const error = (await errorOf(clock.run(vps.deleteSnapshot(made)))) as VpsError;
    expect([error.fate, error.message]).toEqual(['unknown', expect.stringContaining('web page')]);
    expect(api.snapshots()).toHaveLength(1);
  });

  test.each(statuses)('%i is unclear for a POST, and says who speaks', async (status) => {
    const { api, clock, vps, lines } = connected();
    api.fail({ when: {}, times: 9, do: { kind: 'html', status } });
    const calls = [
      () => vps.createSnapshot(order),
      () => vps.restoreSnapshot(id(801)),
      () => vps.power(id(7), 'stop'),
    ];
    for (const call of calls)
      expect(await errorOf(clock.run<unknown>(call()))).toMatchObject({
        fate: 'unknown',
        message: expect.stringContaining('web page'),
      });
    expect(lines()).toHaveLength(3);
  });
});

describe('a page with 404 for ever', () => {
  const forever = { times: Number.POSITIVE_INFINITY, do: { kind: 'html', status: 404 } } as const;

  test('while another path answers: not offered, within half a minute', async () => {
    const { api, clock, vps, moments } = connected();
    api.fail({ when: { path: '/snapshots/' }, ...forever });
    await clock.run(vps.listServers());
    const error = await errorOf(clock.run(vps.listSnapshots()));
    expect(error).toBeInstanceOf(NotOffered);
    expect(error).toMatchObject({ passing: false, message: expect.stringContaining('GET /snapshots/') });
    expect(moments().length).toBeGreaterThanOrEqual(4);
    expect(clock.now()).toBeGreaterThanOrEqual(20_000);
    expect(clock.now()).toBeLessThan(30_000);
  });

  test('and nothing was asked for before: the account’s own path is asked', async () => {
    const { api, clock, vps, lines } = connected();
    api.fail({ when: { path: '/snapshots/' }, ...forever });
    expect(await errorOf(clock.run(vps.listSnapshots()))).toBeInstanceOf(NotOffered);
    expect(lines().at(-1)).toContain('GET /account/me/');
  });

  test('everywhere: the address is wrong', async () => {
    const { api, clock, vps } = connected();
    api.fail({ when: {}, ...forever });
    const error = await errorOf(clock.run(vps.listServers()));
    expect(error).toBeInstanceOf(WrongAddress);
    expect(error).toMatchObject({ next: expect.stringContaining('Check api_url') });
    expect(clock.now()).toBeLessThan(30_000);
  });

  test('that ends is no more than a deploy of theirs', async () => {
    const { api, clock, vps } = connected();
    api.fail({ when: {}, ...forever, times: 4 });
    expect(await clock.run(vps.listServers())).toHaveLength(2);
  });

  test('of a snapshot that no list shows: there is none', async () => {
    const { api, clock, vps } = connected();
    await clock.run(vps.listSnapshots());
    api.fail({ when: { method: 'DELETE' }, ...forever });
    expect(await clock.run(vps.deleteSnapshot(id(999)))).toBe('absent');
  });

  test('of a snapshot that the list shows: not offered', async () => {
    const { api, clock, vps } = connected();
    const made = id(api.addSnapshot({ server: 12345 }));
    await clock.run(vps.listSnapshots());
    await clock.run(vps.listServers());
    api.fail({ when: { method: 'DELETE' }, ...forever });
    expect(await errorOf(clock.run(vps.deleteSnapshot(made)))).toBeInstanceOf(NotOffered);
  });
});
