import { isIPv6 } from 'node:net';
import { Refusal } from '../../errors.ts';
import type { RestoreInputs } from '../../inputs/inputs.ts';
import { ageOf } from '../../rules/age.ts';
import { newerDeploys } from '../../rules/newer-deploys.ts';
import { isOfRun, type Mark, readMark } from '../../rules/ownership.ts';
import { isRestoring, isSuspended } from '../../rules/restore-progress.ts';
import type { Chosen } from '../../rules/selection.ts';
import { duration } from '../../text/format.ts';
import { serverName, snapshotName } from '../../text/names.ts';
import { oneLine } from '../../text/text.ts';
import { byId, type Id } from '../../vps/id.ts';
import type { Snapshot } from '../../vps/model.ts';
import type { RestoreSeen } from './restore.ts';

export interface Objection {
  title: string;
  text: string;
  next: string;
}

/** Why nothing may be restored. Undefined when there is no reason. */
export function restoreRefusal(named: Chosen, seen: RestoreSeen, inputs: RestoreInputs): Refusal | undefined {
  const objections = [
    ...named.missing.map(missing),
    ...shared(named.snapshots),
    ...named.snapshots.flatMap(
      (snapshot) => objectionTo(snapshot, seen, inputs, isRival(snapshot, seen.origin)) ?? [],
    ),
  ];
  const [first] = objections;
  if (!first) return undefined;
  return new Refusal({
    title: objections.length === 1 ? first.title : 'Restore refused',
    message: objections.map(({ text }) => text).join('\n'),
    next: [...new Set(objections.map(({ next }) => next))].join('\n'),
  });
}

function missing(id: Id): Objection {
  return {
    title: 'Snapshot not found',
    text: `Snapshot ${id} does not exist, or the token cannot see it.`,
    next: 'Run mode: list to see which snapshots there are.',
  };
}

function shared(snapshots: readonly Snapshot[]): Objection[] {
  const twice = snapshots.filter(({ id, server }) =>
    snapshots.some((other) => byId(other, { id }) < 0 && other.server.id === server.id),
  );
  return twice.map(({ server }) => ({
    title: 'Two snapshots of one server',
    text: `More than one of the snapshots is of ${serverName(server)}, and it can only be restored from one.`,
    next: 'Name one snapshot per server.',
  }));
}

/**
 * Why one snapshot may not be restored.
 * @param rival whether a mark belongs to a deploy that must not be wiped; undefined when nothing can be stale
 */
export function objectionTo(
  snapshot: Snapshot,
  seen: RestoreSeen,
  { maxAgeMs, force }: Pick<RestoreInputs, 'maxAgeMs' | 'force'>,
  rival: ((mark: Mark) => boolean) | undefined,
): Objection | undefined {
  return (
    unfinished(snapshot) ??
    tooOld(snapshot, seen.now, maxAgeMs) ??
    unfit(snapshot, seen, force) ??
    (force || !rival ? undefined : stale(snapshot, seen.snapshots, rival))
  );
}

/** Only what this run made can be stale: an older run's snapshot was named by hand, which is meant. */
function isRival(snapshot: Snapshot, origin: RestoreSeen['origin']): ((mark: Mark) => boolean) | undefined {
  return isOfRun(readMark(snapshot.description), origin) ? (mark) => !isOfRun(mark, origin) : undefined;
}

function unfinished(snapshot: Snapshot): Objection | undefined {
  if (snapshot.status === 'completed') return undefined;
  return {
    title: 'Snapshot not complete',
    text: `${title(snapshot)} has the status "${oneLine(snapshot.status, 40)}"; only a completed one can be restored.`,
    next: `If it is in progress, wait for it with mode: wait and snapshot_id: ${snapshot.id}.`,
  };
}

function tooOld(snapshot: Snapshot, now: number, maxAgeMs: number | undefined): Objection | undefined {
  if (maxAgeMs === undefined) return undefined;
  const age = ageOf(snapshot, now);
  if (age !== undefined && age <= maxAgeMs) return undefined;
  return {
    title: 'Snapshot too old',
    text: `${title(snapshot)} is ${age === undefined ? 'of unknown age' : `${duration(age)} old`}; max_age allows ${duration(maxAgeMs)}.`,
    next: 'Choose a newer snapshot, or raise max_age if losing that much is meant.',
  };
}

function unfit(
  snapshot: Snapshot,
  { servers, addresses }: RestoreSeen,
  force: boolean,
): Objection | undefined {
  if (!servers) return undefined;
  const server = servers.find(({ id }) => id === snapshot.server.id);
  if (!server) {
    return {
      title: 'Server not found',
      text: `${title(snapshot)} belongs to a server that is not among those that the token can see.`,
      next: 'Check that the token belongs to the right account.',
    };
  }
  if (isSuspended(server.status)) {
    return {
      title: 'Server suspended',
      text: `${title(snapshot)} cannot be restored while the server is suspended.`,
      next: 'Have it released at VPS.org, then run again.',
    };
  }
  if (isRestoring(server.status) && !force) {
    return {
      title: 'Server busy',
      text: `${title(snapshot)} cannot be restored: the server is being restored already, and this step did not ask for that.`,
      next: 'Wait until it is back, look which snapshot it was restored from, then run again. force: true waits for it and restores over it.',
    };
  }
  if (
    server.ipAddress !== null &&
    addresses.some((address) => sameAddress(address, server.ipAddress ?? ''))
  ) {
    return {
      title: 'The runner is on that server',
      text: `This job runs on ${serverName(server)} itself (${server.ipAddress}). The restore would stop the server, and this job with it.`,
      next: 'Run the restore on another runner, such as one hosted by GitHub.',
    };
  }
  return undefined;
}

function stale(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  rival: (mark: Mark) => boolean,
): Objection | undefined {
  const [newest] = newerDeploys(snapshot, snapshots, rival);
  if (!newest) return undefined;
  const mark = readMark(newest.description);
  return {
    title: 'A newer deploy would be lost',
    text: `${title(snapshot)} is older than ${snapshotName(newest)}, which ${mark?.repository} run ${mark?.runId} took before its own deploy. Restoring would wipe that deploy.`,
    next: 'Look at what is on the server first. force: true restores all the same. Use concurrency, so that one deploy at a time runs per server.',
  };
}

function title(snapshot: Snapshot): string {
  return `Snapshot ${snapshot.id} of ${serverName(snapshot.server)}`;
}

function sameAddress(one: string, other: string): boolean {
  return canonical(one) === canonical(other);
}

function canonical(address: string): string {
  return isIPv6(address) ? new URL(`http://[${address.replace(/%.*$/, '')}]`).hostname : address.trim();
}
