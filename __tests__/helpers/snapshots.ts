import type { Snapshot } from '../../src/vps/model.ts';

/** A completed snapshot of server 12345, unless told otherwise. */
export function snapshot(of: Partial<Omit<Snapshot, 'server'>> & { id: number; server?: number }): Snapshot {
  const { server = 12345, ...rest } = of;
  return {
    server: { id: server, name: `web-${server}` },
    name: `snapshot-${of.id}`,
    status: 'completed',
    sizeMb: 5120,
    createdAt: '2026-11-20T11:00:00Z',
    description: '',
    ...rest,
  };
}

/** The description of a snapshot that a run made. */
export function marked(run = '4711', repository = 'acme/shop', nonce = '0a0a0a0a-1b1b1b1b'): string {
  return `Before a deploy [gha ${repository} run ${run}.1 ${nonce}]`;
}
