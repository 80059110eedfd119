import type { Deps } from '../deps.ts';
import { Failure, gathered } from '../errors.ts';
import type { Step } from '../modes/mode.ts';
import { failuresOf } from '../modes/together.ts';
import { capitalised } from '../text/names.ts';
import { VpsError } from '../vps/errors.ts';
import { deleteOne, fullName } from './delete-snapshot.ts';

type Deletion = Extract<Step, { do: 'delete' }>;

/** Deletes what has to go before there is room for a new snapshot. @throws {Failure} before anything is requested */
export async function makeRoom(steps: readonly Deletion[], deps: Deps): Promise<void> {
  if (steps.length === 0) return;
  deps.log.group('Making room');
  const failures = await failuresOf(steps.map((step) => remove(step, deps)));
  if (failures.length > 0) throw gathered(failures, steps.length);
}

async function remove(step: Deletion, deps: Deps): Promise<void> {
  const name = capitalised(fullName(step));
  try {
    const outcome = await deleteOne(step, deps);
    if (outcome === 'absent') deps.log.info(`${name} was gone already.`);
    else deps.journal.notice('Oldest snapshot deleted', `${name} was deleted to make room (${step.why}).`);
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    throw new Failure({
      title: 'No room made',
      message: `${name} could not be deleted to make room, so no new snapshot was requested. ${error.message}.`,
      next: error.hint,
      cause: error,
    });
  }
}
