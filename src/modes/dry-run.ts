import type { Deps } from '../deps.ts';
import type { Common } from '../inputs/common.ts';
import { type Facts, factsOf } from '../report/journal.ts';
import { type Step, sentenceOf } from '../rules/steps.ts';
import { dryRunState } from '../state/dry-run.ts';
import { oneLine } from '../text/text.ts';

/** A plan that is only told, and what the token may do. The post step has something to tell too. */
export async function tellPlan(steps: readonly Step[], inputs: Common, deps: Deps): Promise<void> {
  const { journal, log, vps, saveState } = deps;
  log.group('Plan (dry run: nothing is changed)');
  const creates = steps.some((step) => step.do === 'create');
  for (const step of steps) {
    log.info(`Would ${sentenceOf(step)}`);
    if (!creates || step.do === 'create') journal.enter({ ...subjectOf(step), result: 'planned' });
  }
  const isPostStep = !('mode' in inputs);
  if (isPostStep) return;
  if ('policies' in inputs) saveState(dryRunState);
  const permissions = await vps.permissions();
  if (permissions) log.info(`The token may: ${oneLine(permissions.join(', '), 500)}.`);
}

function subjectOf(step: Step): Facts {
  if (step.do === 'create' || step.do === 'stop') return { server: step.server };
  return factsOf('subject' in step ? step.subject : { listed: step.snapshot });
}
