import { Api } from '../../rehearsal/api/api.ts';
import { GitHubApi } from '../../rehearsal/github/github.ts';
import type { Note, Notes } from '../../src/rules/notes.ts';
import { Dice } from '../dice.ts';
import { epoch, token } from '../draw/account.ts';
import type { Ending, Script, Use } from '../script.ts';
import { Effects } from './effects.ts';
import { Network } from './network.ts';
import { Others } from './others.ts';
import type { Deed, LateEffect, Sent, Step } from './record.ts';
import { StepRun } from './step.ts';
import { Time } from './time.ts';

/** After the last step: what was requested before goes on. */
const aftermathMs = 45 * 60_000;

/** A job that has been played, and all that is left of it. */
export interface Played {
  script: Script;
  api: Api;
  github: GitHubApi;
  steps: Step[];
  sent: Sent[];
  late: LateEffect[];
  deeds: Deed[];
  /** Snapshots that others made, by their ids. */
  foreign: Others['snapshots'];
  ending: Ending;
  /** When the last step was over. */
  endedAt: number;
}

/** Plays one job from its first step to the last post step, and then lets what it left behind come to its end. */
export async function play(script: Script): Promise<Played> {
  const job = new Job(script);
  await job.run();
  return job.played();
}

const running = ['active', 'running', 'online'];

class Job {
  readonly #script: Script;
  readonly #time = new Time(epoch);
  readonly #api: Api;
  readonly #github: GitHubApi;
  readonly #effects: Effects;
  readonly #network: Network;
  readonly #others: Others;
  readonly #notes: Note[] = [];
  readonly #steps: Step[] = [];
  #firstGuardAt: Date | undefined;
  #ending: Ending = 'success';
  #endedAt = 0;

