import type { Deps } from '../../deps.ts';
import { Failure } from '../../errors.ts';
import { type Common, readCommon } from '../../inputs/common.ts';
import { readGuardInputs, timeoutAfter } from '../../inputs/guard.ts';
import type { Raw } from '../../inputs/raw.ts';
import { wordOf } from '../../rules/policy.ts';
import { idsIn, readSavedState, type SavedState } from '../../state/saved-state.ts';
import { count } from '../../text/format.ts';
import { capitalised, serverName } from '../../text/references.ts';
import type { GuardWork } from './guard-look.ts';
import { keptByHand, lostPolicy } from './lost-policy.ts';

/** Servers must be started, and for a reason that is told afterwards nothing else is done. */
export interface StartOnly {
  saved: SavedState;
  inputs: Common;
  failure: Failure;
}

/**
 * Identity from what the main step saved, policy from the inputs as they are now.
 * @throws {Failure} when one of them cannot be used; then nothing is done, and the snapshots are named
 */
export function readState(text: string, raw: Raw): GuardWork | StartOnly {
  const saved = readSavedState(text);
  if (!saved) throw unreadable();
  const lost = lostPolicy(saved, raw);
  try {
    if (lost !== undefined) throw policyLost(lost);
    const work = { ...readGuardInputs(raw), saved };
    if (work.apiUrl !== saved.apiUrl) throw otherApi();
    return work;
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    const inputs = saved.standing.length > 0 ? usableCommon(raw, saved) : undefined;
    const failure = nothingDone(error, saved, inputs === undefined);
    if (inputs) return { saved, inputs, failure };
    throw failure;
  }
}

/** Undefined when not even a server can be started with them. */
function usableCommon(raw: Raw, { apiUrl }: SavedState): Common | undefined {
  try {
    const inputs = readCommon(raw);
    const timeoutMs = timeoutAfter(raw('job_status'), inputs);
    return inputs.apiUrl === apiUrl ? { ...inputs, timeoutMs } : undefined;
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

function nothingDone(error: Failure, saved: SavedState, isStranded: boolean): Failure {
  const standing = isStranded
    ? saved.standing.map(
        ({ server, byHand }) =>
          `\n${capitalised(serverName(server))} was stopped for its snapshot and may stand still. Start it: ${byHand}`,
      )
    : [];
  return new Failure({
    title: error.title,
    message: `${error.message} Nothing was done after the job. ${keptByHand(saved)}${standing.join('')}`,
    next: error.next,
    rollback: saved.confirmed ? idsIn(saved) : [],
    cause: error,
  });
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

function policyLost(message: string): Failure {
  return new Failure({
    title: 'Nothing done, the policy was lost',
    message,
    next: 'Call this action from the workflow, or from one composite action that is not called by another.',
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
