import type { Deps } from '../../deps.ts';
import { type Failure, gathered } from '../../errors.ts';
import { snapshotsPerServer } from '../../limits.ts';
import { idleServers } from '../../operations/wait-until-idle.ts';
import { factsOf } from '../../report/journal.ts';
import { slotsUsed } from '../../rules/slots.ts';
import { isComplete } from '../../rules/snapshot-status.ts';
import { idOf, listed } from '../../rules/steps.ts';
import { idOfTarget } from '../../state/saved-state.ts';
import { capitalised, serverName, snapshotName } from '../../text/names.ts';
import type { Mode, Task } from '../mode.ts';
import { cleanUp } from './clean-up.ts';
import { type GuardSeen, type GuardWork, guardLook } from './guard-look.ts';
import { type GuardStep, guardPlan } from './guard-plan.ts';
import { recall } from './read-state.ts';
import { byHand, rollBack } from './roll-back.ts';

/** The post step: rolls back, deletes or keeps what the main step answers for, as the job ended. */
export const guard: Mode<GuardWork, GuardSeen, GuardStep> = {
  look: guardLook,
  plan: guardPlan,

  async perform({ steps }, task, deps) {
    const { inputs: work, seen } = task;
    recall(work, deps);
    for (const step of steps) if (step.do === 'keep') keep(step, task, deps);
    const failures = steps.flatMap((step) => (step.do === 'give_up' ? giveUp(step, task, deps) : []));
    const doomed = steps.flatMap((step) => (step.do === 'delete' ? step.subject : []));
    if (seen.is === 'listed') {
      const restorations = steps.filter((step) => step.do === 'restore');
      const [{ back, failures: notRestored }] = await Promise.all([
        rollBack(restorations, { work, seen }, deps),
        // Somebody else's restore is only waited for.
        seen.servers && idleServers(work.force ? [] : seen.foreign, seen.servers, deps),
      ]);
      failures.push(...notRestored);
      for (const { thenDelete, snapshot } of back) if (thenDelete) doomed.push({ listed: snapshot });
    }
    if (doomed.length > 0) deps.log.group('Cleaning up');
    await Promise.all(doomed.map((subject) => cleanUp(subject, deps)));
    if (failures.length > 0) throw gathered(failures, steps.length);
    return steps.length === 0 ? { result: 'kept' } : {};
  },
};

type Kept = Extract<GuardStep, { do: 'keep' | 'give_up' }>;

function keep(step: Kept, task: Task<GuardWork, GuardSeen>, deps: Deps): void {
  const { subject, why } = step;
  const { saved } = task.inputs;
  const { target, facts } = known(step, task);
  const { server, snapshot } = facts;
  deps.journal.enter({ ...facts, result: 'kept', remark: why });
  const used =
    server && task.seen.is === 'listed' ? slotsUsed(server.id, task.seen.snapshots) : target?.slotsUsed;
  const slots = used ? ` ${used} of ${snapshotsPerServer} slots of the server are used.` : '';
  const id = idOf(subject);
  const name = capitalised(snapshotName({ id, name: snapshot?.name ?? target?.name ?? '' }));
  const text = `${name}${server ? ` of ${serverName(server)}` : ''} is kept: ${why}.${slots}`;
  if (saved.succeeded) deps.log.info(text);
  else
    deps.journal.warning(
      'Snapshot left',
      `${text} Delete it when nobody needs it: mode: delete with snapshot_id: ${id}.`,
    );
}

function giveUp(
  step: Extract<GuardStep, { do: 'give_up' }>,
  task: Task<GuardWork, GuardSeen>,
  deps: Deps,
): Failure {
  const { subject, why, failure } = step;
  deps.journal.enter({ ...known(step, task).facts, result: 'failed', remark: why });
  const snapshot = listed(subject);
  return snapshot && isComplete(snapshot.status) ? byHand(failure, snapshot.id) : failure;
}

/** What the lists show of a snapshot, or else what the main step saved of it. */
function known({ subject }: Kept, { inputs }: Task<GuardWork, GuardSeen>) {
  const target = inputs.saved.targets.find((one) => idOfTarget(one) === idOf(subject));
  const server = target?.server ? { server: target.server } : {};
  return { target, facts: { ...server, ...factsOf(subject) } };
}
