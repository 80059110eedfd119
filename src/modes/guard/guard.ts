import type { Deps } from '../../deps.ts';
import { Failure, failuresOf, gathered } from '../../errors.ts';
import { cancelledJobBudgetMs, cleanUpMs, leastBudgetMs, snapshotsPerServer } from '../../limits.ts';
import { warnOfEmpty } from '../../operations/look-after.ts';
import { idleServers } from '../../operations/wait-until-idle.ts';
import { hurried } from '../../reading/hurried.ts';
import { factsOf } from '../../report/journal.ts';
import { isClaimedByAnother } from '../../rules/notes.ts';
import { keepsAll } from '../../rules/policy.ts';
import { slotsUsed } from '../../rules/slots.ts';
import { isComplete } from '../../rules/snapshot-status.ts';
import { idOf, listed } from '../../rules/steps.ts';
import { idOfTarget, idsIn, type Target } from '../../state/saved-state.ts';
import { capitalised, serverName, snapshotName } from '../../text/references.ts';
import { failureFrom, VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import type { Snapshot } from '../../vps/model.ts';
import { carryOut, type Mode, type Outcome, type Task } from '../mode.ts';
import { cleanUp } from './clean-up.ts';
import { type GuardSeen, type GuardWork, guardLook, type Listed } from './guard-look.ts';
import { type GuardStep, guardPlan } from './guard-plan.ts';
import { serversOf } from './lost-policy.ts';
import { recall, type StartOnly } from './read-state.ts';
import { byHand, rollBack } from './roll-back.ts';
import { startStopped } from './start-stopped.ts';

/** Servers that the main step stopped run again before anything else is done, whatever becomes of the rest. */
export async function guardJob(work: GuardWork, given: Deps): Promise<Outcome> {
  const deps = inBudget(work, given);
  const failures = await startStopped(work, deps);
  try {
    deps.signal.throwIfAborted();
    warnOfHalfDeployed(work, deps);
    const outcome = await carryOut(guard, withoutClaimed(work, deps), deps);
    if (failures.length === 0) return outcome;
  } catch (error) {
    const failure = error instanceof VpsError ? failureFrom(error) : error;
    if (!(failure instanceof Failure) || failures.length === 0) throw error;
    if (!failures.includes(failure)) failures.push(failure);
  }
  throw gathered(failures, failures.length);
}

/** After a cancel all guards of the job share one budget, and the last of them still has the time to send. */
function inBudget({ ending }: GuardWork, deps: Deps): Deps {
  if (ending !== 'cancelled') return deps;
  const now = deps.clock.date();
  const usedMs = now.getTime() - deps.notes.firstGuardAt(now).getTime();
  return hurried(deps, deps.clock.now() + Math.max(cancelledJobBudgetMs - usedMs, leastBudgetMs));
}

/** A step with mode: wait that waited for a snapshot answers for it, and its post step has run before this one. */
function withoutClaimed(work: GuardWork, { notes, log }: Deps): GuardWork {
  const { saved, ending, policy } = work;
  if (ending === 'success' && !keepsAll(policy)) return work;
  const all = notes.all();
  const isClaimed = (target: Target) => {
    const id = idOfTarget(target);
    return id !== undefined && isClaimedByAnother(id, all, saved.nonce.step);
  };
  const claimed = saved.targets.filter(isClaimed).flatMap((target) => idOfTarget(target) ?? []);
  if (claimed.length === 0) return work;
  log.info(
    `Snapshot ${claimed.join(', ')} is left to the step with mode: wait that waited for it; its post step says what became of it.`,
  );
  return { ...work, saved: { ...saved, targets: saved.targets.filter((target) => !isClaimed(target)) } };
}

/** A deploy that was stopped in the middle is what people mean by a failure, and no policy of theirs says so. */
function warnOfHalfDeployed({ ending, policy, onFailure, saved }: GuardWork, { journal }: Deps): void {
  if (ending !== 'cancelled' || !keepsAll(policy) || !onFailure?.restore || !saved.confirmed) return;
  const ids = idsIn(saved).join(',');
  journal.warning(
    'Perhaps half deployed',
    `The job was cancelled, or its time limit was over, and on_cancelled is keep: nothing is rolled back, and ${serversOf(saved)} may be half deployed. By hand: mode: restore with snapshot_id: ${ids}. To roll back in such a case, set on_cancelled: restore.`,
  );
}

/** Where nothing but that can be done. @throws {Failure} always */
export async function startOnly({ saved, failure }: StartOnly, deps: Deps): Promise<never> {
  const failures = await startStopped({ saved, ending: undefined }, deps);
  throw gathered([failure, ...failures], failures.length + 1);
}

/** The post step: rolls back, deletes or keeps what the main step answers for, as the job ended. */
const guard: Mode<GuardWork, GuardSeen, GuardStep> = {
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
      warnOfEmpty(
        restorations.map(({ snapshot }) => snapshot),
        seen.snapshots,
        deps,
      );
      const [{ back, failures: notRestored }, notAwaited] = await Promise.all([
        rollBack(restorations, { work, seen }, deps),
        failuresOf([othersRestored(work.force ? [] : seen.foreign, seen, deps)]),
      ]);
      failures.push(...notRestored, ...untold(notAwaited, notRestored));
      for (const { thenDelete, snapshot } of back) if (thenDelete) doomed.push({ listed: snapshot });
    }
    if (doomed.length > 0) deps.log.group('Cleaning up');
    const { snapshots } = hurried(deps, deps.clock.now() + cleanUpMs);
    const brief = { ...deps, snapshots };
    const notCleaned = await failuresOf(doomed.map((subject) => cleanUp(subject, brief)));
    failures.push(...untold(notCleaned, failures));
    if (failures.length > 0) throw gathered(failures, steps.length);
    return steps.length === 0 ? { result: 'kept' } : {};
  },
};

