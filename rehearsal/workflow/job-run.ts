import type { ChildProcess } from 'node:child_process';
import { cancelStep } from '../runner/cancel.ts';
import { type Contexts, ExpressionError, type Outcome } from '../runner/contexts.ts';
import { Job, type StepResult } from '../runner/job.ts';
import type { Action, InputValue } from '../runner/manifest.ts';
import type { Annotation } from '../runner/step.ts';
import { allows, readText, readTexts, readValue, type Scope } from './expressions.ts';
import { entries, field, fields, type TemplateToken } from './parser.ts';
import type { Stage } from './stage.ts';

/** How a job ended, as `needs.ID.result` has it. */
export type Result = Outcome | 'skipped';

export interface StepRun {
  name: string;
  outcome: Result;
  annotations: Annotation[];
  summary: string;
}

export interface JobRun {
  /** As GitHub shows it: `deploy`, `deploy (12345)` for a leg of a matrix, `call / deploy` in a called workflow. */
  name: string;
  result: Result;
  outputs: Record<string, string>;
  steps: StepRun[];
}

export interface JobToRun {
  id: string;
  name: string;
  definition: TemplateToken;
  /** The contexts that stay the same throughout the job: `needs`, `matrix`, `inputs`, `secrets` and so on. */
  contexts: Scope['contexts'];
  /** The `env:` of workflow and job. */
  env: Record<string, string>;
}

const isCheckout = /^actions\/checkout@/;

/**
 * Runs the steps of one job, their scripts and actions for real. Limits of time, `concurrency`, `permissions`,
 * `environment` and the machine of `runs-on` are not played; containers are refused.
 */
export async function runJob(job: JobToRun, stage: Stage): Promise<JobRun> {
  const unplayed = ['container', 'services'].find((key) => field(job.definition, key));
  if (unplayed) throw new Error(`job ${job.id} has ${unplayed}, which this engine does not play`);
  const running = new RunningJob(job, stage);
  return running.run();
}

class RunningJob {
  readonly #toRun: JobToRun;
  readonly #stage: Stage;
  readonly #job: Job;
  readonly #steps: StepRun[] = [];
  readonly #masks: string[];
  #child: ChildProcess | undefined;

