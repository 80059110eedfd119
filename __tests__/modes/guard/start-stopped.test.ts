import { describe, expect, test } from 'vitest';
import { uuidOf } from '../../../rehearsal/api/api.ts';
import { minute, second } from '../../../src/limits.ts';
import { endings } from '../../../src/rules/policy.ts';
import { newTarget } from '../../../src/state/saved-state.ts';
import { idsOf } from '../../helpers/guarded.ts';
import { id } from '../../helpers/ids.ts';
import { marked, own } from '../../helpers/marked.ts';
import {
  afterKilled,
  expectRunning,
  firstRequests,
  killedAtSave,
  postOfStopping,
  powered,
  powerOf,
  startOf,
} from '../../helpers/standstills.ts';
import { epoch } from '../../helpers/virtual-clock.ts';

const first = ['POST /servers/1/power/ start'];
const forever = Number.POSITIVE_INFINITY;

describe('a server that the main step left standing', () => {
  test.each(endings)('is started before all else, job %s', async (ends) => {
    const policies = { on_success: 'delete', on_failure: 'restore', on_cancelled: 'restore' };
    const post = await afterKilled({ ends, post: { inputs: policies } }).run();
    expect(firstRequests(post, 1)).toEqual(first);
    expect(post.groups[0]).toBe('Starting what the main step stopped');
    expect(post.red).toBe(false);
    expect(powerOf(post, 1)).toEqual(['start']);
    expect(post.notices).toMatchObject([{ title: 'Server started again' }]);
    expect(post.notices[0]?.message).toMatch(/runs again, 1m \d\ds later\.$/);
    expect(post.api.servers()[0]?.status).toBe('active');
  });

  test('costs nothing when there is none', async () => {
    const post = await afterKilled({ state: { standing: [] } }).run();
    expect(post).toMatchObject({ red: false, ledger: [] });
  });

  test('and another one that it did not stop: that is left alone', async () => {
    const servers = [
      { id: 1, status: 'stopped' },
      { id: 2, status: 'stopped' },
    ];
    const post = await afterKilled({ servers }).run();
    expect([powerOf(post, 1), powerOf(post, 2)]).toEqual([['start'], []]);
  });

  test('is started by the id that the list shows where its own is not found', async () => {
    const page = { kind: 'html', status: 404 } as const;
    const post = await afterKilled({
      post: { faults: [{ when: { path: '/servers/1/power/' }, times: forever, do: page }] },
    }).run();
    expect(post.red).toBe(false);
    expect(firstRequests(post, 3)).toEqual([
      ...first,
      'GET /servers/',
      `POST /servers/${uuidOf(1)}/power/ start`,
    ]);
  });
});

describe('where the inputs of the post step cannot be used', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a policy that is none', { on_failure: 'rollback' }, 'Input on_failure'],
    ['a ready_url that is none', { ready_url: 'web' }, 'Input ready_url'],
  ])('%s: the server is started all the same, and the error told', async (_, inputs, title) => {
    const post = await afterKilled({ post: { inputs } }).run();
    expect(firstRequests(post, 1)).toEqual(first);
    expect(post).toMatchObject({ red: true, error: { title } });
    expect(post.changes).toHaveLength(1);
    expect(post.api.servers()[0]?.status).toBe('active');
  });

  test.each<[string, Record<string, string>]>([
    ['no token', { api_token: '' }],
    ['another api_url', { api_url: 'https://vps.example.com/api/v1' }],
  ])('%s: no request, and the error has the way by hand', async (_, inputs) => {
    const post = await afterKilled({ post: { inputs } }).run();
    expect(post).toMatchObject({ red: true, ledger: [] });
    expect(post.error?.message).toContain(
      'Server 1 (web-1) was stopped for its snapshot and may stand still. Start it: curl by hand',
    );
  });
});

describe('a server that cannot be started', () => {
  const refusing = { when: { path: /power/ }, times: forever, do: { kind: 'status', status: 403 } } as const;

  test('is an error with the way by hand, and the snapshots are looked after all the same', async () => {
    const state = { targets: [newTarget({ server: { id: id(1) }, name: 'pre', request: { id: id(801) } })] };
    const post = afterKilled({ state, post: { inputs: { on_failure: 'delete' }, faults: [refusing] } });
    post.api.addSnapshot({ server: 1, id: 801, description: marked(own) });
    await post.run();
    expect(post).toMatchObject({ red: true, result: 'failed', error: { title: 'Server not started' } });
    expect(post.error?.message).toMatch(startOf(1));
    expect(idsOf(post)).toEqual([]);
  });

  test('is told beside what else goes wrong', async () => {
    const state = { targets: [newTarget({ server: { id: id(1) }, name: 'pre', request: { id: id(801) } })] };
    const post = afterKilled({
      state: { ...state, succeeded: true, confirmed: true },
      post: { inputs: { on_failure: 'restore' }, faults: [refusing] },
    });
    await post.run();
    expect(post).toMatchObject({ red: true, error: { title: '2 of 2 failed' } });
    expect(post.error?.message).toMatch(startOf(1));
    expect(post.error?.message).toContain('it is gone from the list');
  });
});

