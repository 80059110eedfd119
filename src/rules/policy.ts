/** How a job can end, in the runner's words. */
export const endings = ['success', 'failure', 'cancelled'] as const;
export type JobEnding = (typeof endings)[number];

/** What to do with the snapshot when the job has ended. */
export interface Policy {
  restore: boolean;
  /** With `restore` only after a confirmed restore. */
  delete: boolean;
}

export const policyWords = ['keep', 'restore', 'delete', 'restore,delete'] as const;

const byWord: Record<(typeof policyWords)[number], Policy> = {
  keep: { restore: false, delete: false },
  restore: { restore: true, delete: false },
  delete: { restore: false, delete: true },
  'restore,delete': { restore: true, delete: true },
};

/** Undefined for a word that is none. */
export function policyOf(text: string): Policy | undefined {
  const word = policyWords.find((candidate) => candidate === text.trim().replace(/\s*,\s*/g, ','));
  return word && byWord[word];
}

export function wordOf(policy: Policy): string {
  return (
    policyWords.find(
      (word) => byWord[word].restore === policy.restore && byWord[word].delete === policy.delete,
    ) ?? ''
  );
}

/** What will happen when the job has ended, for the reader before the deploy. */
export function promiseOf(policies: Readonly<Record<JobEnding, Policy>>): string {
  const parts = endings.map(
    (ending) => `${ending}${ending === 'cancelled' ? alsoCancelled : ''} → ${wordOf(policies[ending])}`,
  );
  const { restore, delete: deletes } = policies.cancelled;
  const caveat = restore && deletes ? ' After a cancel nothing is deleted: there is no time to confirm.' : '';
  return `At the end of the job, by the policies as they are now: ${parts.join(', ')}.${caveat}`;
}

const alsoCancelled = ' (also the job’s own time limit)';

export function keepsAll(policy: Policy): boolean {
  return !policy.restore && !policy.delete;
}

/** Whether there is an ending after which something is done. */
export function isActing(policies: Readonly<Record<JobEnding, Policy>>): boolean {
  return endings.some((ending) => !keepsAll(policies[ending]));
}

/** What becomes of one snapshot. `lost_rollback`: it should be restored and cannot be, which must be told as an error. */
export type Decision = 'restore' | 'restore_then_delete' | 'delete' | 'keep' | 'lost_rollback';

/**
 * Never restores what was not confirmed by the main step and is not complete now.
 * @param confirmed whether the main step succeeded in confirming the snapshot
 * @param complete whether the API says now that it is complete
 */
export function decide(policy: Policy, confirmed: boolean, complete: boolean): Decision {
  if (!confirmed || !policy.restore) return policy.delete ? 'delete' : 'keep';
  if (!complete) return 'lost_rollback';
  return policy.delete ? 'restore_then_delete' : 'restore';
}
