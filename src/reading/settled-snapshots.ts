import type { Deps } from '../deps.ts';
import { settlingMs } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { settling } from '../waiting/schedule.ts';
import { times, watchSnapshots, windowMs } from './pollers.ts';

interface Settled {
  list: Snapshot[];
  /** Whether the list agreed in that time. */
  agrees: boolean;
  /** The deadline came before that was certain. */
  timedOut: boolean;
}

/** The list as soon as it agrees, or as it is when it had time enough to. */
export async function settledList(
  agrees: (list: Snapshot[]) => boolean,
  pace: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<Settled> {
  let list = await deps.vps.listSnapshots(deps.planning);
  if (agrees(list)) return { list, agrees: true, timedOut: false };
  const window = windowMs(settlingMs, pace);
  const end = await watchSnapshots(deps).ask<undefined>({
    next: times(settling, pace, deps),
    judge(seen, elapsed) {
      list = seen;
      return agrees(seen) || elapsed >= window ? { is: 'reached', found: undefined } : { is: 'pending' };
    },
  });
  return { list, agrees: agrees(list), timedOut: end.is !== 'reached' };
}

export function hasAll(ids: readonly Id[], list: readonly Snapshot[]): boolean {
  return ids.every((id) => list.some((snapshot) => snapshot.id === id));
}
