import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contexts, EndedStep, Outcome } from './contexts.ts';
import { environmentOf, githubOf, type Surroundings } from './environment.ts';
import { type Action, evaluated, type InputValue, inputVariables, postRuns } from './manifest.ts';
import { bash, type Script } from './script.ts';
import { endGroup, neverBegun, type Phase, type Program, runPhase } from './step.ts';

/** With the action of those steps that name no other. */
export interface JobOptions extends Surroundings, Action {
  /** The Node.js that runs the action. */
  node?: string;
  /** The job's `env:`; it also overrides what the stand-in sets by itself. */
  env?: Record<string, string>;
  /** The value of `github.token`. */
  token?: string;
  /** How long the runner listens to what outlives a step, in milliseconds; 5,000. */
  lingerMs?: number | undefined;
}

interface AnyStep {
  id?: string;
  /** What its log is headed with. */
  name?: string;
  env?: Record<string, InputValue>;
  continueOnError?: boolean;
  /** Called with the process of the main phase as soon as it has been started, e.g. to send it signals. */
  during?: (child: ChildProcess) => void;
  /** Called with every line that it prints, as it comes. */
  onLine?: (line: string) => void;
}

export interface StepOptions extends AnyStep {
  action?: Action;
  with?: Record<string, InputValue>;
  /** As `during`, for the post phase. */
  duringPost?: (child: ChildProcess) => void;
}

type ScriptOptions = AnyStep & Script;

export interface StepResult extends Phase {
  name: string;
  outcome: Outcome;
}

interface Post {
  step: StepOptions;
  action: Action;
  state: Record<string, string>;
}

/** One job of a workflow, run as the Actions runner would: steps in order, post phases in reverse at the end. */
export class Job {
  readonly #options: JobOptions;
  readonly #home = mkdtempSync(join(tmpdir(), 'job-'));
  readonly #environment: Record<string, string>;
  readonly #contexts: Contexts;
  readonly #posts: Post[] = [];
  readonly #scripts: ChildProcess[] = [];
  #posted = false;

