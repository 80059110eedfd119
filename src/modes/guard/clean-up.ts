import type { Deps } from '../../deps.ts';
import { TimedOut } from '../../errors.ts';
import { planningPatienceMs, waitToDeleteMs } from '../../limits.ts';
import { type Doomed, deleteOne, fullName } from '../../operations/delete-snapshot.ts';
import { times, watchSnapshots } from '../../reading/pollers.ts';
import { isUnderWay } from '../../rules/snapshot-status.ts';
import { capitalised } from '../../text/names.ts';
import { ApiError, VpsError } from '../../vps/errors.ts';
import type { Id } from '../../vps/id.ts';
import { creating } from '../../waiting/schedule.ts';

type Pace = { pollIntervalMs: number | undefined };

/** A good job is not held up for an hour by a clean-up. */
const patience = { patienceMs: planningPatienceMs };

/**
 * Deletes a snapshot that nobody needs any more. A good job stays green when that does not work: it is a warning, with
 * the step that does it later.
 */
export async function cleanUp(doomed: Doomed, pace: Pace, deps: Deps): Promise<void> {
  const { journal, log } = deps;
  const { id, snapshot } = doomed;
  const entry =
    journal.entryOf(id) ?? journal.enter(snapshot ? { server: snapshot.server, id, snapshot } : { id });
  const name = capitalised(fullName(doomed));
  try {
    const outcome = await deleteWhenDone(doomed, pace, deps);
    const gone = outcome === 'absent';
    if (gone) journal.notice('Already gone', `${name} had been deleted already.`);
    else log.info(`${name} is deleted.`);
    if (entry.facts.result === 'restored') entry.learn({ remark: 'the snapshot was deleted afterwards' });
    else entry.learn({ result: gone ? 'already_absent' : 'deleted' });
  } catch (error) {
    const told = error instanceof VpsError ? `${error.message}. ${error.hint}` : outOfTime(error);
    entry.learn({
      ...(entry.facts.result ? {} : { result: 'kept' as const }),
      remark: `not deleted: ${told}`,
    });
    journal.warning(
      'Snapshot not deleted',
      `${name} could not be deleted and takes one of the server’s slots. ${told} Later: mode: delete with snapshot_id: ${id}.`,
    );
  }
}

/** A signal is for the step as a whole to tell; time that ran out is one more reason why this one stays. */
function outOfTime(error: unknown): string {
  if (error instanceof TimedOut) return `${error.message} ${error.next}`;
  throw error;
}

/** Whether a snapshot in progress can be deleted is not documented: if not, its end is waited for. */
async function deleteWhenDone(doomed: Doomed, pace: Pace, deps: Deps): Promise<'deleted' | 'absent'> {
  try {
    return await deleteOne(doomed, deps, patience);
  } catch (error) {
    const refused =
      error instanceof ApiError && error.fate === 'refused' && error.status !== 401 && error.status !== 403;
    if (!refused || !(await hasEnded(doomed.id, pace, deps))) throw error;
    return await deleteOne(doomed, deps, patience);
  }
}

/** False when the snapshot was not in progress at all, or still is when the time is over. */
async function hasEnded(id: Id, pace: Pace, deps: Deps): Promise<boolean> {
  const inProgress = (list: { id: Id; status: string }[]) =>
    list.some((one) => one.id === id && isUnderWay(one.status));
  if (!inProgress(await deps.vps.listSnapshots())) return false;
  deps.log.info(`Snapshot ${id} is in progress and cannot be deleted yet. Waiting for its end.`);
  const end = await watchSnapshots(deps).ask<boolean>({
    next: times(creating, pace, deps),
    judge(list, elapsed) {
      const ended = !inProgress(list);
      return ended || elapsed >= waitToDeleteMs ? { is: 'reached', found: ended } : { is: 'pending' };
    },
  });
  return end.is === 'reached' && end.found;
}
