import { description, generatedName, label, type Mark } from '../../src/rules/ownership.ts';
import type { Id } from '../../src/vps/id.ts';
import type { ApiOptions } from '../api/options.ts';
import type { Beginning } from '../api/start.ts';
import type { SnapshotSeed } from '../api/state.ts';
import { type Trouble, troubles } from './faults.ts';
import type { Plan, PlannedSnapshot } from './plan.ts';

/** The first snapshot that is made; those that exist come right before it. */
const firstNewId = 801;

/** How long a stop or a start of a server takes, in milliseconds. */
const powerMs = 3_000;

type Seed = SnapshotSeed & { id: number };

export interface Around {
  /** The only token that is let in. */
  token: string;
  /** `owner/repo`, whose earlier runs made snapshots. */
  repository: string;
  /** Milliseconds since 1970. */
  now: number;
}

/** The account and the API that a plan asks for. */
export function beginningOf(plan: Plan, around: Around): Beginning & { snapshots: Seed[] } {
  const { form, createMs, restoreMs } = plan;
  const weather: Trouble[] = plan.faults.map((name) => troubles[name]);
  const usual: ApiOptions = {
    ...{ form, token: around.token, firstSnapshotId: firstNewId },
    ...{ createMs, restoreMs, stopTakesMs: powerMs, startTakesMs: powerMs },
  };
  return {
    options: Object.assign(usual, ...weather.map(({ options }) => options)),
    servers: plan.servers.map((id) => ({ id, name: `web-${id}`, hostname: `web-${id}.example.com` })),
    snapshots: seedsOf(plan, around),
    faults: weather.flatMap(({ faults = [] }) => faults),
  };
}

/** In the order of the plan. The older one has the lower id, as in any account. */
function seedsOf({ snapshots, form }: Plan, { repository, now }: Around): Seed[] {
  const oldestFirst = snapshots.toSorted((one, other) => other.ageMs - one.ageMs);
  return snapshots.map((snapshot) => {
    const run = oldestFirst.indexOf(snapshot) + 1;
    const { server, ageMs, name } = snapshot;
    return {
      id: firstNewId - 1 - snapshots.length + run,
      server,
      created_at: now - ageMs,
      ...(name === undefined ? textsOfRun(run, { server, repository, form }) : { name }),
    };
  });
}

type Maker = Pick<PlannedSnapshot, 'server'> & Pick<Around, 'repository'> & Pick<Plan, 'form'>;

/** What an earlier run left with its snapshot, where this form of the API keeps it. */
function textsOfRun(run: number, { server, repository, form }: Maker): { name: string; description: string } {
  const step = run.toString(16).padStart(8, '0');
  const mark: Mark = { repository, runId: String(run), attempt: '1', nonce: { job: step, step } };
  const name = generatedName(mark, String(server) as Id);
  if (form === 'client') return { name: label(name, mark), description: '' };
  return { name, description: description('Before a deploy', mark) };
}
