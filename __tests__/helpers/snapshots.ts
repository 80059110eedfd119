import type { Snapshot } from '../../src/vps/model.ts';
import { id } from './ids.ts';

type Told = Partial<Omit<Snapshot, 'id' | 'server'>> & { id: number | string; server?: number };

/** A completed snapshot of server 12345, unless told otherwise. */
export function snapshot(of: Told): Snapshot {
  const { server = 12345, ...rest } = of;
  return {
    server: { id: id(server), name: `web-${server}` },
    name: `snapshot-${of.id}`,
    status: 'completed',
    sizeMb: 5120,
    createdAt: '2026-11-20T11:00:00Z',
    description: '',
    ...rest,
    id: id(of.id),
  };
}
