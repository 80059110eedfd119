import { InputError } from '../errors.ts';
import { endings, type JobEnding, keepsAll, type Policy, policyOf, policyWords } from '../rules/policy.ts';
import { oneLine } from '../text/text.ts';
import type { Raw } from './raw.ts';
import { unusable } from './values.ts';

/** What the post step will do, checked early so that a typo shows before the deploy. */
export type Policies = Record<JobEnding, Policy>;

/** @throws {InputError} */
export function readPolicies(raw: Raw): Policies {
  const [success, failure, cancelled] = endings.map((ending) => readPolicy(raw, ending));
  const policies = { success, failure, cancelled } as Policies;
  const acting = endings.find((ending) => !keepsAll(policies[ending]));
  if (!acting) return policies;
  if (!isEnding(raw('job_status'))) {
    throw new InputError(
      'job_status',
      `This runner does not tell how a job ends (job_status is "${oneLine(raw('job_status'), 80)}"), so on_${acting} could not be obeyed.`,
      'Leave job_status at its default, on a runner that knows the job context; or use steps with if: failure() and mode: restore.',
    );
  }
  return policies;
}

/** @throws {InputError} for a word that is none */
export function readPolicy(raw: Raw, ending: JobEnding): Policy {
  const text = raw(`on_${ending}`);
  const policy = policyOf(text || 'keep');
  if (!policy) throw unusable(`on_${ending}`, text, policyWords.join('; '));
  return policy;
}

export function isEnding(text: string): text is JobEnding {
  return endings.some((ending) => ending === text);
}
