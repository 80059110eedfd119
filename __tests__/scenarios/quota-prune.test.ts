import { describe, expect, test } from 'vitest';
import { forms } from '../helpers/forms.ts';
import { hoursAgo, madeBy, stageWithGitHub } from '../helpers/github-scenario.ts';
import { expectRefusal, server } from '../helpers/scenario.ts';

const hourly = [1, 2, 3, 4, 5].map((id) => ({
  ...{ id, description: madeBy(4000), created_at: hoursAgo(6 - id + 0.5) },
}));
const runs = { 4000: 'completed', 4001: 'in_progress' };
const usual = { mode: 'prune', server_id: String(server) };

describe.concurrent.each(forms)('prune by marks, in the %s form', (form) => {
  test.each([
    ['by count', { keep_last: '2' }, [4, 5]],
    ['by age', { keep_within: '4h' }, [3, 4, 5]],
    ['by both', { keep_last: '4', keep_within: '2h' }, [2, 3, 4, 5]],
    ['by an age that none has, keeping the newest', { keep_within: '1m' }, [5]],
  ])('%s', async (_, inputs, left) => {
    await using staged = await stageWithGitHub({ scene: { form, snapshots: hourly }, runs });
    const { scene } = staged;
    const step = await scene.uses({ ...usual, server_id: scene.id(server), ...inputs });
    expect(step).toMatchObject({ exitCode: 0, stderr: '', annotations: [], outputs: { result: 'pruned' } });
    expect(scene.ids.toSorted()).toEqual(left);
    const gone = [1, 2, 3, 4, 5].filter((id) => !left.includes(id));
    expect(JSON.parse(step.outputs.deleted_ids ?? '').toSorted()).toEqual(
      JSON.parse(scene.json(...gone)).toSorted(),
    );
    expect(step.outputs.snapshot_id?.split(',').toSorted()).toEqual(
      left.map((id) => scene.id(id)).toSorted(),
    );
    expect(staged.asked).toEqual(['GET /actions/runs/4000 200']);
  });

  test('keeps what is not its own and what live runs made', async () => {
    const created_at = hoursAgo(99);
    const snapshots = [
      ...hourly.slice(3),
      { id: 10, created_at },
      { id: 11, created_at, description: madeBy(4001) },
      { id: 12, created_at, description: madeBy(4000, 'octo-org/blog') },
    ];
    await using staged = await stageWithGitHub({ scene: { form, snapshots }, runs });
    const { scene } = staged;
    const step = await scene.uses({ ...usual, server_id: scene.id(server), keep_last: '1' });
    expect(step.exitCode).toBe(0);
    expect(scene.ids.toSorted((a, b) => a - b)).toEqual([5, 10, 11, 12]);
    expect(step.stdout).toMatch(
      new RegExp(`^Kept: snapshot ${scene.id(11)} .*\\(run 4001 is going on\\)\\.$`, 'm'),
    );
  });
});

describe.concurrent('prune', () => {
  test('without a policy is an error before any request', async () => {
    await using staged = await stageWithGitHub({ scene: { snapshots: hourly }, runs });
    const step = await staged.scene.uses(usual);
    expectRefusal(
      { scene: staged.scene, step },
      'Input keep_last',
      'keep_last and keep_within are both empty',
    );
    expect([staged.scene.requests, staged.asked]).toEqual([[], []]);
  });

  test('that is dry deletes nothing and shows its plan', async () => {
    await using staged = await stageWithGitHub({ scene: { snapshots: hourly }, runs });
    const step = await staged.scene.uses({ ...usual, keep_last: '3', dry_run: 'true' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'planned', deleted_ids: '[]' } });
    expect(step.stdout.match(/^Would delete snapshot/gm)).toHaveLength(2);
    expect(step.stdout.match(/^Would keep snapshot/gm)).toHaveLength(3);
    expect(step.summary).toContain('Nothing was changed.');
    expect(staged.scene.changes).toEqual([]);
  });

  test('with the newest one failed keeps the newest complete one', async () => {
    const failed = { id: 6, status: 'failed', description: madeBy(4000), created_at: hoursAgo(0.1) };
    const snapshots = [...hourly.slice(2), failed];
    await using staged = await stageWithGitHub({ scene: { snapshots }, runs });
    const step = await staged.scene.uses({ ...usual, keep_last: '1' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'pruned', snapshot_id: '5' } });
    expect(staged.scene.ids).toEqual([5]);
  });

  test('finds nothing to prune', async () => {
    await using staged = await stageWithGitHub();
    const step = await staged.scene.uses({ ...usual, keep_last: '1' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'pruned', snapshot_id: '' } });
    expect([staged.scene.requests, staged.asked]).toEqual([['GET /snapshots/ 200', 'GET /servers/ 200'], []]);
  });

  test('without permission to ask keeps all that runs made, and stays green', async () => {
    await using staged = await stageWithGitHub({ scene: { snapshots: hourly }, runs, forbidden: /runs/ });
    const step = await staged.scene.uses({ ...usual, keep_last: '1' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'pruned', deleted_ids: '[]' } });
    expect(step.stdout).toMatch(/^Not every run could be asked for .*actions: read/m);
    expect(staged.scene.ids).toHaveLength(5);
    expect(staged.asked).toEqual(['GET /actions/runs/4000 403']);
  });

  test('is not stopped by a deletion that fails, and is red for it', async () => {
    const when = { method: 'DELETE', path: '/snapshots/2/' };
    const faults = [{ when, times: Number.POSITIVE_INFINITY, do: { kind: 'status' as const, status: 409 } }];
    await using staged = await stageWithGitHub({ scene: { snapshots: hourly, faults }, runs });
    const step = await staged.scene.uses({ ...usual, keep_last: '1', timeout_minutes: '0.08' });
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed' } });
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'Not deleted' }]);
    expect(staged.scene.ids.toSorted()).toEqual([2, 5]);
  });
});