/** Somebody else's restore is only waited for. @throws {Failure} */
async function othersRestored(foreign: readonly Id[], { servers }: Listed, deps: Deps): Promise<void> {
  try {
    if (servers) await idleServers(foreign, servers, deps);
  } catch (error) {
    throw error instanceof VpsError ? failureFrom(error) : error;
  }
}

/** Those that do not stand among the others, by themselves or as a cause: a signal ends everything alike. */
function untold(failures: readonly Failure[], told: readonly Failure[]): Failure[] {
  return [...new Set(failures)].filter((one) => !told.some((other) => other === one || other.cause === one));
}

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
  const level = step.do === 'keep' ? step.level : undefined;
  if (level) deps.journal[level]('Snapshot kept', text);
  else if (saved.succeeded) deps.log.info(text);
  else
    deps.journal.warning(
      'Snapshot left',
      `${text} ${saved.made ? 'D' : 'Unless the step that requested it does, d'}elete it when nobody needs it: mode: delete with snapshot_id: ${id}.`,
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
function known({ subject }: Kept, { inputs, seen }: Task<GuardWork, GuardSeen>) {
  const target = inputs.saved.targets.find((one) => idOfTarget(one) === idOf(subject));
  const server = target?.server ? { server: target.server } : {};
  const status = seen.is === 'listed' ? 'not in the list' : 'completed';
  const snapshot = target && inputs.saved.confirmed ? confirmedAs(target, status) : undefined;
  return { target, facts: { ...server, ...(snapshot && { snapshot }), ...factsOf(subject) } };
}

/** As the main step saw it last; a policy that keeps it asks for no list. */
function confirmedAs(target: Target, status: string): Snapshot | undefined {
  const id = idOfTarget(target);
  const { server, name, sizeMb, createdAt } = target;
  if (id === undefined || !server || name === null) return undefined;
  const owner = { id: server.id, name: server.name ?? '' };
  return { id, server: owner, name, status, sizeMb, createdAt, description: '' };
}
