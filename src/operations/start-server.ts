import type { Deps } from '../deps.ts';
import { Failure, TimedOut } from '../errors.ts';
import {
  agreeingLooks,
  busyStartMs,
  lateStopMs,
  longestRetryPauseMs,
  second,
  startAgainMs,
} from '../limits.ts';
import { glance } from '../reading/together.ts';
import { Heartbeat } from '../report/progress.ts';
import { isRestoring, isRunning } from '../rules/server-status.ts';
import { ofServer } from '../rules/slots.ts';
import { isUnderWay } from '../rules/snapshot-status.ts';
import type { ServerRef } from '../rules/steps.ts';
import { capitalised, serverName } from '../text/references.ts';
import { oneLine, sentence } from '../text/text.ts';
import { ApiError } from '../vps/api-error.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import type { Server } from '../vps/model.ts';
import type { Verdict } from '../waiting/poller.ts';
import { powerSchedule, type Schedule, windowIn } from '../waiting/schedule.ts';

/** A server that must run again. */
export interface Duty {
  server: ServerRef;
  /** On the clock: until then it is watched even while it runs, for a stop may still come. Undefined when it cannot. */
  watchUntil: number | undefined;
  /** Called when the server is too busy to be started, until it worked once. */
  makeWay?: () => Promise<void>;
}

/** How long a stop whose fate is not known may still come, in milliseconds. */
export function lateStopWindow(deps: Deps): number {
  return windowIn(deps.pace, lateStopMs);
}

/**
 * Starts a server and waits until looks agree that it runs. A start whose fate is not known is repeated as long as the
 * server is not seen running.
 * @throws {Failure} with the way to start it by hand
 */
export async function startServer(duty: Duty, deps: Deps): Promise<void> {
  try {
    await untilItRuns(duty, deps);
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    throw unseen(duty.server, error, deps);
  }
}

async function untilItRuns(duty: Duty, deps: Deps): Promise<void> {
  const { server } = duty;
  const { clock, log } = deps;
  const name = capitalised(serverName(server));
  const heartbeat = new Heartbeat(log, clock, powerSchedule);
  const busy = new Busy(duty, deps);
  let acceptedAt: number | undefined;
  let agreeing = 0;
  let word = 'unknown';

  const judge = (list: Server[]): Verdict<'runs' | 'still'> => {
    const status = list.find(({ id }) => id === server.id)?.status;
    word = oneLine(status ?? 'not in the list', 40);
    heartbeat.beat(`${name} is ${word}`);
    agreeing = status !== undefined && isRunning(status) ? agreeing + 1 : 0;
    if (agreeing >= agreeingLooks && clock.now() >= (duty.watchUntil ?? 0))
      return { is: 'reached', found: 'runs' };
    const onItsWay = acceptedAt !== undefined && clock.now() - acceptedAt < startAgainMs;
    if (agreeing > 0 || onItsWay || (status !== undefined && isRestoring(status))) return { is: 'pending' };
    return { is: 'reached', found: 'still' };
  };

  for (let requests = 1; clock.now() < deps.deadline; requests++) {
    if (await unlessLate(isAccepted(server, busy, deps))) acceptedAt = clock.now();
    const end = await deps.servers.ask({ schedule: after(requests), judge });
    if (end.is === 'failed') throw end.failure;
    if (end.is === 'timed_out') break;
    if (end.found === 'runs') return;
  }
  if (agreeing < agreeingLooks) throw notRunning({ name, word, server }, deps);
}

/** That the time is over is told with the way to start the server, and not in other words. */
async function unlessLate(asked: Promise<boolean>): Promise<boolean> {
  try {
    return await asked;
  } catch (error) {
    if (!(error instanceof TimedOut)) throw error;
    return false;
  }
}

/** The first look comes ever later, so that a server which cannot start yet is not asked every second. */
function after(requests: number): Schedule {
  const pause = Math.min((requests - 1) * second, longestRetryPauseMs);
  return { ...powerSchedule, first: powerSchedule.first.map((at) => at + pause) };
}

