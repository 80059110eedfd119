import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parse } from 'yaml';
import { Api } from '../rehearsal/api/api.ts';
import { serve } from '../rehearsal/http/server.ts';
import { Job, type StepOptions } from '../rehearsal/runner/job.ts';
import type { Manifest } from '../rehearsal/runner/manifest.ts';
import { root } from './build.ts';

interface Contestant {
  name: string;
  job: Job;
  step: StepOptions;
  exitCode: number;
  times: number[];
}

const bareRequest = `
  import { appendFileSync } from 'node:fs';
  const { INPUT_API_URL, INPUT_API_TOKEN, GITHUB_OUTPUT } = process.env;
  const headers = { authorization: 'Bearer ' + INPUT_API_TOKEN };
  const answer = await fetch(INPUT_API_URL + '/snapshots/', { headers });
  if (!answer.ok) throw new Error(answer.status);
  appendFileSync(GITHUB_OUTPUT, 'snapshots<<END\\n' + JSON.stringify(await answer.json()) + '\\nEND\\n');
`;

const { values } = parseArgs({ options: { rounds: { type: 'string', default: '30' } } });
const scripts = mkdtempSync(join(tmpdir(), 'bench-'));
const token = 'bench-token';
const api = new Api({ token });
const server = await serve(api);
const inputs = { api_url: server.url, api_token: token };

const contestants: Contestant[] = [
  bare('an empty script', ''),
  bare('one GET with fetch, one output', bareRequest),
];
if (existsSync(join(root, 'dist/main/index.js'))) {
  contestants.push(
    action('the action, load only (bad input)', { mode: 'bench', api_token: token }, 1),
    action('the action, mode: list', { mode: 'list', ...inputs }, 0),
  );
}

const rounds = Number(values.rounds);
for (let round = -2; round < rounds; round++) {
  for (const { name, job, step, exitCode, times } of contestants) {
    const result = await job.uses(step);
    if (result.exitCode !== exitCode)
      throw new Error(`${name}: exit code ${result.exitCode}\n${result.stdout}${result.stderr}`);
    if (round >= 0) times.push(result.durationMs);
  }
}
for (const { job } of contestants) await job.end();
await server.close();
rmSync(scripts, { recursive: true });

const [base = 1, ...others] = contestants.map(({ times }) => median(times));
console.log(`Node.js ${process.version}, whole processes, medians of ${rounds} interleaved rounds\n`);
for (const [index, time] of [base, ...others].entries()) {
  console.log(
    `${contestants[index]?.name.padEnd(36)} ${(time / base).toFixed(2)}×  ${time.toFixed(0).padStart(4)} ms`,
  );
}

function bare(name: string, script: string): Contestant {
  const file = `${name.replaceAll(/\W/g, '-')}.mjs`;
  writeFileSync(join(scripts, file), script);
  const manifest = { name, runs: { using: 'node24', main: file } };
  return { name, job: new Job({ dist: scripts, manifest }), step: { with: inputs }, exitCode: 0, times: [] };
}

function action(name: string, step: Record<string, string>, exitCode: number): Contestant {
  const { runs, ...rest }: Manifest = parse(readFileSync(join(root, 'action.yml'), 'utf8'));
  const manifest = { ...rest, runs: { using: runs.using, main: runs.main } };
  return { name, job: new Job({ dist: root, manifest }), step: { with: step }, exitCode, times: [] };
}

function median(times: number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? Number.NaN;
}
