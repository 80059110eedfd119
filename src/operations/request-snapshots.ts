import type { Deps } from '../deps.ts';
import { Failure, gathered, Refusal } from '../errors.ts';
import { readMark } from '../rules/ownership.ts';
import { isRunning } from '../rules/server-status.ts';
import type { Creation } from '../rules/steps.ts';
import type { Recorder } from '../state/recorder.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { oneLine } from '../text/text.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import { requestSnapshot, type Unit } from './request-snapshot.ts';
import type { Awaited } from './wait-until-complete.ts';

export interface Requested extends Awaited {
  snapshot: Snapshot;
  repeated: boolean;
}

interface Before {
  snapshots: readonly Snapshot[];
  /** Undefined when the token may not list servers. */
  servers: readonly Server[] | undefined;
  recorder: Recorder;
}

/** All requests side by side. When one fails, the others are still settled, so that no snapshot goes unnamed. */
export async function requestSnapshots(
  orders: readonly Creation[],
  { snapshots, servers, recorder }: Before,
  deps: Deps,
): Promise<Requested[]> {
  const { journal, log } = deps;
  const entries = orders.map(({ server }) => {
    const status = servers?.find(({ id }) => id === server.id)?.status;
    const remark =
      status !== undefined && isRunning(status) ? { remark: 'taken while the server was running' } : {};
    return journal.enter({ server, ...remark });
  });
  const unit: Unit = { size: orders.length, failed: false };
  const outcomes = await Promise.allSettled(
    orders.map(async (order, index): Promise<Requested | undefined> => {
      const granted = await requestSnapshot(order, { before: snapshots, unit }, deps);
      const { snapshot, adopted, repeated } = granted;
      const { server } = order;
      recorder.learnId(index, granted);
      const entry = entries[index];
      entry?.learn({ id: snapshot.id, snapshot, server, adopted });
      const how = adopted ? 'found in the list after its answer was lost' : 'requested';
      log.info(`${capitalised(snapshotName(snapshot))} of ${serverName(server)}: ${how}.`);
      return entry && { entry, id: snapshot.id, server, snapshot, repeated };
    }),
  );
  const failures = outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    if (!(outcome.reason instanceof Failure)) throw outcome.reason;
    if (outcome.reason instanceof Refusal) recorder.refused(index);
    entries[index]?.learn({ result: outcome.reason.ending, remark: oneLine(outcome.reason.message) });
    return [outcome.reason];
  });
  if (failures.length > 0) throw gathered(failures, orders.length);
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value) || []);
}

/** An answer may be no more than an id, which says nothing of marks. */
export function isTold({ name, description }: Snapshot): boolean {
  return name !== '' || description !== '';
}

export function warnOfLostMarks(snapshots: readonly Snapshot[], deps: Deps): void {
  const unmarked = snapshots.filter(({ description }) => readMark(description) === null);
  if (unmarked.length === 0) return;
  deps.journal.warning(
    'Mark lost',
    `VPS.org did not keep the description of ${unmarked.map(snapshotName).join(', ')}, so nothing later can tell that this repository made it.`,
  );
}

/** A second snapshot is looked for after the wait, if it can be told from another job's. */
export function warnOfPossibleTwins(
  requested: readonly Requested[],
  { wait, name }: { wait: boolean; name: string | undefined },
  { journal }: Deps,
): void {
  const inDoubt = requested.filter(
    ({ snapshot, repeated, entry }) =>
      (repeated || (!wait && entry.facts.adopted === true)) &&
      (!wait || (name && readMark(snapshot.description) === null)),
  );
  for (const { snapshot, repeated } of inDoubt) {
    const how = repeated
      ? 'was requested again after an answer was lost'
      : 'was found after its answer was lost';
    journal.warning(
      'Perhaps one snapshot too many',
      `${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} ${how}. If another one named ${snapshot.name} appears beside it, delete that by hand.`,
    );
  }
}
