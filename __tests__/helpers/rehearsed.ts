import '../../src/github/reports.ts';
import '../../src/modes/create/create.ts';
import '../../src/modes/delete.ts';
import '../../src/modes/dry-run.ts';
import '../../src/modes/guard/guard.ts';
import '../../src/modes/guard/lost-policy.ts';
import '../../src/modes/list.ts';
import '../../src/modes/prune.ts';
import '../../src/modes/restore/restore.ts';
import '../../src/modes/guard/read-state.ts';
import '../../src/modes/wait.ts';
import '../../src/report/summary.ts';
import { expect } from 'vitest';
import { Api, type ApiOptions, type Fault, type ServerSeed } from '../../rehearsal/api/api.ts';
import { asFetch } from '../../rehearsal/http/fetch.ts';
import type { Deps, Reach } from '../../src/deps.ts';
import { Cancelled } from '../../src/errors.ts';
import type { GitHub } from '../../src/github/github.ts';
import type { Common } from '../../src/inputs/common.ts';
import { serverPoller, snapshotPoller } from '../../src/reading/pollers.ts';
import type { Journal } from '../../src/report/journal.ts';
import type { Note } from '../../src/rules/notes.ts';
import type { Origin } from '../../src/rules/ownership.ts';
import type { World } from '../../src/run.ts';
import { runMain } from '../../src/run-main.ts';
import { runPost } from '../../src/run-post.ts';
import type { Log } from '../../src/text/log.ts';
import { redactor } from '../../src/text/text.ts';
import { connect, noneYet } from '../../src/vps/client.ts';
import type { Reading } from '../../src/vps/reading.ts';
import { dice } from './dice.ts';
import { origin as thisRun } from './origin.ts';
import { VirtualClock } from './virtual-clock.ts';

export const token = 'token-for-tests';
export const server = 12345;

export interface Setting {
  inputs?: Record<string, string>;
  api?: ApiOptions;
  faults?: Fault[];
  /** Servers of the account; 12345 (web-1) unless told otherwise. */
  servers?: (Partial<ServerSeed> & { id: number })[];
  origin?: Partial<Origin>;
  addresses?: string[];
  /** Whether ready_url answers, so many milliseconds after the beginning. */
  probe?: (elapsed: number) => boolean;
  /** What the network does with a request before it leaves: the error code that fetch ends with. */
  network?: (method: string, path: string) => string | undefined;
  /** Called when a request reaches the API, before it is carried out. */
  asked?: (method: string, path: string, step: Rehearsal) => void;
  /** For the jitter of the looks. */
  seed?: number;
  /** The step before this one, of the same job. */
  after?: Rehearsal;
  /** The post step of this main step, whose state it gets. */
  postOf?: Rehearsal;
  /** Nothing can be saved for the post step. */
  stateless?: boolean;
  /** Nothing can be left for the other steps of the job. */
  noteless?: boolean;
  /** What GitHub does when it is asked. */
  github?: Partial<GitHub>;
}

export interface Annotation {
  level: 'notice' | 'warning' | 'error';
  title: string;
  message: string;
}

/** One step of a job in virtual time, against the API in memory: what `World` is made of, and what is left of it. */
export class Rehearsal {
  readonly api: Api;
  readonly clock: VirtualClock;
  readonly origin: Origin;
  readonly lines: string[] = [];
  readonly annotations: Annotation[] = [];
  readonly groups: string[] = [];
  readonly masked: string[] = [];
  /** Every call of setOutputs, with its moment. */
  readonly told: { at: number; values: Record<string, string> }[] = [];
  summary = '';
  /** What was saved for the post step, newest last. */
  readonly saved: string[] = [];
  red = false;
  mostInFlight = 0;
  journal: Journal | undefined;
  /** When the signal came and when the step was over, on the clock. */
  signalledAt: number | undefined;
  endedAt = 0;
  readonly #setting: Setting;
  /** What the steps of this job left for each other. */
  readonly #notes: Note[];
  readonly #job: { firstGuardAt?: Date };
  readonly #stop = new AbortController();
  /** Requests that an earlier step made. */
  readonly #earlier: number;

