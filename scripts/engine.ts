import { isDeepStrictEqual, parseArgs } from 'node:util';
import { playOnAct } from '../__tests__/examples/act.ts';
import { guards } from '../__tests__/examples/guards.ts';
import { others } from '../__tests__/examples/others.ts';
import { play, type Seen } from '../__tests__/examples/play.ts';
import { waysOf } from '../__tests__/examples/ways.ts';
import { advised } from '../__tests__/examples/workflows.ts';
import { found } from '../rehearsal/workflow/programs.ts';

/**
 * Runs every example through its endings on nektos/act too, and says where that engine and the one in memory differ:
 * `npm run engine`, or `npm run engine -- guard` for those whose names have that in them.
 */
const { positionals } = parseArgs({ allowPositionals: true });
const act = found('act');
if (!act) {
  console.log('act is not installed, so nothing was run: go install github.com/nektos/act@latest');
  process.exit();
}

/** Where act is known to differ from GitHub, by parts of the names of runs. */
const known: Record<string, string> = {
  'the first of the rest fails': 'act does not know fail-fast: it goes on with the other legs.',
  'across-jobs.yml: cancel': 'act runs jobs with failure() after a cancel too, but none of their steps.',
  'tell-people.yml: cancel': 'act runs no step of a job that begins after a cancel.',
  'continue-on-error.yml: cancel':
    'act calls a step that was cancelled a failure, which continue-on-error forgives.',
  'one-step-only.yml: cancel': 'act calls a step that was cancelled a failure.',
  'prune at night: cancel': 'act kills a cancelled step at once.',
  'nightly-prune.yml: cancel': 'act kills a cancelled step at once.',
  'roll-back-by-hand.yml: cancel': 'act kills a cancelled step at once.',
  'cancelled while the snapshot is taken': 'act kills a cancelled step at once.',
};

const table = { ...guards, ...others };
const chosen = advised().filter(({ name }) => positionals.every((part) => name.includes(part)));
const runs = chosen.flatMap((example) =>
  waysOf(table[example.name] ?? never(example.name)).map(({ way, world }) => ({ example, way, world })),
);
const unknown: string[] = [];
const waiting = runs.values();
await Promise.all([1, 2].map(compareAll));
console.log(`${runs.length} runs on act, ${unknown.length} of them different without a known reason.`);
if (unknown.length > 0) process.exitCode = 1;

async function compareAll(): Promise<void> {
  for (const { example, way, world } of waiting) {
    const there = comparable(await playOnAct(act as string, example, world));
    const here = comparable(await play(example, world));
    const differences = Object.keys(here).flatMap((what) => {
      const [one, other] = [there[what as keyof Seen], here[what as keyof Seen]];
      if (isDeepStrictEqual(one, other)) return [];
      return [`    ${what}: ${JSON.stringify(one)} on act, ${JSON.stringify(other)} in memory`];
    });
    const name = `${example.name}: ${way}`;
    const reason = reasonOf(name);
    const sign = differences.length === 0 ? '=' : reason ? '~' : '≠';
    if (sign === '≠') unknown.push(name);
    console.log([`${sign} ${name}`, ...differences, ...(sign === '~' ? [`    ${reason}`] : [])].join('\n'));
  }
}

/** act does not list skipped jobs, calls a cancelled one failed, and a called one by its own name. */
function comparable({ jobs, ...rest }: Seen): Seen {
  const told: Record<string, string> = {};
  for (const [name, result] of Object.entries(jobs)) {
    const [own = ''] = name.split(' / ').slice(-1);
    if (result === 'skipped' || told[own] === 'failure') continue;
    told[own] = result === 'cancelled' ? 'failure' : result;
  }
  return { ...rest, jobs: told };
}

function reasonOf(name: string): string | undefined {
  return Object.entries(known).find(([part]) => name.includes(part))?.[1];
}

function never(name: string): never {
  throw new Error(`nothing is written down of ${name}`);
}
