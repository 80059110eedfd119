import type { Deps } from '../deps.ts';
import { Failure, Refusal, TimedOut } from '../errors.ts';
import { powerEffectMs } from '../limits.ts';
import { Heartbeat } from '../report/progress.ts';
import { isStopped } from '../rules/server-status.ts';
import type { ServerRef } from '../rules/steps.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName } from '../text/references.ts';
import { sentence } from '../text/text.ts';
import { ApiError } from '../vps/api-error.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import { powerSchedule } from '../waiting/schedule.ts';
import { unlessNotNow } from './not-now.ts';

/**
 * Waits until a server that was asked to stop stands still.
 * @param until on the clock: what has shown no effect by then has none
 * @throws {Failure} when it does not, which may be late
 */
export async function waitUntilStill(server: ServerRef, until: number, deps: Deps): Promise<void> {
  const { clock, journal, log } = deps;
  const name = capitalised(serverName(server));
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

/**
 * Asks a server to stop, and again only when that was refused for now. One that may have been accepted is never
 * repeated: the looks tell.
 * @throws {Failure} when nothing was stopped: it was refused, or never sent
 */
export async function requestStop(server: ServerRef, deps: Deps): Promise<void> {
  const { clock, journal, log, signal, vps } = deps;
  const again = {
    patienceMs: undefined,
    saying: 'It is soon asked again.',
    pause: (ms: number) => clock.sleep(ms, signal),
  };
  const name = capitalised(serverName(server));
  journal.doubt('stop', server.id, `${name} may have been stopped.`);
  try {
    await unlessNotNow(() => vps.power(server.id, 'stop'), again, deps);
    log.info(`${name} is asked to stop.`);
  } catch (error) {
    if (!(error instanceof VpsError && error.fate === 'unknown')) {
      journal.takeBack('stop', server.id);
      throw error instanceof VpsError ? refused(server, error) : error;
    }
    log.info(`${sentence(error.message)} Looking whether the server stops all the same.`);
  }
}

function refused(server: ServerRef, error: VpsError): Failure {
  const isAbsent = error instanceof ApiError && (error.status === 404 || error.status === 405);
  return failureFrom(
    error,
    {
      title: 'Server not stopped',
      message: `${capitalised(serverName(server))} was not stopped, so no snapshot was requested.`,
      ...(isAbsent && {
        next: 'This account’s API does not seem to offer to stop servers: take the snapshot without stop_server, or stop the server by hand before.',
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