  constructor(options: JobOptions) {
    this.#options = options;
    this.#environment = environmentOf(options, this.#home);
    this.#contexts = {
      job: { status: 'success' },
      steps: {},
      github: { ...githubOf(options), token: options.token ?? 'ghs_rehearsal', workspace: this.workspace },
      env: { ...options.env },
    };
  }

  /** `job.status` as it is now. */
  get status(): Outcome {
    return this.#contexts.job.status;
  }

  /** What an expression can read now. */
  get contexts(): Readonly<Contexts> {
    return this.#contexts;
  }

  /** The folder in which scripts run. */
  get workspace(): string {
    return this.#environment.GITHUB_WORKSPACE ?? this.#home;
  }

  /** Runs the main phase of the action; its post phase runs in `end()`, whatever becomes of this one. */
  async uses(step: StepOptions = {}): Promise<StepResult> {
    const action = step.action ?? this.#options;
    const { main, post } = action.manifest.runs;
    const result = await this.#phase(main, { step, action, state: {} }, step.during);
    if (post) this.#posts.unshift({ step, action, state: result.state });
    this.#conclude(step.id, result, step.continueOnError);
    return result;
  }

  /** Runs a script, in bash. */
  async script({ script, shell, folder, ...step }: ScriptOptions): Promise<StepResult> {
    const result = await this.#ended(step, (contexts) => ({
      ...bash({ script, shell, folder }, { contexts, home: this.#home, workspace: this.workspace }),
      during: (child) => {
        this.#scripts.push(child);
        step.during?.(child);
      },
    }));
    this.#conclude(step.id, result, step.continueOnError);
    return result;
  }

  /** Another step, of which nothing but its end matters. */
  run(outcome: EndedStep['outcome'], options: FakeStep = {}): void {
    this.#conclude(options.id, { outcome, outputs: options.outputs ?? {} }, options.continueOnError);
  }

  /** Someone cancels the job, or its `timeout-minutes` are over. What still runs gets its signals from `cancelStep`. */
  cancel(): void {
    this.#contexts.job.status = 'cancelled';
  }

  /** Runs all post phases, the last registered first. A second call runs them once more, as no runner would. */
  async post(): Promise<StepResult[]> {
    this.#posted = true;
    const results: StepResult[] = [];
    for (const post of this.#posts) {
      const { manifest } = post.action;
      if (!manifest.runs.post || !postRuns(manifest, this.#contexts)) continue;
      const result = await this.#phase(manifest.runs.post, post, post.step.duringPost);
      this.#conclude(undefined, result, post.step.continueOnError);
      results.push(result);
    }
    return results;
  }

  /** Runs the post phases that `post` has not run, ends what scripts have left running, and clears up. */
  async end(): Promise<StepResult[]> {
    const results = this.#posted ? [] : await this.post();
    for (const child of this.#scripts) endGroup(child);
    rmSync(this.#home, { recursive: true, force: true });
    return results;
  }

  #phase(file: string, { step, action, state }: Post, during: StepOptions['during']): Promise<StepResult> {
    return this.#ended(step, (contexts) => ({
      command: this.#options.node ?? process.execPath,
      args: [join(action.dist, file)],
      cwd: this.workspace,
      env: {
        ...inputVariables(action.manifest, step.with ?? {}, contexts),
        ...Object.fromEntries(Object.entries(state).map(([name, value]) => [`STATE_${name}`, value])),
      },
      during,
    }));
  }

  /** An `ExpressionError` ends a step before its program has begun. */
  async #ended(step: AnyStep, programOf: (contexts: Contexts) => StepProgram): Promise<StepResult> {
    const before = this.status;
    const phase = await this.#phaseOf(step, programOf).catch(neverBegun);
    Object.assign(this.#contexts.env, phase.env);
    const cancelled = before !== 'cancelled' && this.status === 'cancelled';
    const succeeded = phase.exitCode === 0 && phase.problems.length === 0;
    const name = step.name ?? step.id ?? '';
    return { ...phase, name, outcome: cancelled ? 'cancelled' : succeeded ? 'success' : 'failure' };
  }

  async #phaseOf(step: AnyStep, programOf: (contexts: Contexts) => StepProgram): Promise<Phase> {
    const contexts = this.#contextsOf(step);
    const { env, ...program } = programOf(contexts);
    const usual = { ...this.#environment, GITHUB_ACTION: step.id ?? '__self' };
    return runPhase({
      ...program,
      home: this.#home,
      lingerMs: this.#options.lingerMs,
      env: { ...usual, ...contexts.env, ...env },
      onLine: step.onLine,
    });
  }

  #contextsOf({ env = {} }: AnyStep): Contexts {
    const contexts = { ...this.#contexts, env: { ...this.#contexts.env } };
    for (const [name, value] of Object.entries(env)) contexts.env[name] = evaluated(value, this.#contexts);
    return contexts;
  }

  /** The worse end wins, and `cancelled` is the worst (`TaskResultUtil`). */
  #conclude(id: string | undefined, { outcome, outputs }: Ended, continueOnError = false): void {
    const conclusion = outcome === 'failure' && continueOnError ? 'success' : outcome;
    if (id !== undefined) this.#contexts.steps[id] = { outcome, conclusion, outputs };
    const isWorse = conclusion === 'failure' || conclusion === 'cancelled';
    if (isWorse && this.status !== 'cancelled') this.#contexts.job.status = conclusion;
  }
}

interface FakeStep {
  id?: string;
  continueOnError?: boolean;
  outputs?: Record<string, string>;
}

type StepProgram = Omit<Program, 'home' | 'env'> & { env?: Record<string, string> };

type Ended = Pick<EndedStep, 'outcome' | 'outputs'>;
