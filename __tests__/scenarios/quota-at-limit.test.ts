import { describe, expect, test } from 'vitest';
import { forms } from '../helpers/forms.ts';
import { hoursAgo, madeBy, stageWithGitHub } from '../helpers/github-scenario.ts';
import { expectRefusal, type Scene, server } from '../helpers/scenario.ts';

/** A foreign, a live, two finished and a manual one: five of five slots. */
const full = [
  { id: 1, created_at: hoursAgo(90), description: madeBy(4000, 'octo-org/blog') },
  { id: 2, created_at: hoursAgo(80), description: madeBy(4001) },
  { id: 3, created_at: hoursAgo(60), description: madeBy(4000) },
  { id: 4, created_at: hoursAgo(70), description: madeBy(4002) },
  { id: 5, created_at: hoursAgo(50), description: 'before the upgrade', name: 'by-hand' },
];
const runs = { 4000: 'completed', 4001: 'in_progress', 4002: 'completed' };
const inputs = (scene: Scene) => ({ server_id: scene.id(server), at_limit: 'delete_oldest' });

describe.concurrent.each(forms)('a full server, in the %s form', (form) => {
  test('loses exactly the oldest of its own finished snapshots', async () => {
    await using staged = await stageWithGitHub({ scene: { form, snapshots: full }, runs });
    const { scene } = staged;
    const step = await scene.uses(inputs(scene));
    expect(step).toMatchObject({ exitCode: 0, stderr: '' });
    expect(scene.changes).toEqual([`${scene.paths.remove(4)} 204`, `${scene.paths.create(server)} 201`]);
    expect(step.outputs).toMatchObject({
      result: 'created',
      deleted_ids: scene.json(4),
      snapshot_id: scene.id(801),
    });
    expect(step.annotations).toMatchObject([{ level: 'notice', title: 'Oldest snapshot deleted' }]);
    expect(step.annotations[0]?.message).toContain(`Snapshot ${scene.id(4)}`);
    expect(step.summary).toContain(`Slots used: server ${scene.id(server)}: 5 of 5.`);
    expect(staged.asked.toSorted()).toEqual([
      'GET /actions/runs/4000 200',
      'GET /actions/runs/4001 200',
      'GET /actions/runs/4002 200',
    ]);
  });

  test('loses nothing when GitHub tells nothing, and the step says what is missing', async () => {
    await using staged = await stageWithGitHub({ scene: { form, snapshots: full }, runs, forbidden: /runs/ });
    const { scene } = staged;
    const step = await scene.uses(inputs(scene));
    expectRefusal(
      { scene, step },
      'Snapshot limit reached',
      new RegExp(`- snapshot ${scene.id(1)} .*; stays: not made by octo-org/web`),
      new RegExp(
        `- snapshot ${scene.id(4)} .*; stays: run 4002 may be going on: GitHub answered 403.*; .*actions: read`,
      ),
      new RegExp(`- snapshot ${scene.id(5)} \\(by-hand\\).*; stays: not made by octo-org/web`),
    );
    expect(scene.ids.toSorted()).toEqual([1, 2, 3, 4, 5]);
    expect(step.stdout.match(/Not every run could be asked for/g)).toHaveLength(1);
  });

  test('beside one that cannot be freed loses nothing', async () => {
    const stuck = [10, 11, 12, 13, 14].map((id) => ({ id, server: 7, created_at: hoursAgo(100) }));
    const servers = [{ id: server }, { id: 7, name: 'db' }];
    await using staged = await stageWithGitHub({
      scene: { form, servers, snapshots: [...full, ...stuck] },
      runs,
    });
    const { scene } = staged;
    const step = await scene.uses({ ...inputs(scene), server_id: `${scene.id(server)}, ${scene.id(7)}` });
    expectRefusal({ scene, step }, 'Snapshot limit reached', `Server ${scene.id(7)} (db) has no free slot`);
    expect(scene.ids).toHaveLength(10);
  });
});

describe.concurrent('a full server', () => {
  test('whose slot takes a while to get free is given that while', async () => {
    const api = { deleteTakesMs: 400, statusWhileDeleting: 'completed' };
    await using staged = await stageWithGitHub({ scene: { api, snapshots: full }, runs });
    const { scene } = staged;
    const step = await scene.uses({ ...inputs(scene), poll_interval_seconds: '0.1' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created', deleted_ids: '[4]' } });
    expect(scene.changes).toEqual(['DELETE /snapshots/4/ 202', 'POST /snapshots/ 201']);
  });

  test('whose slot never gets free gets no snapshot', async () => {
    const api = { deleteTakesMs: 60_000, statusWhileDeleting: 'completed' };
    await using staged = await stageWithGitHub({ scene: { api, snapshots: full }, runs });
    const { scene } = staged;
    const step = await scene.uses(inputs(scene));
    expect(step).toMatchObject({
      exitCode: 1,
      outputs: { result: 'failed', snapshot_id: '', deleted_ids: '[]' },
    });
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'No room made' }]);
    expect(step.annotations[0]?.message).toContain('the lists still show it');
    expect(scene.changes).toEqual(['DELETE /snapshots/4/ 202']);
  });

  test('loses nothing when GitHub is not there', async () => {
    const job = { apiUrl: 'http://127.0.0.1:9' };
    await using staged = await stageWithGitHub({ scene: { snapshots: full, job } });
    const step = await staged.scene.uses(inputs(staged.scene));
    expectRefusal({ scene: staged.scene, step }, 'Snapshot limit reached', 'GitHub did not answer');
  });

  test('loses nothing in a dry run', async () => {
    await using staged = await stageWithGitHub({ scene: { snapshots: full }, runs });
    const step = await staged.scene.uses({ ...inputs(staged.scene), dry_run: 'true' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'planned', deleted_ids: '[]' } });
    expect(step.stdout).toContain('Would delete snapshot 4');
    expect(staged.scene.changes).toEqual([]);
  });

  test('is freed by way of a GitHub Enterprise Server too', async () => {
    const github = { basePath: '/api/v3' };
    await using staged = await stageWithGitHub({ scene: { snapshots: full }, runs, github });
    const step = await staged.scene.uses(inputs(staged.scene));
    expect(step.outputs).toMatchObject({ result: 'created', deleted_ids: '[4]' });
    expect(staged.asked).toContain('GET /actions/runs/4002 200');
  });

  test('keeps its snapshots when the deletion is refused, and gets no new one', async () => {
    const faults = [{ when: { method: 'DELETE' }, times: 9, do: { kind: 'status' as const, status: 403 } }];
    await using staged = await stageWithGitHub({ scene: { snapshots: full, faults }, runs });
    const step = await staged.scene.uses(inputs(staged.scene));
    expect(step).toMatchObject({ exitCode: 1, outputs: { result: 'failed', deleted_ids: '[]' } });
    expect(step.annotations).toMatchObject([{ level: 'error', title: 'No room made' }]);
    expect(staged.scene.changes).toEqual(['DELETE /snapshots/4/ 403']);
  });
});