  constructor(setting: Setting) {
    const { api, servers, faults, origin } = setting;
    const after = setting.after ?? setting.postOf;
    this.#setting = setting;
    this.#notes = after ? after.#notes : [];
    this.#job = after ? after.#job : {};
    this.clock = after?.clock ?? new VirtualClock();
    this.api = after?.api ?? new Api({ now: this.clock.wall, ...api });
    this.#earlier = this.api.ledger.length;
    this.origin = {
      ...thisRun,
      ...(after && { nonce: { ...thisRun.nonce, step: '2c2c2c2c' } }),
      ...origin,
    };
    if (!after) for (const one of servers ?? [{ id: server, name: 'web-1' }]) this.api.addServer(one);
    for (const fault of faults ?? []) this.api.fail(fault);
  }

  /** Everything that the step wrote anywhere. */
  get written(): string {
    return [
      ...this.lines,
      ...this.annotations.flatMap(({ title, message }) => [title, message]),
      ...this.told.flatMap(({ values }) => Object.values(values)),
      this.summary,
    ].join('\n');
  }

  /** The outputs as a later step sees them. */
  get outputs(): Record<string, string> {
    return Object.assign({}, ...this.told.map(({ values }) => values));
  }

  get result(): string | undefined {
    return this.outputs.result;
  }

  // biome-ignore lint/suspicious/noExplicitAny: compared, not trusted.
  get snapshots(): any[] {
    return JSON.parse(this.outputs.snapshots ?? '[]');
  }

  get error(): Annotation | undefined {
    return this.annotations.find(({ level }) => level === 'error');
  }

  get warnings(): Annotation[] {
    return this.annotations.filter(({ level }) => level === 'warning');
  }

  get notices(): Annotation[] {
    return this.annotations.filter(({ level }) => level === 'notice');
  }

