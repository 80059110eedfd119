import { describe, expect, test } from 'vitest';
import { type ApiOptions, uuidOf } from '../../rehearsal/api/api.ts';
import { afterTheJob, expectError, type Scene, server, stage } from '../helpers/scenario.ts';

const form = 'client';
const unsaid = ['empty', 'message', 'accepted'] as const;

/** Requests for a snapshot that were made; one that was accepted is never made again. */
const asked = (scene: Scene) => scene.changes.filter((line) => line.includes('/snapshot/'));

describe.concurrent('a create that is accepted without saying which snapshot it makes', () => {
  test.each(unsaid)('is found by its mark in the label: %s', async (createAnswer) => {
    const api: ApiOptions = { createAnswer, snapshotListLagMs: 200 };
    await using scene = await stage({ form, api, snapshots: [{ id: 700, name: 'by-hand' }] });
    const step = await scene.uses({ server_id: scene.id(server), on_success: 'delete' });
    const snapshot_id = scene.id(801);
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { result: 'created', snapshot_id } });
    expect(step.outputs.snapshot_name).toMatch(/^gha-web-4242-1-[0-9a-f]{6}$/);
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ adopted: true, snapshot_id }]);
    expect(asked(scene)).toHaveLength(1);
    const post = await scene.endsAs('success');
    expect(post).toMatchObject({ exitCode: 0, annotations: [], summary: afterTheJob('deleted') });
    expect(scene.ids).toEqual([700]);
  });

  test('needs no search when the answer has an id, and nothing else', async () => {
    await using scene = await stage({ form, api: { createAnswer: 'id' } });
    const step = await scene.uses({ server_id: scene.id(server) });
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: scene.id(801) });
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ adopted: false }]);
  });

  test('is found by the generated name where a marked label is refused', async () => {
    const api: ApiOptions = { createAnswer: 'message', refusedText: /\[/ };
    await using scene = await stage({ form, api });
    const step = await scene.uses({ server_id: scene.id(server), name: 'pre-deploy', on_failure: 'restore' });
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: scene.id(801) });
    expect(step.outputs.snapshot_name).toMatch(/^gha-web-4242-1-[0-9a-f]{6}$/);
    expect(asked(scene).map((line) => line.slice(-3))).toEqual(['400', '200']);
    expect(step.annotations).toMatchObject([{ level: 'warning', title: 'Mark lost' }]);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
  });

  test('is taken for the only new one where the API keeps no text of ours, and never deleted', async () => {
    const api: ApiOptions = { createAnswer: 'empty', longestText: 6, longerText: 'cut' };
    await using scene = await stage({ form, api });
    const inputs = { server_id: scene.id(server), on_success: 'delete', on_failure: 'restore,delete' };
    const step = await scene.uses(inputs);
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: scene.id(801) });
    expect(step.annotations.map(({ title }) => title)).toContain('Snapshot without our mark');
    const post = await scene.endsAs('success');
    expect(post.exitCode).toBe(0);
    expect(post.stdout).toContain(scene.id(801));
    expect([scene.ids, scene.changes.length]).toEqual([[801], 1]);
  });

  test('ends in an error where several new ones may be it, and names them', async () => {
    const api: ApiOptions = { createAnswer: 'empty', longestText: 6, longerText: 'cut' };
    await using scene = await stage({ form, api });
    const during = scene.once(scene.paths.create(server), () => scene.addSnapshot({ name: 'theirs' }));
    const step = await scene.uses({ server_id: scene.id(server), on_success: 'delete' }, { during });
    expectError(
      step,
      'Snapshot made, but not found',
      scene.id(801),
      `${scene.id(802)} (theirs)`,
      /\(or labelled gha-web-.* \[gha octo-org\/web run 4242\.1 /,
    );
    expect(asked(scene)).toHaveLength(1);
    await scene.endsAs('failure');
    expect(scene.ids.toSorted()).toEqual([801, 802]);
  });

  test('ends in an error where no list shows it', async () => {
    const api: ApiOptions = { createAnswer: 'message', snapshotListLagMs: 60_000 };
    await using scene = await stage({ form, api });
    const step = await scene.uses({ server_id: scene.id(server) });
    expectError(step, 'Snapshot made, but not found', 'no list shows a new one');
    expect(asked(scene)).toHaveLength(1);
  });
});

