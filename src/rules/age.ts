import { byId } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

/** Milliseconds since 1970, or undefined when the API does not say. */
export function madeAt(snapshot: Snapshot): number | undefined {
  return snapshot.createdAt === null ? undefined : Date.parse(snapshot.createdAt);
}

/** Milliseconds, or undefined when the API does not say. @param now by the API's clock */
export function ageOf(snapshot: Snapshot, now: number): number | undefined {
  const made = madeAt(snapshot);
  return made === undefined ? undefined : Math.max(0, now - made);
}

/** For sorting, newest first and those of unknown age last; numbers ascend with time, so they decide where times do not. */
export function newestFirst(one: Snapshot, other: Snapshot): number {
  const [time, otherTime] = [madeAt(one) ?? never, madeAt(other) ?? never];
  return time === otherTime ? byId(other, one) : otherTime - time;
}

/** Before any time that a snapshot can have; not infinite, for differences are taken. */
const never = Number.MIN_SAFE_INTEGER;
