import type { Deps } from '../../deps.ts';
import { Failure } from '../../errors.ts';
import { planningPatienceMs, waitToDeleteMs } from '../../limits.ts';
import { concernsOne, deleteSnapshot, reasonOf } from '../../operations/delete-snapshot.ts';
import { factsOf } from '../../report/journal.ts';
import { isUnderWay } from '../../rules/snapshot-status.ts';
import { fullName, idOf, type Subject } from '../../rules/steps.ts';
import { capitalised } from '../../text/names.ts';
import { ApiError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import type { Snapshot } from '../../vps/model.ts';
import { snapshotSchedule } from '../../waiting/schedule.ts';

/** A good job is not held up for an hour by a clean-up. */
const patience = { patienceMs: planningPatienceMs };

/**
 * Deletes a snapshot that nobody needs any more. A good job stays green when that does not work: it is a warning, with
 * the step that does it later.
 */
export async function cleanUp(subject: Subject, deps: Deps): Promise<void> {
  const { journal, log } = deps;
  const id = idOf(subject);
  const entry = journal.entryOf(id) ?? journal.enter(factsOf(subject));
  const name = capitalised(fullName(subject));
  try {
    const outcome = await deleteWhenDone(subject, deps);
    if (outcome === 'already_absent') journal.notice('Already gone', `${name} had been deleted already.`);
    else log.info(`${name} is deleted.`);
    if (entry.facts.result === 'restored') entry.learn({ remark: 'the snapshot was deleted afterwards' });
    else entry.learn({ result: outcome });
  } catch (error) {
    if (!(error instanceof Failure && concernsOne(error))) throw error;
    const reason = reasonOf(error);
    entry.learn({
      ...(entry.facts.result ? {} : { result: 'kept' as const }),
      remark: `not deleted: ${reason}`,
    });
    journal.warning(
      'Snapshot not deleted',
      `${name} could not be deleted and takes one of the server’s slots. ${reason} Later: mode: delete with snapshot_id: ${id}.`,
    );
  }
}

/** Whether a snapshot in progress can be deleted is not documented: if not, its end is waited for. */
async function deleteWhenDone(subject: Subject, deps: Deps): Promise<'deleted' | 'already_absent'> {
  try {
    return await deleteSnapshot(subject, deps, patience);
  } catch (error) {
    const cause = error instanceof Failure ? error.cause : undefined;
    const refused =
      cause instanceof ApiError && cause.fate === 'refused' && cause.status !== 401 && cause.status !== 403;
    if (!refused || !(await hasEnded(idOf(subject), deps))) throw error;
    return await deleteSnapshot(subject, deps, patience);
  }
}

/** False when the snapshot was not in progress at all, or still is when the time is over. */
async function hasEnded(id: Id, deps: Deps): Promise<boolean> {
  const isInProgress = (list: readonly Snapshot[]) =>
    list.some((one) => one.id === id && isUnderWay(one.status));
  if (!isInProgress(await deps.vps.listSnapshots())) return false;
  deps.log.info(`Snapshot ${id} is in progress and cannot be deleted yet. Waiting for its end.`);
  const { so } = await deps.snapshots.until({
    schedule: snapshotSchedule,
    windowMs: waitToDeleteMs,
    isSo: (list) => !isInProgress(list),
  });
  return so;
}
