import type { ErrorBody } from '../http/answers.ts';

/** One value, or one for each server by its id. */
export type PerServer<T> = T | ((serverId: number) => T);

/**
 * `documented`: integer ids and the endpoints of the documentation. `client`: UUIDs and the endpoints that the vendor's
 * own clients use. `both`: objects show and answer to both ids, and all endpoints are there.
 */
export type Form = 'documented' | 'client' | 'both';

/** `refused`: 403 in JSON. `method`: 405. `absent`: the page for an unknown path. */
export type Offer = 'offered' | 'refused' | 'method' | 'absent';

/** How this API behaves. Everything the documentation leaves open is an option. Durations are in milliseconds of `now`. */
export interface ApiOptions
  extends AccessOptions,
    PaceOptions,
    SnapshotOptions,
    ServerOptions,
    PowerOptions,
    ListOptions,
    WireOptions,
    ClockOptions {
  /** Which of its two forms the API takes; `documented`. */
  form?: Form;
  /**
   * `documented`: the documentation's texts, and what it does not name is refused. `framework`: as a server of Django REST
   * framework: field errors, 301 for a missing slash, and what it does not know in a query or a body is ignored. In the
   * documented form `documented`, else `framework`.
   */
  manners?: 'documented' | 'framework';
}

interface AccessOptions {
  /** The only token that is let in; `token-for-tests`. */
  token?: string;
  /** What the account's page tells about the token; not enforced. */
  permissions?: string[];
  /** `/api/v1`. Requests outside of it get a 404. */
  basePath?: string;
  /** `GET /servers/` answers 403, as for a token that may only handle snapshots. */
  serversForbidden?: boolean;
  /** A method that a path does not have gets a 403 in place of the 405. */
  permissionBeforeMethod?: boolean;
  /** More requests than that within `perMs` get a 429, which does not count itself; none. */
  throttle?: { requests: number; perMs: number };
  /** Whether a 429 of the throttle has a `Retry-After` header; it does. */
  retryAfter?: boolean;
}

interface PaceOptions {
  /** From the POST until the snapshot has its final status; 5 minutes. */
  createMs?: PerServer<number>;
  /** From `restoring` until the final status of the server; 8 minutes. */
  restoreMs?: PerServer<number>;
  /** For so long after an accepted restore the server still has its old status; 0. */
  restoreStartsAfterMs?: number;
  /** From the DELETE until the snapshot is gone from lists and slots; 0, answered with 204, any other with 202. */
  deleteTakesMs?: number;
}

interface SnapshotOptions {
  /** 801, as in the documentation's examples. */
  firstSnapshotId?: number;
  /** Snapshots per server; 5, by the documentation. */
  limit?: number;
  /** `POST /snapshots/`; `wrongField`: 400 that names `server_id`. `offered`, and `method` in the client form. */
  createInList?: Offer | 'wrongField';
  /** `POST /servers/{id}/snapshot/`; `offered`, and `absent` in the documented form. */
  createAtServer?: Offer;
  /**
   * What that one answers: 201 with the snapshot, with its id alone, or without a body; 200 with a message; 202 with a
   * message. `snapshot`; not documented.
   */
  createAnswer?: 'snapshot' | 'id' | 'empty' | 'message' | 'accepted';
  /** The final status of a new snapshot; `completed`. Other words are not documented. */
  createEndsAs?: PerServer<string>;
  /** `in_progress`. */
  statusWhileCreating?: string;
  /** The size of a new snapshot once it is complete, in MB; 5120. */
  createSizeMb?: PerServer<number>;
  /** `deleting`. */
  statusWhileDeleting?: string;
  /** What becomes of a DELETE of a snapshot in progress: done, or refused with 409. Not documented. */
  deleteInProgress?: 'allow' | 'refuse';
  /** `false`: descriptions are accepted and forgotten. */
  keepDescriptions?: boolean;
  /** How many characters a label or a description may have; any number. */
  longestText?: number;
  /** What becomes of a longer one: refused with 400, or cut. */
  longerText?: 'refuse' | 'cut';
  /** A label or a description in which this is found is refused with 400; none is. */
  refusedText?: RegExp;
  /** One in which this is found breaks the server: 500 with a page of HTML; none does. */
  breakingText?: RegExp;
}

