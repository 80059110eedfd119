import { isEnding } from '../../inputs/policies.ts';
import type { Raw } from '../../inputs/raw.ts';
import { keepsAll, wordOf } from '../../rules/policy.ts';
import { idsIn, readSavedState, type SavedState } from '../../state/saved-state.ts';
import { serverName } from '../../text/references.ts';

/**
 * What to tell when the policy for this ending acted in the main step and is empty now; undefined when it is not so.
 * In nested composite actions the post step gets the inputs of the outer action, and an expression may have lost its
 * value; in doubt nothing is restored and nothing deleted.
 */
export function lostPolicy(saved: SavedState, raw: Raw): string | undefined {
  const ending = raw('job_status');
  if (!isEnding(ending) || raw(`on_${ending}`).trim() !== '') return undefined;
  const policy = saved.policies[ending];
  if (keepsAll(policy)) return undefined;
  return `Nothing was restored and nothing deleted, although the job ended with ${ending}: on_${ending} was ${wordOf(policy)} in the main step and is empty now, as inputs are in the post step of nested composite actions. What the job did to ${serversOf(saved)} stands. ${keptByHand(saved)} Next time, use this action in the job itself.`;
}

/** The same, of what the main step saved; undefined also where servers must be started, which comes before all else. */
export function lostPolicyIn(text: string, raw: Raw): string | undefined {
  const saved = readSavedState(text);
  return saved && saved.standing.length === 0 ? lostPolicy(saved, raw) : undefined;
}

/** What there is, and the step to use it by hand. */
export function keptByHand(saved: SavedState): string {
  const ids = idsIn(saved).join(',');
  if (ids === '') return 'The main step learnt of no snapshot.';
  const use = saved.confirmed
    ? `restore with snapshot_id: ${ids}, or mode: delete`
    : `delete with snapshot_id: ${ids}`;
  return `Kept: snapshot ${ids} of ${serversOf(saved)}. By hand: mode: ${use}.`;
}

export function serversOf({ targets }: SavedState): string {
  const names = targets.flatMap(({ server }) => (server ? serverName(server) : []));
  return names.length === 0 ? 'the server' : [...new Set(names)].join(', ');
}
