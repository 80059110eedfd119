import type { ApiOptions, Form, PerServer } from './options.ts';

const second = 1_000;
const minute = 60 * second;

const defaults = {
  now: () => Date.now(),
  form: 'documented',
  token: 'token-for-tests',
  basePath: '/api/v1',
  serversForbidden: false,
  permissionBeforeMethod: false,
  retryAfter: true,
  createMs: 5 * minute,
  restoreMs: 8 * minute,
  restoreStartsAfterMs: 0,
  deleteTakesMs: 0,
  firstSnapshotId: 801,
  limit: 5,
  createAnswer: 'snapshot',
  createEndsAs: 'completed',
  statusWhileCreating: 'in_progress',
  createSizeMb: 5120,
  statusWhileDeleting: 'deleting',
  deleteInProgress: 'allow',
  keepDescriptions: true,
  longestText: Number.POSITIVE_INFINITY,
  longerText: 'refuse',
  afterRestore: 'active',
  powerAnswer: 'message',
  powerStartsAfterMs: 0,
  stopTakesMs: 20 * second,
  startTakesMs: 40 * second,
  statusWhileStopping: 'stopping',
  statusWhenStopped: 'stopped',
  statusWhileStarting: 'starting',
  statusWhenStarted: 'active',
  startWhileSnapshotting: 'allow',
  repeatedPower: 'refuse',
  snapshotListLagMs: 0,
  serverListLagMs: 0,
  listOrder: 'newest',
  largestPage: 100,
  bareLists: false,
  nextMissing: false,
  nextLoops: false,
  countAhead: 0,
  unstableReadings: 0,
  idOffset: 0n,
  ownerAs: 'object',
  addressAs: 'list',
  dateHeader: true,
  clockSkewMs: 0,
} satisfies ApiOptions;

const documented = {
  manners: 'documented',
  permissions: ['servers', 'snapshots'],
  createInList: 'offered',
  createAtServer: 'absent',
  power: 'absent',
  timeFormat: 'seconds',
} satisfies ApiOptions;

const both = {
  manners: 'framework',
  permissions: ['servers:*', 'snapshots:*'],
  createInList: 'offered',
  createAtServer: 'offered',
  power: 'offered',
  pageSize: 20,
  timeFormat: 'microseconds',
} satisfies ApiOptions;

const ofForm: Record<Form, ApiOptions & Required<Pick<ApiOptions, keyof typeof documented>>> = {
  documented,
  client: { ...both, createInList: 'method' },
  both,
};

/** The options with every default in its place. */
export type Settings = ApiOptions &
  Required<Pick<ApiOptions, keyof typeof defaults | keyof typeof documented | 'errorBody'>>;

export function settle(options: ApiOptions): Settings {
  const settings = { ...defaults, ...ofForm[options.form ?? defaults.form], ...options };
  return { errorBody: settings.manners === 'framework' ? 'framework' : 'detail', ...settings };
}

export function forServer<T extends string | number>(value: PerServer<T>, serverId: number): T {
  return typeof value === 'function' ? value(serverId) : value;
}
