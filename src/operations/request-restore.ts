import type { Deps } from '../deps.ts';
import { type Failure, TimedOut } from '../errors.ts';
import { longestRestorePauseMs, restorePauseStepMs, restoreTries, settlingMs } from '../limits.ts';
import { noTrace, type Trace } from '../rules/restore-progress.ts';
import { isRestoring } from '../rules/server-status.ts';
import type { Restoration } from '../rules/steps.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { failureFrom, type VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import { restoreSchedule } from '../waiting/schedule.ts';
import { untilClear } from './unclear-request.ts';

/**
 * Asks for one restore. When the answer is lost, the server's status tells whether it was accepted before it is ever
 * asked for again.
 * @param listed whether the token may list servers; if not, a lost answer cannot be settled
 * @returns what was already seen of the restore
 * @throws {Failure} when it was refused, or when its fate stays unknown
 */
export async function requestRestore({ snapshot }: Restoration, listed: boolean, deps: Deps): Promise<Trace> {
  const { server } = snapshot;
  const what = `${serverName(server)} from ${snapshotName(snapshot)}`;
  const { made, adopted } = await untilClear<Trace>(
    {
      act: 'restore',
      id: server.id,
      async send() {
        await deps.vps.restoreSnapshot(snapshot.id);
        return noTrace;
      },
      find: listed ? (windowMs) => begun(server.id, { what, windowMs }, deps) : undefined,
      tries: restoreTries,
      pauseMs: (requests) => Math.min((requests - 1) * restorePauseStepMs, longestRestorePauseMs),
      lateWindowMs: settlingMs,
      words: {
        doubt: `The restore of ${what} may have been requested.`,
        looking: 'Looking whether the restore began all the same.',
        refused: (error) => refused(what, error),
        refusedLate: (error) => uncertain(what, error),
        uncertain: (error) => uncertain(what, error),
      },
    },
    deps,
  );
  deps.journal.settle('restore', server.id, `The restore of ${what} was requested.`);
  deps.log.info(`Restore of ${what}: ${adopted ? 'the server is being restored' : 'accepted'}.`);
  return made;
}

async function begun(
  serverId: Id,
  { what, windowMs }: { what: string; windowMs: number },
  deps: Deps,
): Promise<Trace | undefined> {
  const { so, timedOut } = await deps.servers.until({
    schedule: restoreSchedule,
    windowMs,
    isSo: (list) => list.some(({ id, status }) => id === serverId && isRestoring(status)),
  });
  if (timedOut) throw outOfTime(what);
  return so ? { ...noTrace, sawRestoring: true } : undefined;
}

function refused(what: string, error: VpsError): Failure {
  return failureFrom(error, {
    title: 'Restore refused',
    message: `${capitalised(what)} was not restored.`,
  });
}

/** Too little of the settling was done to ask again. */
function outOfTime(what: string): TimedOut {
  return new TimedOut({
    title: 'Restore not certain',
    message: `The answer to the request to restore ${what} was lost, and the time set by timeout_minutes was over before it showed whether the restore began.`,
    next: 'Look at the server at VPS.org before anything else is done to it, and raise timeout_minutes.',
  });
}

function uncertain(what: string, error: VpsError): Failure {
  return failureFrom(error, {
    title: 'Restore not certain',
    message: `No clear answer to the request to restore ${what}.`,
    next: 'Look at the server at VPS.org before anything else is done to it.',
  });
}
