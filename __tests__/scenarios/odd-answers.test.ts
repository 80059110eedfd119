import { describe, expect, test } from 'vitest';
import type { Effect } from '../../rehearsal/api/api.ts';
import type { StepResult } from '../../rehearsal/runner/job.ts';
import { create, modes, remove, restore, servers, snapshots } from '../helpers/calls.ts';
import { hoursAgo, madeBy } from '../helpers/github-scenario.ts';
import { afterTheJob, expectError, type Scene, stage } from '../helpers/scenario.ts';

/** Looks as close as they may be: what the API only asks to wait for takes a share of them. */
const quick = { poll_interval_seconds: '0.02' };
/** Windows are ten looks long; this leaves room for a machine that is busy with other tests. */
const usual = { timeout_minutes: '0.5', poll_interval_seconds: '0.05' };
/** Enough time for a process to start on a busy machine and to look, where what goes wrong goes on. */
const brief = { timeout_minutes: '0.08', ...quick };
const forever = Number.POSITIVE_INFINITY;

const page = (status: number, shape: 'login' | 'botCheck' | 'proxy'): Effect => ({
  kind: 'html',
  status,
  page: shape,
});
const notNow = (status: number): Effect => ({ kind: 'status', status, headers: { 'retry-after': '0' } });
const empty: Effect = { kind: 'echo', of: () => ({ count: 0, results: [] }) };
const short: Effect = { kind: 'echo', of: (answer) => ({ ...(answer as object), results: [] }) };

/** What each request meets, one after the other, before it is answered. */
const weathers: { name: string; odd: Effect[]; lists?: Effect[] }[] = [
  { name: 'a login page, 409 and an empty list', odd: [page(200, 'login'), notNow(409)], lists: [empty] },
  {
    name: 'a login page with 401, 423 and a short list',
    odd: [page(401, 'login'), notNow(423)],
    lists: [short],
  },
  { name: 'a bot check and 425', odd: [page(403, 'botCheck'), notNow(425)] },
  { name: 'a proxy’s 503 and 429', odd: [page(503, 'proxy'), notNow(429)] },
];

type Call = (typeof modes)[keyof typeof modes]['calls'][number];

function meet(scene: Scene, calls: readonly Call[], { odd, lists = [] }: (typeof weathers)[number]): void {
  for (const when of calls)
    for (const effect of when.method === 'GET' ? [...odd, ...lists] : odd)
      scene.api.fail({ when, do: effect });
}

/** Whoever stands before the API says nothing about the token. */
function expectNoBlameOfToken({ stdout, summary }: StepResult): void {
  expect(stdout + summary).not.toMatch(/token may not|may not be listed|Make a new token|permissions/i);
}

describe.concurrent.each(weathers)('no answer to any request are $name', (weather) => {
  test.each(Object.entries(modes))('of mode: %s', async (_, { inputs, calls, result, ids }) => {
    await using scene = await stage({
      snapshots: [{ id: 802, description: madeBy(4000), created_at: hoursAgo(1) }],
    });
    meet(scene, calls, weather);
    const step = await scene.uses({ ...inputs, ...usual });
    expect(step).toMatchObject({ exitCode: 0, stderr: '', outputs: { result } });
    expect(step.annotations.filter(({ level }) => level !== 'notice')).toEqual([]);
    expect(scene.ids.toSorted()).toEqual(ids);
    expect(scene.api.state.restores).toHaveLength(result === 'restored' ? 1 : 0);
    expectNoBlameOfToken(step);
  });

  test('of the guard', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete', ...usual });
    meet(scene, [snapshots, servers, restore, remove], weather);
    const post = await scene.endsAs('failure');
    expect(post).toMatchObject({ exitCode: 0, stderr: '', annotations: [{ title: 'Rolled back' }] });
    expect([scene.ids, scene.api.state.restores.length]).toEqual([[], 1]);
    expectNoBlameOfToken(post);
  });
});

