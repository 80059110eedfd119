import type { Form } from '../../rehearsal/api/api.ts';
import type { Maker } from '../script.ts';

/** A snapshot's texts as another run of the action would have given them. */
export function markedTexts(
  maker: Maker | undefined,
  name: string,
  form: Form,
): { name: string; description: string } {
  if (!maker) return { name, description: '' };
  const { repository, runId, attempt, job, step } = maker;
  const mark = `[gha ${repository} run ${runId}.${attempt} ${job}-${step}]`;
  return form === 'client'
    ? { name: `${name} ${mark}`, description: '' }
    : { name, description: `Before it ${mark}` };
}
