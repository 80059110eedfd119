import { Refusal } from '../../errors.ts';
import { snapshotsPerServer } from '../../limits.ts';
import { inventoryLine } from '../../report/inventory.ts';
import { everyRunOver } from '../../rules/liveness.ts';
import { isOfRun, readMark } from '../../rules/ownership.ts';
import { candidates, type Freeing, freeing } from '../../rules/quota.ts';
import { isSuspended } from '../../rules/restore-progress.ts';
import { isFull } from '../../rules/slots.ts';
import { capitalised, serverName } from '../../text/names.ts';
import type { Id } from '../../vps/id.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Remark, ServerRef } from '../mode.ts';
import type { CreateSeen } from './create.ts';

/** Room on one server, for one more snapshot. */
interface Room extends Freeing {
  server: ServerRef;
}

/** What would have to go from each full server; all of them are planned before anything goes. */
export function roomFor(seen: CreateSeen, wanted: readonly ServerRef[]): Room[] {
  return wanted
    .filter(({ id }) => isFull(id, seen.snapshots))
    .map((server) => ({ server, ...freeing(ofServer(server.id, seen.snapshots), seen) }));
}

/** The snapshots that may go if the runs that made them are over. */
export function freeable(seen: Omit<CreateSeen, 'runs'>, servers: readonly Id[]): Snapshot[] {
  const situation = { ...seen, runs: everyRunOver };
  return servers
    .filter((id) => isFull(id, seen.snapshots))
    .flatMap((id) => candidates(ofServer(id, seen.snapshots), situation));
}

export function deletion(snapshot: Snapshot) {
  const why = 'the server has no free slot, and at_limit is delete_oldest';
  return { do: 'delete' as const, id: snapshot.id, snapshot, why };
}

/**
 * Why nothing may be made: one server that cannot be served stops all. Undefined when there is no reason.
 * @param room what may go from full servers; empty when nothing may
 */
export function createRefusal(
  seen: CreateSeen,
  wanted: readonly ServerRef[],
  room: readonly Room[],
): Refusal | undefined {
  const { servers, snapshots } = seen;
  const full = wanted.filter(({ id }) => isFull(id, snapshots));
  const stuck = full.filter(({ id }) => !room.some(({ server, enough }) => server.id === id && enough));
  return (
    (servers && (unknownServers(servers, wanted) ?? suspendedServers(servers, wanted))) ??
    fullServers(stuck, seen, room)
  );
}

/** What the user should know although it is no reason to stop. */
export function createRemarks(
  { servers, snapshots, origin }: CreateSeen,
  wanted: readonly ServerRef[],
): Remark[] {
  const remarks: Remark[] = [];
  if (!servers) {
    remarks.push({
      level: 'notice',
      title: 'Servers not visible',
      text: 'The token may not list servers, so it was not checked whether the server exists and is not being restored.',
    });
  }
  const others = snapshots.filter(
    ({ server, status, description }) =>
      status === 'in_progress' &&
      wanted.some(({ id }) => id === server.id) &&
      isOfAnotherRun(description, origin),
  );
  for (const { id, server, description } of others) {
    const mark = readMark(description);
    remarks.push({
      level: 'warning',
      title: 'Another deploy is under way',
      text: `Snapshot ${id} of ${serverName(server)} is in progress for ${mark?.repository} run ${mark?.runId}. Use concurrency, so that one deploy at a time runs per server.`,
    });
  }
  return remarks;
}

function isOfAnotherRun(description: string, origin: CreateSeen['origin']): boolean {
  const mark = readMark(description);
  return mark !== null && !isOfRun(mark, origin);
}

function unknownServers(servers: readonly Server[], wanted: readonly ServerRef[]): Refusal | undefined {
  const unknown = wanted.filter(({ id }) => !servers.some((server) => server.id === id));
  if (unknown.length === 0) return undefined;
  const visible = servers.map(serverName).join(', ') || 'none';
  return new Refusal({
    title: 'Server not found',
    message: `${capitalised(unknown.map(serverName).join(', '))} is not among the servers that the token can see: ${visible}.`,
    next: 'Check server_id, and that the token belongs to the right account.',
  });
}

function suspendedServers(servers: readonly Server[], wanted: readonly ServerRef[]): Refusal | undefined {
  const suspended = servers.filter(
    ({ id, status }) => isSuspended(status) && wanted.some((server) => server.id === id),
  );
  if (suspended.length === 0) return undefined;
  return new Refusal({
    title: 'Server suspended',
    message: `${capitalised(suspended.map(serverName).join(', '))} is suspended.`,
    next: 'Have it released at VPS.org, then run again.',
  });
}

function fullServers(
  full: readonly ServerRef[],
  { snapshots, now }: CreateSeen,
  room: readonly Room[],
): Refusal | undefined {
  if (full.length === 0) return undefined;
  const spared = new Map(room.flatMap((one) => one.spared.map(({ snapshot, why }) => [snapshot.id, why])));
  const lines = full.flatMap((server) => [
    `${capitalised(serverName(server))} has no free slot: VPS.org keeps at most ${snapshotsPerServer} snapshots per server.`,
    ...ofServer(server.id, snapshots).map((snapshot) => {
      const why = spared.get(snapshot.id);
      return `- ${inventoryLine(snapshot, now)}${why ? `; stays: ${why}` : ''}`;
    }),
  ]);
  return new Refusal({
    title: 'Snapshot limit reached',
    message: lines.join('\n'),
    next: 'Delete one that nobody needs any more (mode: delete with its snapshot_id), then run again.',
  });
}

function ofServer(id: Id, snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots.filter(({ server }) => server.id === id);
}
