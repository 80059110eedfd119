import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import { create, snapshots } from '../helpers/calls.ts';
import { afterTheJob, expectError, expectRefusal, server, stage } from '../helpers/scenario.ts';

/** As many servers as there are words, one for each, numbered from 1. */
const each = (words: readonly string[]) => ({
  servers: words.map((_, index) => ({ id: index + 1 })),
  server_id: words.map((_, index) => index + 1).join(),
  wordOf: (id: number) => words[id - 1] ?? '',
});

const complete = ['completed', 'complete', 'success', 'available', 'ready', 'done', 'FINISHED'];
const failures = [
  ...['failed', 'error', 'rejected', 'killed', 'timeout', 'aborted'],
  ...['canceled', 'cancelled', 'Expired'],
];
const running = ['active', 'running', 'online', 'on', 'started'];
const standing = ['stopped', 'off', 'shutoff', 'halted', 'powered_off'];

describe.concurrent('a word for a snapshot', () => {
  test('that is complete, whichever the API uses, ends the wait', async () => {
    const { servers, server_id, wordOf } = each(complete);
    await using scene = await stage({ servers, api: { createEndsAs: wordOf } });
    const step = await scene.uses({ server_id });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'created' } });
    expect(step.outputs.snapshot_id?.split(',')).toHaveLength(complete.length);
  });

  test('that failed, whichever the API uses, ends it too', async () => {
    const { servers, wordOf } = each(failures);
    const taken = servers.map(({ id }) => ({ id: 800 + id, server: id, status: wordOf(id) }));
    await using scene = await stage({ servers, snapshots: taken });
    const step = await scene.uses({ mode: 'wait', snapshot_id: taken.map(({ id }) => id).join() });
    expectError(step, `${failures.length} of ${failures.length} failed`);
    for (const word of failures) expect(step.annotations[0]?.message).toContain(`"${word.toLowerCase()}"`);
  });

  test('that nobody knows waits on, is told once, and stands in the error', async () => {
    await using scene = await stage({ api: { createEndsAs: 'frobnicated' } });
    const step = await scene.uses({ server_id: '12345', timeout_minutes: '0.06' });
    expectError(step, 'Snapshot not complete in time', 'frobnicated', 'VPS.org');
    expect(step.annotations[0]?.message).not.toContain('goes on');
    expect(step.stdout.match(/^Snapshot .*frobnicated.*not documented/gm)).toHaveLength(1);
  });

  test.each(['deleted', 'deleting'])('that is %s is one for something that is not there', async (status) => {
    await using scene = await stage({ snapshots: [{ id: 802, status }, { id: 803 }] });
    const listed = await scene.uses({ mode: 'list' });
    expect(listed.outputs.snapshot_id).toBe('803');
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectRefusal({ scene, step }, 'Snapshot not found', 'Snapshot 802');
  });
});

describe.concurrent('a word for a server', () => {
  test('that runs, whichever the API uses, is the end of a restore', async () => {
    const { servers, wordOf } = each(running);
    const taken = servers.map(({ id }) => ({ id: 800 + id, server: id }));
    const seeds = servers.map(({ id }) => ({ id, status: wordOf(id) }));
    await using scene = await stage({ servers: seeds, snapshots: taken, api: { afterRestore: wordOf } });
    const snapshot_id = taken.map(({ id }) => id).join();
    const step = await scene.uses({ mode: 'restore', snapshot_id });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'restored' } });
  });

  test('that stands still, whichever the API uses: one that ran before is started after a restore', async () => {
    const { servers, wordOf } = each(standing);
    const taken = servers.map(({ id }) => ({ id: 800 + id, server: id }));
    const api = { afterRestore: wordOf, power: 'offered' } as const;
    await using scene = await stage({ servers, snapshots: taken, api });
    const snapshot_id = taken.map(({ id }) => id).join();
    const step = await scene.uses({ mode: 'restore', snapshot_id });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'restored' } });
    expect(scene.changes.filter((line) => line.includes('/power/'))).toHaveLength(standing.length);
    expect(new Set(scene.api.servers().map(({ status }) => status))).toEqual(new Set(['active']));
  });
});

