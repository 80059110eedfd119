import type { Deps } from '../deps.ts';
import { Failure, Refusal, TimedOut, type Told } from '../errors.ts';
import { createTries, settlingMs, unseenPatienceMs } from '../limits.ts';
import type { Step } from '../modes/mode.ts';
import { times, windowMs } from '../reading/pollers.ts';
import type { Change } from '../report/journal.ts';
import { type Adoption, adoption } from '../rules/adoption.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { VpsError } from '../vps/errors.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Watch } from '../waiting/poller.ts';
import { settling } from '../waiting/schedule.ts';
import { askedPauseMs, sendUntilItLeaves } from './unclear-request.ts';

type Order = Extract<Step, { do: 'create' }>;

interface Request {
  order: Order;
  /** All snapshots before anything was requested. */
  before: readonly Snapshot[];
  watch: Watch<Snapshot[]>;
  inputs: { pollIntervalMs: number | undefined };
}

export interface Granted {
  snapshot: Snapshot;
  /** Its answer was lost, and it was found in the list. */
  adopted: boolean;
  /** There was more than one request, so there may be more than one snapshot. */
  repeated: boolean;
}

/**
 * Asks for one snapshot, and finds out what became of it when the answer is lost: a request whose outcome is unknown
 * is looked for in the lists by its mark before it is ever made again.
 * @throws {Refusal} when nothing was made, {Failure} when that is not certain
 */
export async function requestSnapshot(request: Request, deps: Deps): Promise<Granted> {
  const { order } = request;
  let doubt: Change | undefined;
  let trouble: VpsError | undefined;
  for (let attempt = 1; attempt <= createTries; attempt++) {
    try {
      const { server, name, description } = order;
      const post = () => deps.vps.createSnapshot({ serverId: server.id, name, description });
      const snapshot = await sendUntilItLeaves(post, deps);
      return granted({ snapshot, adopted: false, repeated: attempt > 1 });
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      if (error.fate !== 'unknown' && doubt === undefined) throw new Refusal(refusal(order, error));
      trouble = error;
    }
    const leaveAloneUntil = deps.clock.now() + askedPauseMs(trouble);
    doubt ??= deps.journal.changed(`A snapshot of ${serverName(order.server)} may have been requested.`);
    deps.log.info(`${trouble.message}. Looking whether the snapshot was made all the same.`);
    const refusedNow = trouble.fate === 'refused';
    const found = await settled(request, refusedNow ? unseenPatienceMs : settlingMs, deps);
    if (found.is === 'ours') {
      return granted({ snapshot: found.snapshot, adopted: true, repeated: attempt > 1 });
    }
    if (found.is === 'ambiguous') throw ambiguous(order, found.snapshot);
    if (refusedNow) throw new Failure(refusal(order, trouble));
    await deps.clock.sleep(Math.min(leaveAloneUntil, deps.deadline) - deps.clock.now(), deps.signal);
  }
  throw unknownFate(order, trouble);

  function granted(grant: Granted): Granted {
    const { snapshot, repeated } = grant;
    const change = doubt ?? deps.journal.changed('');
    const more = repeated
      ? `, after a request whose answer was lost: there may be a second one named ${order.name}`
      : '';
    change.text = `${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} was requested${more}.`;
    if (snapshot.server.id === order.server.id) return grant;
    throw wrongServer(order, snapshot);
  }
}

async function settled(
  { order, before, watch, inputs }: Request,
  usualMs: number,
  deps: Deps,
): Promise<Adoption> {
  const unsettled = {
    serverId: order.server.id,
    name: order.name,
    mark: deps.origin,
    before: new Set(before.map(({ id }) => id)),
  };
  const window = windowMs(usualMs, inputs);
  const end = await watch.ask<Adoption>({
    next: times(settling, inputs, deps),
    judge(list, elapsed) {
      const found = adoption(unsettled, list);
      return found.is === 'ours' || elapsed >= window ? { is: 'reached', found } : { is: 'pending' };
    },
  });
  if (end.is === 'reached') return end.found;
  throw outOfTime(order);
}

function wrongServer(order: Order, snapshot: Snapshot): Failure {
  return new Failure({
    title: 'Wrong server',
    message: `VPS.org was asked for a snapshot of ${serverName(order.server)} and answered with ${snapshotName(snapshot)} of ${serverName(snapshot.server)}.`,
    next: 'Do not deploy. Look at both servers at VPS.org, and tell its support.',
  });
}

function refusal(order: Order, error: VpsError): Told {
  return {
    title: 'No snapshot',
    message: `No snapshot of ${serverName(order.server)}. ${error.message}.`,
    next: error.hint,
    cause: error,
  };
}

function ambiguous(order: Order, snapshot: Snapshot): Failure {
  return new Failure({
    title: 'Snapshot not certain',
    message: `The answer to the request for a snapshot of ${serverName(order.server)} was lost. ${capitalised(snapshotName(snapshot))} appeared meanwhile, but without this run’s mark, so it may be another job’s.`,
    next: 'Look at it at VPS.org, delete it if nobody needs it, and run again. Without the input name, names are unique and this cannot happen.',
  });
}

/** Too little of the settling was done to ask again. */
function outOfTime({ server, name }: Order): TimedOut {
  return new TimedOut({
    title: 'Snapshot not certain',
    message: `The answer to the request for a snapshot of ${serverName(server)} was lost, and the time set by timeout_minutes was over before it showed whether the snapshot was made.`,
    next: `Look at VPS.org for a snapshot named ${name} before you run again, and raise timeout_minutes.`,
  });
}

function unknownFate(order: Order, trouble: VpsError | undefined): Failure {
  return new Failure({
    title: 'Snapshot not certain',
    message: `No clear answer to ${createTries} requests for a snapshot of ${serverName(order.server)}, and none of them shows in the list. ${trouble?.message ?? ''}.`,
    next: `Look at VPS.org for a snapshot named ${order.name} before you run again. ${trouble?.hint ?? ''}`,
    cause: trouble,
  });
}
