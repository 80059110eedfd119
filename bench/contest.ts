import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Job, type StepOptions } from '../rehearsal/runner/job.ts';
import type { Manifest } from '../rehearsal/runner/manifest.ts';
import type { Table } from './table.ts';

/** Whole processes of Node.js that are timed against each other, one of each in turn. */
export class Contest {
  readonly #scripts = mkdtempSync(join(tmpdir(), 'bench-'));
  readonly #contestants: Contestant[] = [];
  readonly #before: () => void;

  /** @param before called before each process is started */
  constructor(before = () => {}) {
    this.#before = before;
  }

  /** A script of so many lines, as somebody would write it who needs nothing else. */
  script(name: string, source: string, step: StepOptions = {}): void {
    const file = `${this.#contestants.length}.mjs`;
    writeFileSync(join(this.#scripts, file), source);
    const job = new Job({ dist: this.#scripts, manifest: { name, runs: { using: 'node24', main: file } } });
    this.#add({ name, job, step, exitCode: 0 });
  }

  /** A step of the built action; `post` runs its post phase as if nothing had gone before. */
  action(name: string, step: StepOptions, { phase = 'main', exitCode = 0 }: Options = {}): void {
    const { runs, ...rest } = manifestOf();
    const main = (phase === 'post' ? runs.post : runs.main) ?? runs.main;
    const job = new Job({ dist: root, manifest: { ...rest, runs: { using: runs.using, main } } });
    this.#add({ name, job, step, exitCode });
  }

  /** @param against the name of a contestant, whose median is 1.00 */
  async table(words: Pick<Table, 'title' | 'note'>, rounds: number, against: string): Promise<Table> {
    const warmUp = 2;
    for (let round = -warmUp; round < rounds; round++)
      for (const one of this.#contestants) {
        this.#before();
        await run(one, round >= 0);
      }
    for (const { job } of this.#contestants) await job.end();
    rmSync(this.#scripts, { recursive: true });
    const base = quantile(this.#contestants.find(({ name }) => name === against)?.times ?? [], 0.5);
    const rows = this.#contestants.map(({ name, times }) => {
      const [low, median, high] = [0.25, 0.5, 0.75].map((share) => quantile(times, share)) as [
        number,
        number,
        number,
      ];
      return [
        name,
        `${(median / base).toFixed(2)}×`,
        `${median.toFixed(1)} ms`,
        `${low.toFixed(1)}–${high.toFixed(1)} ms`,
      ];
    });
    return { ...words, columns: ['process', 'ratio', 'median', 'middle half'], rows };
  }

  #add(contestant: Omit<Contestant, 'times'>): void {
    this.#contestants.push({ ...contestant, times: [] });
  }
}

export const root = join(import.meta.dirname, '..');

interface Options {
  phase?: 'main' | 'post';
  /** What it is expected to end with. */
  exitCode?: number;
}

interface Contestant {
  name: string;
  job: Job;
  step: StepOptions;
  exitCode: number;
  /** Milliseconds. */
  times: number[];
}

async function run({ name, job, step, exitCode, times }: Contestant, counts: boolean): Promise<void> {
  const result = await job.uses(step);
  if (result.exitCode !== exitCode)
    throw new Error(`${name}: exit code ${result.exitCode}\n${result.stdout}${result.stderr}`);
  if (counts) times.push(result.durationMs);
}

/** How long the rehearsal's step takes until its API answers, each time in a job of its own that also ends it. */
export async function rehearsalTimes(rounds: number): Promise<number[]> {
  const dist = join(root, 'rehearsal');
  const times: number[] = [];
  for (let round = -1; round < rounds; round++) {
    const job = new Job({ dist, manifest: manifestOf(dist) });
    const { durationMs } = await job.uses({ with: { servers: '12345' } });
    await job.end();
    if (round >= 0) times.push(durationMs);
  }
  return times;
}

export function quantile(times: readonly number[], share: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * share)] ?? Number.NaN;
}

/** The most memory in megabytes that a step of the built action held. */
export async function peakOf(step: StepOptions): Promise<number> {
  const tell = "process.on('exit', () => process.stderr.write(String(process.resourceUsage().maxRSS)))";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(tell)}` };
  const job = new Job({ dist: root, manifest: manifestOf() });
  const { stderr } = await job.uses({ ...step, env });
  await job.end();
  return Number(stderr) / 1_024;
}

function manifestOf(folder = root): Manifest {
  return parse(readFileSync(join(folder, 'action.yml'), 'utf8'));
}
