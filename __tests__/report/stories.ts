import { type Facts, Journal } from '../../src/report/journal.ts';
import type { Story } from '../../src/report/summary.ts';
import { id } from '../helpers/ids.ts';
import { MemoryLog } from '../helpers/memory-log.ts';
import { epoch } from '../helpers/virtual-clock.ts';

/** The story of a step that created snapshots, unless told otherwise. */
export function story(of: Partial<Story> = {}): Story {
  const journal = new Journal(new MemoryLog(), () => {});
  journal.now = () => epoch;
  return {
    ...{ mode: 'create', result: 'created', journal, failure: undefined, tookMs: 245_000 },
    uses: 'acme/vps-snapshot-action@v1',
    ...of,
  };
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