describe.concurrent('a page in place of every answer', () => {
  const page: Effect = { kind: 'html', page: 'botCheck' };

  test.each([
    ['create', servers],
    ['restore', snapshots],
    ['delete', snapshots],
    ['wait', snapshots],
    ['list', snapshots],
    ['prune', servers],
  ] as const)('to mode: %s at %o is nobody’s word, and nothing is changed', async (mode, when) => {
    await using scene = await stage({
      snapshots: [{ id: 802 }],
      faults: [{ when, times: forever, do: page }],
    });
    const step = await scene.uses({ ...modes[mode].inputs, ...brief });
    expectError(
      step,
      'VPS.org did not answer as expected',
      '403',
      'a web page',
      'Nothing was changed.',
      'a bot check stands before it',
    );
    expect(step.outputs.result).toBe('failed');
    expect([scene.changes, scene.ids]).toEqual([[], [802]]);
    expectNoBlameOfToken(step);
  });

  test('to a create is looked after, and asked for three times at most', async () => {
    await using scene = await stage({ faults: [{ when: create, times: forever, do: page }] });
    const step = await scene.uses({ server_id: '12345', ...quick });
    expectError(step, 'Snapshot not certain', '3 requests', '403', 'a web page');
    expect(scene.changes).toHaveLength(3);
    expectNoBlameOfToken(step);
  });

  test('to a restore is never taken for one that began', async () => {
    const faults = [{ when: restore, times: forever, do: page }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ ...modes.restore.inputs, ...brief });
    expectError(step, 'Restore not certain', '403', 'Look at the server at VPS.org');
    expect(scene.api.state.restores).toEqual([]);
    expectNoBlameOfToken(step);
  });

  test('to the guard’s restore is never taken for one that began, and the snapshot stays', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete', ...brief });
    scene.api.fail({ when: restore, times: forever, do: page });
    const post = await scene.endsAs('failure');
    expectError(post, 'Restore not certain', '403', 'Snapshot 801 is kept.', 'snapshot_id: 801');
    expect([scene.ids, scene.api.state.restores]).toEqual([[801], []]);
    expectNoBlameOfToken(post);
  });

  test.each([200, 403])('with %i to a delete is no deletion', async (status) => {
    const faults = [{ when: remove, times: forever, do: { kind: 'html', status } as const }];
    await using scene = await stage({ snapshots: [{ id: 802 }], faults });
    const step = await scene.uses({ ...modes.delete.inputs, ...brief });
    expectError(step, 'Deletion not certain', 'may or may not have been deleted');
    expect(step.outputs).toMatchObject({ result: 'failed', deleted_ids: '[]' });
    expect(scene.ids).toEqual([802]);
    expectNoBlameOfToken(step);
  });

  test('to the guard’s delete leaves a good job green, and the snapshot is named', async () => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_success: 'delete', ...brief });
    scene.api.fail({ when: remove, times: forever, do: { kind: 'html', page: 'login' } });
    const post = await scene.endsAs('success');
    expect(post).toMatchObject({ exitCode: 0, summary: afterTheJob('kept') });
    expect(post.annotations).toMatchObject([{ level: 'warning', title: 'Snapshot not deleted' }]);
    expect(post.annotations[0]?.message).toContain('Later: mode: delete with snapshot_id: 801.');
    expect(scene.ids).toEqual([801]);
    expectNoBlameOfToken(post);
  });

  test.each([
    ['snapshots', snapshots],
    ['servers', servers],
  ])('to the guard’s look at the %s: not rolled back, red, and how to do it by hand', async (_, when) => {
    await using scene = await stage();
    await scene.uses({ server_id: '12345', on_failure: 'restore,delete', ...brief });
    scene.api.fail({ when, times: forever, do: page });
    const post = await scene.endsAs('failure');
    expectError(post, 'Not rolled back', '403', 'mode: restore with snapshot_id: 801');
    expect([scene.ids, scene.changes]).toEqual([[801], ['POST /snapshots/ 201']]);
    expectNoBlameOfToken(post);
  });

  test('with 404 again and again, while other paths answer, is a path that this account has not', async () => {
    const faults = [{ when: snapshots, times: forever, do: { kind: 'html', status: 404 } as const }];
    await using scene = await stage({ faults });
    const step = await scene.uses({ ...modes.restore.inputs, ...quick });
    expectError(step, 'Not offered', 'does not offer GET /snapshots/', 'Nothing was changed.');
    expect(scene.requests.filter((line) => line === 'GET /account/me/ 200')).toHaveLength(1);
  });

  test('with 404 to everything is a wrong api_url', async () => {
    const faults = [{ when: {}, times: forever, do: { kind: 'html', status: 404 } as const }];
    await using scene = await stage({ faults });
    const step = await scene.uses({ ...modes.list.inputs, ...quick });
    expectError(step, 'VPS.org not reached', 'Check api_url', 'Nothing was changed.');
  });
});
