import type { Deps } from '../deps.ts';
import { type Liveness, type Runs, runsToAsk } from '../rules/liveness.ts';
import type { Snapshot } from '../vps/model.ts';

/** What GitHub knows of the runs that made these snapshots: one question per run, none without need. */
export async function askForRuns(snapshots: readonly Snapshot[], deps: Deps): Promise<Runs> {
  const ids = runsToAsk(snapshots, deps.origin, deps.vps.now());
  if (ids.length === 0) return () => notAsked;
  const github = await deps.github();
  const answers = await Promise.all(ids.map(async (id) => [id, await github.livenessOf(id)] as const));
  deps.signal.throwIfAborted();
  const unknown = answers.find(([, answer]) => answer.is === 'unknown')?.[1];
  if (unknown?.is === 'unknown')
    deps.log.info(`Not every run could be asked for (${unknown.why}), so its snapshots are kept.`);
  const known = new Map(answers);
  return (runId) => known.get(runId) ?? notAsked;
}

const notAsked: Liveness = { is: 'unknown', why: 'it was not asked for' };