interface ServerOptions {
  /** The status of a server after a restore; `active`. Not documented. */
  afterRestore?: PerServer<string>;
  /** What a server shows during a restore, one after another; `restoring` for `restoreMs`. */
  restoreStages?: { status: string; ms: number }[];
  /** The address of a server after a restore; the one it had. */
  addressAfterRestore?: PerServer<string>;
}

/** `POST /servers/{id}/power/`. Only the request is known, so all else is a guess. */
interface PowerOptions {
  /** `ineffective`: accepted, and nothing happens. `offered`, and `absent` in the documented form. */
  power?: Offer | 'ineffective';
  /** 200 with a message, 202 with a message, or 204; `message`. */
  powerAnswer?: 'message' | 'accepted' | 'empty';
  /** For so long after an accepted action the server still has its old status; 0. */
  powerStartsAfterMs?: number;
  /** From `stopping` until `stopped`; 20 seconds. */
  stopTakesMs?: PerServer<number>;
  /** From `starting` until `active`; 40 seconds. */
  startTakesMs?: PerServer<number>;
  /** `stopping`. */
  statusWhileStopping?: string;
  /** `stopped`. */
  statusWhenStopped?: string;
  /** `starting`. */
  statusWhileStarting?: string;
  /** `active`. */
  statusWhenStarted?: string;
  /** What becomes of a start while a snapshot of the server is being made: done, or refused with 409. */
  startWhileSnapshotting?: 'allow' | 'refuse';
  /** What becomes of a start of a running server and a stop of a stopped one: 400, or accepted without effect. */
  repeatedPower?: 'refuse' | 'allow';
}

interface ListOptions {
  /** The list of snapshots shows what was true so long ago; 0. */
  snapshotListLagMs?: number;
  /** The list of servers, and a single one, shows what was true so long ago; 0. */
  serverListLagMs?: number;
  /** The order of lists of snapshots; `newest` first. Not documented. */
  listOrder?: 'oldest' | 'newest';
  /**
   * Entries per page of a list; 20, but in the documented form a list is one page and has no `next`. A request may ask for
   * another size with `page_size`.
   */
  pageSize?: number;
  /** The most that `page_size` gets; 100. */
  largestPage?: number;
  /** A list is an array and has no pages. */
  bareLists?: boolean;
  /** Pages have neither `next` nor `previous`. */
  nextMissing?: boolean;
  /** The origin in `next` links, for proxies that hand out `http://` or a foreign host; the one that was asked. */
  nextOrigin?: string;
  /** Every `next` link leads to the page it stands on. */
  nextLoops?: boolean;
  /** `count` is by so many larger than what there is; 0. */
  countAhead?: number;
  /**
   * In the first so many readings of each list its order changes after the first page: the last entry of each page comes
   * again on the next one, and the last of all is on none; 0, and `Infinity` is allowed. A reading begins at the first page.
   */
  unstableReadings?: number;
}

interface WireOptions {
  /** The shape of error bodies; `detail`, or `framework` with its manners. Not documented. */
  errorBody?: ErrorBody;
  /** What is added to integer ids, to make them longer than a number can be exact, like `10n ** 18n`; nothing. */
  idOffset?: bigint;
  /** How a snapshot shows its server: an object, its bare id, `server_id` or `server_uuid`, or not at all. */
  ownerAs?: 'object' | 'plain' | 'field' | 'none';
  /** The field in which a server of the client form shows its address: `ipv4_addresses` as a list or as a text, or another. */
  addressAs?: 'list' | 'text' | 'ipv4' | 'ip_address';
  /**
   * `2025-01-15T18:30:00Z`; with microseconds; with microseconds and an offset of two hours; or in UTC without saying so.
   * In the documented form `seconds`, else `microseconds`.
   */
  timeFormat?: 'seconds' | 'microseconds' | 'offset' | 'naive';
}

interface ClockOptions {
  /** Milliseconds since 1970; `Date.now` unless told otherwise. */
  now?: () => number;
  /** Whether answers have a `Date` header; they do. */
  dateHeader?: boolean;
  /** How far this API's clock, in the `Date` header and in all times it tells, is ahead of `now`; 0. */
  clockSkewMs?: number;
}
