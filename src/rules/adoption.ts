import { byId, type Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { generatedName, type Mark, readMark, sameNonce } from './ownership.ts';

/** A request whose outcome is unknown, and what was there before it. */
export interface Unsettled {
  serverId: Id;
  name: string;
  mark: Mark;
  /** Ids of the server's snapshots before the request. */
  before: ReadonlySet<Id>;
}

/**
 * `ambiguous`: something new has our name but no mark, so it may be ours or another job's. Neither adopting it nor
 * asking for one more would be safe.
 */
export type Adoption =
  | { is: 'none' }
  | { is: 'ours'; snapshot: Snapshot }
  | { is: 'ambiguous'; snapshot: Snapshot };

/** Whether an unclear request did make a snapshot. Of several, the older is ours. */
export function adoption(request: Unsettled, snapshots: readonly Snapshot[]): Adoption {
  const fresh = snapshots
    .filter((snapshot) => snapshot.server.id === request.serverId && !request.before.has(snapshot.id))
    .sort(byId);
  const [ours] = madeBy(request, fresh);
  if (ours) return { is: 'ours', snapshot: ours };
  const namesake = fresh.find(
    (snapshot) => snapshot.name === request.name && readMark(snapshot.description) === null,
  );
  return namesake ? { is: 'ambiguous', snapshot: namesake } : { is: 'none' };
}

/** The snapshots that a request made: one, or more when it was repeated. Oldest first. */
export function madeBy(request: Omit<Unsettled, 'before'>, snapshots: readonly Snapshot[]): Snapshot[] {
  return snapshots
    .filter((snapshot) => snapshot.server.id === request.serverId && isFrom(request, snapshot))
    .sort(byId);
}

function isFrom(request: Omit<Unsettled, 'before'>, snapshot: Snapshot): boolean {
  const mark = readMark(snapshot.description);
  if (mark) return sameNonce(mark.nonce, request.mark.nonce);
  return snapshot.name === request.name && request.name === generatedName(request.mark, request.serverId);
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
    .sort(byId);
}
