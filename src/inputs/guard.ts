import { cancelledBudgetMs } from '../limits.ts';
import { endings, type JobEnding, keepsAll, type Policy, policyOf } from '../rules/policy.ts';
import { type Common, readCommon } from './common.ts';
import { isEnding, readPolicy } from './policies.ts';
import { flag, optional, type Raw, tidy } from './raw.ts';
import { unusable, webUrl } from './values.ts';

/** What the post step reads from the inputs, as they are when the job has ended. */
export interface GuardInputs extends Common {
  /** Undefined on a runner that does not tell; then every policy is `keep`. */
  ending: JobEnding | undefined;
  policy: Policy;
  /** What a failure would have led to; undefined for a word that is none. */
  onFailure: Policy | undefined;
  readyUrl: string | undefined;
  force: boolean;
}

/** @throws {InputError} also for a policy that is none: then nothing is done */
export function readGuardInputs(given: Raw): GuardInputs {
  const raw = tidy(given);
  const status = raw('job_status');
  const ending = isEnding(status) ? status : undefined;
  const policy = ending ? readPolicy(raw, ending) : withoutEnding(raw);
  const common = readCommon(raw);
  return {
    ...common,
    timeoutMs: timeoutAfter(status, common),
    ending,
    policy,
    onFailure: policyOf(raw('on_failure')),
    readyUrl: optional(raw, 'ready_url', webUrl),
    force: flag(raw, 'force', false),
  };
}

/** After a cancel all that is done is done in so long. */
export function timeoutAfter(jobStatus: string, { timeoutMs }: Common): number {
  return jobStatus === 'cancelled' ? Math.min(timeoutMs, cancelledBudgetMs) : timeoutMs;
}

/** Where nobody tells how the job ended, nothing can be looked after but a job without policies. */
function withoutEnding(raw: Raw): Policy {
  const policies = endings.map((ending) => readPolicy(raw, ending));
  const acting = policies.some((policy) => !keepsAll(policy));
  if (acting) throw unusable('job_status', raw('job_status'), endings.join(', '));
  return { restore: false, delete: false };
}
