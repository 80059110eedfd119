import type { Deps } from '../deps.ts';
import { Failure, Refusal, TimedOut } from '../errors.ts';
import { createTries, unseenPatienceMs } from '../limits.ts';
import { adoption } from '../rules/adoption.ts';
import type { Creation } from '../rules/steps.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { failureFrom, type VpsError } from '../vps/errors.ts';
import type { Snapshot } from '../vps/model.ts';
import { settlingSchedule } from '../waiting/schedule.ts';
import { type Cleared, untilClear } from './unclear-request.ts';

/**
 * Asks for one snapshot, and finds out what became of it when the answer is lost.
 * @param before all snapshots before anything was requested
 * @throws {Refusal} when nothing was made, {Failure} when that is not certain
 */
export async function requestSnapshot(
  order: Creation,
  before: readonly Snapshot[],
  deps: Deps,
): Promise<Cleared<Snapshot>> {
  const { server, name, description } = order;
  const granted = await untilClear<Snapshot>(
    {
      act: 'create',
      id: server.id,
      send: () => deps.vps.createSnapshot({ serverId: server.id, name, description }),
      find: (windowMs) => found(order, { before, windowMs }, deps),
      tries: createTries,
      pauseMs: () => 0,
      lateWindowMs: unseenPatienceMs,
      words: {
        doubt: `A snapshot of ${serverName(server)} may have been requested.`,
        looking: 'Looking whether the snapshot was made all the same.',
        refused: (error) => failureFrom(error, noneOf(order), Refusal),
        refusedLate: (error) => failureFrom(error, noneOf(order)),
        uncertain: (error, requests) => uncertain(order, error, requests),
      },
    },
    deps,
  );
  const { made, repeated } = granted;
  const more = repeated
    ? `, after a request whose answer was lost: there may be a second one named ${name}`
    : '';
  const text = `${capitalised(snapshotName(made))} of ${serverName(made.server)} was requested${more}.`;
  deps.journal.settle('create', server.id, text);
  if (made.server.id === server.id) return granted;
  throw wrongServer(order, made);
}

async function found(
  order: Creation,
  { before, windowMs }: { before: readonly Snapshot[]; windowMs: number },
  deps: Deps,
): Promise<Snapshot | undefined> {
  const unsettled = {
    serverId: order.server.id,
    name: order.name,
    mark: deps.origin,
    before: new Set(before.map(({ id }) => id)),
  };
  const { seen, timedOut } = await deps.snapshots.until({
    schedule: settlingSchedule,
    windowMs,
    isSo: (list) => adoption(unsettled, list).is === 'ours',
  });
  if (timedOut) throw outOfTime(order);
  const shown = adoption(unsettled, seen ?? []);
  if (shown.is === 'ambiguous') throw ambiguous(order, shown.snapshot);
  return shown.is === 'ours' ? shown.snapshot : undefined;
}

function noneOf({ server }: Creation) {
  return { title: 'No snapshot', message: `No snapshot of ${serverName(server)}.` };
}

function wrongServer({ server }: Creation, snapshot: Snapshot): Failure {
  return new Failure({
    title: 'Wrong server',
    message: `VPS.org was asked for a snapshot of ${serverName(server)} and answered with ${snapshotName(snapshot)} of ${serverName(snapshot.server)}.`,
    next: 'Do not deploy. Look at both servers at VPS.org, and tell its support.',
  });
}

function ambiguous({ server }: Creation, snapshot: Snapshot): Failure {
  return new Failure({
    title: 'Snapshot not certain',
    message: `The answer to the request for a snapshot of ${serverName(server)} was lost. ${capitalised(snapshotName(snapshot))} appeared meanwhile, but without this run’s mark, so it may be another job’s.`,
    next: 'Look at it at VPS.org, delete it if nobody needs it, and run again. Without the input name, names are unique and this cannot happen.',
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
