import type { ApiOptions } from '../api/options.ts';
import type { Effect, Fault } from '../http/faults.ts';

/** What goes wrong under one name. */
export interface Trouble {
  options?: ApiOptions;
  faults?: Fault[];
}

type Requests = Fault['when'];

const create: Requests = { method: 'POST', path: /^\/snapshots\/$|\/snapshot\/$/ };
const restore: Requests = { method: 'POST', path: /\/restore\/$/ };
const remove: Requests = { method: 'DELETE' };
const lists: Requests = { method: 'GET', path: /^\/(snapshots|servers)\/$/ };
const all: Requests = {};

const refused: Effect = { kind: 'status', status: 403 };
const busy: Effect = { kind: 'status', status: 409 };
const answerLost: Effect = { kind: 'reset', processed: true };

/** By the names that the input `faults` takes; docs/rehearsal.md says of each what it is good for. */
export const troubles = {
  create_refused: always(create, refused),
  create_fails: { options: { createEndsAs: 'failed' } },
  create_lost: once(create, answerLost),
  create_busy: once(create, busy),
  restore_refused: always(restore, refused),
  restore_fails: { options: { afterRestore: 'error' } },
  restore_lost: once(restore, answerLost),
  restore_busy: once(restore, busy),
  restore_stops: { options: { afterRestore: 'stopped' } },
  delete_refused: always(remove, refused),
  delete_lost: once(remove, answerLost),
  list_slow: always(lists, { kind: 'hold', ms: 3_000 }),
  list_stale: { options: { snapshotListLagMs: 3_000, serverListLagMs: 3_000 } },
  list_lost: { faults: [{ when: lists, times: 3, do: { kind: 'html' } }] },
  throttled: { options: { throttle: { requests: 10, perMs: 10_000 } } },
  token_refused: always(all, { kind: 'status', status: 401 }),
  servers_forbidden: { options: { serversForbidden: true } },
} satisfies Record<string, Trouble>;

export type FaultName = keyof typeof troubles;

export const faultNames = Object.keys(troubles) as FaultName[];

function once(when: Requests, effect: Effect): Trouble {
  return { faults: [{ when, do: effect }] };
}

function always(when: Requests, effect: Effect): Trouble {
  return { faults: [{ when, times: Number.POSITIVE_INFINITY, do: effect }] };
}
