import type { Deps } from '../deps.ts';
import { Failure, gathered, TimedOut } from '../errors.ts';
import { times } from '../reading/pollers.ts';
import type { Entry } from '../report/journal.ts';
import { Heartbeat } from '../report/progress.ts';
import { type Sightings, type Standing, sight, standingOf, unsighted } from '../rules/snapshot-status.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName, snapshotName } from '../text/names.ts';
import { oneLine } from '../text/text.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Verdict, Watch } from '../waiting/poller.ts';
import { creating } from '../waiting/schedule.ts';

/** A snapshot that is being waited for. */
export interface Awaited {
  entry: Entry;
  id: Id;
  /** As far as known before the first look. */
  server: { id: Id; name?: string } | undefined;
}

interface Open extends Awaited {
  sightings: Sightings;
  unfamiliar: Set<string>;
}

/**
 * Waits until all of a set are complete. They are one unit: the first that fails ends the wait.
 * @returns the snapshots as the list showed them when they were complete, in the order of `awaited`
 * @throws {Failure} naming the snapshots that failed, were lost or deleted, or are still in progress at the deadline
 */
export async function untilComplete(
  awaited: readonly Awaited[],
  watch: Watch<Snapshot[]>,
  inputs: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<Snapshot[]> {
  const { log, clock } = deps;
  const startedAt = clock.now();
  const heartbeat = new Heartbeat(log, clock, creating);
  const open = awaited.map((target): Open => ({ ...target, sightings: unsighted, unfamiliar: new Set() }));
  const complete = new Map<Id, Snapshot>();

  const judge = (list: Snapshot[], elapsed: number): Verdict<Snapshot[]> => {
    const failures: Failure[] = [];
    for (const target of open.filter(({ id }) => !complete.has(id))) {
      const snapshot = list.find(({ id }) => id === target.id);
      target.sightings = sight(target.sightings, snapshot);
      const standing = standingOf(snapshot, target.sightings, elapsed);
      if (snapshot) target.entry.learn({ snapshot, server: snapshot.server });
      if (standing === 'complete' && snapshot) {
        complete.set(target.id, snapshot);
        target.entry.learn({ tookMs: elapsed, completeAt: clock.date() });
        log.info(`${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} is complete.`);
      } else if (standing === 'unfamiliar' && snapshot && !target.unfamiliar.has(snapshot.status)) {
        target.unfamiliar.add(snapshot.status);
        log.info(
          `Snapshot ${target.id} has the status "${oneLine(snapshot.status, 40)}", which is not documented. Waiting on.`,
        );
      } else if (isEnd(standing)) failures.push(failed(target, standing, snapshot));
    }
    if (failures.length > 0) return { is: 'failed', failure: gathered(failures, awaited.length) };
    heartbeat.beat(`${complete.size} of ${awaited.length} complete`);
    if (complete.size < awaited.length) return { is: 'pending' };
    return { is: 'reached', found: awaited.flatMap(({ id }) => complete.get(id) ?? []) };
  };

  const end = await watch.ask({ next: times(creating, inputs, deps), judge });
  if (end.is === 'reached') return end.found;
  if (end.is === 'failed') throw end.failure;
  const late = open.filter(({ id }) => !complete.has(id));
  throw gathered(
    late.map((target) => stillGoing(target, clock.now() - startedAt)),
    awaited.length,
  );
}

function isEnd(standing: Standing): standing is 'failed' | 'lost' | 'gone' {
  return standing === 'failed' || standing === 'lost' || standing === 'gone';
}

function failed(target: Open, standing: 'failed' | 'lost' | 'gone', snapshot: Snapshot | undefined): Failure {
  const remark = {
    failed: `ended as "${oneLine(snapshot?.status ?? '', 40)}" at VPS.org`,
    lost: 'was never seen in the list of snapshots',
    gone: 'was deleted by someone else while this step waited for it',
  }[standing];
  target.entry.learn({ result: 'failed', remark });
  return new Failure({
    title: 'Snapshot not complete',
    message: `${capitalised(nameOf(target))} ${remark}.`,
    next: {
      failed: `It cannot be restored from. Delete it (mode: delete, snapshot_id: ${target.id}) and run again; ask VPS.org support if that repeats.`,
      lost: 'Check the id, and that the token belongs to the same account.',
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
    next: `It goes on at VPS.org. Wait on with mode: wait and snapshot_id: ${target.id}, look with mode: list, or raise timeout_minutes.`,
  });
}

function nameOf({ id, server, entry }: Open): string {
  const { snapshot } = entry.facts;
  const owner = snapshot?.server ?? server;
  return `${snapshotName(snapshot ?? { id, name: '' })}${owner ? ` of ${serverName(owner)}` : ''}`;
}
