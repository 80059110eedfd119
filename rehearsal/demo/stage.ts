import { setTimeout as sleep } from 'node:timers/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Api, ApiOptions, SnapshotSeed } from '../api/api.ts';
import { startApi } from '../api/start.ts';
import type { Outcome } from '../runner/contexts.ts';
import { Display } from '../runner/display.ts';
import { Job, type JobOptions, type StepOptions, type StepResult } from '../runner/job.ts';
import { readable } from './markdown.ts';
import { Site } from './site.ts';

/** One job of the demo, from its title to its end. */
export interface Act {
  title: string;
  /** Where this act differs from the usual pace. */
  pace?: ApiOptions;
  /** What is there already. */
  snapshots?: Omit<SnapshotSeed, 'server'>[];
  /** The ids of the snapshots that are there in the end; none. */
  leaves?: number[];
  play(stage: Stage): Promise<void>;
}

/** What has to come of a step, or the demo has failed. */
interface Expected {
  /** Outputs that it has to have; a post step has none. */
  gives?: Record<string, string>;
  /** What the headline of its summary has to say. */
  result?: string;
  /** Its annotations, like `warning: Rolled back`; none. With an error among them it ends red. */
  tells?: string[];
}

type Step = Pick<StepOptions, 'id' | 'with'> &
  Expected & {
    /** Red like any other, but the job goes on and succeeds: as with `continue-on-error`. */
    fails?: boolean;
  };

type Ending = Expected & {
  /** The time that the step has from now on. */
  timeout_minutes?: string;
};

/** What an act can do. Everything that is not as it should be becomes a line of `wrong`. */
export interface Stage {
  /** One line to the audience. */
  says(line: string): void;
  /** Runs the action, and expects it to succeed unless told otherwise. */
  uses(name: string, step: Step): Promise<void>;
  /** A step that is only played. */
  deploys(outcome: Outcome): void;
  /** Looks at the web site, and expects this answer. */
  visits(expected: string): void;
  /** The job has ended: what the action does then, the last step first. */
  ends(...steps: Ending[]): Promise<void>;
  /** Waits until nothing goes on at VPS.org any more. */
  rests(): Promise<void>;
}

const server = { id: 12345, name: 'web-server-01' };
const token = 'demo-token';

/** Minutes become seconds, so that nobody has to wait for a server that does not exist. */
const usualPace = { createMs: 1_500, restoreMs: 2_000 };

interface Theatre extends Pick<JobOptions, 'dist' | 'manifest'> {
  acts: Act[];
  write: (line: string) => void;
  colours: boolean;
}

/** Plays all acts. @returns what went wrong; nothing when all is well */
export async function perform({ acts, ...theatre }: Theatre): Promise<string[]> {
  const wrong: string[] = [];
  for (const act of acts) wrong.push(...(await performed(act, theatre)));
  return wrong;
}

async function performed(act: Act, theatre: Omit<Theatre, 'acts'>): Promise<string[]> {
  const { write, colours, dist, manifest } = theatre;
  const { api, url, close } = await startApi({
    options: { ...usualPace, token, ...act.pace },
    servers: [server],
    snapshots: (act.snapshots ?? []).map((snapshot) => ({ ...snapshot, server: server.id })),
  });
  const job = new Job({ dist, manifest });
  const display = new Display({ write: (line) => write(`  ${line}`), colours, masks: [token] });
  const stage = new Playing({ api, job, url, display, write });
  try {
    write(`━━ ${act.title} ━━`);
    await act.play(stage);
    await stage.ends();
  } finally {
    await job.end();
    await close();
  }
  stage.showSummaries();
  write('');
  return [...stage.wrong, ...traces(api, act.leaves ?? [])];
}

/** What an act must not leave behind. */
function traces(api: Api, wanted: number[]): string[] {
  const ids = api.snapshots().map(({ id }) => id);
  const left = ids.filter((id) => !wanted.includes(id)).map((id) => `snapshot ${id} is still there`);
  const gone = wanted.filter((id) => !ids.includes(id)).map((id) => `snapshot ${id} is gone`);
  const busy = api.servers().filter(({ status }) => status !== 'active');
  const refused = api.ledger.filter(({ status }) => typeof status !== 'number' || status >= 400);
  return [
    ...left,
    ...gone,
    ...busy.map(({ id, status }) => `server ${id} is ${status}`),
    ...refused.map(({ method, path, status }) => `the API answered ${status} to ${method} ${path}`),
  ];
}

