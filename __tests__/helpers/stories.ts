import type { Ending } from '../../src/errors.ts';
import type { Explanation } from '../../src/report/explain.ts';
import { type Facts, Journal } from '../../src/report/journal.ts';
import type { Story } from '../../src/report/summary.ts';
import { id } from './ids.ts';
import { MemoryLog } from './memory-log.ts';
import { epoch } from './virtual-clock.ts';

/** A journal whose news go nowhere. */
export function silentJournal(): Journal {
  return new Journal(new MemoryLog(), () => {});
}

/** The story of a step that created snapshots, unless told otherwise. */
export function story(of: Partial<Story> = {}): Story {
  const journal = silentJournal();
  return {
    ...{ mode: 'create', result: 'created', journal, failure: undefined, reason: '' },
    ...{ jobFailed: false, pending: false },
    ...{
      rollback: [],
      byHand: undefined,
      now: epoch,
      endedAt: new Date(epoch),
      tookMs: 245_000,
      uses: 'acme/vps-snapshot-action@v1',
    },
    ...of,
  };
}

/** A failure as a story has it. */
export function failed(title = 'x', message = 'x', ending: Ending = 'failed'): Explanation {
  return { title, message, ending, rollback: [] };
}

export type Written = Omit<Facts, 'server' | 'id'> & {
  server?: { id: number | string; name?: string };
  id?: number | string;
};

/** Facts from ids as people write them. */
export function facts({ server, id: snapshotId, ...others }: Written): Facts {
  return {
    ...others,
    ...(server && { server: { ...server, id: id(server.id) } }),
    ...(snapshotId !== undefined && { id: id(snapshotId) }),
  };
}

/** As much as the API could smuggle in. */
export const hostile =
  '--> @acme/ops #1 <img src=x> [a](javascript:x) `x` | \n::error::x ##[error]x GH-1 acme/shop#2 \u202e https://evil.test www.evil.test';