describe.concurrent('the API’s words', () => {
  const bodies: [unknown, string][] = [
    [
      { errors: { server_id: ['Not a server of this account.'] } },
      'server_id: Not a server of this account.',
    ],
    [{ reason: 'The node is full' }, 'POST /snapshots/: The node is full.'],
    [{ message: { text: 'Storage is read-only.' } }, 'POST /snapshots/: Storage is read-only.'],
    [['Backups are paused.'], 'POST /snapshots/: Backups are paused.'],
    [{ errors: [{ detail: 'Too long.', attr: 'name' }] }, 'name: Too long.'],
    [{ description: ['No more than 64 characters.'] }, 'description: No more than 64 characters.'],
  ];

  test('come through, whatever the shape of the body, with their fields and one full stop', async () => {
    const ids = bodies.map((_, index) => index + 1);
    await using scene = await stage({ servers: ids.map((id) => ({ id })) });
    for (const [json] of bodies) scene.api.fail({ when: create, do: { kind: 'status', status: 422, json } });
    const step = await scene.uses({ server_id: ids.join() });
    expectError(step, `${ids.length} of ${ids.length} failed`);
    const [{ message } = { message: '' }] = step.annotations;
    for (const [, words] of bodies) expect(message).toContain(words);
    expect(message).not.toMatch(/\.\.|\[object|[{}]/);
  });

  test('come through as plain text too, though nobody knows whose they are', async () => {
    const effect = { kind: 'status', status: 422, body: 'Out of disk' } as const;
    await using scene = await stage({ faults: [{ when: create, times: 9, do: effect }] });
    expectError(await scene.uses({ server_id: '12345' }), 'Snapshot not certain', 'Out of disk');
  });

  const hints: [string, Effect, string, ...(string | RegExp)[]][] = [
    ['402', { kind: 'status', status: 402 }, 'No snapshot', 'billing'],
    [
      '403 about credentials',
      {
        kind: 'status',
        status: 403,
        json: { detail: 'Authentication credentials were not provided.' },
      },
      'No snapshot',
      /POST \/snapshots\/: Authentication credentials were not provided\.$/m,
      'Make a new token',
    ],
    [
      '403 about permissions',
      { kind: 'status', status: 403 },
      'No snapshot',
      'The token is not allowed to do this',
    ],
    ['422 without words', { kind: 'status', status: 422, body: '{}' }, 'No snapshot', 'does not say why'],
  ];
  test.each(hints)('%s, and a hint that fits', async (_, effect, title, ...texts) => {
    await using scene = await stage({ faults: [{ when: create, times: 9, do: effect }] });
    expectError(await scene.uses({ server_id: '12345' }), title, ...texts);
    expect(scene.ids).toEqual([]);
  });

  test('about a missing token end a look at once', async () => {
    const json = { detail: 'Authentication credentials were not provided.' };
    const faults = [{ when: snapshots, times: 9, do: { kind: 'status', status: 403, json } as const }];
    await using scene = await stage({ faults });
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' });
    expectError(step, 'Token not accepted', 'Make a new token');
    expect(scene.requests.filter((line) => line.startsWith('GET /snapshots/'))).toHaveLength(1);
  });
});

describe.concurrent('a delete that takes a while', () => {
  const api = { deleteTakesMs: 1_200, statusWhileDeleting: 'completed' };

  test('is done when the lists no longer show it, and not before', async () => {
    await using scene = await stage({ api, snapshots: [{ id: 802 }] });
    const step = await scene.uses({ mode: 'delete', snapshot_id: '802', poll_interval_seconds: '0.2' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'deleted', deleted_ids: '[802]' } });
    expect([scene.changes, scene.ids]).toEqual([['DELETE /snapshots/802/ 202'], []]);
    expect(scene.requests.filter((line) => line === 'GET /snapshots/ 200').length).toBeGreaterThan(3);
  });

  test('that never ends is red: accepted, not gone', async () => {
    await using scene = await stage({ api: { ...api, deleteTakesMs: 60_000 }, snapshots: [{ id: 802 }] });
    const step = await scene.uses({ mode: 'delete', snapshot_id: '802' });
    expectError(step, 'Deletion accepted, not gone', 'Snapshot 802'.toLowerCase(), 'still show it');
    expect(step.outputs).toMatchObject({ result: 'failed', deleted_ids: '[]' });
  });

  test('that never ends is a warning of the guard', async () => {
    await using scene = await stage({ api: { ...api, deleteTakesMs: 60_000 } });
    await scene.uses({ server_id: '12345', on_success: 'delete' });
    const post = await scene.endsAs('success');
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('kept') });
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Snapshot not deleted' }]);
    expect(post.annotations[0]?.message).toContain('still show it');
  });
});

describe.concurrent('the way there', () => {
  test('leads through a proxy that wants a login: told at once, and nothing to settle', async () => {
    const proxy = createServer().on('connect', (_, socket) => {
      socket.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic\r\n\r\n');
    });
    await using _ = { [Symbol.asyncDispose]: async () => void proxy.close() };
    await new Promise<void>((listening) => proxy.listen(0, '127.0.0.1', listening));
    const { port } = proxy.address() as AddressInfo;
    await using scene = await stage();
    const env = { HTTPS_PROXY: `http://127.0.0.1:${port}` };
    const step = await scene.uses({ server_id: '12345', api_url: 'https://vps.example/api/v1' }, { env });
    expectError(step, 'The proxy refused', 'The proxy wants a login', 'Nothing was changed.');
  });

  test('there is none: nothing is to be settled, and nothing was changed', async () => {
    await using scene = await stage();
    const step = await scene.uses({
      ...{ mode: 'restore', snapshot_id: '802' },
      ...{ api_url: 'https://[2001:db8::1]/api/v1', timeout_minutes: '0.03' },
    });
    expectError(step, 'VPS.org not reached', 'No answer from VPS.org', 'Nothing was changed.');
    expect(step.outputs.result).toBe('failed');
  });

  test('a certificate that is not checked: it is, for this action', async () => {
    await using scene = await stage({ servers: [{ id: server }] });
    const env = { NODE_TLS_REJECT_UNAUTHORIZED: '0' };
    const step = await scene.uses({ mode: 'list' }, { env });
    expect(step).toMatchObject({ exitCode: 0, annotations: [{ level: 'warning' }] });
    expect(step.annotations[0]?.message).toContain('NODE_TLS_REJECT_UNAUTHORIZED');
  });
});
