import { isDeepStrictEqual } from 'node:util';
import { Api } from '../api/api.ts';
import { serve } from '../api/server.ts';
import { Display } from '../runner/display.ts';
import { Job, type JobOptions, type StepOptions } from '../runner/job.ts';
import { readable } from './markdown.ts';
import { Site } from './site.ts';

/** One job of the demo, from its title to its end. */
export interface Act {
  title: string;
  play(stage: Stage): Promise<void>;
}

type Step = Pick<StepOptions, 'id' | 'with'> & {
  /** Outputs that the step has to have, or the demo has failed. */
  gives: Record<string, string>;
};

/** What an act can do. Everything that is not as it should be becomes a line of `wrong`. */
export interface Stage {
  /** One line to the audience. */
  says(line: string): void;
  /** Runs the action, and expects it to succeed. */
  uses(name: string, step: Step): Promise<void>;
  /** A step that is only played. */
  deploys(outcome: 'success' | 'failure'): void;
  /** Looks at the web site, and expects this answer. */
  visits(expected: string): void;
}

const server = { id: 12345, name: 'web-server-01' };
const token = 'demo-token';

/** Minutes become seconds, so that nobody has to wait for a server that does not exist. */
const pace = { createMs: 2_000, restoreMs: 2_500 };

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

async function performed(
  { title, play }: Act,
  { write, colours, dist, manifest }: Omit<Theatre, 'acts'>,
): Promise<string[]> {
  const wrong: string[] = [];
  const summaries: string[] = [];
  const api = new Api({ ...pace, token });
  api.addServer(server);
  const running = await serve(api);
  const job = new Job({ dist, manifest });
  const display = new Display({ write: (line) => write(`  ${line}`), colours, masks: [token] });
  try {
    write(`━━ ${title} ━━`);
    await play(stageOf({ api, job, url: running.url, display, write, wrong, summaries }));
  } finally {
    for (const post of await job.end()) {
      summaries.push(post.summary);
      if (post.exitCode !== 0) wrong.push(`a post step ended with exit code ${post.exitCode}`);
    }
    await running.close();
  }
  write('');
  display.step('Job summary');
  for (const summary of summaries)
    for (const line of ['', ...readable(summary)]) write(`  │ ${line}`.trimEnd());
  return [...wrong, ...traces(api)];
}

/** What an act must not leave behind. */
function traces(api: Api): string[] {
  const left = api.snapshots().map(({ id }) => `snapshot ${id} is still there`);
  const busy = api.servers().filter(({ status }) => status !== 'active');
  const refused = api.ledger.filter(({ status }) => typeof status !== 'number' || status >= 400);
  return [
    ...left,
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
  wrong: string[];
  summaries: string[];
}

function stageOf({ api, job, url, display, write, wrong, summaries }: Backstage): Stage {
  const site = new Site(api, server.id);
  const usual = { api_url: url, api_token: token, poll_interval_seconds: '0.2', timeout_minutes: '0.2' };
  const check = (what: string, actual: unknown, wanted: unknown) => {
    if (isDeepStrictEqual(actual, wanted)) return;
    wrong.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(wanted)}`);
  };

  return {
    says: (line) => write(`\n» ${line}`),

    async uses(name, { gives, ...step }) {
      const inputs = { ...step.with, ...usual };
      write('');
      display.step(name);
      display.line('::group::Run vps-snapshot-action');
      for (const [input, value] of Object.entries(inputs)) display.line(`${input}: ${value}`);
      display.line('::endgroup::');
      const { exitCode, annotations, outputs, summary } = await job.uses({
        ...step,
        with: inputs,
        onLine: display.line,
      });
      summaries.push(summary);
      check(`exit code of "${name}"`, exitCode, 0);
      check(`annotations of "${name}"`, annotations, []);
      for (const [output, value] of Object.entries(gives))
        check(`output ${output} of "${name}"`, outputs[output], value);
    },

    deploys(outcome) {
      write('');
      display.step('Deploy');
      display.line('./deploy.sh');
      job.run(outcome, { id: 'deploy' });
      if (outcome === 'success') return;
      site.break();
      display.line('::error::Process completed with exit code 1.');
    },

    visits(wanted) {
      const { answer } = site;
      write(`\n» https://web.example.com answers: ${answer}`);
      check('the web site', answer, wanted);
    },
  };
}
