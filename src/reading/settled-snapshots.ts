import type { Deps } from '../deps.ts';
import { settlingMs } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import { settlingSchedule, windowIn } from '../waiting/schedule.ts';
import { together } from './together.ts';

interface Agreement {
  list: Snapshot[];
  /** Whether the list agreed in the time it was given. */
  agrees: boolean;
  /** The deadline came before that was certain. */
  timedOut: boolean;
}

/** The list as soon as it agrees with what was asked or answered, or as it is when it had time enough to. */
export async function settledSnapshots(
  agrees: (list: Snapshot[]) => boolean,
  deps: Pick<Deps, 'vps' | 'planning' | 'snapshots' | 'pace' | 'clock' | 'signal' | 'deadline'>,
): Promise<Agreement> {
  const list = await together(deps.snapshots, () => deps.vps.listSnapshots(deps.planning), deps);
  if (agrees(list)) return { list, agrees: true, timedOut: false };
  const { so, seen, timedOut } = await deps.snapshots.until({
    schedule: settlingSchedule,
    pace: deps.pace,
    windowMs: windowIn(deps.pace, settlingMs),
    isSo: agrees,
  });
  return { list: seen ?? list, agrees: so, timedOut };
}

export function hasAll(ids: readonly Id[], list: readonly { id: Id }[]): boolean {
  return ids.every((id) => list.some((one) => one.id === id));
}
