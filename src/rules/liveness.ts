import { longestRunMs } from '../limits.ts';
import type { Snapshot } from '../vps/model.ts';
import { ageOf } from './age.ts';
import { isOfRun, type Mark, type Origin, readMark } from './ownership.ts';

/** Whether a workflow run may still need its snapshots. */
export type Liveness = { is: 'over' } | { is: 'going_on' } | { is: 'unknown'; why: string };

/** What is known of a run. */
export type Runs = (runId: string) => Liveness;

/** What tells whether a run may still need its snapshots. */
export interface RunsKnown {
  runs: Runs;
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** For finding out which runs have to be asked for at all. */
export const everyRunOver: Runs = () => ({ is: 'over' });

/** Why a snapshot that this repository made may not go yet; undefined when its run is over. */
export function neededBy(snapshot: Snapshot, { runs, origin, now }: RunsKnown): string | undefined {
  const mark = readMark(snapshot.description);
  if (mark === null) return 'nobody knows which run made it';
  if (isOfRun(mark, origin)) return 'this run made it';
  if (isTooOldToLive(snapshot, now)) return undefined;
  const run = runs(mark.runId);
  if (run.is === 'over') return undefined;
  return run.is === 'going_on'
    ? `run ${mark.runId} is going on`
    : `run ${mark.runId} may be going on: ${run.why}`;
}

/** The runs to ask GitHub for before any of these snapshots may go: each once. */
export function runsToAsk(snapshots: readonly Snapshot[], origin: Origin, now: number): string[] {
  const marks = snapshots
    .filter((snapshot) => !isTooOldToLive(snapshot, now))
    .map(({ description }) => readMark(description));
  const others = marks.filter((mark): mark is Mark => mark !== null && !isOfRun(mark, origin));
  return [...new Set(others.map(({ runId }) => runId))];
}

function isTooOldToLive(snapshot: Snapshot, now: number): boolean {
  return (ageOf(snapshot, now) ?? 0) > longestRunMs;
}
