import '../../src/github/reports.ts';
import '../../src/modes/create/create.ts';
import '../../src/modes/delete.ts';
import '../../src/modes/dry-run.ts';
import '../../src/modes/guard/guard.ts';
import '../../src/modes/guard/lost-policy.ts';
import '../../src/modes/guard/read-state.ts';
import '../../src/modes/list.ts';
import '../../src/modes/prune.ts';
import '../../src/modes/restore/restore.ts';
import '../../src/modes/wait.ts';
import '@octokit/rest';
import type { Deps, Reach } from '../../src/deps.ts';
import { Cancelled } from '../../src/errors.ts';
import { type GitHub, openGitHub } from '../../src/github/github.ts';
import type { Common } from '../../src/inputs/common.ts';
import { serverPoller, snapshotPoller } from '../../src/reading/pollers.ts';
import type { Journal } from '../../src/report/journal.ts';
import type { Notes } from '../../src/rules/notes.ts';
import type { Origin } from '../../src/rules/ownership.ts';
import type { World } from '../../src/run.ts';
import { runMain } from '../../src/run-main.ts';
import { runPost } from '../../src/run-post.ts';
import type { Log } from '../../src/text/log.ts';
import { redactor } from '../../src/text/text.ts';
import { connect, noneYet } from '../../src/vps/client.ts';
import type { Reading } from '../../src/vps/reading.ts';
import type { Clock } from '../../src/waiting/clock.ts';
import { probe } from '../../src/waiting/probe.ts';
import type { Network, Sender } from './network.ts';
import { githubUrl } from './network.ts';
import type { Annotation, Step } from './record.ts';
import type { Time } from './time.ts';

/** As the action's own handler has it: what is left of a step then is ended (src/runner/signals.ts). */
const goneAfterSignalMs = 1_900;
/** No step may take longer than this, whatever it was allowed. */
const longestStepMs = 12 * 3_600_000;

export interface Surroundings {
  time: Time;
  network: Network;
  random: () => number;
  origin: Origin;
  notes: Notes;
  pullRequest: number | undefined;
  canSaveState: boolean;
  canSetOutputs: boolean;
}

/** One step of the job: the real code in a world that is made of the script. */
export class StepRun implements Sender {
  readonly record: Step;
  readonly step: number;
  isOver = false;
  isDead = false;
  inFlight = 0;
  about: Sender['about'] = () => {};
  readonly #around: Surroundings;
  readonly #masked: ((text: string) => string)[] = [];
  readonly #stop = new AbortController();

  constructor(record: Step, step: number, around: Surroundings) {
    this.record = record;
    this.step = step;
    this.#around = around;
  }

