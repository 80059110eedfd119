import type { Deps } from '../../deps.ts';
import { Failure, failuresOf } from '../../errors.ts';
import type { ProofTerms } from '../../operations/prove-restore.ts';
import { beginRestore, finishRestore } from '../../operations/restore-server.ts';
import { waitUntilReady } from '../../operations/wait-until-ready.ts';
import { Heartbeat } from '../../report/progress.ts';
import type { Restoration } from '../../rules/steps.ts';
import { idOfTarget, type Target } from '../../state/saved-state.ts';
import { timeOfDay } from '../../text/format.ts';
import { capitalised, serverName, snapshotName } from '../../text/names.ts';
import { failureFrom, VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import { restoreSchedule } from '../../waiting/schedule.ts';
import type { GuardWork, Listed } from './guard-look.ts';
import { recheck } from './recheck.ts';

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

async function rollBackOne(
  step: Restoration,
  { work, seen, terms }: Task & { terms: ProofTerms },
  deps: Deps,
): Promise<Restoration> {
  try {
    await recheck(step, { work, seen }, deps);
    const begun = await beginRestore(step, seen.servers !== undefined, deps);
    if (work.ending === 'cancelled') announce(step, deps);
    const caveat = await finishRestore(begun, terms, deps);
    // What was not seen up and running is no reason to give the snapshot away.
    return caveat === undefined ? step : { ...step, thenDelete: false };
  } catch (error) {
    if (error instanceof VpsError) throw byHand(notAsked(error, step), step.snapshot.id);
    if (!(error instanceof Failure)) throw error;
    const isLate = work.ending === 'cancelled' && error.ending === 'timed_out';
    throw byHand(isLate ? outOfBudget(error) : error, step.snapshot.id);
  }
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

/** No input can give a cancelled job more time. */
function outOfBudget(failure: Failure): Failure {
  const { message, cause } = failure;
  const next = 'The restore goes on at VPS.org: look at the server there.';
  return new Failure({ title: 'Rollback requested, not confirmed', message, next, cause }, failure.ending);
}

/** The snapshot is kept, and the reader is told how to use it. */
export function byHand(failure: Failure, id: Id): Failure {
  const { title, message, next, ending } = failure;
  const words = {
    title,
    message,
    next: `${next}\nSnapshot ${id} is kept. By hand: mode: restore with snapshot_id: ${id}.`,
    rollback: [id],
    cause: failure,
  };
  return new Failure(words, ending);
}
