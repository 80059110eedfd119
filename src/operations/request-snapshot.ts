import type { Deps } from '../deps.ts';
import { Failure, Refusal, TimedOut } from '../errors.ts';
import { createTries, unseenPatienceMs } from '../limits.ts';
import { appeared, mayBeOfSibling, type Unsettled } from '../rules/adoption.ts';
import type { Creation } from '../rules/steps.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { ApiError } from '../vps/api-error.ts';
import { failureFrom, type VpsError } from '../vps/errors.ts';
import { shortfallOf } from '../vps/list.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import { settlingSchedule, windowIn } from '../waiting/schedule.ts';
import { SnapshotAsk } from './ask-for-snapshot.ts';
import { untilClear } from './unclear-request.ts';

/** What the servers of a step have in common: when one gets no snapshot, no more is asked for. */
export interface Unit {
  /** How many there are. */
  size: number;
  failed: boolean;
}

interface Before {
  /** All snapshots before anything was requested. */
  before: readonly Snapshot[];
  unit: Unit;
}

export interface Granted {
  snapshot: Snapshot;
  /** The answer did not tell it; it was found in the list. */
  adopted: boolean;
  /** There was more than one request, so there may be more than one snapshot. */
  repeated: boolean;
  /** Nothing but time and place says that it is ours, so we never delete it. */
  doubtful: boolean;
}

/**
 * Asks for one snapshot, and finds out what became of it when the answer is lost or does not tell.
 * @throws {Refusal} when nothing was made, {Failure} when that is not certain
 */
export async function requestSnapshot(
  order: Creation,
  { before, unit }: Before,
  deps: Deps,
): Promise<Granted> {
  try {
    return await pursue(order, { before, unit }, deps);
  } catch (error) {
    unit.failed = true;
    throw error;
  }
}

async function pursue(order: Creation, { before, unit }: Before, deps: Deps): Promise<Granted> {
  const { server, name } = order;
  const unsettled: Unsettled = {
    serverId: server.id,
    name,
    mark: deps.origin,
    before: new Set(before.map(({ id }) => id)),
    askedAt: deps.vps.now(),
    hasSiblings: unit.size > 1,
  };
  const ask = new SnapshotAsk(order, deps);
  const { made, adopted, repeated } = await untilClear<Snapshot | null>(
    {
      act: 'create',
      id: server.id,
      send: () => ask.send(),
      find: (windowMs, doubt) => found(order, { unsettled, windowMs, inDoubt: doubt !== 'none' }, deps),
      isNotNow: (error) => error instanceof ApiError && error.isNotNow,
      async mayGoOn() {
        if (unit.failed) throw notAskedAgain(order);
      },
      tries: createTries,
      pauseMs: () => 0,
      lateWindowMs: unseenPatienceMs,
      words: {
        doubt: `A snapshot of ${serverName(server)} may have been requested. Its name is ${name}.`,
        looking: 'Looking whether the snapshot was made all the same.',
        refused: (error, later) =>
          failureFrom(error, { ...noneOf(order), ...(later && { next: later }) }, Refusal),
        refusedLate: (error) => failureFrom(error, noneOf(order)),
        uncertain: (error, requests) => uncertain(order, error, requests),
      },
    },
    deps,
  );
  const granted = made
    ? { snapshot: made, adopted, repeated, doubtful: false }
    : { ...(await accepted(order, { unsettled, isLost: adopted }, deps)), adopted: true, repeated };
  const { snapshot } = granted;
  const more = repeated
    ? `, after a request whose answer was lost: there may be a second one named ${name}`
    : '';
  const of = snapshot.server.id === nobody.id ? server : snapshot.server;
  const text = `${capitalised(snapshotName(snapshot))} of ${serverName(of)} was requested${more}.`;
  deps.journal.settle('create', server.id, text);
  ask.tellWhatWasLeftOut();
  if (of.id === server.id) return granted;
  throw wrongServer(order, snapshot);
}

/** @returns null when something new may be ours: then the request counts as accepted, and is not made again */
async function found(
  order: Creation,
  { unsettled, windowMs, inDoubt }: { unsettled: Unsettled; windowMs: number; inDoubt: boolean },
  deps: Deps,
): Promise<Snapshot | null | undefined> {
  const { seen, timedOut } = await deps.snapshots.until({
    schedule: settlingSchedule,
    windowMs,
    isSo: (list) => appeared(unsettled, list).ours !== undefined,
  });
  if (timedOut) throw outOfTime(order);
  const { ours, unmarked } = appeared(unsettled, seen ?? []);
  if (ours || !inDoubt) return ours;
  if (unmarked.length > 0) return null;
  const shortfall = shortfallOf(seen ?? []);
  if (shortfall !== undefined) throw notWhole(order, shortfall);
  return undefined;
}