test('a signal hides no server that was not started', async () => {
  const one = (n: number) => ({
    server: { id: id(n), name: `web-${n}` },
    ...{ stoppedAt: new Date(epoch - minute).toISOString(), unclear: false, byHand: 'curl' },
  });
  const post = afterKilled({
    state: { standing: [one(1), one(2)] },
    servers: [1, 2].map((n) => ({ id: n, name: `web-${n}`, status: 'stopped' })),
    api: { startTakesMs: 3 * minute },
    post: {
      faults: [{ when: { path: '/servers/1/power/' }, times: forever, do: { kind: 'status', status: 403 } }],
    },
  });
  post.clock.at(30 * second, () => post.signal());
  await post.run();
  expect(post).toMatchObject({ red: true, error: { title: '2 of 2 failed' } });
  expect(post.error?.message).toMatch(startOf(1));
  expect(post.error?.message).toMatch(startOf(2));
});

describe('a snapshot that keeps the server from starting', () => {
  const targets = [newTarget({ server: { id: id(1) }, name: 'pre', request: { id: id(801) } })];
  const busy = { startWhileSnapshotting: 'refuse' } as const;

  function blocked({
    ends,
    state,
    deleteInProgress = 'allow',
  }: {
    ends: 'failure' | 'cancelled';
    state?: object;
    deleteInProgress?: 'allow' | 'refuse';
  }) {
    const post = afterKilled({ ends, state: { targets, ...state }, api: { ...busy, deleteInProgress } });
    post.api.addSnapshot({
      server: 1,
      id: 801,
      name: 'pre',
      status: 'in_progress',
      description: marked(own),
    });
    post.clock.at(90 * second, () => {
      if (idsOf(post).includes(801)) post.api.setSnapshotStatus(801, 'completed');
    });
    return post;
  }

  test('is deleted after a cancel, and nobody says that it is kept', async () => {
    const post = await blocked({ ends: 'cancelled' }).run();
    expect(post).toMatchObject({ red: false, warnings: [] });
    expect(idsOf(post)).toEqual([]);
    expect(firstRequests(post, 1)).toEqual(first);
    expect(post.changes.slice(0, 2)).toEqual(['POST /servers/1/power/', 'DELETE /snapshots/801/']);
    expect(post.lines).toContain(
      'Snapshot 801 was not complete and kept the server from starting: it is deleted.',
    );
    expect(post.outputs.deleted_ids ?? '[801]').toBe('[801]');
    expect(post.api.servers()[0]?.status).toBe('active');
    expect((post.api.state.powerActions[0]?.at ?? 0) - epoch).toBeLessThan(10 * second);
  });

  test('is found by its nonce when the main step never learnt its id', async () => {
    const open = [newTarget({ server: { id: id(1) }, name: 'pre', request: 'open' })];
    const post = await blocked({ ends: 'cancelled', state: { targets: open } }).run();
    expect(idsOf(post)).toEqual([]);
    expect(post).toMatchObject({ red: false, warnings: [] });
  });

  test('is waited for when it cannot be deleted', async () => {
    const post = await blocked({ ends: 'cancelled', deleteInProgress: 'refuse' }).run();
    expect(idsOf(post)).toEqual([801]);
    expect(post.api.servers()[0]?.status).toBe('active');
    expect(post.warnings).toMatchObject([{ title: 'Snapshot left' }]);
  });

  test('is waited for in a job that was not cancelled', async () => {
    const post = await blocked({ ends: 'failure' }).run();
    expect(idsOf(post)).toEqual([801]);
    expect(post.api.servers()[0]?.status).toBe('active');
  });

  test('stays when it is somebody else’s, or perhaps ours', async () => {
    const doubtful = [
      newTarget({ server: { id: id(1) }, name: 'pre', request: { id: id(801), doubtful: true } }),
    ];
    const post = afterKilled({ ends: 'cancelled', state: { targets: doubtful }, api: busy });
    post.api.addSnapshot({ server: 1, id: 801, status: 'in_progress' });
    post.api.addSnapshot({ server: 1, id: 802, name: 'pre', status: 'in_progress', description: marked() });
    post.clock.at(90 * second, () => {
      for (const one of [801, 802]) post.api.setSnapshotStatus(one, 'completed');
    });
    await post.run();
    expect(post.changes.filter((change) => change.startsWith('DELETE'))).toEqual([]);
    expect(idsOf(post)).toEqual([801, 802]);
    expect(post.api.servers()[0]?.status).toBe('active');
  });
});

test.each(powered)(
  'a main step that was killed in the midst of a create, cancelled: its unfinished snapshots make way, %s',
  async (form) => {
    const api = { startWhileSnapshotting: 'refuse', createMs: 20 * minute } as const;
    for (const saves of [6, 7, 8, 9]) {
      const main = await killedAtSave(saves, form, { api });
      const post = await postOfStopping(main, 'cancelled');
      expect(post.endedAt - main.endedAt).toBeLessThanOrEqual(180 * second);
      await expectRunning(post);
    }
  },
);
