import type { Deps } from '../deps.ts';
import { type Failure, TimedOut } from '../errors.ts';
import { fullName, idOf, listed, type Subject } from '../rules/steps.ts';
import { capitalised } from '../text/names.ts';
import { sentence } from '../text/text.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import type { Reading } from '../vps/list.ts';

/**
 * Deletes one snapshot and tells the journal.
 * @param patience how long it is tried again; until the deadline when not given
 * @throws {Failure} when it was not deleted, or when that is not certain
 */
export async function deleteSnapshot(
  subject: Subject,
  { journal, vps }: Deps,
  patience: Reading = {},
): Promise<'deleted' | 'already_absent'> {
  const id = idOf(subject);
  const name = fullName(subject);
  journal.doubt('delete', id, `The deletion of ${name} was requested.`);
  try {
    const outcome = await vps.deleteSnapshot(id, patience);
    if (outcome === 'absent') {
      journal.takeBack('delete', id);
      return 'already_absent';
    }
    journal.settle('delete', id, `${capitalised(name)} was deleted.`);
    journal.deleted(id, listed(subject)?.server.id);
    return 'deleted';
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    if (error.fate !== 'unknown') journal.takeBack('delete', id);
    throw notDeleted(capitalised(name), error);
  }
}

/** Why a deletion did not come off, and what to do, in the words below its own. */
export function reasonOf(failure: Failure): string {
  const { cause } = failure;
  return cause instanceof VpsError
    ? `${sentence(cause.message)} ${cause.next}`
    : `${failure.message} ${failure.next}`;
}

/** A signal is for the step as a whole to tell; a refusal, or time that ran out, concerns one snapshot. */
export function concernsOne(failure: Failure): boolean {
  return failure.cause instanceof VpsError || failure instanceof TimedOut;
}

function notDeleted(name: string, error: VpsError): Failure {
  return error.fate === 'unknown'
    ? failureFrom(error, {
        title: 'Deletion not certain',
        message: `${name} may or may not have been deleted.`,
      })
    : failureFrom(error, { title: 'Not deleted', message: `${name} was not deleted.` });
}
