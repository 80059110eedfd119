import { expect, test } from 'vitest';
import type { StepResult } from '../../rehearsal/runner/job.ts';
import { type Scene, stage } from '../helpers/scenario.ts';

const servers = [1, 2, 3].map((id) => ({ id, name: `web-${id}` }));

/** The snapshots are requested side by side, so which server has which id is known only then. */
function restoreOf(scene: Scene, server: number): string {
  return `/snapshots/${scene.api.snapshots().find((one) => one.server.id === server)?.id}/restore/`;
}

/** The first server's restore is refused, somebody else restores the second, the third's is accepted. */
async function threeGuarded(scene: Scene, duringPost?: Parameters<Scene['kill']>[0]): Promise<StepResult> {
  await scene.uses(
    { server_id: '1,2,3', on_failure: 'restore', timeout_minutes: '0.2' },
    duringPost && {
      duringPost: (child) => void scene.kill(duringPost, `POST ${restoreOf(scene, 3)}`)(child),
    },
  );
  scene.api.fail({
    when: { method: 'POST', path: restoreOf(scene, 1) },
    do: { kind: 'status', status: 402, json: { detail: 'Payment required' } },
  });
  scene.api.startRestore(2);
  return scene.endsAs('failure');
}

function expectEachIsTold(step: StepResult): void {
  const errors = step.annotations.filter(({ level }) => level === 'error').map(({ message }) => message);
  expect(errors).toHaveLength(1);
  const [told] = errors;
  expect(told).toMatch(/Server 1 \(web-1\) from snapshot \d+ .+ Payment required/);
  expect(told).toMatch(/web-2.+was being restored by someone else/);
  expect(told).toMatch(/The restore of server 3 \(web-3\) from snapshot \d+.+was requested\./);
  expect(told).not.toContain('Nothing was changed');
  expect(step.summary).not.toContain('Nothing was changed');
  expect(step.exitCode).toBe(1);
}

test('a signal after one restore is accepted: its neighbours’ trouble does not hide it', async () => {
  await using scene = await stage({ servers, api: { restoreMs: 60_000 } });
  expectEachIsTold(await threeGuarded(scene, 'SIGTERM'));
  expect(scene.api.state.restores.map(({ server }) => server)).toEqual([2, 3]);
});

test('the same when the time is up', async () => {
  await using scene = await stage({ servers, api: { restoreMs: 60_000 } });
  expectEachIsTold(await threeGuarded(scene));
});
