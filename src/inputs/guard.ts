import { endings, type JobEnding, type Policy } from '../rules/policy.ts';
import { second } from '../waiting/clock.ts';
import { type Common, readCommon } from './inputs.ts';
import { isEnding, readPolicy } from './policies.ts';
import { flag, optional, type Raw } from './raw.ts';
import { unusable, webUrl } from './values.ts';

/** What the post step reads from the inputs, as they are when the job has ended. */
export interface GuardInputs extends Common {
  ending: JobEnding;
  policy: Policy;
  readyUrl: string | undefined;
  force: boolean;
}

/** After a cancel the runner gives all post steps together five minutes, and kills without reading the summary. */
const cancelledBudgetMs = 180 * second;

/** @throws {InputError} also for a policy that is none: then nothing is done */
export function readGuardInputs(raw: Raw): GuardInputs {
  const ending = raw('job_status');
  if (!isEnding(ending)) {
    throw unusable('job_status', ending, endings.join(', '));
  }
  const common = readCommon(raw);
  return {
    ...common,
    timeoutMs: ending === 'cancelled' ? Math.min(common.timeoutMs, cancelledBudgetMs) : common.timeoutMs,
    ending,
    policy: readPolicy(raw, ending),
    readyUrl: optional(raw, 'ready_url', webUrl),
    force: flag(raw, 'force', false),
  };
}