  /** The snapshots that the summary offers for a rollback by hand. */
  get rollback(): string[] {
    const [, ids = ''] = /Roll back by hand .*?snapshot_id: "([^"]*)"/s.exec(this.summary) ?? [];
    return ids === '' ? [] : ids.split(',');
  }

  /** The requests of this step. */
  get ledger() {
    return this.api.ledger.slice(this.#earlier);
  }

  /** The same to read, like `12.5 s POST /snapshots/ 201`, by the clock. */
  get requests(): string[] {
    const began = this.clock.wall() - this.clock.now();
    return this.ledger.map(
      ({ at, method, path, status }) => `${(at - began) / 1000} s ${method} ${path} ${status}`,
    );
  }

  /** Those that change something, like `POST /snapshots/`. */
  get changes(): string[] {
    return this.ledger
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path}`);
  }

  /** When such requests came, in milliseconds after the clock's beginning. */
  moments(method: string, path: string): number[] {
    const began = this.clock.wall() - this.clock.now();
    return this.ledger
      .filter((entry) => entry.method === method && entry.path === path)
      .map(({ at }) => at - began);
  }

  /** The runner wants the step to stop. */
  signal(name = 'SIGTERM'): void {
    this.signalledAt ??= this.clock.now();
    this.#stop.abort(new Cancelled(name));
  }

  async run(): Promise<this> {
    await this.clock.run((this.#setting.postOf ? runPost : runMain)(this.#world()));
    this.endedAt = this.clock.now();
    return this;
  }

  #world(): World {
    const { clock } = this;
    const log = this.#log();
    return {
      raw: (name) => this.#inputs()[name] ?? '',
      ...{ clock, log, uses: 'acme/vps-snapshot-action@v1' },
      mask: (secret) => void this.masked.push(secret),
      clean: (text) => this.masked.reduce((safe, secret) => redactor(secret)(safe), text),
      setOutputs: (values) => void this.told.push({ at: clock.now(), values }),
      writeSummary: (markdown) => {
        this.summary += markdown;
      },
      fail: () => {
        this.red = true;
      },
      canSetOutputs: () => true,
      inputNames: () => Object.keys(this.#inputs()),
      savedState: () => this.#setting.postOf?.saved.at(-1) ?? '',
      equip: async (inputs, journal, planning) => this.#deps(inputs, journal, log, planning),
    };
  }

  #inputs(): Record<string, string> {
    return { api_token: token, job_status: 'success', ...this.#setting.inputs };
  }

  #deps(inputs: Common, journal: Journal, log: Log, planning: Reading): Deps {
    this.journal = journal;
    const { clock, origin } = this;
    const { signal } = this.#stop;
    const random = dice(this.#setting.seed ?? 1);
    const pace = { intervalMs: inputs.pollIntervalMs };
    const { apiUrl, apiToken } = inputs;
    const fetch = this.#fetch();
    const shown = noneYet();
    const reach = (deadline: number): Reach => {
      const timing = { clock, random, signal, deadline, log, pace };
      const vps = connect({ ...timing, fetch, apiUrl, token: apiToken, userAgent: 'rehearsed' }, shown);
      return {
        ...{ vps, deadline },
        snapshots: snapshotPoller({ ...timing, vps }),
        servers: serverPoller({ ...timing, vps }),
        probe: async () => {
          signal.throwIfAborted();
          const ok = this.#setting.probe?.(clock.now()) ?? false;
          return { ok, words: ok ? '200' : '503' };
        },
      };
    };
    return {
      ...reach(clock.now() + inputs.timeoutMs),
      ...{ clock, random, signal, log, pace, journal, origin, planning, reach },
      saveState: (json) => this.#setting.stateless !== true && this.saved.push(json) > 0,
      github: async () => ({ ...noGitHub, ...this.#setting.github }),
      addresses: this.#setting.addresses ?? ['10.0.0.1'],
      notes: {
        leave: (note) =>
          !this.#setting.noteless && this.#notes.push({ ...note, step: this.origin.nonce.step }) > 0,
        all: () => this.#notes,
        firstGuardAt: (now) => this.#firstGuardAt(now),
      },
    };
  }

  #firstGuardAt(now: Date): Date {
    if (this.#setting.noteless) return now;
    this.#job.firstGuardAt ??= now;
    return this.#job.firstGuardAt;
  }

  #fetch(): typeof globalThis.fetch {
    const { network, asked } = this.#setting;
    const fetch = asFetch(this.api, { sleep: (ms, signal) => this.clock.sleep(ms, signal) });
    let inFlight = 0;
    return async (input, init) => {
      const path = new URL(String(input)).pathname.slice(this.api.basePath.length);
      const method = init?.method ?? 'GET';
      const code = network?.(method, path);
      if (code !== undefined)
        throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
      inFlight += 1;
      this.mostInFlight = Math.max(this.mostInFlight, inFlight);
      asked?.(method, path, this);
      try {
        return await fetch(input, init);
      } finally {
        inFlight -= 1;
      }
    };
  }

  #log(): Log {
    const { lines, annotations } = this;
    const annotate = (level: Annotation['level']) => (title: string, message: string) =>
      void annotations.push({ level, title, message });
    return {
      info: (line) => void lines.push(line),
      debug: (line) => void lines.push(`debug: ${line}`),
      ...{ notice: annotate('notice'), warning: annotate('warning'), error: annotate('error') },
      group: (title) => void this.groups.push(title),
      endGroup: () => {},
    };
  }
}

/** A GitHub that knows nothing, for a step that may ask it and must do without. */
const noGitHub: GitHub = {
  place: {
    apiUrl: 'https://api.github.com',
    repository: 'acme/shop',
    pullRequest: null,
    headSha: 'abc1234def',
  },
  livenessOf: async () => ({ is: 'unknown', why: 'GitHub was not rehearsed' }),
  comment: () => Promise.reject(new Error('GitHub was sent a comment')),
  setStatus: () => Promise.reject(new Error('GitHub was sent a status')),
};

export function rehearsed(setting: Setting = {}): Rehearsal {
  return new Rehearsal(setting);
}

/** The step was refused: red, with this error, and nothing was changed. */
export function expectNothingDone(step: Rehearsal, title: string): void {
  expect(step).toMatchObject({ red: true, changes: [], error: { title } });
  expect(step.error?.message).toContain('Nothing was changed.');
  expect(step.outputs.snapshot_id).toBe('');
}
