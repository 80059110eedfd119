import { githubOf } from '../runner/environment.ts';
import { defaultsOf, eventsOf } from './events.ts';
import { allows, readText, readTexts, readValue, type Scope } from './expressions.ts';
import { type JobRun, type Result, runJob } from './job-run.ts';
import { legName, legsOf } from './matrix.ts';
import {
  entries,
  field,
  fields,
  type MappingToken,
  parse,
  type TemplateToken,
  type WorkflowFile,
} from './parser.ts';
import type { Stage } from './stage.ts';

export interface WorkflowRun {
  result: Result;
  jobs: JobRun[];
  /** Of a workflow that was called. */
  outputs: Record<string, string>;
}

/** What whoever starts a workflow hands over. */
interface Call {
  inputs: Record<string, unknown>;
  secrets: Record<string, string>;
  /** What stands before the names of jobs. */
  prefix: string;
}

/** Runs a workflow from its first job to the last, with the inputs of who dispatches or calls it. */
export async function runWorkflow(
  file: WorkflowFile,
  stage: Stage,
  inputs: Record<string, unknown> = {},
): Promise<WorkflowRun> {
  const workflow = await parse(file);
  const event = stage.run.eventName ?? 'push';
  if (!eventsOf(workflow).includes(event)) throw new Error(`${file.file} does not run on ${event}`);
  return new RunningWorkflow(workflow, stage, {
    inputs: { ...defaultsOf(workflow, event), ...inputs },
    secrets: { ...stage.secrets, GITHUB_TOKEN: stage.run.token },
    prefix: '',
  }).run();
}

/** What a job leaves for those that need it. */
interface Ended {
  result: Result;
  outputs: Record<string, string>;
}

class RunningWorkflow {
  readonly #workflow: MappingToken;
  readonly #stage: Stage;
  readonly #call: Call;
  readonly #jobs: JobRun[] = [];
  readonly #ended = new Map<string, Promise<Ended>>();

  constructor(workflow: MappingToken, stage: Stage, theCall: Call) {
    this.#workflow = workflow;
    this.#stage = stage;
    this.#call = theCall;
  }

