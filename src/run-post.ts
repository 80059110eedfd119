import type { Raw } from './inputs/raw.ts';
import { charactersOfRemark } from './limits.ts';
import { isActing, keepsAll } from './rules/policy.ts';
import { runStep, type World } from './run.ts';
import { dryRunState } from './state/dry-run.ts';
import { markdown, oneLine } from './text/text.ts';
import { untilTheDeadline, whilePlanning } from './vps/reading.ts';

/** The post step, the same way: what becomes of the snapshots now that the job has ended. */
export async function runPost(world: World): Promise<void> {
  const saved = world.savedState();
  if (saved === '') return;
  if (saved === dryRunState) return world.log.info(dryEnding(world.raw));
  const { lostPolicyIn } = await import('./modes/guard/lost-policy.ts');
  const lost = lostPolicyIn(saved, world.raw);
  if (lost !== undefined) return tellOnly(lost, world);
  await runStep(world, 'after the job', async () => {
    const { readState, reasonFor } = await import('./modes/guard/read-state.ts');
    const work = readState(saved, world.raw);
    const { guardJob, startOnly } = await import('./modes/guard/guard.ts');
    const servers = work.saved.targets.flatMap(({ server }) => server?.id ?? []);
    const about = { servers, allowed: [] };
    if ('failure' in work)
      return { inputs: work.inputs, planning: whilePlanning, about, act: (deps) => startOnly(work, deps) };
    const reason = reasonFor(work);
    world.log.info(reason);
    const { report } = work;
    const hasSpoken = report.status && !isActing(work.saved.policies) && keepsAll(work.policy);
    return {
      inputs: hasSpoken ? { ...work, report: { ...report, status: false } } : work,
      planning: work.policy.restore ? untilTheDeadline : whilePlanning,
      about,
      reason,
      jobFailed: work.ending !== 'success',
      act: (deps) => guardJob(work, deps),
    };
  });
}

function dryEnding(raw: Raw): string {
  const status = oneLine(raw('job_status'), 20);
  const policy = oneLine(raw(`on_${status}`), 20) || 'keep';
  return `Dry run: the job ended with ${status}, and on_${status} is ${policy}. There is no snapshot, so nothing is done.`;
}

/** Whatever else is missing now, an api_token too. */
function tellOnly(text: string, { log, writeSummary }: World): void {
  log.warning('Nothing done, the policy was lost', text);
  writeSummary(`### ⚠️ VPS.org snapshot: kept after the job\n\n${markdown(text, charactersOfRemark)}\n`);
}
