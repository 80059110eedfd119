import { isIPv6 } from 'node:net';
import { longestRerunMs } from '../limits.ts';
import { duration } from '../text/format.ts';
import { serverName, snapshotName } from '../text/references.ts';
import { oneLine } from '../text/text.ts';
import { nobody, type Server, type Snapshot } from '../vps/model.ts';
import { ageOf } from './age.ts';
import { type Maker, makerOf, newerDeploys } from './newer-deploys.ts';
import { isEarlierAttempt, type Origin, readMark } from './ownership.ts';
import { isRestoring, isSuspended } from './server-status.ts';
import { isComplete } from './snapshot-status.ts';

/** Why something may not be restored, and what the reader can do. */
export interface Objection {
  title: string;
  text: string;
  next: string;
}

interface Seen {
  snapshots: readonly Snapshot[];
  /** Undefined when the token may not list servers. */
  servers: readonly Server[] | undefined;
  /** The addresses of the machine that the step runs on. */
  addresses: readonly string[];
  origin: Pick<Origin, 'repository' | 'runId' | 'attempt'>;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

interface Terms {
  maxAgeMs: number | undefined;
  /** Restore although the server is being restored, a newer deploy would be lost, or the job may run on it. */
  force: boolean;
  /** Whether somebody's deploy must not be wiped; undefined when nothing can be stale. */
  isRival: ((maker: Maker) => boolean) | undefined;
}

/** Why one snapshot may not be restored; undefined when it may. */
export function objectionTo(snapshot: Snapshot, seen: Seen, terms: Terms): Objection | undefined {
  const { maxAgeMs, force, isRival } = terms;
  return (
    unfinished(snapshot) ??
    tooOld(snapshot, seen.now, maxAgeMs) ??
    unfit(snapshot, seen, force) ??
    (force ? undefined : fromEarlierAttempt(snapshot, seen)) ??
    (force || !isRival ? undefined : stale(snapshot, seen.snapshots, isRival))
  );
}

function unfinished(snapshot: Snapshot): Objection | undefined {
  if (isComplete(snapshot.status)) return undefined;
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

/** A re-run of failed jobs finds the snapshot of the first attempt, and who knows what was deployed since. */
export function fromEarlierAttempt(
  snapshot: Snapshot,
  { origin, now }: Pick<Seen, 'origin' | 'now'>,
): Objection | undefined {
  const mark = readMark(snapshot.description);
  if (!isEarlierAttempt(mark, origin) || (ageOf(snapshot, now) ?? 0) <= longestRerunMs) return undefined;
  return {
    title: 'From an earlier attempt',
    text: `${title(snapshot)} was taken by attempt ${mark?.attempt} of this run, more than ${duration(longestRerunMs)} ago.`,
    next: 'Re-run all jobs, so that a new snapshot is taken before the deploy. force: true restores all the same.',
  };
}

function unfit(snapshot: Snapshot, { servers, addresses }: Seen, force: boolean): Objection | undefined {
  if (!servers) return undefined;
  const server = servers.find(({ id }) => id === snapshot.server.id);
  if (!server && snapshot.server.id === nobody.id) {
    return {
      title: 'Owner not known',
      text: `VPS.org does not say which server snapshot ${snapshot.id} is of.`,
      next: 'Name that one server with server_id beside the snapshot_id.',
    };
  }
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
  return force ? undefined : runnersOwn(server, addresses);
}

/** A server that stops takes a job on it along. */
export function runnersOwn(server: Server, addresses: readonly string[]): Objection | undefined {
  const shared = server.addresses.find((one) => addresses.some((address) => sameAddress(address, one)));
  if (shared === undefined) return undefined;
  return {
    title: 'The runner is on that server',
    text: `This job runs on ${serverName(server)} itself (${shared}). The restore would stop the server, and this job with it.`,
    next: 'Run the restore on another runner, such as one hosted by GitHub. If that address only looks alike, as private ones may in a container: force: true restores all the same.',
  };
}

function stale(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  isRival: (maker: Maker) => boolean,
): Objection | undefined {
  const [newest] = newerDeploys(snapshot, snapshots, isRival);
  if (!newest) return undefined;
  return {
    title: 'A newer deploy would be lost',
    text: `${title(snapshot)} is ${isSameAge(snapshot, newest) ? 'no newer' : 'older'} than ${snapshotName(newest)}, which ${nameOf(makerOf(newest))} took before its own deploy. Restoring would wipe that deploy.`,
    next: 'Look at what is on the server first. force: true restores all the same. Give all workflows that deploy to it the same concurrency group.',
  };
}

/** The API may tell times in seconds. */
function isSameAge(one: Snapshot, other: Snapshot): boolean {
  return Date.parse(one.createdAt ?? '') === Date.parse(other.createdAt ?? '');
}

function nameOf(maker: Maker): string {
  if (maker === 'unknown') return 'somebody';
  return 'mark' in maker ? `${maker.mark.repository} run ${maker.mark.runId}` : `run ${maker.run.runId}`;
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
