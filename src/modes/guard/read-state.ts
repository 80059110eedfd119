import type { Deps } from '../../deps.ts';
import { Failure } from '../../errors.ts';
import { readGuardInputs } from '../../inputs/guard.ts';
import type { Raw } from '../../inputs/raw.ts';
import { wordOf } from '../../rules/policy.ts';
import { idsIn, readSavedState } from '../../state/saved-state.ts';
import { count } from '../../text/format.ts';
import type { GuardWork } from './guard-look.ts';

/**
 * Identity from what the main step saved, policy from the inputs as they are now.
 * @throws {Failure} when one of them cannot be used; then nothing is done, and the snapshots are named
 */
export function readState(text: string, raw: Raw): GuardWork {
  const saved = readSavedState(text);
  if (!saved) throw unreadable();
  const ids = idsIn(saved);
  try {
    const work = { ...readGuardInputs(raw), saved };
    if (work.apiUrl !== saved.apiUrl) throw otherApi();
    return work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const { title, message, next } = error;
    const names = ids.length > 0 ? ` Kept: snapshot ${ids.join(', ')}.` : '';
    throw new Failure({
      title,
      message: `${message} Nothing was done after the job.${names}`,
      next,
      rollback: ids,
      cause: error,
    });
  }
}

/** Why what follows is done: the end of the job, and the policy for it. */
export function reasonFor({ ending, policy, saved }: GuardWork): string {
  const state = saved.confirmed ? 'confirmed complete before the deploy' : 'not confirmed by the main step';
  const cause = ending
    ? `The job ended with ${ending}, and on_${ending} is ${wordOf(policy)}.`
    : 'This runner does not tell how the job ended, and no policy is set.';
  return `${cause} ${count(saved.targets.length, 'snapshot')}, ${state}.`;
}

/** The story so far, for the timeline. */
export function recall({ saved }: GuardWork, { journal, clock }: Deps): void {
  for (const { server, request, requestedAt, completeAt } of saved.targets) {
    if (!server || request === 'refused') continue;
    if (requestedAt) journal.happened('snapshot requested', new Date(requestedAt), server.id);
    if (completeAt) journal.happened('snapshot complete', new Date(completeAt), server.id);
    journal.happened('job ended', clock.date(), server.id);
  }
}

function unreadable(): Failure {
  return new Failure({
    title: 'State not readable',
    message:
      'What the main step saved for the end of the job was written by another version of this action. Nothing was done after the job.',
    next: 'Use one version of the action per job. The main step’s log and summary name the snapshot.',
  });
}

function otherApi(): Failure {
  return new Failure({
    title: 'Another api_url',
    message:
      'Input api_url is another one now than when the snapshot was taken, and the token is not sent there.',
    next: 'Give api_url a value that does not change during the job.',
  });
}
