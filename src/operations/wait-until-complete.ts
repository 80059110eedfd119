import type { Deps } from '../deps.ts';
import { Failure, gathered, TimedOut } from '../errors.ts';
import { settlingMs } from '../limits.ts';
import type { Entry } from '../report/journal.ts';
import { Heartbeat } from '../report/progress.ts';
import {
  type Sightings,
  type Standing,
  sight,
  standingOf,
  standingOfWord,
  unsighted,
} from '../rules/snapshot-status.ts';
import type { ServerRef } from '../rules/steps.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { oneLine } from '../text/text.ts';
import type { Id } from '../vps/id.ts';
import { isWhole } from '../vps/list.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import type { Verdict } from '../waiting/poller.ts';
import { snapshotSchedule, windowIn } from '../waiting/schedule.ts';

/** A snapshot that is being waited for. */
export interface Awaited {
  entry: Entry;
  id: Id;
  /** As far as known before the first look. */
  server: ServerRef | undefined;
}

interface Open extends Awaited {
  sightings: Sightings;
  /** Words of its status that were told already. */
  unfamiliar: Set<string>;
}

/**
 * Waits until all of a set are complete. They are one unit: the first that fails ends the wait.
 * @param whenComplete called once for each
 * @returns the snapshots as the list showed them when they were complete, in the order of `awaited`
 * @throws {Failure} naming the snapshots that failed, were lost or deleted, or are still in progress at the deadline
 */
export async function waitUntilComplete(
  awaited: readonly Awaited[],
  deps: Deps,
  whenComplete: (awaited: Awaited) => void = () => {},
): Promise<Snapshot[]> {
  const { log, clock } = deps;
  const startedAt = clock.now();
  const heartbeat = new Heartbeat(log, clock, snapshotSchedule);
  const open = awaited.map((target): Open => ({ ...target, sightings: unsighted, unfamiliar: new Set() }));
  const complete = new Map<Id, Snapshot>();
  const settling = windowIn(deps.pace, settlingMs);

  const judge = (list: Snapshot[], elapsed: number): Verdict<Snapshot[]> => {
    const looks = open
      .filter(({ id }) => !complete.has(id))
      .map((target) => ({ target, ...look(target, list, { elapsed, settlingMs: settling }) }));
    for (const { target, standing, snapshot } of looks) {
      if (snapshot && standing === 'complete') {
        complete.set(target.id, snapshot);
        learnComplete(target, { snapshot, elapsed }, deps);
        whenComplete(target);
      }
      if (snapshot && standing === 'unfamiliar') tellOnce(target, snapshot.status, deps);
    }
    const failures = looks.flatMap((one) => (isEnd(one.standing) ? failed(one, one.standing) : []));
    if (failures.length > 0) return { is: 'failed', failure: gathered(failures, awaited.length) };
    heartbeat.beat(`${complete.size} of ${awaited.length} complete`);
    if (complete.size < awaited.length) return { is: 'pending' };
    return { is: 'reached', found: awaited.flatMap(({ id }) => complete.get(id) ?? []) };
  };

  const end = await deps.snapshots.ask({ schedule: snapshotSchedule, judge });
  if (end.is === 'reached') return end.found;
  if (end.is === 'failed') throw end.failure;
  const late = open.filter(({ id }) => !complete.has(id));
  throw gathered(
    late.map((target) => stillGoing(target, clock.now() - startedAt)),
    awaited.length,
  );
}

/** How one of them stands by this list, which its entry learns too. */
function look(target: Open, list: readonly Snapshot[], at: { elapsed: number; settlingMs: number }) {
  const snapshot = list.find(({ id }) => id === target.id);
  if (snapshot || isWhole(list)) target.sightings = sight(target.sightings, snapshot, at.elapsed);
  if (snapshot) target.entry.learn({ snapshot, server: ownerOf(snapshot, target) });
  return { snapshot, standing: standingOf(snapshot, { ...at, sightings: target.sightings }) };
}

/** One that names no server is of the server it was asked for. */
function ownerOf({ server }: Snapshot, target: Open): ServerRef {
  return server.id === nobody.id ? (target.server ?? server) : server;
}

function learnComplete(
  { entry }: Open,
  { snapshot, elapsed }: { snapshot: Snapshot; elapsed: number },
  { clock, log }: Deps,
): void {
  entry.learn({ tookMs: elapsed, completeAt: clock.date() });
  log.info(`${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} is complete.`);
}

function tellOnce({ id, unfamiliar }: Open, status: string, { log }: Deps): void {
  if (unfamiliar.has(status)) return;
  unfamiliar.add(status);
  log.info(`Snapshot ${id} has the status "${oneLine(status, 40)}", which is not documented. Waiting on.`);
}

function isEnd(standing: Standing): standing is 'failed' | 'lost' | 'gone' {
  return standing === 'failed' || standing === 'lost' || standing === 'gone';
}

function failed(
  { target, snapshot }: { target: Open; snapshot: Snapshot | undefined },
  standing: 'failed' | 'lost' | 'gone',
): Failure {
  const remark = {
    failed: `ended as "${oneLine(snapshot?.status ?? '', 40)}" at VPS.org`,
    lost: 'was never seen in the list of snapshots',
    gone: 'was deleted by someone else while this step waited for it',
  }[standing];
  target.entry.learn({ result: 'failed', remark });
  return new Failure({
    title: { failed: 'Snapshot failed', lost: 'Snapshot not complete', gone: 'Snapshot not complete' }[
      standing
    ],
    message: `${capitalised(nameOf(target))} ${remark}.`,
    next: {
      failed: `It cannot be restored from. Delete it (mode: delete, snapshot_id: ${target.id}) and run again; ask VPS.org support if that repeats.`,
      lost: 'Compare the id with what mode: list shows, and check that the token belongs to the same account.',
      gone: 'Let one deploy at a time run per server (concurrency), and run again.',
    }[standing],
  });
}

function stillGoing(target: Open, elapsed: number): Failure {
  const status = oneLine(target.entry.facts.snapshot?.status ?? 'not in the list yet', 40);
  const remark = `was not complete after ${duration(elapsed)}; its status is ${status}`;
  target.entry.learn({ result: 'timed_out', remark });
  return new TimedOut({
    title: 'Snapshot not complete in time',
    message: `${capitalised(nameOf(target))} ${remark}.`,
    next:
      standingOfWord(status) === 'unfamiliar' && target.entry.facts.snapshot
        ? 'That word is not documented: look at VPS.org what became of the snapshot.'
        : `The snapshot goes on at VPS.org. Wait on with mode: wait and snapshot_id: ${target.id}, look with mode: list, or raise timeout_minutes.`,
  });
}

function nameOf({ id, server, entry }: Open): string {
  const { snapshot } = entry.facts;
  const owner = snapshot?.server ?? server;
  return `${snapshotName(snapshot ?? { id, name: '' })}${owner ? ` of ${serverName(owner)}` : ''}`;
}
