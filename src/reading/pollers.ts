import type { Deps } from '../deps.ts';
import { lookPatienceMs } from '../limits.ts';
import { sentence } from '../text/text.ts';
import { ApiError, NotOffered } from '../vps/api-error.ts';
import { VpsError } from '../vps/errors.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import { forAtMost } from '../vps/reading.ts';
import { Poller } from '../waiting/poller.ts';

type Surroundings = Pick<Deps, 'vps' | 'pace' | 'log' | 'clock' | 'random' | 'signal' | 'deadline'>;

/** A look that fails is soon followed by the next one. */
const betweenLooks = forAtMost(lookPatienceMs);

export function snapshotPoller(deps: Surroundings): Poller<Snapshot[]> {
  return pollerOf(() => deps.vps.listSnapshots(betweenLooks), deps);
}

export function serverPoller(deps: Surroundings): Poller<Server[]> {
  return pollerOf(() => deps.vps.listServers(betweenLooks), deps);
}

function pollerOf<Seen>(look: () => Promise<Seen>, deps: Surroundings): Poller<Seen> {
  const { pace, log, clock, random, signal, deadline } = deps;
  return new Poller({
    look,
    isPassing: (error) => error instanceof VpsError && !endsEveryWait(error),
    onTrouble: (error) => log.info(`${sentence(String((error as Error).message))} Looking again soon.`),
    pace,
    clock,
    random,
    signal,
    deadline,
  });
}

/** One odd answer is no reason to leave an operation alone; only that the list may not be read is. */
function endsEveryWait(error: VpsError): boolean {
  return error instanceof NotOffered || (error instanceof ApiError && error.isAboutAccess);
}
