import type { Deps } from '../deps.ts';
import type { GuardInputs } from '../inputs/guard.ts';
import { count } from '../report/format.ts';
import type { Custody, Target } from '../rules/custody.ts';
import type { Origin } from '../rules/ownership.ts';
import { keepsAll } from '../rules/policy.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import { second } from '../waiting/clock.ts';
import { creating, settling } from '../waiting/schedule.ts';
import { madeFor, rivalsOf } from './guardPlan.ts';
import { busyServers, untilResting } from './resting.ts';
import { times, visibleServers, watchSnapshots, windowMs } from './watching.ts';

export type GuardWork = GuardInputs & { custody: Custody };

export interface GuardSeen {
  /** Undefined when nothing had to be asked. */
  snapshots: Snapshot[] | undefined;
  /** Undefined when the token may not list servers, or nothing is to be restored. */
  servers: Server[] | undefined;
  /** Servers that somebody else was restoring when the job ended. */
  foreign: readonly number[];
  origin: Origin;
  addresses: readonly string[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** How long a snapshot is looked for whose request the main step did not live to see answered. */
const settlingMs = 20 * second;

/** Asks only for what the policy needs: a job that keeps its snapshots costs no request. */
export async function guardLook(inputs: GuardWork, deps: Deps): Promise<GuardSeen> {
  const { custody, policy } = inputs;
  const { origin, addresses } = deps;
  const unknown = custody.targets.filter(({ id, refused }) => id === null && !refused);
  const nothing = {
    snapshots: undefined,
    servers: undefined,
    foreign: [],
    origin,
    addresses,
    now: deps.vps.now(),
  };
  if (custody.targets.every(({ refused }) => refused) || (keepsAll(policy) && unknown.length === 0))
    return nothing;
  const snapshots = await listedWith(unknown, inputs, deps);
  const seen = { ...nothing, snapshots, now: deps.vps.now() };
  if (!policy.restore || !custody.confirmed) return seen;
  return { ...seen, ...(await readyToRestore(snapshots, inputs, deps)) };
}

/** The list, with all snapshots whose ids were never learnt, or after as long as they may take to show. */
async function listedWith(unknown: readonly Target[], inputs: GuardWork, deps: Deps): Promise<Snapshot[]> {
  const first = await deps.vps.listSnapshots(deps.planning);
  const hasAll = (list: Snapshot[]) =>
    unknown.every((target) => madeFor(target, inputs.custody, list, deps.origin).length > 0);
  if (hasAll(first)) return first;
  deps.log.info(
    `The main step ended before ${count(unknown.length, 'request')} was answered. Looking for what came of it.`,
  );
  const window = windowMs(settlingMs, inputs);
  const end = await watchSnapshots(deps).ask<Snapshot[]>({
    next: times(settling, inputs, deps),
    judge: (list, elapsed) =>
      hasAll(list) || elapsed >= window ? { is: 'reached', found: list } : { is: 'pending' },
  });
  return end.is === 'reached' ? end.found : first;
}

/** Neither a restore by someone else nor a snapshot in progress is cut short. */
async function readyToRestore(snapshots: Snapshot[], inputs: GuardWork, deps: Deps) {
  const visible = await visibleServers(deps);
  const ids = inputs.custody.targets.flatMap(({ server }) => server?.id ?? []);
  const foreign = busyServers(ids, visible ?? []).map(({ id }) => id);
  if (inputs.dryRun) return { servers: visible, foreign, snapshots };
  const servers = visible && ((await untilResting(ids, visible, inputs, deps)) ?? visible);
  return { servers, foreign, snapshots: await untilNoneInProgress(snapshots, inputs, deps) };
}

async function untilNoneInProgress(
  snapshots: Snapshot[],
  inputs: GuardWork,
  deps: Deps,
): Promise<Snapshot[]> {
  const ours = inputs.custody.targets.flatMap(
    ({ id }) => snapshots.find((snapshot) => snapshot.id === id) ?? [],
  );
  const waitFor = ours.filter((snapshot) => rivalsOf(snapshot, snapshots, inputs, deps.origin).length === 0);
  const busy = (list: readonly Snapshot[]) =>
    list.some(
      ({ status, server }) => status === 'in_progress' && waitFor.some((one) => one.server.id === server.id),
    );
  if (!busy(snapshots)) return snapshots;
  deps.log.info('A snapshot of the server is in progress. Waiting for that to end before the restore.');
  const end = await watchSnapshots(deps).ask<Snapshot[]>({
    next: times(creating, inputs, deps),
    judge: (list) => (busy(list) ? { is: 'pending' } : { is: 'reached', found: list }),
  });
  return end.is === 'reached' ? end.found : snapshots;
}
