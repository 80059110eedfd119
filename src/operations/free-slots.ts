import type { Deps } from '../deps.ts';
import { Failure, failuresOf, gathered } from '../errors.ts';
import { type Deletion, fullName } from '../rules/steps.ts';
import { capitalised } from '../text/references.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import { deleteSnapshot, NotGone } from './delete-snapshot.ts';

/** Deletes what has to go before there is room for a new snapshot. @throws {Failure} before anything is requested */
export async function freeSlots(steps: readonly Deletion[], deps: Deps): Promise<void> {
  if (steps.length === 0) return;
  deps.log.group('Making room');
  const failures = await failuresOf(steps.map((step) => freeSlot(step, deps)));
  if (failures.length > 0) throw gathered(failures, steps.length);
}

async function freeSlot({ subject, why }: Deletion, deps: Deps): Promise<void> {
  const name = capitalised(fullName(subject));
  try {
    const outcome = await deleteSnapshot(subject, deps, { isForSlot: true });
    if (outcome === 'already_absent') deps.log.info(`${name} was gone already.`);
    else deps.journal.notice('Oldest snapshot deleted', `${name} was deleted to make room (${why}).`);
  } catch (error) {
    const told = {
      title: 'No room made',
      message: `${name} could not be deleted to make room, so no new snapshot was requested.`,
    };
    if (error instanceof NotGone)
      throw new Failure({
        ...told,
        message: `${told.message} ${error.message}`,
        next: error.next,
        cause: error,
      });
    if (!(error instanceof Failure && error.cause instanceof VpsError)) throw error;
    throw failureFrom(error.cause, told);
  }
}
