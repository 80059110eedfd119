import { longestRunMs, youngDeployMs } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { ageOf, newestFirst } from './age.ts';
import { isEarlierAttempt, isOfRun, isOurs, type Mark, type Origin, readMark } from './ownership.ts';
import { isComplete } from './snapshot-status.ts';

/** Whether a workflow run may still need its snapshots. */
export type Liveness =
  | { is: 'over' }
  | { is: 'going_on' /** It only waits for somebody's approval. */; onlyApprovals?: boolean }
  | { is: 'unknown'; why: string };

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
export function neededBy(
  snapshot: Snapshot,
  ofServer: readonly Snapshot[],
  { runs, origin, now }: RunsKnown,
): string | undefined {
  const mark = readMark(snapshot.description);
  if (mark === null) return 'nobody knows which run made it';
  if (isEarlierAttempt(mark, origin)) return neededByRerun(snapshot, ofServer, origin);
  if (isOfRun(mark, origin)) return 'this run made it';
  if (isTooOldToLive(snapshot, now)) return undefined;
  const run = runs(mark.runId);
  if (run.is === 'over') return undefined;
  return run.is === 'going_on'
    ? `run ${mark.runId} is going on`
    : `run ${mark.runId} may be going on: ${run.why}`;
}

/** An earlier attempt of this run is over; but a job that runs again may still name its newest snapshot. */
function neededByRerun(
  snapshot: Snapshot,
  ofServer: readonly Snapshot[],
  origin: Origin,
): string | undefined {
  const [newest] = ofServer
    .filter(
      ({ status, description }) => isComplete(status) && isEarlierAttempt(readMark(description), origin),
    )
    .sort(newestFirst);
  return newest?.id === snapshot.id ? 'an earlier attempt of this run made it' : undefined;
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

interface Deploying {
  wanted: readonly Id[];
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Complete snapshots of other runs of this repository, so young that their runs may still be deploying. */
export function youngDeploys(snapshots: readonly Snapshot[], { wanted, origin, now }: Deploying): Snapshot[] {
  return snapshots.filter((snapshot) => {
    const mark = readMark(snapshot.description);
    const age = ageOf(snapshot, now) ?? Number.POSITIVE_INFINITY;
    return (
      isComplete(snapshot.status) &&
      age < youngDeployMs &&
      wanted.includes(snapshot.server.id) &&
      isOurs(snapshot, origin) &&
      !isOfRun(mark, origin)
    );
  });
}
