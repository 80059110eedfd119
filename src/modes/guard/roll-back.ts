import type { Deps } from '../../deps.ts';
import { Failure, failuresOf, Refusal } from '../../errors.ts';
import { shortestRestoreMs } from '../../limits.ts';
import type { ProofTerms } from '../../operations/prove-restore.ts';
import { type Begun, beginRestore, finishRestore, resumeRestore } from '../../operations/restore-server.ts';
import { waitUntilReady } from '../../operations/wait-until-ready.ts';
import { factsOf } from '../../report/journal.ts';
import { Heartbeat } from '../../report/progress.ts';
import { restoredByStep } from '../../rules/notes.ts';
import { runsBy } from '../../rules/server-status.ts';
import type { Restoration } from '../../rules/steps.ts';
import { idOfTarget, type Target } from '../../state/saved-state.ts';
import { duration, timeOfDay } from '../../text/format.ts';
import { capitalised, serverName, snapshotName } from '../../text/references.ts';
import { failureFrom, VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import { restoreSchedule, windowIn } from '../../waiting/schedule.ts';
import type { GuardWork, Listed } from './guard-look.ts';
import { stands } from './guard-objections.ts';
import { lookAgain, recheck } from './recheck.ts';

/** What the guard goes by. */
interface Task {
  work: GuardWork;
  seen: Listed;
}

interface RolledBack {
  /** Those that are back, and answer where there is a ready_url. */
  back: Restoration[];
  failures: Failure[];
}

/** All servers side by side. */
export async function rollBack(
  restorations: readonly Restoration[],
  task: Task,
  deps: Deps,
): Promise<RolledBack> {
  if (restorations.length === 0) return { back: [], failures: [] };
  deps.log.group('Rolling back');
  const { readyUrl } = task.work;
  const heartbeat = new Heartbeat(deps.log, deps.clock, restoreSchedule);
  const terms = { readyUrl, alone: restorations.length === 1, heartbeat };
  const back: Restoration[] = [];
  const failures = await failuresOf(
    restorations.map(async (step) => {
      back.push(await rollBackOne(step, { ...task, terms }, deps));
    }),
  );
  if (back.length === 0) return { back, failures };
  tellRolledBack(back, task.work, deps);
  const isListed = task.seen.servers !== undefined;
  const notReady = isListed && readyUrl ? await failuresOf([waitUntilReady(readyUrl, deps)]) : [];
  return { back: notReady.length === 0 ? back : [], failures: [...failures, ...notReady] };
}

type Rollback = Task & { terms: ProofTerms };

async function rollBackOne(step: Restoration, task: Rollback, deps: Deps): Promise<Restoration> {
  const begun = await begin(step, task, deps);
  if (task.work.ending === 'cancelled') announce(step, deps);
  const why = await whyKept(begun, task, deps);
  if (!step.thenDelete || why === undefined) return step;
  const text = `${capitalised(snapshotName(step.snapshot))} is kept after the restore: ${why}.`;
  deps.journal.notice('Snapshot kept', text);
  return { ...step, thenDelete: false };
}

async function begin(step: Restoration, { work, seen }: Task, deps: Deps): Promise<Begun> {
  try {
    const isAsked = restoredByStep(step.snapshot.server.id, seen.notes)?.state === 'requested';
    if (!isAsked) await recheck(step, { work, seen }, deps);
    const permission = {
      listed: seen.servers !== undefined,
      ran: ranBefore(step, { work, seen }),
      addresses: seen.servers?.find(({ id }) => id === step.snapshot.server.id)?.addresses,
      recheck: () => lookAgain(step, { work, seen }, deps),
    };
    return isAsked ? resumeRestore(step, permission, deps) : await beginRestore(step, permission, deps);
  } catch (error) {
    const ending = error instanceof Failure ? error.ending : 'failed';
    if (!deps.journal.entryOf(step.snapshot.id))
      deps.journal.enter({ ...factsOf({ listed: step.snapshot }), result: ending });
    if (error instanceof VpsError) throw byHand(notAsked(error, step), step.snapshot.id);
    if (error instanceof Refusal) throw byHand(asTheJobLeftIt(error), step.snapshot.id);
    if (!(error instanceof Failure)) throw error;
    throw byHand(inBudget(error, work), step.snapshot.id);
  }
}

/** Waits until the restore is done. @returns why its snapshot is kept whatever the policy; undefined when it may go */
async function whyKept(begun: Begun, { work, terms }: Rollback, deps: Deps): Promise<string | undefined> {
  try {
    const { caveat, byStandstill } = await finishRestore(begun, terms, deps);
    const doubt = caveat ?? (byStandstill ? proofIsAStandstill : undefined);
    if (doubt !== undefined || !work.policy.delete) return doubt;
    return (await isOldEnough(begun, deps)) ? undefined : noTimeToBeSure;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    throw byHand(inBudget(error, work), begun.snapshot.id, 'If it turns out not to be restored');
  }
}

/** What was not seen up and running is no reason to give the snapshot away. */
const proofIsAStandstill = 'nothing but a standstill of the server says that it was restored';
const noTimeToBeSure = `none is deleted sooner than ${duration(shortestRestoreMs)} after the request to restore it, and there was no time to wait for that`;

/** No snapshot is deleted sooner than the shortest restore takes; false when there is no time to wait for that. */
async function isOldEnough({ acceptedAt }: Begun, { clock, deadline, pace, signal }: Deps): Promise<boolean> {
  const at = acceptedAt + windowIn(pace, shortestRestoreMs);
  if (at >= deadline) return false;
  if (clock.now() < at) await clock.sleep(at - clock.now(), signal);
  return true;
}

/** By what the main step saw before the deploy, or else by the last look before the restore. */
function ranBefore({ snapshot }: Restoration, { work, seen }: Task): boolean | undefined {
  const target = work.saved.targets.find((one) => idOfTarget(one) === snapshot.id);
  return target?.ran ?? runsBy(seen.servers, snapshot.server.id);
}

/** After a cancel nobody may be there to see the end of it, so the beginning is told. */
function announce({ snapshot }: Restoration, { journal }: Deps): void {
  journal.warning(
    'Rollback requested',
    `The restore of ${serverName(snapshot.server)} from ${snapshotName(snapshot)} is accepted and goes on at VPS.org, whatever becomes of this job. It is not confirmed yet.`,
  );
}

function tellRolledBack(back: readonly Restoration[], { ending, saved }: GuardWork, { journal }: Deps): void {
  const parts = back.map(({ snapshot }) => {
    const loss = lossOf(saved.targets.find((target) => idOfTarget(target) === snapshot.id));
    return `${serverName(snapshot.server)} from ${snapshotName(snapshot)}${loss ? `; ${loss}` : ''}`;
  });
  journal[ending === 'success' ? 'notice' : 'warning']('Rolled back', `Rolled back: ${parts.join('. ')}.`);
}

/** What restoring one snapshot takes away; empty when the times are not known. */
export function lossOf(target: Target | undefined): string {
  if (!target?.requestedAt) return '';
  const requested = timeOfDay(new Date(target.requestedAt));
  const complete = target.completeAt ? `; complete ${timeOfDay(new Date(target.completeAt))}` : '';
  return `what was written after ${requested} (snapshot requested${complete}) may be gone`;
}

function notAsked(error: VpsError, { snapshot }: Restoration): Failure {
  return failureFrom(error, {
    title: 'Not rolled back',
    message: `${capitalised(serverName(snapshot.server))} was not rolled back.`,
  });
}

/** Nothing was asked of it, which a reader after a failed deploy must not take for good news. */
function asTheJobLeftIt(refusal: Refusal): Failure {
  const { title, message, next, cause } = refusal;
  return new Refusal({ title, message: `${message}\n${stands}`, next, cause });
}

/** No input can give a cancelled job more time. */
function inBudget(failure: Failure, { ending }: GuardWork): Failure {
  if (ending !== 'cancelled' || failure.ending !== 'timed_out') return failure;
  const { message, cause } = failure;
  const next = 'The restore goes on at VPS.org: look at the server there.';
  return new Failure({ title: 'Rollback requested, not confirmed', message, next, cause }, failure.ending);
}

/** The snapshot is kept, and the reader is told how to use it. @param when it comes to that */
export function byHand(failure: Failure, id: Id, when = 'By hand'): Failure {
  const { title, message, next, ending } = failure;
  const words = {
    title,
    message,
    next: `${next}\nSnapshot ${id} is kept. ${when}: mode: restore with snapshot_id: ${id}.`,
    rollback: [id],
    cause: failure,
  };
  return new Failure(words, ending);
}
