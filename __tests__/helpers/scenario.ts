import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import manifest from '../../action.yml';
import {
  Api,
  type ApiOptions,
  type Fault,
  type Form,
  type ServerSeed,
  type SnapshotSeed,
} from '../../rehearsal/api/api.ts';
import { serve } from '../../rehearsal/http/server.ts';
import type { Outcome } from '../../rehearsal/runner/contexts.ts';
import { Job, type JobOptions, type StepOptions, type StepResult } from '../../rehearsal/runner/job.ts';
import type { Result } from '../../src/report/journal.ts';
import { inForm, paths } from './forms.ts';

export const token = 'token-for-tests';
/** The value of `github.token` on the rehearsal runner: the default of an input, and as secret as the other one. */
export const githubToken = 'ghs_rehearsal';
/** The one server of a scene that names no others. */
export const server = 12345;

interface SceneOptions {
  /** `documented` unless told otherwise. */
  form?: Form;
  /** How the API behaves; snapshots and restores take a moment, as short as polls every 50 ms allow. */
  api?: ApiOptions;
  servers?: (Partial<ServerSeed> & { id: number })[];
  snapshots?: (Partial<SnapshotSeed> & { id: number })[];
  faults?: Fault[];
  job?: Partial<JobOptions>;
}

type Inputs = NonNullable<StepOptions['with']>;

/**
 * The built action on the rehearsal runner, in a process of its own, against an API behind real sockets. Declared with
 * `await using`, everything is cleared up when the test ends.
 */
export async function stage(options: SceneOptions = {}): Promise<Scene> {
  const { form = 'documented' } = options;
  const api = new Api({
    form,
    createMs: 150,
    restoreMs: 1_000,
    stopTakesMs: 150,
    startTakesMs: 150,
    ...options.api,
  });
  for (const seed of options.servers ?? [{ id: server, name: 'web-1' }]) {
    api.addServer({ ...seed, ...(seed.name && { hostname: seed.name }) });
  }
  const running = await serve(api);
  const scene = new Scene({ form, api, url: running.url, job: jobWith(options.job), close: running.close });
  for (const seed of options.snapshots ?? []) scene.addSnapshot(seed);
  for (const fault of options.faults ?? []) api.fail(fault);
  return scene;
}

function jobWith(options: Partial<JobOptions> = {}): Job {
  return new Job({ dist: join(import.meta.dirname, '../..'), manifest, ...options });
}

/** What a scene stands on. */
interface Standing {
  form: Form;
  api: Api;
  url: string;
  job: Job;
  close(): Promise<void>;
}

export class Scene implements AsyncDisposable {
  readonly #form: Form;
  readonly api: Api;
  readonly url: string;
  readonly job: Job;
  /** When `kill` did its work, on `performance`. */
  killedAt = Number.NaN;
  readonly #close: () => Promise<void>;
  #endedAt = 0;

  constructor({ form, api, url, job, close }: Standing) {
    this.#form = form;
    this.api = api;
    this.url = url;
    this.job = job;
    this.#close = close;
  }

  /** Runs a step with these inputs, at a pace fit for tests. */
  uses(inputs: Inputs, step: Omit<StepOptions, 'with'> = {}): Promise<StepResult> {
    const usual = {
      api_url: this.url,
      api_token: token,
      poll_interval_seconds: '0.05',
      timeout_minutes: '0.5',
    };
    return this.job.uses({ ...step, with: { ...usual, ...inputs } });
  }

  /** The deploy and with it the job comes to this end; then the post phases of all steps, in their order: without outputs. */
  async ends(ending: Outcome): Promise<StepResult[]> {
    if (ending === 'cancelled') this.job.cancel();
    else this.job.run(ending, { id: 'deploy' });
    this.#endedAt = this.api.ledger.length;
    const posts = await this.job.post();
    for (const { outputs } of posts) expect(outputs).toEqual({});
    return posts;
  }

  /** The same for a job with one step of this action. */
  async endsAs(ending: Outcome): Promise<StepResult> {
    const [only, ...others] = await this.ends(ending);
    if (!only || others.length > 0) throw new Error('The job has not exactly one step of this action');
    return only;
  }

  /** Another job that works on the same account at the same time. Its clearing up is its own. */
  beside(options: Partial<JobOptions> = {}): Scene {
    const { api, url } = this;
    return new Scene({ form: this.#form, api, url, job: jobWith(options), close: async () => {} });
  }

  /** A server or snapshot as inputs and outputs name it, in the form that this API takes. */
  id(known: number): string {
    return this.api.shownId(known);
  }

  /** The same for several, as they stand in an output that is JSON. */
  json(...known: number[]): string {
    const all = known.map((id) => this.id(id));
    return JSON.stringify(this.#form === 'client' ? all : all.map(Number));
  }

  /** The requests that change something, as this API takes them. */
  get paths() {
    return paths(this.#form);
  }

  /** Somebody else takes a snapshot, of the scene's server unless told otherwise. Returns its id. */
  addSnapshot(seed: Partial<SnapshotSeed>): number {
    return this.api.addSnapshot(inForm(this.#form, { server, ...seed }));
  }

  /** Every request so far, like `POST /snapshots/ 201`. */
  get requests(): string[] {
    return this.api.ledger.map(({ method, path, status }) => `${method} ${path} ${status}`);
  }

  /** Those requests that would change something. */
  get changes(): string[] {
    return this.requests.filter((line) => !line.startsWith('GET '));
  }

  /** The requests since the job ended. */
  get afterwards(): string[] {
    return this.requests.slice(this.#endedAt);
  }

  /** The ids of the snapshots that truly exist. */
  get ids(): number[] {
    return this.api.snapshots().map(({ id }) => id);
  }

  /** For `during`: acts as soon as a request like `POST /snapshots/` has come in `times` times. */
  once(request: string, act: (child: ChildProcess) => unknown, times = 1) {
    return async (child: ChildProcess): Promise<void> => {
      const isOver = () => child.exitCode !== null || child.signalCode !== null;
      const came = () => this.requests.filter((line) => line.startsWith(`${request} `)).length;
      while (came() < times && !isOver()) await sleep(5);
      await act(child);
    };
  }

  /** For `during`: sends a signal at such a moment. */
  kill(signal: NodeJS.Signals, request: string, times = 1) {
    const act = (child: ChildProcess) => {
      this.killedAt = performance.now();
      child.kill(signal);
    };
    return this.once(request, act, times);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.job.end();
    await this.#close();
  }
}

/** The summary of a post step that ended with this word: people see no outputs of it. */
export function afterTheJob(word: Result) {
  return expect.stringContaining(` after the job – ${word.replaceAll('_', ' ')} in `);
}

/** The step ended red, with exactly one error, this one. */
export function expectError(step: StepResult, title: string, ...texts: (string | RegExp)[]): void {
  const errors = step.annotations.filter(({ level }) => level === 'error');
  expect(errors.map((error) => error.title)).toEqual([title]);
  for (const text of texts) expect(errors[0]?.message).toMatch(text);
  expect(step).toMatchObject({ exitCode: 1, signal: null, stderr: '' });
  expect(step.summary).toContain('❌');
}

/** The same, and nothing was changed: neither in truth nor in what the user is told. */
export function expectRefusal(
  { scene, step }: { scene: Scene; step: StepResult },
  title: string,
  ...texts: (string | RegExp)[]
): void {
  expectError(step, title, 'Nothing was changed.', ...texts);
  expect(step.outputs.result).toBe('failed');
  expect(scene.changes).toEqual([]);
}
