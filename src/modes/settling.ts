import type { Deps } from '../deps.ts';
import type { Snapshot } from '../vps/model.ts';
import { second } from '../waiting/clock.ts';
import { settling } from '../waiting/schedule.ts';
import { times, watchSnapshots, windowMs } from './watching.ts';

/** How long a list that lags behind is given to agree with what was asked or answered. */
const agreementMs = 20 * second;

interface Settled {
  list: Snapshot[];
  /** Whether the list agreed in that time. */
  agrees: boolean;
}

/** The list as soon as it agrees, or as it is when it had time enough to. Undefined when the deadline came first. */
export async function settledList(
  agrees: (list: Snapshot[]) => boolean,
  pace: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<Settled | undefined> {
  const first = await deps.vps.listSnapshots(deps.planning);
  if (agrees(first)) return { list: first, agrees: true };
  const window = windowMs(agreementMs, pace);
  const end = await watchSnapshots(deps).ask<Settled>({
    next: times(settling, pace, deps),
    judge(list, elapsed) {
      const found = { list, agrees: agrees(list) };
      return found.agrees || elapsed >= window ? { is: 'reached', found } : { is: 'pending' };
    },
  });
  return end.is === 'reached' ? end.found : undefined;
}

export function hasAll(ids: readonly number[], list: readonly Snapshot[]): boolean {
  return ids.every((id) => list.some((snapshot) => snapshot.id === id));
}
