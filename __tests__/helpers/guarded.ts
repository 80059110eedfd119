import { expect } from 'vitest';
import { minute } from '../../src/limits.ts';
import type { JobEnding } from '../../src/rules/policy.ts';
import { type Rehearsal, rehearsed, type Setting } from './rehearsed.ts';

/** A job of two steps: one that takes a snapshot and guards the job, and the deploy. */
export interface Job {
  /** Of the main step and, as the runner evaluates them again, of its post step. */
  inputs?: Record<string, string>;
  ends: JobEnding;
  main?: Setting;
  post?: Setting;
  /** What happens while the deploy runs. */
  meanwhile?: (main: Rehearsal) => void;
  /** How long that takes. */
  deployMs?: number;
}

export const usualInputs = { server_id: '12345' };

/** The post step of a job, run to its end. */
export async function guarded(job: Job): Promise<Rehearsal> {
  return postOf(await mainOf(job), job);
}

export function mainOf({ inputs, main }: Job): Promise<Rehearsal> {
  return rehearsed({ ...main, inputs: { ...usualInputs, ...inputs, ...main?.inputs } }).run();
}

/** The deploy and then the post step. */
export async function postOf(main: Rehearsal, job: Job): Promise<Rehearsal> {
  await main.clock.advance(job.deployMs ?? 2 * minute);
  job.meanwhile?.(main);
  return postStep(main, job).run();
}

export function postStep(main: Rehearsal, { inputs, ends, post }: Job): Rehearsal {
  return rehearsed({
    ...post,
    postOf: main,
    inputs: { ...usualInputs, ...inputs, job_status: ends, ...post?.inputs },
  });
}

/** What a main step leaves that is killed after it saved its state for the n-th time. */
export function killedAfter(saves: number, main: Rehearsal): Rehearsal {
  main.saved.length = saves;
  return main;
}

/** The ids of the snapshots that exist. */
export function idsOf({ api }: Rehearsal): number[] {
  return api
    .snapshots()
    .map(({ id }) => id)
    .sort((one, other) => one - other);
}

/** The annotation that tells people who look at nothing else. */
export function rolledBack({ annotations }: Rehearsal) {
  return annotations.filter(({ message }) => message.startsWith('Rolled back:'));
}

/** The snapshots that were restored from, in order. */
export function restores({ api }: Rehearsal) {
  return api.state.restores.map(({ snapshot }) => snapshot);
}

/** Red, nothing changed, the snapshot is still there, and the error begins with this. */
export function expectKept(post: Rehearsal, title: string, message: RegExp) {
  expect(post).toMatchObject({ red: true, result: 'failed', changes: [], error: { title } });
  expect(post.error?.message).toMatch(message);
  expect(post.error?.message).toContain('Nothing was changed.');
  expect(rolledBack(post)).toEqual([]);
  expect(post.summary).toContain('❌');
}

/** The reader is told which snapshot there is, and how to roll back without the guard. */
export function expectHelpByHand(post: Rehearsal, id = 801) {
  expect(post.error?.message).toMatch(
    new RegExp(
      `Snapshot ${id} is kept\\. (By hand|If it turns out not to be restored): mode: restore with snapshot_id: ${id}\\.`,
    ),
  );
  expect(post.summary).toContain(`snapshot_id: "${id}"`);
  expect(post.summary).toMatch(new RegExp(`\\ncurl -X POST .+/snapshots/${id}/restore/\\n`));
  expect(idsOf(post)).toContain(id);
}