/** False when it has to be asked for again. @throws {Failure} when that would be in vain */
async function isAccepted(server: ServerRef, busy: Busy, deps: Deps): Promise<boolean> {
  const name = capitalised(serverName(server));
  try {
    await deps.vps.power(server.id, 'start');
    deps.log.info(`${name} is asked to start.`);
    busy.isOnItsWay = true;
    return true;
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    deps.log.info(`${name}: ${sentence(error.message)} Looking whether it runs.`);
    if (error.fate === 'refused' && !isForNow(error)) throw notStarted(server, error, deps);
    if (error.fate === 'refused' && !(await busy.mayGoOn())) throw notStarted(server, error, deps);
    return false;
  }
}

/** "Already running", "busy" and "not so often" come as one of these; which it was, the next looks tell. */
function isForNow(error: VpsError): boolean {
  return error instanceof ApiError && (error.isNotNow || [400, 409].includes(error.status));
}

/** How long a refusal as busy may go on: until a while after the server's snapshot has ended. */
class Busy {
  /** A start was accepted before, so a refusal says no more than that. */
  isOnItsWay = false;
  readonly #duty: Duty;
  readonly #deps: Deps;
  #idleSince: number | undefined;
  #madeWay = false;

  constructor(duty: Duty, deps: Deps) {
    this.#duty = duty;
    this.#deps = deps;
  }

  async mayGoOn(): Promise<boolean> {
    const { clock, pace } = this.#deps;
    if (this.isOnItsWay) return true;
    await this.#makeWay();
    if (await this.#mayHaveSnapshotUnderWay()) this.#idleSince = undefined;
    else this.#idleSince ??= clock.now();
    return this.#idleSince === undefined || clock.now() - this.#idleSince < windowIn(pace, busyStartMs);
  }

  /** Whatever comes of it, the server is asked to start again. */
  async #makeWay(): Promise<void> {
    const { log, signal } = this.#deps;
    if (this.#madeWay || !this.#duty.makeWay) return;
    try {
      await this.#duty.makeWay();
      this.#madeWay = true;
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof Failure || error instanceof VpsError)) throw error;
      log.info(sentence(error.message));
    }
  }

  async #mayHaveSnapshotUnderWay(): Promise<boolean> {
    try {
      const list = await glance(this.#deps);
      return ofServer(this.#duty.server.id, list).some(({ status }) => isUnderWay(status));
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      return error.passing;
    }
  }
}

/**
 * There is no time left to wait: it is asked to start once more, and the reader is told how to see to it.
 * @param stoppedBy as a reader names it
 */
export async function lastWord(server: ServerRef, stoppedBy: string, { vps, journal }: Deps): Promise<void> {
  const name = capitalised(serverName(server));
  const byHand = `If it stands still: ${vps.startByHand(server.id)}`;
  let outcome = 'was asked to start when this step ended.';
  try {
    await vps.power(server.id, 'start', { isLastWord: true });
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    outcome = `its start was not confirmed: ${sentence(error.message)}`;
  }
  journal.settle('stop', server.id, `${name} was stopped by ${stoppedBy}, and ${outcome} ${byHand}`);
}

function notStarted(server: ServerRef, error: VpsError, { vps }: Deps): Failure {
  return failureFrom(error, {
    title: 'Server not started',
    message: `${capitalised(serverName(server))} stands still and was not started.`,
    next: `Start it now, at VPS.org or with a token that may: ${vps.startByHand(server.id)}`,
  });
}

function unseen(server: ServerRef, error: VpsError, { vps }: Deps): Failure {
  return failureFrom(error, {
    title: 'Server not started',
    message: `${capitalised(serverName(server))} was asked to start, and nobody can see whether it runs.`,
    next: `If it stands still: ${vps.startByHand(server.id)}`,
  });
}

function notRunning(
  { name, word, server }: { name: string; word: string; server: ServerRef },
  { vps }: Deps,
): Failure {
  return new TimedOut({
    title: 'Server not started',
    message: `${name} was not seen running again; its status is ${word}.`,
    next: `Start it now, at VPS.org or so: ${vps.startByHand(server.id)}`,
  });
}
