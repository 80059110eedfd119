import type { Deps } from '../deps.ts';
import { type Liveness, type Runs, runsToAsk } from '../rules/liveness.ts';
import type { Snapshot } from '../vps/model.ts';

/** What GitHub knows of the runs that made these snapshots: one question per run, none without need. */
export async function askForRuns(snapshots: readonly Snapshot[], deps: Deps): Promise<Runs> {
  const ids = runsToAsk(snapshots, deps.origin, deps.vps.now());
  if (ids.length === 0) return () => notAsked;
  const github = await deps.github();
  const answers = await Promise.all(
    ids.map(async (id) => [id, await inTime(github.livenessOf(id), deps)] as const),
  );
  deps.signal.throwIfAborted();
  for (const [id, answer] of answers) deps.log.debug(`Run ${id}: ${inWords(answer)}.`);
  const unknown = answers.find(([, answer]) => answer.is === 'unknown')?.[1];
  if (unknown?.is === 'unknown')
    deps.log.info(`Not every run could be asked for (${unknown.why}), so its snapshots are kept.`);
  const known = new Map(answers);
  return (runId) => known.get(runId) ?? notAsked;
}

const notAsked: Liveness = { is: 'unknown', why: 'it was not asked for' };

const tooLate: Liveness = { is: 'unknown', why: 'GitHub did not answer in time' };

function inWords(answer: Liveness): string {
  if (answer.is === 'unknown') return `unknown, for ${answer.why}`;
  return answer.is === 'over' ? 'over' : `going on${answer.onlyApprovals ? ', but for approvals' : ''}`;
}

/** A question to GitHub ends with the step's own time. */
async function inTime(answer: Promise<Liveness>, { clock, deadline, signal }: Deps): Promise<Liveness> {
  const over = new AbortController();
  const late = clock
    .sleep(Math.max(0, deadline - clock.now()), AbortSignal.any([signal, over.signal]))
    .then(() => tooLate);
  late.catch(() => {});
  try {
    return await Promise.race([answer, late]);
  } finally {
    over.abort();
  }
}
