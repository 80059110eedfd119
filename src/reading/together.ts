import type { Deps } from '../deps.ts';
import { glanceMs, lookPatienceMs } from '../limits.ts';
import type { Snapshot } from '../vps/model.ts';
import { forAtMost } from '../vps/reading.ts';

type Moment = Pick<Deps, 'clock' | 'signal' | 'deadline'>;

/** The looks that are about to be made, by what they are for. */
const coming = new WeakMap<object, Promise<unknown>>();

/**
 * One look for all who want one at about the same time: so many servers cost no more requests than one.
 * @param purpose the same object for those who may share it
 * @param gatheringMs how long others may join; at least until all that the same answer woke have come
 */
export function together<Seen>(
  purpose: object,
  look: () => Promise<Seen>,
  { clock, signal, deadline, gatheringMs = 0 }: Moment & { gatheringMs?: number },
): Promise<Seen> {
  const shared = coming.get(purpose);
  if (shared !== undefined) return shared as Promise<Seen>;
  const seen = clock
    .sleep(Math.min(gatheringMs, deadline - clock.now()), signal)
    .finally(() => coming.delete(purpose))
    .then(look);
  coming.set(purpose, seen);
  return seen;
}

/** What the list of snapshots shows just now. @throws {VpsError} soon */
export function glance({ vps, ...moment }: Moment & Pick<Deps, 'vps'>): Promise<Snapshot[]> {
  return together(vps, () => vps.listSnapshots(forAtMost(lookPatienceMs)), {
    ...moment,
    gatheringMs: glanceMs,
  });
}
