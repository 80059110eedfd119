import type { Id } from '../vps/id.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import { newestFirst } from './age.ts';
import { generatedName, type Mark, mayHaveLost, readMark, sameNonce } from './ownership.ts';

/** A request whose outcome is unknown, and what was there before it. */
export interface Unsettled {
  serverId: Id;
  name: string;
  mark: Mark;
  /** Ids of the server's snapshots before the request. */
  before: ReadonlySet<Id>;
}

/**
 * What came of a request whose answer does not say which snapshot it made, or was lost: ours by its nonce, of several
 * the oldest; and what is new on that server without another's mark, so that it may be ours.
 */
export function appeared(
  request: Unsettled,
  snapshots: readonly Snapshot[],
): { ours: Snapshot | undefined; unmarked: Snapshot[] } {
  const fresh = snapshots
    .filter((snapshot) => belongs(snapshot, request) && !request.before.has(snapshot.id))
    .sort(oldestFirst);
  const unmarked = fresh.filter(({ description }) => mayHaveLost(request.mark, description));
  return { ours: madeBy(request, fresh)[0], unmarked };
}

/** The snapshots that a request made: one, or more when it was repeated. Oldest first. */
export function madeBy(request: Omit<Unsettled, 'before'>, snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots
    .filter((snapshot) => belongs(snapshot, request) && isFrom(request, snapshot))
    .sort(oldestFirst);
}

/** One that names no server is of the server it was asked for, when its name says so. */
function belongs({ server, name }: Snapshot, request: Omit<Unsettled, 'before'>): boolean {
  if (server.id !== nobody.id) return server.id === request.serverId;
  return name === request.name || name === generatedName(request.mark, request.serverId);
}

function isFrom({ mark, serverId }: Omit<Unsettled, 'before'>, snapshot: Snapshot): boolean {
  const its = readMark(snapshot.description);
  if (its) return sameNonce(its.nonce, mark.nonce);
  return snapshot.name === generatedName(mark, serverId);
}

/** Other snapshots of the same server from the same request: one too many, whichever it is. Oldest first. */
export function twinsOf(snapshot: Snapshot, snapshots: readonly Snapshot[]): Snapshot[] {
  const mark = readMark(snapshot.description);
  return snapshots
    .filter((other) => {
      if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
      const its = readMark(other.description);
      if (mark && its) return sameNonce(mark.nonce, its.nonce);
      return !mark && !its && other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
    })
    .sort(oldestFirst);
}

function oldestFirst(one: Snapshot, other: Snapshot): number {
  return newestFirst(other, one);
}
