import type { ErrorBody } from '../http/answers.ts';

/** One value, or one for each server by its id. */
export type PerServer<T> = T | ((serverId: number) => T);

/** How this API behaves. Everything the documentation leaves open is an option. Durations are in milliseconds of `now`. */
export interface ApiOptions {
  /** Milliseconds since 1970; `Date.now` unless told otherwise. */
  now?: () => number;
  /** The only token that is let in; `token-for-tests`. */
  token?: string;
  /** `/api/v1`. Requests outside of it get a 404. */
  basePath?: string;
  /** 801, as in the documentation's examples. */
  firstSnapshotId?: number;
  /** From the POST until the snapshot has its final status; 5 minutes. */
  createMs?: PerServer<number>;
  /** From `restoring` until the final status of the server; 8 minutes. */
  restoreMs?: PerServer<number>;
  /** For so long after an accepted restore the server still has its old status; 0. */
  restoreStartsAfterMs?: number;
  /** The status of a server after a restore; `active`. Not documented. */
  afterRestore?: string;
  /** The final status of a new snapshot; `completed`. Other words are not documented. */
  createEndsAs?: PerServer<string>;
  /** `in_progress`. */
  statusWhileCreating?: string;
  /** The list of snapshots shows what was true so long ago; 0. */
  snapshotListLagMs?: number;
  /** The list of servers shows what was true so long ago; 0. */
  serverListLagMs?: number;
  /** `GET /servers/` answers 403, as for a token that may only handle snapshots. */
  serversForbidden?: boolean;
  /** Entries per page of a list. Without it a list is one page and has no `next`, as in the documentation. */
  pageSize?: number;
  /** The origin in `next` links, for proxies that hand out `http://` or a foreign host; the one that was asked. */
  nextOrigin?: string;
  /** Every `next` link leads to the page it stands on. */
  nextLoops?: boolean;
  /** The shape of error bodies; `detail`. Not documented. */
  errorBody?: ErrorBody;
  /** `false`: descriptions are accepted and forgotten. */
  keepDescriptions?: boolean;
  /** Snapshots per server; 5, by the documentation. */
  limit?: number;
  /** What becomes of a DELETE of a snapshot in progress: done, or refused with 409. Not documented. */
  deleteInProgress?: 'allow' | 'refuse';
  /** The order of lists of snapshots; `newest` first. Not documented. */
  listOrder?: 'oldest' | 'newest';
  /** Whether answers have a `Date` header; they do. */
  dateHeader?: boolean;
  /** How far this API's clock, in the `Date` header and in all times it tells, is ahead of `now`; 0. */
  clockSkewMs?: number;
}

const minute = 60_000;

const defaults = {
  now: () => Date.now(),
  token: 'token-for-tests',
  basePath: '/api/v1',
  firstSnapshotId: 801,
  createMs: 5 * minute,
  restoreMs: 8 * minute,
  restoreStartsAfterMs: 0,
  afterRestore: 'active',
  createEndsAs: 'completed',
  statusWhileCreating: 'in_progress',
  snapshotListLagMs: 0,
  serverListLagMs: 0,
  serversForbidden: false,
  nextLoops: false,
  errorBody: 'detail',
  keepDescriptions: true,
  limit: 5,
  deleteInProgress: 'allow',
  listOrder: 'newest',
  dateHeader: true,
  clockSkewMs: 0,
} satisfies ApiOptions;

/** The options with every default in its place. */
export type Settings = ApiOptions & Required<Pick<ApiOptions, keyof typeof defaults>>;

export function settle(options: ApiOptions): Settings {
  return { ...defaults, ...options };
}

export function forServer<T extends string | number>(value: PerServer<T>, serverId: number): T {
  return typeof value === 'function' ? value(serverId) : value;
}
