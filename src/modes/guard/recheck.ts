import type { Deps } from '../../deps.ts';
import { Failure } from '../../errors.ts';
import { waitForOthersMs, waitForOthersShare } from '../../limits.ts';
import { untilResting } from '../../operations/wait-until-idle.ts';
import { times, visibleServers, watchSnapshots } from '../../reading/pollers.ts';
import type { Snapshot } from '../../vps/model.ts';
import { creating } from '../../waiting/schedule.ts';
import type { Restoration } from '../restore/restore.ts';
import type { GuardSeen, GuardWork } from './guard-look.ts';
import { guardPlan } from './guard-plan.ts';

/**
 * Waits until nothing else is going on at the server, and then looks again whether the restore is still right: a deploy
 * that came meanwhile must not be wiped.
 * @throws {Failure} when it is not
 */
export async function cleared(
  step: Restoration,
  work: GuardWork,
  seen: GuardSeen,
  deps: Deps,
): Promise<void> {
  const { server } = step;
  const isBusy = (list: readonly Snapshot[]) =>
    list.some((one) => one.server.id === server.id && one.status === 'in_progress');
  const foreign = seen.foreign.includes(server.id);
  if (!foreign && !isBusy(seen.snapshots ?? [])) return;
  if (foreign && seen.servers) await untilResting([server.id], seen.servers, work, deps);
  deps.log.info('Waiting until no snapshot of the server is in progress.');
  const patience = Math.min(waitForOthersMs, (deps.deadline - deps.clock.now()) * waitForOthersShare);
  let snapshots = seen.snapshots ?? [];
  await watchSnapshots(deps).ask<undefined>({
    next: times(creating, work, deps),
    judge(list, elapsed) {
      snapshots = list;
      return elapsed >= patience || !isBusy(list) ? { is: 'reached', found: undefined } : { is: 'pending' };
    },
  });
  const servers = await visibleServers(deps);
  const again = guardPlan({ ...seen, snapshots, servers, foreign: [], now: deps.vps.now() }, work);
  const same = again.steps.find(
    (one) => (one.do === 'restore' ? one.snapshot.id : one.id) === step.snapshot.id,
  );
  if (same?.do === 'restore') return;
  throw same?.do === 'keep' && same.failure ? same.failure : changed(step);
}

function changed({ snapshot }: Restoration): Failure {
  return new Failure({
    title: 'Not rolled back',
    message: `Snapshot ${snapshot.id} changed while the step waited for the server.`,
    next: 'Look at it at VPS.org before you use it.',
  });
}
