import type { Fault } from '../../rehearsal/api/api.ts';

type Call = Fault['when'];

/** The requests, one by one. */
export const restore: Call = { method: 'POST', path: /restore/ };
export const remove: Call = { method: 'DELETE' };
export const servers: Call = { method: 'GET', path: '/servers/' };
export const snapshots: Call = { method: 'GET', path: '/snapshots/' };
export const create: Call = { method: 'POST', path: '/snapshots/' };

export interface Case {
  inputs: Record<string, string>;
  calls: Call[];
  result: string;
  /** What exists in the end; 802 was there before. */
  ids: number[];
}

/** Every mode with the requests that it makes. */
export const modes = {
  create: {
    inputs: { mode: 'create', server_id: '12345' },
    calls: [servers, snapshots, create],
    result: 'created',
    ids: [802, 803],
  },
  wait: {
    inputs: { mode: 'wait', snapshot_id: '802' },
    calls: [snapshots, servers],
    result: 'ready',
    ids: [802],
  },
  restore: {
    inputs: { mode: 'restore', snapshot_id: '802' },
    calls: [snapshots, servers, restore],
    result: 'restored',
    ids: [802],
  },
  delete: {
    inputs: { mode: 'delete', snapshot_id: '802' },
    calls: [snapshots, remove],
    result: 'deleted',
    ids: [],
  },
  list: { inputs: { mode: 'list' }, calls: [snapshots], result: 'listed', ids: [802] },
  prune: {
    inputs: { mode: 'prune', server_id: '12345', keep_last: '1' },
    calls: [snapshots, servers],
    result: 'pruned',
    ids: [802],
  },
} satisfies Record<string, Case>;
