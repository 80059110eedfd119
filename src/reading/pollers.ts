import type { Deps } from '../deps.ts';
import { lookPatienceMs, looksInWindow } from '../limits.ts';
import { ApiError, VpsError } from '../vps/errors.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import { Watch } from '../waiting/poller.ts';
import { lookTimes, type Schedule } from '../waiting/schedule.ts';

const betweenLooks = { patienceMs: lookPatienceMs };

export function watchSnapshots(deps: Deps): Watch<Snapshot[]> {
  return watch(deps, () => deps.vps.listSnapshots(betweenLooks));
}

export function watchServers(deps: Deps): Watch<Server[]> {
  return watch(deps, () => deps.vps.listServers(betweenLooks));
}

/** The look times of a wait: the schedule's, or the user's interval. */
export function times(
  schedule: Schedule,
  { pollIntervalMs }: { pollIntervalMs: number | undefined },
  deps: Deps,
) {
  return lookTimes(schedule, pollIntervalMs, deps.random);
}

/** How long something that should show soon is looked for, in milliseconds. */
export function windowMs(usual: number, { pollIntervalMs }: { pollIntervalMs: number | undefined }): number {
  return pollIntervalMs === undefined ? usual : looksInWindow * pollIntervalMs;
}

/** The servers that the token may see; undefined when it may not list them at all. */
export async function visibleServers(deps: Deps): Promise<Server[] | undefined> {
  try {
    return await deps.vps.listServers(deps.planning);
  } catch (error) {
    if (error instanceof ApiError && error.status === 403) return undefined;
    throw error;
  }
}

function watch<Seen>(deps: Deps, look: () => Promise<Seen>): Watch<Seen> {
  return new Watch({
    look,
    isPassing: (error) => error instanceof VpsError && error.passing,
    onTrouble: (error) => deps.log.info(`${String((error as Error).message)}. Looking again soon.`),
    clock: deps.clock,
    deadline: deps.deadline,
    signal: deps.signal,
  });
}
