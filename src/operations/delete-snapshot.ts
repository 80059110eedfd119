import type { Deps } from '../deps.ts';
import { Failure, TimedOut } from '../errors.ts';
import { deletionMs } from '../limits.ts';
import { glance } from '../reading/together.ts';
import { isUnderWay } from '../rules/snapshot-status.ts';
import { fullName, idOf, listed, type Subject } from '../rules/steps.ts';
import { duration } from '../text/format.ts';
import { capitalised } from '../text/references.ts';
import { sentence } from '../text/text.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import { isWhole, leavingIn } from '../vps/list.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Reading } from '../vps/reading.ts';
import { settlingSchedule, snapshotSchedule, windowIn } from '../waiting/schedule.ts';
import { unlessNotNow } from './not-now.ts';

/** How long a deletion is tried again; until the deadline when not given. */
export interface DeletionPatience extends Reading {
  /** How long one that is refused for now is asked for again; a share of the time left when not given. */
  whenBusyMs?: number;
  /** Its slot is wanted, which even one that is shown as `deleting` takes. */
  isForSlot?: boolean;
}

/**
 * Deletes one snapshot, waits until the lists no longer show it, and tells the journal. One that is busy is waited for.
 * @throws {Failure} when it was not deleted, or when that is not certain
 */
export async function deleteSnapshot(
  subject: Subject,
  deps: Deps,
  patience: DeletionPatience = {},
): Promise<'deleted' | 'already_absent'> {
  const { journal } = deps;
  const id = idOf(subject);
  const name = fullName(subject);
  journal.doubt('delete', id, `The deletion of ${name} was requested.`);
  try {
    const outcome = await requestWhenIdle(id, patience, deps);
    if (outcome === 'absent') {
      journal.takeBack('delete', id);
      return 'already_absent';
    }
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    if (error.fate !== 'unknown') journal.takeBack('delete', id);
    throw notDeleted(capitalised(name), error);
  }
  await gone(subject, patience, deps);
  journal.settle('delete', id, `${capitalised(name)} was deleted.`);
  journal.deleted(id, listed(subject)?.server.id);
  return 'deleted';
}

/** A refusal for now passes: when the snapshot was in progress, with its end. */
function requestWhenIdle(id: Id, patience: DeletionPatience, deps: Deps): Promise<'deleted' | 'absent'> {
  const again = {
    patienceMs: patience.whenBusyMs,
    saying: `Waiting until snapshot ${id} can be deleted.`,
    pause: (pause: number, until: number) => untilIdle(id, { pause, until }, deps),
  };
  return unlessNotNow(() => deps.vps.deleteSnapshot(id, patience), again, deps);
}

/** Until a snapshot in progress has ended; else for as long as the pause. */
async function untilIdle(
  id: Id,
  { pause, until }: { pause: number; until: number },
  deps: Deps,
): Promise<void> {
  const { clock, signal } = deps;
  const isUnder = (all: readonly Snapshot[]) => all.some((one) => one.id === id && isUnderWay(one.status));
  const since = clock.now();
  const list = await oneLook(deps);
  if (!list || !isUnder(list)) {
    await clock.sleep(since + pause - clock.now(), signal);
    return;
  }
  const patienceMs = until - clock.now();
  await deps.snapshots.until({ schedule: snapshotSchedule, patienceMs, isSo: (later) => !isUnder(later) });
}

/** Undefined when the list cannot be had just now; the deletion is asked for again all the same. */
async function oneLook(deps: Deps): Promise<Snapshot[] | undefined> {
  try {
    return await glance(deps);
  } catch (error) {
    if (!(error instanceof VpsError && error.passing)) throw error;
    return undefined;
  }
}

/** A 204 or 202 is a promise: only a whole list without it says that it is gone. @throws {Failure} */
async function gone(subject: Subject, { isForSlot }: DeletionPatience, deps: Deps): Promise<void> {
  const id = idOf(subject);
  const { clock, deadline, pace } = deps;
  const windowMs = Math.min(windowIn(pace, deletionMs), Math.max(0, deadline - clock.now()));
  const { so, seen, timedOut } = await deps.snapshots.until({
    schedule: settlingSchedule,
    windowMs,
    isSo: (list) =>
      isWhole(list) &&
      !list.some((one) => one.id === id) &&
      !(isForSlot === true && leavingIn(list).includes(id)),
  });
  if (so) return;
  const words = {
    title: 'Deletion accepted, not gone',
    message: `The deletion of ${fullName(subject)} was accepted, and ${seen ? 'the lists still show it' : 'no list could be had since'}${timedOut ? '' : ` after ${duration(windowMs)}`}.`,
    next: 'It takes a slot until it is gone. Look again in some minutes with mode: list, or at VPS.org.',
  };
  throw timedOut ? new TimedOut(words) : new NotGone(words);
}

/** Accepted, and not done. */
export class NotGone extends Failure {}

/** Why a deletion did not come off, and what to do, in the words below its own. */
export function reasonOf(failure: Failure): string {
  const { cause } = failure;
  return cause instanceof VpsError
    ? `${sentence(cause.message)} ${cause.next}`
    : `${failure.message} ${failure.next}`;
}

/** A signal is for the step as a whole to tell; a refusal, or time that ran out, concerns one snapshot. */
export function concernsOne(failure: Failure): boolean {
  return failure.cause instanceof VpsError || failure instanceof TimedOut || failure instanceof NotGone;
}

function notDeleted(name: string, error: VpsError): Failure {
  return error.fate === 'unknown'
    ? failureFrom(error, {
        title: 'Deletion not certain',
        message: `${name} may or may not have been deleted.`,
      })
    : failureFrom(error, { title: 'Not deleted', message: `${name} was not deleted.` });
}
