import type { Deps } from '../../deps.ts';
import { Failure } from '../../errors.ts';
import { planningPatienceMs } from '../../limits.ts';
import { concernsOne, deleteSnapshot, reasonOf } from '../../operations/delete-snapshot.ts';
import { factsOf } from '../../report/journal.ts';
import { fullName, idOf, type Subject } from '../../rules/steps.ts';
import { capitalised } from '../../text/references.ts';
import { forAtMost } from '../../vps/reading.ts';

/** A good job is not held up for an hour by a clean-up. */
const patience = forAtMost(planningPatienceMs);

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
    const outcome = await deleteSnapshot(subject, deps, patience);
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
