import { describe, expect, test } from 'vitest';
import { cancelStep } from '../../rehearsal/runner/cancel.ts';
import type { StepResult } from '../../rehearsal/runner/job.ts';
import { expectError, type Scene, stage } from '../helpers/scenario.ts';

/** The promise is 2 s; the rest is for a machine that is busy with other tests. */
const atOnceMs = 3_000;

/** The step told that it was cancelled, and was gone in time. */
function expectCancelled(scene: Scene, step: StepResult, signal: string, ...texts: string[]): void {
  expectError(step, 'Cancelled', signal, ...texts);
  expect(step.outputs).toMatchObject({
    result: 'cancelled',
    duration_seconds: expect.stringMatching(/^\d+$/),
  });
  expect(step.summary).toContain('cancelled');
  expect(performance.now() - scene.killedAt).toBeLessThan(atOnceMs);
}

describe.concurrent('the runner stops the step', () => {
  test.each(['SIGINT', 'SIGTERM'] as const)('%s while it waits for a snapshot', async (signal) => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const during = scene.kill(signal, 'GET /snapshots/', 3);
    const step = await scene.uses({ server_id: '12345' }, { during });
    expectCancelled(scene, step, signal, 'was requested', 'goes on at VPS.org');
    expect(step.outputs).toMatchObject({ snapshot_id: '801', status: 'in_progress' });
    expect(scene.changes).toEqual(['POST /snapshots/ 201']);
  });

  test('SIGINT in a pause of the usual pace', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const during = scene.kill('SIGINT', 'POST /snapshots/');
    const step = await scene.uses({ server_id: '12345', poll_interval_seconds: '' }, { during });
    expectCancelled(scene, step, 'SIGINT', 'goes on at VPS.org');
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('SIGINT while it waits for a restore', async () => {
    await using scene = await stage({ api: { restoreMs: 60_000 }, snapshots: [{ id: 802 }] });
    const during = scene.kill('SIGINT', 'GET /servers/', 3);
    const step = await scene.uses({ mode: 'restore', snapshot_id: '802' }, { during });
    expectCancelled(scene, step, 'SIGINT', 'The restore of server 12345 (web-1) from snapshot 802');
    expect(step.outputs.snapshot_id).toBe('802');
  });

  test('SIGINT before anything was requested', async () => {
    const faults = [{ when: { path: '/servers/' }, do: { kind: 'hang', processed: false } } as const];
    await using scene = await stage({ faults });
    const step = await scene.uses({ server_id: '12345' }, { during: scene.kill('SIGINT', 'GET /servers/') });
    expectCancelled(scene, step, 'SIGINT', 'Nothing was changed.');
    expect(step.outputs.snapshot_id).toBe('');
    expect(scene.changes).toEqual([]);
  });

  test('SIGINT during a POST whose answer still comes: the id is told', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'hold', ms: 500 } } as const];
    await using scene = await stage({ faults });
    const during = scene.kill('SIGINT', 'POST /snapshots/');
    const step = await scene.uses({ server_id: '12345' }, { during });
    expectCancelled(scene, step, 'SIGINT', 'Snapshot 801');
    expect(step.outputs.snapshot_id).toBe('801');
  });

  test('SIGINT during a POST that nobody answers: what may exist is told', async () => {
    const faults = [{ when: { method: 'POST' }, do: { kind: 'hang', processed: true } } as const];
    await using scene = await stage({ faults });
    const during = scene.kill('SIGINT', 'POST /snapshots/');
    const step = await scene.uses({ server_id: '12345' }, { during });
    expectCancelled(scene, step, 'SIGINT', 'A snapshot of server 12345 (web-1) may have been requested.');
    expect(scene.changes).toEqual(['POST /snapshots/ hang']);
  });

  test('the whole ladder of a cancelled job: the first signal is enough', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const during = scene.once('POST /snapshots/', (child) => {
      scene.job.cancel();
      return cancelStep(child);
    });
    const step = await scene.uses({ server_id: '12345' }, { during });
    expect(step).toMatchObject({ outcome: 'cancelled', exitCode: 1, signal: null });
    expect(step.annotations).toMatchObject([{ message: expect.stringContaining('SIGINT') }]);
  });

  test('SIGKILL while it waits: the id was told before', async () => {
    await using scene = await stage({ api: { createMs: 60_000 } });
    const during = scene.kill('SIGKILL', 'GET /snapshots/', 3);
    const step = await scene.uses({ server_id: '12345' }, { during });
    expect(step).toMatchObject({ signal: 'SIGKILL', outcome: 'failure', annotations: [] });
    expect(step.outputs).toMatchObject({ snapshot_id: '801', server_id: '12345', status: 'in_progress' });
    expect(step.outputs).not.toHaveProperty('result');
  });
});