  constructor(toRun: JobToRun, stage: Stage) {
    this.#toRun = toRun;
    this.#stage = stage;
    this.#masks = [...Object.values(stage.secrets), stage.run.token];
    this.#job = new Job({
      ...stage.run,
      ...noAction,
      job: toRun.id,
      env: toRun.env,
      path: stage.programs.path,
      lingerMs: stage.lingerMs,
    });
  }

  async run(): Promise<JobRun> {
    const { signal } = this.#stage;
    const cancel = () => this.#cancel();
    signal.addEventListener('abort', cancel);
    try {
      for (const step of entries(field(this.#toRun.definition, 'steps'))) await this.#step(step);
      signal.removeEventListener('abort', cancel);
      for (const result of await this.#job.post()) this.#note({ ...result, name: `Post ${result.name}` });
      const outputs = this.#outputs();
      return { name: this.#toRun.name, result: this.#job.status, outputs, steps: this.#steps };
    } finally {
      signal.removeEventListener('abort', cancel);
      await this.#job.end();
    }
  }

  /** A post phase gets no signal. */
  #cancel(): void {
    this.#job.cancel();
    if (this.#child) void cancelStep(this.#child, this.#stage.patience);
  }

  async #step(step: TemplateToken): Promise<void> {
    const id = readText(field(step, 'id'), this.#scope()) || undefined;
    const name = this.#nameOf(step);
    const begun = this.#begins(step);
    if (begun !== true) {
      this.#job.run(begun, { ...(id && { id }) });
      this.#note({ name, outcome: begun });
      return;
    }
    const common = {
      ...(id && { id }),
      name,
      env: this.#late(field(step, 'env')),
      continueOnError: readValue(field(step, 'continue-on-error'), this.#scope()) === true,
      during: (child: ChildProcess) => {
        this.#child = child;
      },
      onLine: (line: string) => this.#stage.onLine?.(line),
    };
    if (field(step, 'run')) this.#note(await this.#script(step, common));
    else await this.#uses(step, common);
    this.#child = undefined;
  }

  #script(step: TemplateToken, common: CommonOptions): Promise<StepResult> {
    const read = (key: string) => readText(this.#setting(step, key), this.#scope());
    const [shell, folder] = [read('shell'), read('working-directory')];
    if (!['', 'bash'].includes(shell)) throw new Error(`this engine does not play the shell ${shell}`);
    return this.#job.script({
      ...common,
      script: (now) => readText(field(step, 'run'), this.#scope(now)),
      shell: shell === 'bash' ? 'bash' : undefined,
      ...(folder && { folder }),
    });
  }

  async #uses(step: TemplateToken, common: CommonOptions): Promise<void> {
    const reference = readText(field(step, 'uses'), this.#scope());
    const action = this.#stage.actionOf(reference);
    if (action) {
      this.#note(await this.#job.uses({ ...common, action, with: this.#late(field(step, 'with')) }));
      return;
    }
    if (isCheckout.test(reference)) this.#stage.programs.checkOut(this.#job.workspace);
    this.#job.run('success', { ...(common.id && { id: common.id }) });
    this.#note({ name: common.name, outcome: 'success' });
  }

  /** What the step says, else what `defaults.run` says. */
  #setting(step: TemplateToken, key: string): TemplateToken | undefined {
    return field(step, key) ?? field(this.#toRun.definition, 'defaults', 'run', key);
  }

  /** A condition that cannot be evaluated fails its step. */
  #begins(step: TemplateToken): true | 'skipped' | 'failure' {
    try {
      return allows(field(step, 'if'), this.#scope()) || 'skipped';
    } catch (error) {
      if (error instanceof ExpressionError) return 'failure';
      throw error;
    }
  }

  #nameOf(step: TemplateToken): string {
    const [line = ''] = readText(
      field(step, 'name') ?? field(step, 'uses') ?? field(step, 'run'),
      this.#scope(),
    )
      .trim()
      .split('\n');
    return field(step, 'run') && !field(step, 'name') ? `Run ${line}` : line;
  }

  /** Values that are evaluated whenever the runner does it, in the post phase again. */
  #late(mapping: TemplateToken | undefined): Record<string, InputValue> {
    return Object.fromEntries(
      fields(mapping).map(([key, value]) => [key, (now: Contexts) => readText(value, this.#scope(now))]),
    );
  }

  #scope(now: Contexts = this.#job.contexts): Scope {
    const { contexts } = this.#toRun;
    const github = { ...(contexts.github as object), ...now.github };
    return { contexts: { ...contexts, ...now, github }, status: this.#job.status };
  }

  /** An output with a secret in it does not leave its job. */
  #outputs(): Record<string, string> {
    const all = Object.entries(readTexts(field(this.#toRun.definition, 'outputs'), this.#scope()));
    const isSecret = (text: string) => this.#masks.some((mask) => mask !== '' && text.includes(mask));
    for (const [name] of all.filter(([, text]) => isSecret(text))) {
      const message = `Skip output '${name}' since it may contain secret.`;
      this.#note({ name: 'Complete job', outcome: 'success', annotations: [{ level: 'warning', message }] });
    }
    return Object.fromEntries(all.filter(([, text]) => !isSecret(text)));
  }

  #note(step: Partial<StepRun> & Pick<StepRun, 'name' | 'outcome'> & { masks?: string[] }): void {
    const { name, outcome, annotations = [], summary = '', masks = [] } = step;
    this.#masks.push(...masks);
    this.#steps.push({ name, outcome, annotations, summary });
  }
}

type CommonOptions = Required<
  Pick<Parameters<Job['script']>[0], 'name' | 'env' | 'continueOnError' | 'during' | 'onLine'>
> & {
  id?: string;
};

/** Every step of a workflow names its own. */
const noAction: Action = { dist: '', manifest: { name: '', runs: { using: '', main: '' } } };
