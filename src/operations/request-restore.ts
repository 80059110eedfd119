import type { Deps } from '../deps.ts';
import { Failure, Refusal, TimedOut } from '../errors.ts';
import {
  longerThanRebootMs,
  longestRestorePauseMs,
  restorePauseStepMs,
  restoreTries,
  settlingMs,
  shortestRestoreMs,
} from '../limits.ts';
import { noTrace, type Trace } from '../rules/restore-progress.ts';
import { isRestoring, isRunning, isStopped } from '../rules/server-status.ts';
import type { Restoration } from '../rules/steps.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { ApiError } from '../vps/api-error.ts';
import { failureFrom, type VpsError } from '../vps/errors.ts';
import type { Id } from '../vps/id.ts';
import type { Server } from '../vps/model.ts';
import { restoreSchedule, windowIn } from '../waiting/schedule.ts';
import { untilClear } from './unclear-request.ts';

export interface Permission {
  /** Whether the token may list servers; if not, a lost answer cannot be settled. */
  listed: boolean;
  /** Whether the server ran before; undefined when nobody saw. */
  ran: boolean | undefined;
  /** Its addresses before; undefined when nobody saw. */
  addresses: readonly string[] | undefined;
  /** Looks again at everything that could forbid the restore. @throws {Failure} when something does */
  recheck(): Promise<void>;
}

/**
 * Asks for one restore. When the answer is lost, the server's status tells whether it was accepted before it is ever
 * asked for again.
 * @returns what was already seen of the restore
 * @throws {Failure} when it was refused, or when its fate stays unknown
 */
export async function requestRestore(
  { snapshot }: Restoration,
  { listed, ran, recheck }: Permission,
  deps: Deps,
): Promise<Trace> {
  const { server } = snapshot;
  const what = `${serverName(server)} from ${snapshotName(snapshot)}`;
  const { clock, pace } = deps;
  const onlooker = new Onlooker(server.id, ran, deps);
  let lostAt: number | undefined;
  const { made, adopted } = await untilClear<Trace>(
    {
      act: 'restore',
      id: server.id,
      async send() {
        await deps.vps.restoreSnapshot(snapshot.id);
        return { ...noTrace, ran };
      },
      find: listed
        ? (windowMs, doubt) => {
            if (doubt === 'this_one') lostAt = clock.now();
            // The refusal of a second request may be the first sign of the first one, before a list shows it.
            const isRecent = lostAt !== undefined && clock.now() - lostAt <= 2 * windowIn(pace, settlingMs);
            return isRecent ? begun(server.id, { what, windowMs, ran }, deps) : onlooker.watch(windowMs);
          }
        : undefined,
      isNotNow: isAboutState,
      async mayGoOn() {
        if (onlooker.sawRepair) throw await repaired(snapshot, what, deps);
        await recheck();
      },
      ...(listed && {
        async pause(ms: number) {
          await onlooker.watch(ms);
        },
      }),
      tries: restoreTries,
      pauseMs: (unclear) => Math.min((unclear - 1) * restorePauseStepMs, longestRestorePauseMs),
      lateWindowMs: settlingMs,
      words: {
        doubt: `The restore of ${what} may have been requested.`,
        looking: 'Looking whether the restore began all the same.',
        refused: (error, later) => refused(what, error, later),
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

/** A restore has no body that could be wrong, so a 400 is about the server's state: that passes. */
function isAboutState(error: VpsError): boolean {
  if (!(error instanceof ApiError) || error.isPage) return false;
  return error.isNotNow || (error.status === 400 && !/\b(token|credentials?|snapshot)\b/i.test(error.words));
}

/** Watches a server while its restore cannot be asked for: somebody may be repairing it. */
class Onlooker {
  readonly #serverId: Id;
  readonly #deps: Deps;
  #stoppedSince: number | undefined;
  /** A standstill from before says nothing. */
  #ran: boolean;
  sawRepair = false;

  constructor(serverId: Id, ran: boolean | undefined, deps: Deps) {
    this.#ran = ran !== false;
    this.#serverId = serverId;
    this.#deps = deps;
  }

  async watch(ms: number): Promise<undefined> {
    const { clock, servers, signal } = this.#deps;
    const end = clock.now() + ms;
    await servers.until({ schedule: restoreSchedule, patienceMs: ms, isSo: (list) => this.#see(list) });
    if (!this.sawRepair && clock.now() < end) await clock.sleep(end - clock.now(), signal);
    return undefined;
  }

  /** A restore, or a standstill that is longer than a reboot, is somebody's work. */
  #see(list: readonly Server[]): boolean {
    const status = list.find(({ id }) => id === this.#serverId)?.status ?? '';
    const { clock, pace } = this.#deps;
    this.#ran ||= isRunning(status);
    if (isStopped(status) && this.#ran) this.#stoppedSince ??= clock.now();
    const stoodMs = this.#stoppedSince === undefined ? 0 : clock.now() - this.#stoppedSince;
    if (!isStopped(status)) this.#stoppedSince = undefined;
    this.sawRepair ||= isRestoring(status) || (stoodMs > 0 && stoodMs >= windowIn(pace, longerThanRebootMs));
    return this.sawRepair;
  }
}

async function begun(
  serverId: Id,
  { what, windowMs, ran }: { what: string; windowMs: number; ran: boolean | undefined },
  deps: Deps,
): Promise<Trace | undefined> {
  const { clock, pace, servers } = deps;
  const askedAt = clock.now();
  let blindMs: number | undefined;
  // What begins after a look that is late enough to show ours is somebody else's.
  let isIdle = false;
  const { so, timedOut } = await servers.until({
    schedule: restoreSchedule,
    windowMs,
    isSo(list) {
      blindMs ??= clock.now() - askedAt;
      const isBegun = list.some(({ id, status }) => id === serverId && isRestoring(status));
      const isLate = clock.now() - askedAt >= windowIn(pace, settlingMs);
      isIdle ||= isLate && !isBegun;
      return isBegun && !isIdle;
    },
  });
  if (timedOut) throw outOfTime(what);
  if (so) return { ...noTrace, ran, sawRestoring: true };
  if (blindMs !== undefined && blindMs >= windowIn(pace, shortestRestoreMs)) throw seenLate(what, blindMs);
  return undefined;
}

function refused(what: string, error: VpsError, later: string | undefined): Failure {
  return failureFrom(
    error,
    {
      title: 'Restore refused',
      message: `${capitalised(what)} was not restored.`,
      ...(later && { next: later }),
    },
    Refusal,
  );
}

/** Somebody else's restore is waited for, and not overwritten. */
async function repaired({ server }: Restoration['snapshot'], what: string, deps: Deps): Promise<Failure> {
  await deps.servers.until({
    schedule: restoreSchedule,
    patienceMs: deps.deadline - deps.clock.now(),
    isSo: (list) => !list.some(({ id, status }) => id === server.id && isRestoring(status)),
  });
  return new Failure({
    title: 'Restored or repaired by someone else',
    message: `Before the restore of ${what} could be asked for again, the server was restored or stood still for longer than a reboot takes: somebody seems to work on it, so it was not asked for again.`,
    next: 'Look at the server at VPS.org before anything else is done to it.',
  });
}

/** By the time anybody looked, a restore could have come and gone. */
function seenLate(what: string, blindMs: number): Failure {
  return new Failure({
    title: 'Restore not certain',
    message: `The answer to the request to restore ${what} was lost, and no list of servers came for ${duration(blindMs)}: it may have been restored meanwhile, so it was not asked for again.`,
    next: 'Look at the server at VPS.org before anything else is done to it.',
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