  async run(): Promise<WorkflowRun> {
    const ids = fields(field(this.#workflow, 'jobs')).map(([id]) => id);
    const ended = await Promise.all(ids.map((id) => this.#job(id)));
    const jobs = Object.fromEntries(ids.map((id, index) => [id, ended[index]]));
    const definitions = fields(field(this.#workflow, 'on', 'workflow_call', 'outputs'));
    return {
      result: worst(ended.map(({ result }) => result)),
      jobs: this.#jobs,
      outputs: Object.fromEntries(
        definitions.map(([name, one]) => [name, readText(field(one, 'value'), this.#scope({ jobs }))]),
      ),
    };
  }

  /** Begins once, however many jobs need it. */
  #job(id: string): Promise<Ended> {
    const ended = this.#ended.get(id) ?? this.#runJob(id);
    this.#ended.set(id, ended);
    return ended;
  }

  async #runJob(id: string): Promise<Ended> {
    const needed = this.#needsOf(id);
    const needs = Object.fromEntries(
      await Promise.all(needed.map(async (one) => [one, await this.#job(one)] as const)),
    );
    const definition = field(this.#workflow, 'jobs', id);
    const status = await this.#statusBefore(id);
    if (!allows(field(definition, 'if'), { ...this.#scope({ needs }), status }))
      return this.#neverBegun(id, 'skipped');
    const strategy = field(definition, 'strategy');
    const { signal } = this.#stage;
    if (!strategy) return this.#leg({ id, needs, signal });
    return this.#legs(readValue(strategy, this.#scope({ needs })) as Strategy, { id, needs, signal });
  }

  async #legs(strategy: Strategy, leg: Leg): Promise<Ended> {
    const { id } = leg;
    const { matrix = {}, 'max-parallel': atOnce = Infinity, 'fail-fast': failFast = true } = strategy;
    const legs = legsOf(matrix);
    const failed = new AbortController();
    const signal = AbortSignal.any([leg.signal, failed.signal]);
    const isCleanUp = leg.signal.aborted;
    const ended: Ended[] = [];
    const waiting = legs.entries();
    const work = async () => {
      for (const [index, values] of waiting) {
        const facts = { 'fail-fast': failFast, 'job-index': index, 'job-total': legs.length };
        const begins = isCleanUp || !signal.aborted;
        const toRun = { ...leg, matrix: values, strategy: facts, signal };
        const one = begins ? await this.#leg(toRun) : this.#neverBegun(id, 'cancelled', values);
        ended.push(one);
        if (one.result === 'failure' && failFast) failed.abort();
      }
    };
    await Promise.all(Array.from({ length: Math.min(atOnce, legs.length) }, work));
    const outputs = Object.assign({}, ...ended.map((one) => one.outputs));
    return { result: worst(ended.map(({ result }) => result)), outputs };
  }

  #neverBegun(id: string, result: Result, leg?: Leg['matrix']): Ended {
    const ended = { result, outputs: {} };
    this.#jobs.push({ ...ended, name: this.#call.prefix + legName(id, leg), steps: [] });
    return ended;
  }

  async #leg({ id, needs, matrix, strategy, signal }: Leg): Promise<Ended> {
    const definition = field(this.#workflow, 'jobs', id);
    const name = this.#call.prefix + legName(id, matrix);
    const { contexts } = this.#scope({ needs, matrix, strategy });
    if (field(definition, 'uses')) return this.#calls({ definition, contexts, name, signal });
    const env = this.#envOf(definition, contexts);
    const toRun = { id, name, definition: definition as TemplateToken, contexts, env };
    const ran = await runJob(toRun, { ...this.#stage, signal });
    this.#jobs.push(ran);
    return ran;
  }

  /** A job that calls another workflow. */
  async #calls({ definition, contexts, name, signal }: CallingJob): Promise<Ended> {
    const stage = { ...this.#stage, signal };
    const workflow = await parse(stage.workflowOf(readText(field(definition, 'uses'), { contexts })));
    const given = field(definition, 'secrets');
    const inherits = given && fields(given).length === 0 && readText(given, { contexts }) === 'inherit';
    const { GITHUB_TOKEN = '' } = this.#call.secrets;
    const inputs = readValue(field(definition, 'with'), { contexts }) as object;
    const called = await new RunningWorkflow(workflow, stage, {
      inputs: { ...defaultsOf(workflow, 'workflow_call'), ...inputs },
      secrets: inherits ? this.#call.secrets : { ...readTexts(given, { contexts }), GITHUB_TOKEN },
      prefix: `${name} / `,
    }).run();
    this.#jobs.push(...called.jobs);
    return called;
  }

  #envOf(definition: TemplateToken | undefined, contexts: Scope['contexts']): Record<string, string> {
    const [whole, own] = [field(this.#workflow, 'env'), field(definition, 'env')];
    return { ...readTexts(whole, { contexts }), ...readTexts(own, { contexts }) };
  }

  #needsOf(id: string): string[] {
    const needs = field(this.#workflow, 'jobs', id, 'needs');
    return entries(needs).map((one) => readText(one, { contexts: {} }));
  }

  /** Everything that has to be over before this job: a failure reaches beyond the next one. */
  #ancestorsOf(id: string): string[] {
    return this.#needsOf(id).flatMap((one) => [one, ...this.#ancestorsOf(one)]);
  }

  async #statusBefore(id: string): Promise<NonNullable<Scope['status']>> {
    const before = await Promise.all(this.#ancestorsOf(id).map((one) => this.#job(one)));
    const results = before.map(({ result }) => result);
    if (this.#stage.signal.aborted) return 'cancelled';
    if (results.includes('failure')) return 'failure';
    return results.every((result) => result === 'success') ? 'success' : 'none';
  }

  #scope(more: Record<string, unknown>): Scope {
    const { run, vars } = this.#stage;
    const { inputs, secrets } = this.#call;
    const github = { ...githubOf(run), token: run.token, event: run.event ?? {} };
    return { contexts: { github, vars, inputs, secrets, ...more } };
  }
}

interface Leg {
  id: string;
  needs: Record<string, Ended>;
  matrix?: Record<string, unknown>;
  strategy?: Record<string, unknown>;
  signal: AbortSignal;
}

interface CallingJob {
  definition: TemplateToken | undefined;
  contexts: Scope['contexts'];
  name: string;
  signal: AbortSignal;
}

interface Strategy {
  matrix?: Record<string, unknown>;
  'max-parallel'?: number;
  'fail-fast'?: boolean;
}

function worst(results: Result[]): Result {
  const order: Result[] = ['failure', 'cancelled', 'success'];
  return order.find((one) => results.includes(one)) ?? 'skipped';
}
