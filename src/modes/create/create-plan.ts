import { Refusal } from '../../errors.ts';
import type { CreateInputs } from '../../inputs/inputs.ts';
import { snapshotsPerServer } from '../../limits.ts';
import { inventoryLine } from '../../report/inventory.ts';
import type { Annotation } from '../../report/journal.ts';
import { defaultWords, description, generatedName, isOfRun, readMark } from '../../rules/ownership.ts';
import { type Room, roomFor } from '../../rules/quota.ts';
import { isSuspended } from '../../rules/server-status.ts';
import { isFull, ofServer } from '../../rules/slots.ts';
import { standingOfWord } from '../../rules/snapshot-status.ts';
import type { ServerRef, Step } from '../../rules/steps.ts';
import { capitalised, serverName } from '../../text/names.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Plan } from '../mode.ts';
import type { CreateSeen } from './create-look.ts';

export type CreateStep = Extract<Step, { do: 'delete' | 'create' }>;

/** Deletions that make room, where they are allowed, and a snapshot of each server; or why nothing may be made. */
export function createPlan(seen: CreateSeen, inputs: CreateInputs): Plan<CreateStep> | Refusal {
  const servers = inputs.servers.map(
    (id): ServerRef => seen.servers?.find((server) => server.id === id) ?? { id },
  );
  const room = inputs.atLimit === 'delete_oldest' ? roomFor(servers, seen) : [];
  const refusal = createRefusal(seen, servers, room);
  if (refusal) return refusal;
  const words = inputs.description ?? defaultWords(seen.origin);
  const deletions = room.flatMap(({ doomed }) => doomed).map(deletion);
  const creations = servers.map((server) => ({
    do: 'create' as const,
    server,
    name: inputs.name ?? generatedName(seen.origin, server.id),
    description: description(words, seen.origin),
  }));
  return { steps: [...deletions, ...creations], annotations: createAnnotations(seen, servers) };
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
  const full = wanted.filter(({ id }) => isFull(id, snapshots));
  const stuck = full.filter(({ id }) => !room.some(({ server, enough }) => server.id === id && enough));
  return (
    (servers && (unknownServers(servers, wanted) ?? suspendedServers(servers, wanted))) ??
    fullServers(stuck, seen, room)
  );
}

function createAnnotations(
  { servers, snapshots, origin }: CreateSeen,
  wanted: readonly ServerRef[],
): Annotation[] {
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
  return [...(servers ? [] : [unlisted]), ...foreign.map(anotherDeploy)];
}

function anotherDeploy(snapshot: Snapshot): Annotation {
  const { id, server } = snapshot;
  const mark = readMark(snapshot.description);
  return {
    level: 'warning',
    title: 'Another deploy is under way',
    text: `Snapshot ${id} of ${serverName(server)} is in progress for ${mark?.repository} run ${mark?.runId}. Use concurrency, so that one deploy at a time runs per server.`,
  };
}

function isOfAnotherRun(snapshot: Snapshot, origin: CreateSeen['origin']): boolean {
  const mark = readMark(snapshot.description);
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
