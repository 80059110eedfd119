import { Refusal } from '../../errors.ts';
import type { CreateInputs } from '../../inputs/inputs.ts';
import { snapshotsPerServer } from '../../limits.ts';
import { inventoryLine } from '../../report/inventory.ts';
import type { Annotation } from '../../report/journal.ts';
import { youngDeploys } from '../../rules/liveness.ts';
import { hasUnknownOwners } from '../../rules/owners.ts';
import { defaultWords, description, generatedName, isOfRun, label, readMark } from '../../rules/ownership.ts';
import { type Room, roomFor } from '../../rules/quota.ts';
import { runnersOwn } from '../../rules/restorable.ts';
import { isRunning, isStopped, isSuspended } from '../../rules/server-status.ts';
import { isFull, ofServer } from '../../rules/slots.ts';
import { standingOfWord } from '../../rules/snapshot-status.ts';
import type { ServerRef, Step } from '../../rules/steps.ts';
import { capitalised, serverName } from '../../text/references.ts';
import { oneLine } from '../../text/text.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Plan } from '../mode.ts';
import { notWhole, unknownOwners, unknownServers } from '../shared-refusals.ts';
import type { CreateSeen } from './create-look.ts';

export type CreateStep = Extract<Step, { do: 'stop' | 'delete' | 'create' }>;

/**
 * Stops where they are wanted, deletions that make room where they are allowed, and a snapshot of each server; or why
 * nothing may be made.
 */
export function createPlan(seen: CreateSeen, inputs: CreateInputs): Plan<CreateStep> | Refusal {
  const servers = seen.wanted.map(
    (id): ServerRef => seen.servers?.find((server) => server.id === id) ?? { id },
  );
  const frees = inputs.atLimit === 'delete_oldest';
  const room = frees ? roomFor(servers, seen) : [];
  const refusal =
    createRefusal(seen, servers, room) ??
    (inputs.stopServer ? stopRefusal(seen, servers) : undefined) ??
    (frees ? doubtfulDeletion(seen, room) : undefined);
  if (refusal) return refusal;
  const words = inputs.description ?? defaultWords(seen.origin);
  const creations = servers.map((server) => {
    const name = inputs.name ?? generatedName(seen.origin, server.id);
    const texts = { description: description(words, seen.origin), label: label(name, seen.origin) };
    return { do: 'create' as const, server, name, ...texts };
  });
  return {
    steps: [
      ...(inputs.stopServer ? stops(seen, servers) : []),
      ...room.flatMap(({ doomed }) => doomed).map(deletion),
      ...creations,
    ],
    annotations: createAnnotations(seen, servers),
  };
}

/** A server that stands still is left as it is. */
function stops({ servers = [] }: CreateSeen, wanted: readonly ServerRef[]): CreateStep[] {
  const running = new Set(servers.filter(({ status }) => isRunning(status)).map(({ id }) => id));
  return wanted.filter(({ id }) => running.has(id)).map((server) => ({ do: 'stop', server }));
}

function deletion(snapshot: Snapshot): CreateStep {
  const why = 'the server has no free slot, and at_limit is delete_oldest';
  return { do: 'delete', subject: { listed: snapshot }, why };
}

/** One server that cannot be served stops all. @param room what may go from full servers; empty when nothing may */
function createRefusal(
  seen: CreateSeen,
  wanted: readonly ServerRef[],
  room: readonly Room[],
): Refusal | undefined {
  const { servers, snapshots } = seen;
  const full = hasUnknownOwners(seen) ? [] : wanted.filter(({ id }) => isFull(id, snapshots));
  const stuck = full.filter(({ id }) => !room.some(({ server, enough }) => server.id === id && enough));
  return (
    (servers && (missingServers(servers, wanted) ?? suspendedServers(servers, wanted))) ??
    fullServers(stuck, seen, room)
  );
}

