import type { Deps } from '../deps.ts';
import { Failure, TimedOut } from '../errors.ts';
import { longestRestorePauseMs, restorePauseStepMs, restoreTries, settlingMs } from '../limits.ts';
import type { Step } from '../modes/mode.ts';
import { times, windowMs } from '../reading/pollers.ts';
import type { Change } from '../report/journal.ts';
import { isRestoring, noTrace, type Trace } from '../rules/restore-progress.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import type { Server } from '../vps/model.ts';
import type { Watch } from '../waiting/poller.ts';
import { restoring } from '../waiting/schedule.ts';
import { askedPauseMs, sendUntilItLeaves } from './unclear-request.ts';

type Restoration = Extract<Step, { do: 'restore' }>;

/**
 * Asks for one restore. When the answer is lost, the server's status tells whether it was accepted before it is ever
 * asked for again.
 * @param watch undefined when the token may not list servers; then a lost answer cannot be settled
 * @returns what was already seen of the restore
 * @throws {Failure} when it was refused, or when its fate stays unknown
 */
export async function requestRestore(
  { snapshot, server }: Restoration,
  watch: Watch<Server[]> | undefined,
  inputs: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<Trace> {
  const what = `${serverName(server)} from ${snapshotName(snapshot)}`;
  let doubt: Change | undefined;
  let trouble: VpsError | undefined;
  for (let attempt = 1; attempt <= restoreTries; attempt++) {
    try {
      await sendUntilItLeaves(() => deps.vps.restoreSnapshot(snapshot.id), deps);
      accepted();
      deps.log.info(`Restore of ${what}: accepted.`);
      return noTrace;
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      if (error.fate !== 'unknown' && doubt === undefined) throw refused(what, error);
      trouble = error;
    }
    const leaveAloneUntil = deps.clock.now() + askedPauseMs(trouble);
    doubt ??= deps.journal.changed(`The restore of ${what} may have been requested.`);
    if (!watch) break;
    deps.log.info(`${trouble.message}. Looking whether the restore began all the same.`);
    if (await hasBegun(server.id, what, watch, inputs, deps)) {
      accepted();
      deps.log.info(`Restore of ${what}: the server is being restored.`);
      return { ...noTrace, sawRestoring: true };
    }
    if (trouble.fate === 'refused') break;
    const pause = Math.min((attempt - 1) * restorePauseStepMs, longestRestorePauseMs);
    const next = Math.max(deps.clock.now() + pause, leaveAloneUntil);
    if (next >= deps.deadline) break;
    await deps.clock.sleep(next - deps.clock.now(), deps.signal);
  }
  throw unknownFate(what, trouble);

  function accepted(): void {
    const change = doubt ?? deps.journal.changed('');
    change.text = `The restore of ${what} was requested.`;
  }
}

async function hasBegun(
  serverId: Id,
  what: string,
  watch: Watch<Server[]>,
  inputs: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<boolean> {
  const window = windowMs(settlingMs, inputs);
  const end = await watch.ask<boolean>({
    next: times(restoring, inputs, deps),
    judge(list, elapsed) {
      const begun = list.some(({ id, status }) => id === serverId && isRestoring(status));
      return begun || elapsed >= window ? { is: 'reached', found: begun } : { is: 'pending' };
    },
  });
  if (end.is === 'reached') return end.found;
  throw outOfTime(what);
}

function refused(what: string, error: VpsError): Failure {
  return new Failure({
    title: 'Restore refused',
    message: `${capitalised(what)} was not restored. ${error.message}.`,
    next: error.hint,
    cause: error,
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

function unknownFate(what: string, trouble: VpsError | undefined): Failure {
  return new Failure({
    title: 'Restore not certain',
    message: `No clear answer to the request to restore ${what}. ${trouble?.message ?? ''}.`,
    next: `Look at the server at VPS.org before anything else is done to it. ${trouble?.hint ?? ''}`,
    cause: trouble,
  });
}