describe.concurrent('a create whose answer comes late', () => {
  test('is waited for', async () => {
    await using scene = await stage({ form });
    scene.api.fail({ when: { method: 'POST' }, do: { kind: 'hold', ms: 1_500 } });
    const step = await scene.uses({ server_id: scene.id(server) });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: scene.id(801) } });
    expect(JSON.parse(step.outputs.snapshots ?? '')).toMatchObject([{ adopted: false }]);
    expect(asked(scene)).toHaveLength(1);
  });

  test('or was lost, and is carried out after that, is found', async () => {
    await using scene = await stage({ form });
    const late = { kind: 'status', status: 504, processed: { afterMs: 300 } } as const;
    scene.api.fail({ when: { method: 'POST' }, do: late });
    const step = await scene.uses({ server_id: scene.id(server) });
    expect(step).toMatchObject({ exitCode: 0, annotations: [], outputs: { snapshot_id: scene.id(801) } });
    expect([asked(scene).length, scene.ids]).toEqual([1, [801]]);
  });

  test('and was carried out twice leaves one snapshot', async () => {
    await using scene = await stage({ form });
    scene.api.fail({ when: { method: 'POST' }, do: { kind: 'reset', processed: 'twice' } });
    const step = await scene.uses({ server_id: scene.id(server) });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
    expect(scene.ids.map((id) => scene.id(id))).toEqual([step.outputs.snapshot_id]);
  });
});

describe.concurrent('of the two ways to ask for a snapshot', () => {
  test.each([
    ['client', { createAtServer: 'absent', createInList: 'offered' }, 404],
    ['client', { createAtServer: 'method', createInList: 'offered' }, 405],
    ['client', { createAtServer: 'refused', createInList: 'offered' }, 403],
    ['documented', { createInList: 'method', createAtServer: 'offered' }, 405],
    ['documented', { createInList: 'wrongField', createAtServer: 'offered', errorBody: 'framework' }, 400],
    ['both', { createInList: 'absent' }, 404],
  ] as const)('in the %s form with %j the other is taken', async (other, api, status) => {
    await using scene = await stage({ form: other, api });
    const step = await scene.uses({ server_id: scene.id(server), on_failure: 'restore' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created', snapshot_id: scene.id(801) } });
    const ways = [
      'POST /snapshots/',
      `POST /servers/${other === 'documented' ? server : uuidOf(server)}/snapshot/`,
    ];
    const [refused, taken] = other === 'client' ? ways.toReversed() : ways;
    expect(scene.changes).toEqual([`${refused} ${status}`, `${taken} 201`]);
    expect(await scene.endsAs('failure')).toMatchObject({ exitCode: 0, summary: afterTheJob('restored') });
  });

  test('several servers side by side find the other one, each for itself if need be', async () => {
    const servers = [1, 2, 3].map((id) => ({ id }));
    const api: ApiOptions = { createAtServer: 'absent', createInList: 'offered' };
    await using scene = await stage({ form, api, servers });
    const step = await scene.uses({ server_id: servers.map(({ id }) => scene.id(id)).join() });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
    expect(scene.api.snapshots().map((one) => one.server.id)).toHaveLength(3);
    expect(asked(scene).every((line) => line.endsWith(' 404'))).toBe(true);
  });

  test('the one that was found is kept to when a request has to be made again', async () => {
    await using scene = await stage({ form, api: { createAtServer: 'absent', createInList: 'offered' } });
    const lost = { kind: 'reset', processed: false } as const;
    scene.api.fail({ when: { method: 'POST', path: '/snapshots/' }, do: lost });
    const step = await scene.uses({ server_id: scene.id(server) });
    expect(step.outputs).toMatchObject({ result: 'created', snapshot_id: scene.id(801) });
    const inList = ['POST /snapshots/ reset', 'POST /snapshots/ 201'];
    expect(scene.changes).toEqual([`${scene.paths.create(server)} 404`, ...inList]);
  });

  test('neither is offered: both answers are shown, and nothing is made', async () => {
    await using scene = await stage({ form, api: { createAtServer: 'method', createInList: 'refused' } });
    const step = await scene.uses({ server_id: scene.id(server) });
    expectError(
      step,
      'No snapshot',
      'VPS.org answered 405 to POST /servers/',
      'and 403 to POST /snapshots/',
      'Nothing was changed.',
    );
    expect(scene.ids).toEqual([]);
  });
});
