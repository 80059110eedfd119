import type { Deps } from '../../deps.ts';
import { Failure, gathered } from '../../errors.ts';
import { snapshotsPerServer } from '../../limits.ts';
import { untilResting } from '../../operations/wait-until-idle.ts';
import { waitUntilReady } from '../../operations/wait-until-ready.ts';
import { watchServers } from '../../reading/pollers.ts';
import { Heartbeat } from '../../report/progress.ts';
import { lossOf } from '../../report/timeline.ts';
import { slotsUsed } from '../../rules/slots.ts';
import { capitalised, serverName, snapshotName } from '../../text/names.ts';
import { VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import { restoring } from '../../waiting/schedule.ts';
import type { Mode, Step } from '../mode.ts';
import { type Restoration, restoreOne } from '../restore/restore.ts';
import { failuresOf } from '../together.ts';
import { cleanUp } from './clean-up.ts';
import { type GuardSeen, type GuardWork, guardLook } from './guard-look.ts';
import { type GuardStep, guardPlan } from './guard-plan.ts';
import { recall } from './read-state.ts';
import { cleared } from './recheck.ts';

/** The post step: rolls back, deletes or keeps what the main step answers for, as the job ended. */
export const guard: Mode<GuardWork, GuardSeen, GuardStep> = {
  look: guardLook,
  plan: guardPlan,

  async perform({ steps }, work, deps, seen) {
    recall(work, deps);
    if (steps.length === 0) deps.journal.result = 'kept';
    const failures = steps.flatMap((step) => (step.do === 'keep' ? keep(step, work, seen, deps) : []));
    const restorations = steps.filter((step) => step.do === 'restore');
    const restored: Restoration[] = [];
    const foreign = work.force ? [] : seen.foreign;
    const [notRestored] = await Promise.all([
      rollBack(restorations, restored, work, seen, deps),
      seen.servers && untilResting(foreign, seen.servers, work, deps),
    ]);
    failures.push(...notRestored);
    const doomed = [
      ...steps.filter((step) => step.do === 'delete'),
      ...restored
        .filter(({ thenDelete }) => thenDelete)
        .map(({ snapshot }) => ({ id: snapshot.id, snapshot })),
    ];
    if (doomed.length > 0) deps.log.group('Cleaning up');
    await Promise.all(doomed.map((one) => cleanUp(one, work, deps)));
    if (failures.length > 0) throw gathered(failures, steps.length);
  },
};

function keep(
  step: Extract<Step, { do: 'keep' }>,
  { custody }: GuardWork,
  seen: GuardSeen,
  deps: Deps,
): Failure[] {
  const { id, snapshot, why, failure } = step;
  const target = custody.targets.find((one) => one.id === id);
  const server = snapshot?.server ?? target?.server ?? undefined;
  deps.journal.enter({
    id,
    result: failure ? 'failed' : 'kept',
    remark: why,
    ...(snapshot && { snapshot }),
    ...(server && { server }),
  });
  const used = server && seen.snapshots ? slotsUsed(server.id, seen.snapshots) : target?.slotsUsed;
  const slots = used ? ` ${used} of ${snapshotsPerServer} slots of the server are used.` : '';
  const name = capitalised(snapshotName({ id, name: snapshot?.name ?? target?.name ?? '' }));
  const text = `${name}${server ? ` of ${serverName(server)}` : ''} is kept: ${why}.${slots}`;
  if (failure) return [snapshot?.status === 'completed' ? byHand(failure, id, deps) : failure];
  if (custody.succeeded) deps.log.info(text);
  else
    deps.journal.warning(
      'Snapshot left',
      `${text} Delete it when nobody needs it: mode: delete with snapshot_id: ${id}.`,
    );
  return [];
}

/** All servers side by side. @param restored is filled with those that are back and answering */
async function rollBack(
  restorations: readonly Restoration[],
  restored: Restoration[],
  work: GuardWork,
  seen: GuardSeen,
  deps: Deps,
): Promise<Failure[]> {
  if (restorations.length === 0) return [];
  deps.log.group('Rolling back');
  const watch = seen.servers && watchServers(deps);
  const heartbeat = new Heartbeat(deps.log, deps.clock, restoring);
  const inputs = { ...work, wait: true, alone: restorations.length === 1, heartbeat };
  const back: Restoration[] = [];
  const failures = await failuresOf(
    restorations.map(async (step) => {
      const remark = await handHeld(step, work, deps, async () => {
        await cleared(step, work, seen, deps);
        return restoreOne(step, watch, inputs, deps, () => announce(step, work, deps));
      });
      // What was not seen up and running is no reason to give the snapshot away.
      back.push(remark === undefined ? step : { ...step, thenDelete: false });
    }),
  );
  if (back.length > 0) tellRolledBack(back, work, deps);
  const { readyUrl } = work;
  const notReady =
    back.length > 0 && watch && readyUrl ? await failuresOf([waitUntilReady(readyUrl, work, deps)]) : [];
  if (notReady.length === 0) restored.push(...back);
  return [...failures, ...notReady];
}

/** After a cancel nobody may be there to see the end of it, so the beginning is told. */
function announce({ server, snapshot }: Restoration, { ending }: GuardWork, { journal }: Deps): void {
  if (ending !== 'cancelled') return;
  journal.warning(
    'Rollback requested',
    `The restore of ${serverName(server)} from ${snapshotName(snapshot)} is accepted and goes on at VPS.org, whatever becomes of this job. It is not confirmed yet.`,
  );
}

function tellRolledBack(
  back: readonly Restoration[],
  { ending, custody }: GuardWork,
  { journal }: Deps,
): void {
  const parts = back.map(({ server, snapshot }) => {
    const loss = lossOf(custody.targets.find(({ id }) => id === snapshot.id));
    return `${serverName(server)} from ${snapshotName(snapshot)}${loss ? `; ${loss}` : ''}`;
  });
  journal[ending === 'success' ? 'notice' : 'warning']('Rolled back', `Rolled back: ${parts.join('. ')}.`);
}

async function handHeld<T>(
  step: Restoration,
  { ending }: GuardWork,
  deps: Deps,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof VpsError) throw byHand(notAsked(error, step), step.snapshot.id, deps);
    if (!(error instanceof Failure)) throw error;
    throw byHand(
      ending === 'cancelled' && error.ending === 'timed_out' ? outOfBudget(error) : error,
      step.snapshot.id,
      deps,
    );
  }
}

function notAsked(error: VpsError, { server }: Restoration): Failure {
  const message = `${capitalised(serverName(server))} was not rolled back. ${error.message}.`;
  return new Failure({ title: 'Not rolled back', message, next: error.hint, cause: error });
}

/** No input can give a cancelled job more time. */
function outOfBudget(failure: Failure): Failure {
  const { message, cause } = failure;
  const next = 'The restore goes on at VPS.org: look at the server there.';
  return new Failure({ title: 'Rollback requested, not confirmed', message, next, cause }, failure.ending);
}

/** The snapshot is kept, and the reader is told how to use it. */
function byHand(failure: Failure, id: Id, { journal }: Deps): Failure {
  journal.rollback.push(id);
  const { title, message, next, ending } = failure;
  const told = {
    title,
    message,
    next: `${next}\nSnapshot ${id} is kept. By hand: mode: restore with snapshot_id: ${id}.`,
    cause: failure,
  };
  return new Failure(told, ending);
}
