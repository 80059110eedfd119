import { unequalClocksMs } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import { nobody, type Snapshot } from '../vps/model.ts';
import { madeAt, newestFirst } from './age.ts';
import {
  generatedName,
  type Mark,
  mayHaveLost,
  readGeneratedName,
  readMark,
  sameNonce,
} from './ownership.ts';

/** A request whose outcome is unknown, and what was there before it. */
export interface Unsettled {
  serverId: Id;
  name: string;
  mark: Mark;
  /** Ids of the server's snapshots before the request. */
  before: ReadonlySet<Id>;
  /** When it was sent first: milliseconds since 1970, by the API's clock. */
  askedAt: number;
  /** The step asks for snapshots of other servers by the same name. */
  hasSiblings?: boolean;
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
  const unmarked = fresh.filter(
    (snapshot) =>
      (mayHaveLost(request.mark, snapshot.description) || mayBeOfSibling(snapshot, request)) &&
      isYoungerThan(request, snapshot) &&
      !isAnothersName(snapshot.name, request),
  );
  const certain = fresh.filter((snapshot) => !mayBeOfSibling(snapshot, request));
  return { ours: madeBy(request, certain)[0], unmarked };
}

/** Where nobody tells the servers, one of the user's name may be of any server of the step. */
export function mayBeOfSibling({ server, name }: Snapshot, request: Unsettled): boolean {
  const { hasSiblings, mark, serverId } = request;
  return hasSiblings === true && server.id === nobody.id && name !== generatedName(mark, serverId);
}

/** A list that had shown nothing before is no proof that an old snapshot is new. */
function isYoungerThan({ askedAt }: Unsettled, snapshot: Snapshot): boolean {
  return (madeAt(snapshot) ?? askedAt) >= askedAt - unequalClocksMs;
}

/** A name of our generated form tells whose it is where the mark does not. */
function isAnothersName(name: string, { mark, serverId, name: own }: Unsettled): boolean {
  return readGeneratedName(name) !== undefined && name !== own && name !== generatedName(mark, serverId);
}

/** The snapshots that a request made: one, or more when it was repeated. Oldest first. */
export function madeBy(
  request: Omit<Unsettled, 'before' | 'askedAt'>,
  snapshots: readonly Snapshot[],
): Snapshot[] {
  return snapshots
    .filter((snapshot) => belongs(snapshot, request) && isFrom(request, snapshot))
    .sort(oldestFirst);
}

/** One that names no server is of the server it was asked for, when its name says so. */
function belongs({ server, name }: Snapshot, request: Omit<Unsettled, 'before' | 'askedAt'>): boolean {
  if (server.id !== nobody.id) return server.id === request.serverId;
  return name === request.name || name === generatedName(request.mark, request.serverId);
}

function isFrom({ mark, serverId }: Omit<Unsettled, 'before' | 'askedAt'>, snapshot: Snapshot): boolean {
  const its = readMark(snapshot.description);
  if (its) return sameNonce(its.nonce, mark.nonce);
  return snapshot.name === generatedName(mark, serverId);
}

/**
 * Other snapshots of the same server from the same request: one too many, whichever it is. Oldest first. Where nobody
 * tells the servers, only a generated name does: the others of a step have its nonce too.
 */
export function twinsOf(snapshot: Snapshot, snapshots: readonly Snapshot[]): Snapshot[] {
  const mark = readMark(snapshot.description);
  return snapshots
    .filter((other) => {
      if (other.id === snapshot.id || other.server.id !== snapshot.server.id) return false;
      const its = readMark(other.description);
      const isNamesake = other.name === snapshot.name && /^gha-.*-[0-9a-f]{6}$/.test(other.name);
      if (mark && its)
        return sameNonce(mark.nonce, its.nonce) && (isNamesake || snapshot.server.id !== nobody.id);
      return !mark && !its && isNamesake;
    })
    .sort(oldestFirst);
}

function oldestFirst(one: Snapshot, other: Snapshot): number {
  return newestFirst(other, one);
}
