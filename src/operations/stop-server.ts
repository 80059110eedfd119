import type { Deps } from '../deps.ts';
import { Failure, Refusal, TimedOut } from '../errors.ts';
import { longestNotNowPauseMs, notNowPauseMs, powerEffectMs } from '../limits.ts';
import { Heartbeat } from '../report/progress.ts';
import { isStopped } from '../rules/server-status.ts';
import type { ServerRef } from '../rules/steps.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName } from '../text/references.ts';
import { sentence } from '../text/text.ts';
import { ApiError } from '../vps/api-error.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import { patienceWith } from '../waiting/patience.ts';
import { powerSchedule, windowIn } from '../waiting/schedule.ts';

/**
 * Stops a server and waits until it stands still. The request is repeated only when it was refused for now.
 * @param until on the clock: what has shown no effect by then has none
 * @throws {Refusal} when nothing was stopped, {Failure} when that is not certain
 */
export async function stopServer(server: ServerRef, until: number, deps: Deps): Promise<void> {
  const { clock, journal, log } = deps;
  const name = capitalised(serverName(server));
  journal.doubt('stop', server.id, `${name} may have been stopped.`);
  await request(server, deps);
  log.info(`${name} is asked to stop.`);
  const heartbeat = new Heartbeat(log, clock, powerSchedule);
  const { so, timedOut } = await deps.servers.until({
    schedule: powerSchedule,
    windowMs: until - clock.now(),
    isSo(list) {
      const status = list.find(({ id }) => id === server.id)?.status;
      heartbeat.beat(`${name} is ${status ?? 'not in the list'}`);
      return status !== undefined && isStopped(status);
    },
  });
  if (timedOut && deps.deadline < until) throw outOfTime(name);
  if (!so) throw withoutEffect(name);
  journal.settle('stop', server.id, `${name} was stopped.`);
  log.info(`${name} stands still.`);
}

async function request(server: ServerRef, deps: Deps): Promise<void> {
  const { clock, deadline, log, pace, signal } = deps;
  const until = clock.now() + patienceWith(deadline - clock.now());
  for (let growing = notNowPauseMs; ; growing = Math.min(2 * growing, longestNotNowPauseMs)) {
    const trouble = await troubleOf(server, deps);
    if (!trouble) return;
    const left = until - clock.now();
    const asked = notNowMs(trouble);
    if (left <= 0 || asked > left) {
      deps.journal.takeBack('stop', server.id);
      throw refused(server, trouble);
    }
    log.info(`${sentence(trouble.message)} It is soon asked again.`);
    await clock.sleep(Math.max(Math.min(windowIn(pace, growing), left), asked), signal);
  }
}

/** Undefined when it was accepted, or may have been: then it is never repeated. */
async function troubleOf(server: ServerRef, { vps, log }: Deps): Promise<VpsError | undefined> {
  try {
    await vps.power(server.id, 'stop');
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    if (error.fate !== 'unknown') return error;
    log.info(`${sentence(error.message)} Looking whether the server stops all the same.`);
  }
  return undefined;
}

/** How long the API asks to be left alone after a refusal for now; for ever after any other. */
function notNowMs(trouble: VpsError): number {
  return trouble instanceof ApiError && trouble.isNotNow
    ? (trouble.retryAfterMs ?? 0)
    : Number.POSITIVE_INFINITY;
}

function refused(server: ServerRef, error: VpsError): Failure {
  const isAbsent = error instanceof ApiError && (error.status === 404 || error.status === 405);
  return failureFrom(
    error,
    {
      title: 'Server not stopped',
      message: `${capitalised(serverName(server))} was not stopped, so no snapshot was requested.`,
      ...(isAbsent && {
        next: 'This account’s API does not offer to stop servers. Take the snapshot without stop_server, or stop the server by hand before.',
      }),
    },
    Refusal,
  );
}

function withoutEffect(name: string): Failure {
  return new Failure({
    title: 'Server did not stop',
    message: `${name} was asked to stop and did not stand still within ${duration(powerEffectMs)}, so no snapshot was requested.`,
    next: 'Look at the server at VPS.org. Take the snapshot without stop_server, or stop the server by hand before.',
  });
}

function outOfTime(name: string): TimedOut {
  return new TimedOut({
    title: 'Server did not stop in time',
    message: `${name} was asked to stop and did not stand still before the time set by timeout_minutes was over, so no snapshot was requested.`,
    next: 'Look at the server at VPS.org. Raise timeout_minutes, or take the snapshot without stop_server.',
  });
}