interface Backstage {
  api: Api;
  job: Job;
  url: string;
  display: Display;
  write: (line: string) => void;
}

/** One job while it is played. */
class Playing implements Stage {
  readonly wrong: string[] = [];
  readonly #summaries: string[] = [];
  readonly #site: Site;
  readonly #backstage: Backstage;
  /** The names of the steps whose post phases are to come, the next one first. */
  readonly #posts: string[] = [];
  #timeout = '0.2';
  #ended = false;

  constructor(backstage: Backstage) {
    this.#backstage = backstage;
    this.#site = new Site(backstage.api, server.id);
  }

  readonly says: Stage['says'] = (line) => this.#backstage.write(`\n» ${line}`);

  readonly uses: Stage['uses'] = async (name, { gives, tells, fails, ...step }) => {
    const { display, job, url } = this.#backstage;
    const usual = { api_url: url, api_token: token, poll_interval_seconds: '0.2' };
    this.#heading(name);
    display.line('::group::Run vps-snapshot-action');
    for (const [input, value] of Object.entries({ ...step.with, ...usual }))
      display.line(`${input}: ${value}`);
    display.line('::endgroup::');
    this.#posts.unshift(name);
    const result = await job.uses({
      ...step,
      with: { ...step.with, ...usual, timeout_minutes: () => this.#timeout },
      continueOnError: fails ?? false,
      duringPost: () => this.#heading(`Post ${this.#posts.shift()}`),
      onLine: display.line,
    });
    this.#compare(name, result, { gives, tells });
  };

  readonly deploys: Stage['deploys'] = (outcome) => {
    const { display, job } = this.#backstage;
    this.#heading('Deploy');
    display.line('./deploy.sh');
    if (outcome === 'cancelled') job.cancel();
    else job.run(outcome, { id: 'deploy' });
    if (outcome === 'success') return;
    this.#site.break();
    display.line(
      `::error::${outcome === 'cancelled' ? 'The operation was canceled.' : 'Process completed with exit code 1.'}`,
    );
  };

  readonly visits: Stage['visits'] = (wanted) => {
    const { answer } = this.#site;
    this.#backstage.write(`\n» https://web.example.com answers: ${answer}`);
    this.#check('the web site', answer, wanted);
  };

  readonly ends: Stage['ends'] = async (...steps) => {
    if (this.#ended) return;
    this.#ended = true;
    this.#timeout = steps[0]?.timeout_minutes ?? this.#timeout;
    const names = [...this.#posts];
    for (const [index, post] of (await this.#backstage.job.post()).entries())
      this.#compare(`Post ${names[index]}`, post, steps[index] ?? {});
  };

  readonly rests: Stage['rests'] = async () => {
    const isBusy = () => this.#backstage.api.servers().some(({ status }) => status === 'restoring');
    while (isBusy()) await sleep(100);
  };

  showSummaries(): void {
    const { write } = this.#backstage;
    this.#heading('Job summary');
    for (const summary of this.#summaries)
      for (const line of ['', ...readable(summary)]) write(`  │ ${line}`.trimEnd());
  }

  #heading(title: string): void {
    this.#backstage.write('');
    this.#backstage.display.step(title);
  }

  #compare(name: string, result: StepResult, { gives = {}, result: word, tells = [] }: Wanted): void {
    const { exitCode, annotations, outputs, summary } = result;
    if (summary !== '') this.#summaries.push(summary);
    const wanted = tells.some((line) => line.startsWith('error: ')) ? 1 : 0;
    const told = annotations.map(({ level, title, message }) => `${level}: ${title ?? message}`);
    this.#check(`exit code of "${name}"`, exitCode, wanted);
    this.#check(`annotations of "${name}"`, told, tells);
    if (word) this.#check(`headline of "${name}" with "${word}"`, summary.includes(` – ${word} in `), true);
    for (const [output, value] of Object.entries(gives))
      this.#check(`output ${output} of "${name}"`, inOrder(outputs[output]), inOrder(value));
  }

  #check(what: string, actual: unknown, wanted: unknown): void {
    if (isDeepStrictEqual(actual, wanted)) return;
    this.wrong.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
  }
}

type Wanted = { [Key in keyof Expected]: Expected[Key] | undefined };

/** What is deleted side by side is gone in any order. */
function inOrder(value: string | undefined): string | undefined {
  return value?.startsWith('[') ? JSON.stringify(JSON.parse(value).toSorted()) : value;
}
