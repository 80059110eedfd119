import type { Deps } from '../../deps.ts';
import { Failure, TimedOut } from '../../errors.ts';
import type { GuardInputs } from '../../inputs/guard.ts';
import { looksInWindow, settlingMs } from '../../limits.ts';
import { busyServers } from '../../operations/wait-until-idle.ts';
import { askForRuns } from '../../reading/run-liveness.ts';
import { settledServers } from '../../reading/settled-servers.ts';
import { hasAll, settledSnapshots } from '../../reading/settled-snapshots.ts';
import { olderDeploys } from '../../rules/evidence.ts';
import type { Runs } from '../../rules/liveness.ts';
import { type Note, restoredByStep } from '../../rules/notes.ts';
import type { Origin } from '../../rules/ownership.ts';
import { keepsAll } from '../../rules/policy.ts';
import { idOfTarget, idsIn, madeFor, type SavedState, type Target } from '../../state/saved-state.ts';
import { sentence } from '../../text/text.ts';
import { VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Pace } from '../../waiting/schedule.ts';

/** The inputs as they are when the job has ended, and what the main step answers for. */
export type GuardWork = GuardInputs & { saved: SavedState };

/** Where and when the guard works. */
interface Here {
  origin: Origin;
  /** What other steps of this job did. */
  notes: readonly Note[];
  addresses: readonly string[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

export interface Listed extends Here {
  is: 'listed';
  snapshots: Snapshot[];
  /** Undefined when the token may not list servers, or nothing is to be done. */
  servers: Server[] | undefined;
  /** Servers that somebody else was restoring when the job ended. */
  foreign: readonly Id[];
  /** The runs that may still roll back to an older snapshot, when ours is to be deleted. */
  runs: Runs;
}

/**
 * `unasked`: the policy needs to know nothing. `unreachable`: VPS.org could not be asked, which is no reason to fail
 * where nothing is to be restored.
 */
export type GuardSeen = Listed | (Here & ({ is: 'unasked' } | { is: 'unreachable'; trouble: string }));

/** Asks only for what the policy needs: a job that keeps its snapshots costs no request. */
export async function guardLook(work: GuardWork, deps: Deps): Promise<GuardSeen> {
  const { saved, policy } = work;
  const { origin, addresses } = deps;
  const notes = deps.notes.all().slice(saved.notesBefore);
  const here = { origin, addresses, notes, now: deps.vps.now() };
  const targets = openTargets(saved);
  const isUnknown = (target: Target) => idOfTarget(target) === undefined;
  if (targets.length === 0 || (keepsAll(policy) && !targets.some(isUnknown)))
    return { ...here, is: 'unasked' };
  if (targets.some(isUnknown))
    deps.log.info('The main step ended before its request was answered. Looking for what came of it.');
  try {
    return { ...here, ...(await listed(targets, { work, notes }, deps)), now: deps.vps.now() };
  } catch (error) {
    if (!(error instanceof VpsError || error instanceof Failure)) throw error;
    if (!policy.restore && (error instanceof VpsError || error instanceof TimedOut))
      return { ...here, is: 'unreachable', trouble: `${sentence(error.message)} ${error.next}` };
    throw notRolledBack(error, work);
  }
}

async function listed(
  targets: readonly Target[],
  { work, notes }: { work: GuardWork; notes: readonly Note[] },
  deps: Deps,
): Promise<Omit<Listed, keyof Here>> {
  const { saved, policy } = work;
  const snapshots = await listWith(targets, work, deps);
  const acts = saved.confirmed && (policy.restore || policy.delete);
  const wanted = targets.flatMap(({ server }) => server?.id ?? []);
  const servers = acts ? await settledServers(wanted, { ...deps, pace: brisk(deps.pace) }) : undefined;
  const busy = acts && policy.restore ? busyServers(wanted, servers ?? []) : [];
  const foreign = busy.filter(({ id }) => restoredByStep(id, notes) === undefined).map(({ id }) => id);
  const own = saved.confirmed && policy.delete ? idsIn(saved) : [];
  const older = snapshots
    .filter(({ id }) => own.includes(id))
    .flatMap((one) => olderDeploys(one, snapshots, deps).map(({ snapshot }) => snapshot));
  const runs = await askForRuns(older, deps);
  return { is: 'listed', snapshots, servers, foreign, runs };
}

/** Those that something may have come of. */
export function openTargets({ targets }: SavedState): Target[] {
  return targets.filter(({ request }) => request !== 'refused');
}

/**
 * The list with all that the main step answers for; one stale list is no proof that something is gone. What is only to
 * be deleted need not show.
 */
async function listWith(
  targets: readonly Target[],
  { saved, policy }: GuardWork,
  deps: Deps,
): Promise<Snapshot[]> {
  const isIn = (list: Snapshot[]) => (target: Target) => {
    const id = idOfTarget(target);
    if (id !== undefined) return !policy.restore || hasAll([id], list);
    return madeFor(target, { nonce: saved.nonce, origin: deps.origin }, list).length > 0;
  };
  return (await settledSnapshots((list) => targets.every(isIn(list)), { ...deps, pace: brisk(deps.pace) }))
    .list;
}

/** Longer intervals are for what takes minutes, and must not use up the time after a cancel. */
function brisk(pace: Pace): Pace {
  const { intervalMs } = pace;
  const isLong = intervalMs !== undefined && intervalMs > settlingMs / looksInWindow;
  return { ...pace, intervalMs: isLong ? undefined : intervalMs };
}

/** Whatever came between: the reader must know which snapshot there is, and how to use it. */
function notRolledBack(error: VpsError | Failure, { saved, policy }: GuardWork): Failure {
  const ids = saved.confirmed ? saved.targets.flatMap((target) => idOfTarget(target) ?? []) : [];
  const ending = error instanceof Failure ? error.ending : 'failed';
  if (!policy.restore || ids.length === 0) {
    if (error instanceof Failure) return error;
    const begun = openTargets(saved).flatMap((target) => idOfTarget(target) ?? target.name ?? []);
    const message = `What the main step had begun was not looked after (${begun.join(', ')}): ${sentence(error.message)}`;
    return new Failure({ title: 'Not looked after', message, next: error.next, cause: error });
  }
  const words = {
    title: 'Not rolled back',
    message: `Nothing was rolled back: ${sentence(error.message)}`,
    next: `${error.next}\nSnapshot ${ids.join(', ')} is kept. By hand: mode: restore with snapshot_id: ${ids.join(',')}.`,
    rollback: ids,
    cause: error,
  };
  return new Failure(words, ending);
}