/** A request that was accepted, or seems to have been, is never made again, whatever its answer lacks. */
async function accepted(
  order: Creation,
  { unsettled, isLost }: { unsettled: Unsettled; isLost: boolean },
  deps: Deps,
): Promise<{ snapshot: Snapshot; doubtful: boolean }> {
  const { server, name } = order;
  if (!isLost) {
    const text = `A snapshot of ${serverName(server)} was requested. Its name is ${name}.`;
    deps.journal.settle('create', server.id, text);
  }
  deps.log.info(
    isLost
      ? `A snapshot without a mark appeared on ${serverName(server)}, so nothing is asked for again. Looking on for ours.`
      : `VPS.org accepted the request for ${serverName(server)} without saying which snapshot it makes. Looking for it.`,
  );
  const { seen, timedOut } = await deps.snapshots.until({
    schedule: settlingSchedule,
    windowMs: windowIn(deps.pace, unseenPatienceMs),
    isSo: (list) => appeared(unsettled, list).ours !== undefined,
  });
  const { ours, unmarked } = appeared(unsettled, seen ?? []);
  if (ours) return { snapshot: ours, doubtful: false };
  const [only, ...others] = unmarked;
  if (timedOut || !only || others.length > 0 || mayBeOfSibling(only, unsettled))
    throw notFound(order, { fresh: unmarked, isLost });
  deps.journal.warning(
    'Snapshot without our mark',
    `${capitalised(snapshotName(only))} is the only new one of ${serverName(server)} since the request, so it is taken for the one that was made; nothing else says so. It is never deleted by this action.`,
  );
  return { snapshot: only, doubtful: true };
}

function noneOf({ server }: Creation) {
  return { title: 'No snapshot', message: `No snapshot of ${serverName(server)}.` };
}

function notFound(
  { server, name, label }: Creation,
  { fresh, isLost }: { fresh: readonly Snapshot[]; isLost: boolean },
): Failure {
  const several = fresh.length === 1 ? 'a new one' : 'several new ones';
  const shown =
    fresh.length === 0
      ? 'no list shows a new one'
      : `the lists show ${several} that may be it: ${fresh.map(snapshotName).join(', ')}`;
  return new Failure({
    title: isLost ? 'Snapshot not certain' : 'Snapshot made, but not found',
    message: isLost
      ? `The answer to the request for a snapshot of ${serverName(server)} was lost, and ${shown}.`
      : `VPS.org accepted the request for a snapshot of ${serverName(server)} without saying which it is, and ${shown}.`,
    next: `Look at VPS.org for a snapshot named ${name} (or labelled ${label}) before you run again, and delete it if nobody needs it.`,
  });
}

function notAskedAgain({ server, name }: Creation): Failure {
  return new Failure({
    title: 'Snapshot not certain',
    message: `The answer to the request for a snapshot of ${serverName(server)} was lost, and none shows in the list. As another server of this step got none, it was not asked for again.`,
    next: `If a snapshot named ${name} appears later, delete it by hand.`,
  });
}

function wrongServer({ server }: Creation, snapshot: Snapshot): Failure {
  return new Failure({
    title: 'Wrong server',
    message: `VPS.org was asked for a snapshot of ${serverName(server)} and answered with ${snapshotName(snapshot)} of ${serverName(snapshot.server)}.`,
    next: 'Do not deploy. Look at both servers at VPS.org, and tell its support.',
  });
}

/** By such a list nothing is absent, so nothing is asked for again. */
function notWhole({ server, name }: Creation, shortfall: string): Failure {
  return new Failure({
    title: 'Snapshot not certain',
    message: `The answer to the request for a snapshot of ${serverName(server)} was lost, and the list of snapshots is not whole: ${shortfall}.`,
    next: `Look at VPS.org for a snapshot named ${name} before you run again.`,
  });
}

/** Too little of the settling was done to ask again. */
function outOfTime({ server, name }: Creation): TimedOut {
  return new TimedOut({
    title: 'Snapshot not certain',
    message: `The answer to the request for a snapshot of ${serverName(server)} was lost, and the time set by timeout_minutes was over before it showed whether the snapshot was made.`,
    next: `Look at VPS.org for a snapshot named ${name} before you run again, and raise timeout_minutes.`,
  });
}

function uncertain({ server, name }: Creation, error: VpsError, requests: number): Failure {
  return failureFrom(error, {
    title: 'Snapshot not certain',
    message: `No clear answer to ${requests === 1 ? 'the request' : `${requests} requests`} for a snapshot of ${serverName(server)}, and none of them shows in the list.`,
    next: `Look at VPS.org for a snapshot named ${name} before you run again.`,
  });
}
