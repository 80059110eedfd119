import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { hoursAgo, madeBy, stageWithGitHub } from '../helpers/github-scenario.ts';
import { server } from '../helpers/scenario.ts';

/** The action as it is built, without any chunk in which Octokit is. */
const bare = mkdtempSync(join(tmpdir(), 'without-octokit-'));
cpSync(join(import.meta.dirname, '../../dist'), join(bare, 'dist'), { recursive: true });
const chunks = globSync('dist/{main,post}/+([0-9]).index.js', { cwd: bare }).map((file) => join(bare, file));
const octokit = chunks.filter((file) => /octokit-rest\.js/.test(readFileSync(file, 'utf8')));
for (const file of octokit) rmSync(file);

afterAll(() => rmSync(bare, { recursive: true }));

const inputs = { server_id: String(server), on_failure: 'restore,delete', on_success: 'delete' };

describe.concurrent('GitHub', () => {
  test('has chunks of its own, which a report needs', async () => {
    expect(octokit.length).toBeGreaterThanOrEqual(2);
    await using staged = await stageWithGitHub({ scene: { job: { dist: bare } } });
    const step = await staged.scene.uses({ mode: 'list', report: 'status' });
    expect(step.annotations).toMatchObject([{ level: 'warning', title: 'Not reported' }]);
  });

  test.each(['success', 'failure'] as const)(
    'is neither loaded nor asked when nothing is to be reported (%s)',
    async (ending) => {
      await using staged = await stageWithGitHub({ scene: { job: { dist: bare } } });
      const { scene } = staged;
      expect(await scene.uses(inputs)).toMatchObject({ exitCode: 0, annotations: [], stderr: '' });
      expect(await scene.endsAs(ending)).toMatchObject({ exitCode: 0, stderr: '' });
      expect(scene.ids).toEqual([]);
      expect(staged.asked).toEqual([]);
    },
  );

  test.each(['', 'none', 'summary'])('is not needed with report: %j by any mode', async (report) => {
    const snapshots = [1, 2].map((id) => ({ id, created_at: hoursAgo(9 - id), description: madeBy(4000) }));
    await using staged = await stageWithGitHub({ scene: { job: { dist: bare }, snapshots } });
    const { scene } = staged;
    const server_id = String(server);
    const steps = [
      await scene.uses({ mode: 'list', report }),
      await scene.uses({ mode: 'wait', snapshot_id: '1', report }),
      await scene.uses({ mode: 'prune', server_id, keep_last: '2', report }),
      await scene.uses({ mode: 'create', server_id, at_limit: 'delete_oldest', report }),
      await scene.uses({ mode: 'delete', snapshot_id: '1', report }),
    ];
    expect(steps.map(({ exitCode }) => exitCode)).toEqual([0, 0, 0, 0, 0]);
    if (report === 'none') for (const { summary } of steps) expect(summary).toBe('');
    expect(staged.asked).toEqual([]);
  });

  test('is not asked about a limit that is met without at_limit, nor about very old snapshots', async () => {
    const created_at = hoursAgo(36 * 24);
    const snapshots = [1, 2, 3, 4, 5].map((id) => ({ id, created_at, description: madeBy(4000) }));
    await using staged = await stageWithGitHub({ scene: { job: { dist: bare }, snapshots } });
    const { scene } = staged;
    expect(await scene.uses({ server_id: String(server) })).toMatchObject({ exitCode: 1 });
    const freed = await scene.uses({ server_id: String(server), at_limit: 'delete_oldest' });
    expect(freed).toMatchObject({ exitCode: 0, outputs: { result: 'created', deleted_ids: '[1]' } });
    expect(staged.asked).toEqual([]);
  });
});