  async run(): Promise<void> {
    const { time } = this.#around;
    const run = this.record.isPost ? runPost : runMain;
    let isDone = false;
    const done = () => {
      isDone = true;
    };
    run(this.#world()).then(done, (error) => {
      this.record.annotations.push({
        level: 'error',
        title: 'Thrown',
        message: String(error?.stack ?? error),
      });
      done();
    });
    // Node ends when nothing is waited for any more.
    const isIdle = () => this.isDead || (isDone && this.inFlight === 0 && !time.hasSleepers(this));
    const came = await time.until(isIdle, time.now() + longestStepMs);
    if (!came) this.record.end = 'stuck';
    this.record.endedAt = time.now();
    this.isOver = true;
    time.forget(this);
  }

  /** The runner wants the step to stop. */
  signal(name: 'SIGINT' | 'SIGTERM'): void {
    if (this.isOver || this.isDead || this.#stop.signal.aborted) return;
    const { time } = this.#around;
    this.record.signalledAt = time.now();
    this.#stop.abort(new Cancelled(name));
    void time.sleep(goneAfterSignalMs, this.#around).then(() => {
      if (!this.isOver) this.#end('forced');
    });
  }

  kill(): void {
    if (!this.isOver) this.#end('killed');
  }

  #end(end: 'killed' | 'forced'): void {
    if (this.isDead) return;
    this.isDead = true;
    this.record.end = end;
    this.record.red = true;
    this.#around.time.forget(this);
  }

  #world(): World {
    const { record } = this;
    const { time, canSaveState, canSetOutputs } = this.#around;
    const clock: Clock = {
      now: time.now,
      date: time.date,
      sleep: (ms, signal) => (this.isDead ? never() : time.sleep(ms, this, signal)),
    };
    const clean = (text: string) => this.#masked.reduce((safe, redact) => redact(safe), text);
    const alive = (act: () => void) => {
      if (!this.isDead) act();
    };
    const log = this.#log(clean);
    return {
      raw: (name) => (record.inputs[name] ?? '').trim(),
      inputNames: () => Object.keys(record.inputs).map((name) => name.toUpperCase()),
      clock,
      log,
      clean,
      uses: 'acme/vps-snapshot-action@v1',
      mask: (secret) => void this.#masked.push(redactor(secret)),
      canSetOutputs: () => canSetOutputs,
      setOutputs: (values) =>
        alive(() => {
          for (const [name, value] of Object.entries(values)) record.outputs[name] = clean(value);
        }),
      writeSummary: (markdown) =>
        alive(() => {
          record.summary += clean(markdown);
        }),
      fail: () =>
        alive(() => {
          record.red = true;
        }),
      savedState: () => record.state,
      equip: async (inputs, journal, planning) =>
        this.#deps({ inputs, journal, planning, clock, log }, (json) => {
          if (this.isDead || !canSaveState) return false;
          record.saved.push(clean(json));
          return true;
        }),
    };
  }

  #log(clean: (text: string) => string): Log {
    const { lines, annotations } = this.record;
    const say = (line: string) => {
      if (!this.isDead) lines.push(clean(line));
    };
    const annotate = (level: Annotation['level']) => (title: string, message: string) => {
      if (!this.isDead) annotations.push({ level, title: clean(title), message: clean(message) });
    };
    return {
      info: say,
      debug: (line) => say(`debug: ${line}`),
      ...{ notice: annotate('notice'), warning: annotate('warning'), error: annotate('error') },
      group: say,
      endGroup: () => {},
    };
  }

  #deps(
    {
      inputs,
      journal,
      planning,
      clock,
      log,
    }: { inputs: Common; journal: Journal; planning: Reading; clock: Clock; log: Log },
    saveState: (json: string) => boolean,
  ): Deps {
    const { network, random, origin, notes, pullRequest } = this.#around;
    const { signal } = this.#stop;
    const fetch = network.fetchOf(this);
    const pace = { intervalMs: inputs.pollIntervalMs, isRehearsal: false };
    const { apiUrl, apiToken: token } = inputs;
    const shown = noneYet();
    const userAgent = 'chaos';
    const reach = (deadline: number): Reach => {
      const timing = { clock, random, signal, deadline, log, pace };
      const vps = connect({ ...timing, apiUrl, token, userAgent, fetch }, shown);
      return {
        vps,
        snapshots: snapshotPoller({ ...timing, vps }),
        servers: serverPoller({ ...timing, vps }),
        deadline,
        probe: (url) => probe(url, { fetch, clock, signal, deadline }),
      };
    };
    const { repository, sha: headSha } = origin;
    const place = { apiUrl: githubUrl, repository, pullRequest: pullRequest ?? null, headSha };
    let github: Promise<GitHub> | undefined;
    return {
      ...reach(clock.now() + inputs.timeoutMs),
      ...{ reach, random, pace, planning, origin, notes, journal, log, clock, signal, saveState },
      addresses: ['10.0.0.1'],
      github() {
        github ??= openGitHub({ place, token: inputs.githubToken, userAgent, fetch, clock, signal, log });
        return github;
      },
    };
  }
}

function never(): Promise<never> {
  return new Promise(() => {});
}
