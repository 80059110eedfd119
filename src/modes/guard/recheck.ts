import type { Deps } from '../../deps.ts';
import { Failure } from '../../errors.ts';
import { idleServers } from '../../operations/wait-until-idle.ts';
import { together } from '../../reading/together.ts';
import { visibleServers } from '../../reading/visible-servers.ts';
import { ofServer } from '../../rules/slots.ts';
import { standingOfWord } from '../../rules/snapshot-status.ts';
import { idOf, type Restoration } from '../../rules/steps.ts';
import type { Snapshot } from '../../vps/model.ts';
import { patienceWith } from '../../waiting/patience.ts';
import { snapshotSchedule } from '../../waiting/schedule.ts';
import type { GuardWork, Listed } from './guard-look.ts';
import { guardPlan } from './guard-plan.ts';

/**
 * Waits until nothing else is going on at the server, and then looks again whether the restore is still right: a deploy
 * that came meanwhile must not be wiped. It waits only while there is time for the restore: better one that the API
 * refuses than none.
 * @throws {Failure} when it is not right any more
 */
export async function recheck(
  { snapshot }: Restoration,
  { work, seen }: { work: GuardWork; seen: Listed },
  deps: Deps,
): Promise<void> {
  const { id } = snapshot.server;
  const isBusy = (list: readonly Snapshot[]) =>
    ofServer(id, list).some(({ status }) => standingOfWord(status) === 'in_progress');
  const isForeign = seen.foreign.includes(id);
  if (!isForeign && !isBusy(seen.snapshots)) return;
  if (isForeign && seen.servers) await idleServers([id], seen.servers, deps);
  deps.log.info('Waiting until no snapshot of the server is in progress.');
  const last = await deps.snapshots.until({
    schedule: snapshotSchedule,
    patienceMs: patienceWith(deps.deadline - deps.clock.now()),
    isSo: (list) => !isBusy(list),
  });
  const servers = await together(work, () => visibleServers(deps), deps);
  check(snapshot, { work, seen: { ...seen, snapshots: last.seen ?? seen.snapshots, servers } }, deps);
}

/** Looks again before a restore is asked for once more. @throws {Failure} when it is not right any more */
export async function lookAgain(
  { snapshot }: Restoration,
  { work, seen }: { work: GuardWork; seen: Listed },
  deps: Deps,
): Promise<void> {
  const look = async () => ({
    snapshots: await deps.vps.listSnapshots(),
    servers: await visibleServers(deps),
  });
  check(snapshot, { work, seen: { ...seen, ...(await together(seen, look, deps)) } }, deps);
}

function check(snapshot: Snapshot, { work, seen }: { work: GuardWork; seen: Listed }, { vps }: Deps): void {
  const now = { ...seen, foreign: [], now: vps.now() };
  const same = guardPlan(now, work).steps.find(
    (step) => (step.do === 'restore' ? step.snapshot.id : idOf(step.subject)) === snapshot.id,
  );
  if (same?.do === 'restore') return;
  throw same?.do === 'give_up' ? same.failure : changed(snapshot);
}

function changed(snapshot: Snapshot): Failure {
  return new Failure({
    title: 'Not rolled back',
    message: `Snapshot ${snapshot.id} changed while the step waited for the server.`,
    next: 'Look at it at VPS.org before you use it.',
  });
}
