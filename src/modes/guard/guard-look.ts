import type { Deps } from '../../deps.ts';
import { Failure, TimedOut } from '../../errors.ts';
import type { GuardInputs } from '../../inputs/guard.ts';
import { looksInWindow, settlingMs } from '../../limits.ts';
import { busyServers } from '../../operations/wait-until-idle.ts';
import { visibleServers } from '../../reading/pollers.ts';
import { hasAll, settledList } from '../../reading/settled-snapshots.ts';
import type { Origin } from '../../rules/ownership.ts';
import { keepsAll } from '../../rules/policy.ts';
import type { Custody, Target } from '../../state/saved-state.ts';
import { VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import { madeFor } from './guard-plan.ts';

export type GuardWork = GuardInputs & { custody: Custody };

export interface GuardSeen {
  /** Undefined when nothing had to be asked, or nothing could be. */
  snapshots: Snapshot[] | undefined;
  /** Undefined when the token may not list servers, or nothing is to be restored. */
  servers: Server[] | undefined;
  /** Servers that somebody else was restoring when the job ended. */
  foreign: readonly Id[];
  origin: Origin;
  addresses: readonly string[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
  /** Why VPS.org could not be asked, when that is no reason to fail. */
  trouble: string | undefined;
}

/** Asks only for what the policy needs: a job that keeps its snapshots costs no request. */
export async function guardLook(work: GuardWork, deps: Deps): Promise<GuardSeen> {
  const { custody, policy } = work;
  const { origin, addresses } = deps;
  const nothing: GuardSeen = {
    ...{ snapshots: undefined, servers: undefined, foreign: [], trouble: undefined },
    ...{ origin, addresses, now: deps.vps.now() },
  };
  const targets = custody.targets.filter(({ refused }) => !refused);
  const unknown = targets.filter(({ id }) => id === null);
  if (targets.length === 0 || (keepsAll(policy) && unknown.length === 0)) return nothing;
  if (unknown.length > 0)
    deps.log.info('The main step ended before its request was answered. Looking for what came of it.');
  try {
    const snapshots = await listedWith(work, deps);
    const seen = { ...nothing, snapshots, now: deps.vps.now() };
    if (!policy.restore || !custody.confirmed) return seen;
    const servers = await visibleServers(deps);
    const ids = targets.flatMap(({ server }) => server?.id ?? []);
    return { ...seen, servers, foreign: busyServers(ids, servers ?? []).map(({ id }) => id) };
  } catch (error) {
    if (!policy.restore && (error instanceof VpsError || error instanceof TimedOut))
      return { ...nothing, trouble: troubleOf(error) };
    throw error instanceof VpsError || error instanceof Failure ? notRolledBack(error, work, deps) : error;
  }
}

/**
 * The list with all that the main step answers for; one stale list is no proof that something is gone. What is only to
 * be deleted need not show, and a long interval must not use up the time after a cancel.
 */
async function listedWith({ custody, policy, pollIntervalMs }: GuardWork, deps: Deps): Promise<Snapshot[]> {
  const targets = custody.targets.filter(({ refused }) => !refused);
  const isHere = (list: Snapshot[]) => (target: Target) =>
    target.id === null
      ? madeFor(target, custody, list, deps.origin).length > 0
      : !policy.restore || hasAll([target.id], list);
  const pace = {
    pollIntervalMs:
      pollIntervalMs && pollIntervalMs > settlingMs / looksInWindow ? undefined : pollIntervalMs,
  };
  return (await settledList((list) => targets.every(isHere(list)), pace, deps)).list;
}

function troubleOf(error: VpsError | TimedOut): string {
  return error instanceof VpsError ? `${error.message}. ${error.hint}` : `${error.message} ${error.next}`;
}

/** Whatever came between: the reader must know which snapshot there is, and how to use it. */
function notRolledBack(
  error: VpsError | Failure,
  { custody, policy }: GuardWork,
  { journal }: Deps,
): Failure {
  const ids = custody.confirmed ? custody.targets.flatMap(({ id }) => id ?? []) : [];
  const { next, ending } = error instanceof Failure ? error : { next: error.hint, ending: 'failed' as const };
  if (!policy.restore || ids.length === 0) {
    if (error instanceof Failure) return error;
    return new Failure({ title: 'Not looked after', message: `${error.message}.`, next, cause: error });
  }
  journal.rollback.push(...ids);
  const told = {
    title: 'Not rolled back',
    message: `Nothing was rolled back: ${error.message}`,
    next: `${next}\nSnapshot ${ids.join(', ')} is kept. By hand: mode: restore with snapshot_id: ${ids.join(',')}.`,
    cause: error,
  };
  return new Failure(told, ending);
}