  constructor(script: Script) {
    const { api, servers, faults, github, latencyMs, seed } = script;
    const time = this.#time;
    this.#script = script;
    this.#api = new Api({ ...api, now: time.wall });
    this.#github = new GitHubApi({ repository: script.origin.repository, now: time.wall });
    for (const one of servers) this.#api.addServer(one);
    for (const fault of faults) this.#api.fail(fault);
    for (const { id, status } of github.runs) this.#github.addRun(id, status);
    for (const fault of github.faults) this.#github.fail(fault);
    if (github.pullRequest !== undefined) this.#github.addPullRequest(github.pullRequest);
    this.#effects = new Effects(this.#api, epoch);
    const dice = new Dice(seed, 'latency');
    this.#network = new Network({
      ...{ api: this.#api, effects: this.#effects, github: this.#github, time },
      siteAnswers: () =>
        script.site !== 'never' && this.#api.servers().every(({ status }) => running.includes(status)),
      travelMs: () => (latencyMs ? dice.integer(latencyMs.least, latencyMs.most) : 0),
    });
    this.#others = new Others({ api: this.#api, github: this.#github, effects: this.#effects, time });
    for (const one of script.snapshots) this.#others.add(one);
    for (const other of script.others) if (isAbsolute(other.at)) this.#others.later(other.at.ms, other.does);
  }

  async run(): Promise<void> {
    const { uses, ending } = this.#script;
    let state: Ending = 'success';
    const started: { use: number; saved: string }[] = [];
    const deployBefore = uses.findIndex(({ afterDeploy }) => afterDeploy);
    for (const [index, use] of uses.entries()) {
      if (index === deployBefore) state = await this.#deploy(state, ending);
      if (!isDue(use, state)) continue;
      const step = await this.#step(index, { isPost: false, inputs: this.#inputsOf(use), state: '' });
      started.push({ use: index, saved: step.saved.at(-1) ?? '' });
      if (step.red && state === 'success') state = step.signalledAt === undefined ? 'failure' : use.stoppedAs;
    }
    if (deployBefore < 0) state = await this.#deploy(state, ending);
    this.#ending = state;
    for (const { use, saved } of started.reverse()) {
      const inputs = { ...this.#postInputsOf(uses[use]), job_status: state };
      await this.#step(use, { isPost: true, inputs, state: saved });
    }
    this.#endedAt = this.#time.now();
    await this.#time.pass(aftermathMs);
    this.#network.catchUp();
  }

  played(): Played {
    const { sent, late } = this.#network;
    const { deeds, snapshots: foreign } = this.#others;
    return {
      ...{
        script: this.#script,
        api: this.#api,
        github: this.#github,
        steps: this.#steps,
        sent,
        late,
        deeds,
        foreign,
      },
      ...{ ending: this.#ending, endedAt: this.#endedAt },
    };
  }

  /** A job that has failed before it does not deploy. */
  async #deploy(state: Ending, ending: Ending): Promise<Ending> {
    if (state !== 'success') return state;
    await this.#time.pass(this.#script.deployMs);
    return ending;
  }

  async #step(
    use: number,
    { isPost, inputs, state }: Pick<Step, 'isPost' | 'inputs' | 'state'>,
  ): Promise<Step> {
    const { origin, github, runner } = this.#script;
    const nonce = isPost
      ? new Dice(Number.parseInt(origin.job, 16), `post ${use}`).hex(8)
      : (origin.steps[use] ?? '');
    const place = this.#steps.length;
    const time = this.#time;
    const record: Step = {
      ...{
        use,
        isPost,
        inputs,
        nonce,
        state,
        startedAt: time.now(),
        endedAt: 0,
        end: 'itself',
        signalledAt: undefined,
      },
      ...{ red: false, outputs: {}, annotations: [], lines: [], summary: '', saved: [] },
    };
    this.#steps.push(record);
    const { repository, runId, attempt, job } = origin;
    const run = new StepRun(record, place, {
      time,
      network: this.#network,
      random: new Dice(this.#script.seed, `jitter ${place}`).roll,
      origin: {
        ...{
          repository,
          runId,
          attempt,
          nonce: { job, step: nonce },
          sha: 'abc1234def5678',
          actor: 'olivia',
        },
        runUrl: `https://github.com/${repository}/actions/runs/${runId}`,
      },
      notes: this.#notesOf(nonce),
      pullRequest: github.pullRequest,
      canSaveState: !runner.noState,
      canSetOutputs: !runner.noOutput,
    });
    this.#arrange(run);
    await run.run();
    return record;
  }

  /** What happens to this step, or by others while it runs. */
  #arrange(run: StepRun): void {
    const { interruptions, others } = this.#script;
    const { use, isPost } = run.record;
    const isHere = (at: object) => 'use' in at && at.use === use && 'isPost' in at && at.isPost === isPost;
    const things = [
      ...interruptions.map(({ at, how }) => ({
        at,
        act: () => (how === 'kill' ? run.kill() : run.signal(how)),
      })),
      ...others.map(({ at, does }) => ({ at, act: () => this.#others.act(does) })),
    ].filter(({ at }) => isHere(at));
    for (const { at, act } of things)
      if ('ms' in at)
        void this.#time.sleep(at.ms, this).then(() => {
          if (!run.isOver) act();
        });
    run.about = (request, side) => {
      for (const { at, act } of things)
        if ('request' in at && at.request === request && ('side' in at ? at.side : 'before') === side) act();
    };
  }

  #inputsOf({ inputs, outputs }: Use): Record<string, string> {
    const found = Object.entries(outputs).map(([input, { use, output }]) => {
      const step = this.#steps.find((one) => one.use === use && !one.isPost);
      return [input, step?.outputs[output] ?? ''];
    });
    return { ...this.#secrets(), ...inputs, ...Object.fromEntries(found), job_status: 'success' };
  }

  #postInputsOf(use: Use | undefined): Record<string, string> {
    if (!use || this.#script.lostInputs) return { api_token: token, github_token: '' };
    return this.#inputsOf(use);
  }

  #secrets(): Record<string, string> {
    return { api_token: token, github_token: this.#script.github.token };
  }

  #notesOf(step: string): Notes {
    const cannot = this.#script.runner.noTemp;
    return {
      leave: (note) => !cannot && this.#notes.push({ ...note, step }) > 0,
      all: () => this.#notes,
      firstGuardAt: (now) => {
        if (cannot) return now;
        this.#firstGuardAt ??= now;
        return this.#firstGuardAt;
      },
    };
  }
}

function isAbsolute(at: Script['others'][number]['at']): at is { ms: number } {
  return !('use' in at);
}

function isDue({ runs }: Use, state: Ending): boolean {
  if (runs === 'always()') return true;
  return runs === 'failure()' ? state === 'failure' : state === 'success';
}
