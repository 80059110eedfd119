import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contexts, Outcome } from './contexts.ts';
import { environmentOf, type Surroundings } from './environment.ts';
import { type InputValue, inputVariables, type Manifest, postRuns } from './manifest.ts';
import { type Phase, runPhase } from './step.ts';

export interface JobOptions extends Surroundings {
  /** The action's folder; `runs.main` and `runs.post` of the manifest are paths below it. */
  dist: string;
  manifest: Manifest;
  /** The Node.js that runs the action. */
  node?: string;
  /** The job's `env:`; it also overrides what the stand-in sets by itself. */
  env?: Record<string, string>;
  /** The value of `github.token`. */
  token?: string;
}

export interface StepOptions {
  id?: string;
  with?: Record<string, InputValue>;
  env?: Record<string, string>;
  continueOnError?: boolean;
  /** Called with the process of the main phase as soon as it has been started, e.g. to send it signals. */
  during?: (child: ChildProcess) => void;
  /** The same for the post phase. */
  duringPost?: (child: ChildProcess) => void;
  /** Called with every line that either phase prints, as it comes. */
  onLine?: (line: string) => void;
}

export interface StepResult extends Phase {
  outcome: Outcome;
}

interface Post {
  step: StepOptions;
  state: Record<string, string>;
}

/** One job of a workflow, run as the Actions runner would: steps in order, post phases in reverse at the end. */
export class Job {
  readonly #options: JobOptions;
  readonly #home = mkdtempSync(join(tmpdir(), 'job-'));
  readonly #environment: Record<string, string>;
  readonly #contexts: Contexts;
  readonly #posts: Post[] = [];
  #posted = false;

  constructor(options: JobOptions) {
    this.#options = options;
    this.#environment = environmentOf(options, this.#home);
    this.#contexts = {
      job: { status: 'success' },
      steps: {},
      github: {
        token: options.token ?? 'ghs_rehearsal',
        repository: this.#environment.GITHUB_REPOSITORY ?? '',
      },
      env: { ...options.env },
    };
  }

  /** `job.status` as it is now. */
  get status(): Outcome {
    return this.#contexts.job.status;
  }

  /** Runs the main phase of the action; its post phase runs in `end()`, whatever becomes of this one. */
  async uses(step: StepOptions = {}): Promise<StepResult> {
    const { main, post } = this.#options.manifest.runs;
    const result = await this.#phase(main, { step, state: {} }, step.during);
    if (post) this.#posts.unshift({ step, state: result.state });
    this.#conclude(step.id, result, step.continueOnError);
    return result;
  }

  /** Another step, of which nothing but its end matters. */
  run(outcome: 'success' | 'failure', options: FakeStep = {}): void {
    this.#conclude(options.id, { outcome, outputs: options.outputs ?? {} }, options.continueOnError);
  }

  /** Someone cancels the job, or its `timeout-minutes` are over. What still runs gets its signals from `cancelStep`. */
  cancel(): void {
    this.#contexts.job.status = 'cancelled';
  }

  /** Runs all post phases, the last registered first. A second call runs them once more, as no runner would. */
  async post(): Promise<StepResult[]> {
    this.#posted = true;
    const { manifest } = this.#options;
    const results: StepResult[] = [];
    for (const post of this.#posts) {
      if (!manifest.runs.post || !postRuns(manifest, this.#contexts)) continue;
      const result = await this.#phase(manifest.runs.post, post, post.step.duringPost);
      this.#conclude(undefined, result, post.step.continueOnError);
      results.push(result);
    }
    return results;
  }

  /** Runs the post phases that `post` has not run, and clears up. */
  async end(): Promise<StepResult[]> {
    const results = this.#posted ? [] : await this.post();
    rmSync(this.#home, { recursive: true, force: true });
    return results;
  }

  async #phase(script: string, { step, state }: Post, during: StepOptions['during']): Promise<StepResult> {
    const { dist, manifest, node = process.execPath } = this.#options;
    const contexts = { ...this.#contexts, env: { ...this.#contexts.env, ...step.env } };
    const before = this.status;
    const phase = await runPhase({
      node,
      script: join(dist, script),
      home: this.#home,
      cwd: this.#environment.GITHUB_WORKSPACE ?? this.#home,
      env: {
        ...this.#environment,
        GITHUB_ACTION: step.id ?? '__self',
        ...contexts.env,
        ...inputVariables(manifest, step.with ?? {}, contexts),
        ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      },
      during,
      onLine: step.onLine,
    });
    Object.assign(this.#contexts.env, phase.env);
    const cancelled = before !== 'cancelled' && this.status === 'cancelled';
    const succeeded = phase.exitCode === 0 && phase.problems.length === 0;
    return { ...phase, outcome: cancelled ? 'cancelled' : succeeded ? 'success' : 'failure' };
  }

  /** The worse end wins, and `cancelled` is the worst (`TaskResultUtil`). */
  #conclude(id: string | undefined, { outcome, outputs }: Ended, continueOnError = false): void {
    const conclusion = outcome === 'failure' && continueOnError ? 'success' : outcome;
    if (id !== undefined) this.#contexts.steps[id] = { outcome, conclusion, outputs };
    if (conclusion !== 'success' && this.status !== 'cancelled') this.#contexts.job.status = conclusion;
  }
}

interface FakeStep {
  id?: string;
  continueOnError?: boolean;
  outputs?: Record<string, string>;
}

type Ended = Pick<StepResult, 'outcome' | 'outputs'>;