/** Before any server is stopped, it must be certain that it can be started again. */
function stopRefusal({ servers, addresses }: CreateSeen, wanted: readonly ServerRef[]): Refusal | undefined {
  if (!servers) {
    return new Refusal({
      title: 'Servers not visible',
      message:
        'The token may not list servers, so stop_server could not see whether they stop and start again.',
      next: 'Give the token the permission to read servers, or leave stop_server out.',
    });
  }
  const ours = servers.filter(({ id }) => wanted.some((server) => server.id === id));
  const own = ours.find((server) => runnersOwn(server, addresses));
  if (own) {
    return new Refusal({
      title: 'The runner is on that server',
      message: `This job runs on ${serverName(own)} itself, so stopping that would stop this job before it could start it again.`,
      next: 'Take the snapshot on another runner, such as one hosted by GitHub, or leave stop_server out.',
    });
  }
  const odd = ours.find(({ status }) => !isRunning(status) && !isStopped(status));
  if (!odd) return undefined;
  return new Refusal({
    title: 'Server not stopped',
    message: `${capitalised(serverName(odd))} is "${oneLine(odd.status, 40)}", neither running nor stopped, so it was not stopped.`,
    next: 'Run again when it runs, or leave stop_server out.',
  });
}

/** Whose a snapshot is, and whether there are others, decides what may go. */
function doubtfulDeletion(seen: CreateSeen, room: readonly Room[]): Refusal | undefined {
  if (hasUnknownOwners(seen)) return unknownOwners('at_limit: delete_oldest');
  return room.length > 0 ? notWhole(seen.snapshots, 'at_limit: delete_oldest deletes nothing') : undefined;
}

function createAnnotations(seen: CreateSeen, wanted: readonly ServerRef[]): Annotation[] {
  const { servers, snapshots, origin, runs } = seen;
  const ownerless: Annotation = {
    level: 'warning',
    title: 'Owners not known',
    text: 'No snapshot in the list names a server that the token can see, so slots were not counted; VPS.org refuses a snapshot too many.',
  };
  const unlisted: Annotation = {
    level: 'notice',
    title: 'Servers not visible',
    text: 'The token may not list servers, so it was not checked whether the server exists and is not being restored.',
  };
  const foreign = snapshots.filter(
    (snapshot) =>
      standingOfWord(snapshot.status) === 'in_progress' &&
      wanted.some(({ id }) => id === snapshot.server.id) &&
      isOfAnotherRun(snapshot, origin),
  );
  const live = youngDeploys(snapshots, seen).filter(
    ({ description: text }) => runs(readMark(text)?.runId ?? '').is === 'going_on',
  );
  return [
    ...(servers ? [] : [unlisted]),
    ...(hasUnknownOwners(seen) ? [ownerless] : []),
    ...foreign.map((snapshot) => anotherDeploy(snapshot, 'is in progress')),
    ...live.map((snapshot) => anotherDeploy(snapshot, 'was taken')),
  ];
}

function anotherDeploy(snapshot: Snapshot, what: 'is in progress' | 'was taken'): Annotation {
  const { id, server } = snapshot;
  const mark = readMark(snapshot.description);
  return {
    level: 'warning',
    title: 'Another deploy is under way',
    text: `Snapshot ${id} of ${serverName(server)} ${what} for ${mark?.repository} run ${mark?.runId}${what === 'was taken' ? ', which goes on' : ''}. Use concurrency, so that one deploy at a time runs per server.`,
  };
}

function isOfAnotherRun(snapshot: Snapshot, origin: CreateSeen['origin']): boolean {
  const mark = readMark(snapshot.description);
  return mark !== null && !isOfRun(mark, origin);
}

function missingServers(servers: readonly Server[], wanted: readonly ServerRef[]): Refusal | undefined {
  const unknown = wanted.filter(({ id }) => !servers.some((server) => server.id === id));
  return unknown.length === 0
    ? undefined
    : unknownServers(
        unknown.map(({ id }) => id),
        servers,
      );
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
