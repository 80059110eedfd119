import { describe, expect, test } from 'vitest';
import type { ApiOptions, Effect, Fault } from '../../rehearsal/api/api.ts';
import { minute } from '../../src/limits.ts';
import { guarded, idsOf, restores } from '../helpers/guarded.ts';
import { marked } from '../helpers/marked.ts';
import { type Rehearsal, rehearsed, type Setting, server } from '../helpers/rehearsed.ts';
import { afterKilled } from '../helpers/standstills.ts';
import { epoch } from '../helpers/virtual-clock.ts';

/** Every request that a step makes, by what it is for. */
const calls = {
  'list servers': { method: 'GET', path: '/servers/' },
  'list snapshots': { method: 'GET', path: '/snapshots/' },
  create: { method: 'POST', path: /^\/(snapshots|servers\/[^/]+\/snapshot)\/$/ },
  restore: { method: 'POST', path: /restore\/$/ },
  delete: { method: 'DELETE' },
  power: { method: 'POST', path: /power\/$/ },
} satisfies Record<string, Fault['when']>;

type CallName = keyof typeof calls;

interface Page {
  count?: number;
  next: string | null;
  results: { id: number }[];
}

const lists = (of: (page: Page) => object): Effect => ({ kind: 'echo', of: (answer) => of(answer as Page) });

interface Odd {
  effect: Effect;
  /** On lists only. */
  isList?: boolean;
  query?: RegExp;
  /** Only where lists have several pages. */
  isPaged?: boolean;
  /** What it may never be taken for. */
  never?: RegExp;
  /** Words that must come through when the step fails on it. */
  words?: RegExp;
  /** A plain no to whatever changes something, for which once is enough. */
  isRefusal?: boolean;
}

const notThePage = /token may not|Token not accepted|Not permitted|may not list servers/;
const page = (status: number, shape: 'proxy' | 'login' | 'botCheck'): Odd => ({
  effect: { kind: 'html', status, page: shape },
  never: notThePage,
});
const refusal = (status: number): Odd => ({
  effect: { kind: 'status', status, json: { detail: `Come back for ${status} tea.` } },
  words: new RegExp(`Come back for ${status} tea`),
});

const answers: Record<string, Odd> = {
  'a page with 200': page(200, 'login'),
  'a page with 401': page(401, 'login'),
  'a page with 403': page(403, 'botCheck'),
  'a page with 503': page(503, 'proxy'),
  409: refusal(409),
  423: refusal(423),
  425: refusal(425),
  429: refusal(429),
  'a failure in a 200': {
    effect: { kind: 'status', status: 200, json: { status: 'failed', message: 'The backend is tired.' } },
    words: /The backend is tired/,
    isRefusal: true,
  },
  'an empty list': {
    effect: lists(() => ({ count: 0, next: null, previous: null, results: [] })),
    isList: true,
  },
  'a short list': {
    effect: lists(({ results }) => {
      const rest = results.filter(({ id }) => id < 30 || id === 32 || id === 33);
      return { count: rest.length, next: null, previous: null, results: rest };
    }),
    isList: true,
  },
  'no third page': {
    effect: { kind: 'status', status: 404, json: { detail: 'Invalid page.' } },
    isList: true,
    query: /page=3\b/,
    isPaged: true,
  },
  'links to another host': {
    effect: lists((one) => ({
      ...one,
      next: one.next?.replace(/^https?:\/\/[^/]+/, 'http://10.0.0.5:9000/inner'),
    })),
    isList: true,
    isPaged: true,
  },
  'a count that is never reached': {
    effect: lists((one) => ({ ...one, count: (one.count ?? 0) + 11, next: null })),
    isList: true,
    isPaged: true,
  },
};

interface Weather {
  faults: Fault[];
  /** How long lists come. */
  api: ApiOptions;
}

/** The step, or the post step, that meets the odd answers. */
interface Scene {
  calls: CallName[];
  run(weather: Weather): Promise<Rehearsal>;
  /** In truth, whatever the step says. */
  isDone(step: Rehearsal): boolean;
  mayDelete?: number[];
  mayRestore?: number;
  /** How long it may take at most. */
  withinMs?: number;
  /** A job does not become red for want of this: a warning is enough. */
  isCleanUp?: boolean;
  /** By a list without its snapshots there is nothing to do, and nothing that could tell otherwise. */
  believesLists?: boolean;
}

/** Two pages of servers and more than two of snapshots, none of which is ever to be touched. */
const others = [2, 3, 4, 5, 6].map((id) => ({ id, name: `db-${id}` }));
const quick = { createMs: minute / 2, restoreMs: minute };
const usual = {
  servers: [{ id: server, name: 'web-1' }, ...others],
  api: quick,
};
/** All that a step has, so that what is answered for ever comes to its end soon. */
const timeMs = 6 * minute;
const time = { timeout_minutes: '6' };
const theirs = [31, 32, 33, 34];

function furnished(setting: Setting): Rehearsal {
  const step = rehearsed({
    ...usual,
    ...setting,
    api: { ...usual.api, ...setting.api },
    inputs: { ...time, ...setting.inputs },
  });
  addTheirs(step);
  return step;
}

function addTheirs({ api }: Rehearsal): void {
  const created_at = new Date(epoch - 50 * 3_600_000).toISOString();
  api.addSnapshot({ server, id: 31, name: 'by-hand', created_at });
  for (const id of [32, 33, 34]) api.addSnapshot({ server: id - 30, id, name: 'theirs', created_at });
}

function addOurs({ api }: Rehearsal, ...ids: number[]): void {
  for (const id of ids) {
    const created_at = new Date(epoch - (60 - id) * 3_600_000).toISOString();
    api.addSnapshot({ server, id, name: `ours-${id}`, description: marked(), created_at });
  }
}

const isThere = (step: Rehearsal, id: number) => idsOf(step).includes(id);
const isUp = ({ api }: Rehearsal) => api.servers().find(({ id }) => id === server)?.status === 'active';
const over = { livenessOf: async () => ({ is: 'over' }) as const };
const reading: CallName[] = ['list servers', 'list snapshots'];

function guarding(ends: 'success' | 'failure' | 'cancelled', policy: string) {
  return ({ faults, api }: Weather) =>
    guarded({
      ends,
      inputs: { ...time, [`on_${ends}`]: policy },
      deployMs: 1_000,
      main: {
        ...usual,
        api: { ...usual.api, ...api },
        asked: (_method, _path, step) => isThere(step, 31) || addTheirs(step),
      },
      post: { faults },
    });
}

const scenes: Record<string, Scene> = {
  create: {
    calls: [...reading, 'create'],
    run: ({ faults, api }) => furnished({ inputs: { server_id: String(server) }, faults, api }).run(),
    isDone: (step) => step.api.snapshots().some(({ id, status }) => id >= 801 && status === 'completed'),
  },
  'create with stop_server': {
    calls: [...reading, 'create', 'power'],
    run: ({ faults, api }) =>
      furnished({
        inputs: { server_id: String(server), stop_server: 'true' },
        api: { ...api, form: 'both' },
        faults,
      }).run(),
    isDone: (step) =>
      isUp(step) && step.api.snapshots().some(({ id, status }) => id >= 801 && status === 'completed'),
  },
  'create at the limit': {
    calls: [...reading, 'create', 'delete'],
    mayDelete: [11],
    believesLists: true,
    run({ faults, api }) {
      const inputs = { server_id: String(server), at_limit: 'delete_oldest' };
      const step = furnished({ inputs, faults, api, github: over });
      addOurs(step, 11, 12, 13, 14);
      return step.run();
    },
    isDone: (step) => !isThere(step, 11) && step.api.snapshots().some(({ id }) => id >= 801),
  },
  wait: {
    calls: reading,
    run({ faults, api }) {
      const step = furnished({ inputs: { mode: 'wait', snapshot_id: '35' }, faults, api });
      step.api.addSnapshot({ server, id: 35, status: 'in_progress' });
      step.clock.at(minute, () => step.api.setSnapshotStatus(35, 'completed'));
      return step.run();
    },
    isDone: (step) => step.result === 'ready',
  },
  restore: {
    calls: [...reading, 'restore'],
    mayRestore: 35,
    run({ faults, api }) {
      const step = furnished({ inputs: { mode: 'restore', snapshot_id: '35' }, faults, api });
      step.api.addSnapshot({ server, id: 35 });
      return step.run();
    },
    isDone: (step) => isUp(step) && restores(step).includes(35),
  },
  delete: {
    calls: ['list snapshots', 'delete'],
    mayDelete: [35],
    run({ faults, api }) {
      const step = furnished({ inputs: { mode: 'delete', snapshot_id: '35' }, faults, api });
      step.api.addSnapshot({ server, id: 35 });
      return step.run();
    },
    isDone: (step) => !isThere(step, 35),
  },
  list: {
    calls: ['list snapshots'],
    believesLists: true,
    run: ({ faults, api }) => furnished({ inputs: { mode: 'list' }, faults, api }).run(),
    isDone: ({ outputs }) => theirs.every((id) => outputs.snapshot_id?.split(',').includes(String(id))),
  },
  prune: {
    calls: [...reading, 'delete'],
    mayDelete: [11, 12],
    believesLists: true,
    run({ faults, api }) {
      const inputs = { mode: 'prune', server_id: String(server), keep_last: '1' };
      const step = furnished({ inputs, faults, api, github: over });
      addOurs(step, 11, 12, 13);
      return step.run();
    },
    isDone: (step) => !isThere(step, 11) && !isThere(step, 12),
  },
  'the guard that deletes': {
    calls: [...reading, 'delete'],
    mayDelete: [801],
    isCleanUp: true,
    run: guarding('success', 'delete'),
    isDone: (step) => !isThere(step, 801),
  },
  'the guard that rolls back': {
    calls: [...reading, 'restore'],
    mayRestore: 801,
    run: guarding('failure', 'restore'),
    isDone: (step) => isUp(step) && restores(step).includes(801),
  },
  'the guard that rolls back and deletes': {
    calls: [...reading, 'restore', 'delete'],
    mayRestore: 801,
    mayDelete: [801],
    isCleanUp: true,
    run: guarding('failure', 'restore,delete'),
    isDone: (step) => isUp(step) && restores(step).includes(801) && !isThere(step, 801),
  },
  'the guard of a cancelled job': {
    calls: [...reading, 'restore'],
    mayRestore: 801,
    withinMs: 3 * minute,
    run: guarding('cancelled', 'restore'),
    isDone: (step) => isUp(step) && restores(step).includes(801),
  },
  'the guard that starts a server': {
    calls: ['list servers', 'power'],
    run({ faults, api }) {
      const servers = [{ id: 1, name: 'web-1', status: 'stopped' }, ...others];
      return afterKilled({ servers, api: { ...usual.api, ...api }, post: { faults, inputs: time } }).run();
    },
    isDone: ({ api }) => api.servers().find(({ id }) => id === 1)?.status === 'active',
  },
};

const cases = Object.entries(scenes).flatMap(([name, scene]) =>
  Object.entries(answers).flatMap(([answer, odd]) =>
    scene.calls
      .filter((call) => !odd.isList || call.startsWith('list'))
      .map((call) => ({ name, scene, answer, odd, call })),
  ),
);

/** Lists come in pages only where that is the point: each look costs several requests then. */
function weather({ odd, call }: (typeof cases)[number], times: Pick<Fault, 'times' | 'after'>): Weather {
  const when = { ...calls[call], ...(odd.query && { query: odd.query }) };
  return {
    faults: [{ when, ...times, do: odd.effect }],
    api: odd.isPaged ? { pageSize: 2, largestPage: 2 } : {},
  };
}

/** What holds whatever is answered. */
function expectPromise(step: Rehearsal, { scene, odd, call }: (typeof cases)[number]): void {
  const { mayDelete = [], mayRestore, withinMs = timeMs, isCleanUp } = scene;
  expect(step.error?.title).not.toBe('Internal error');
  if (odd.never) expect(step.written).not.toMatch(odd.never);
  const deleted = step.changes.flatMap((change) => /^DELETE \/snapshots\/(\d+)/.exec(change)?.[1] ?? []);
  expect(deleted.map(Number).filter((id) => !mayDelete.includes(id))).toEqual([]);
  expect(restores(step)).toEqual(restores(step).length > 0 ? [mayRestore] : []);
  const made = idsOf(step).filter((id) => id >= 801);
  expect(made.length > 1 ? made.filter((id) => !step.written.includes(String(id))) : []).toEqual([]);
  expect(step.endedAt - began(step)).toBeLessThanOrEqual(withinMs);
  if (step.red && odd.words) expect(step.written).toMatch(odd.words);
  // Green means done.
  const isTold = isCleanUp === true && step.warnings.length > 0;
  const isLedOn = scene.believesLists === true && isShort(odd) && call === 'list snapshots';
  if (!step.red && !isTold && !isLedOn) expect(scene.isDone(step)).toBe(true);
}

/** What ends a step at its first sight, and not by its nature. */
function isTheEnd({ scene, odd, call }: (typeof cases)[number]): boolean {
  // A stop is never asked for twice, whatever becomes of it.
  const isStop = call === 'power' && scene.calls.includes('create');
  return isStop || odd.isRefusal === true || (scene.believesLists === true && isShort(odd));
}

function isShort(odd: Odd): boolean {
  return odd === answers['an empty list'] || odd === answers['a short list'];
}

describe('once, and then well', () => {
  test.each(cases.filter((one) => !isTheEnd(one)))('$answer at "$call": $name, done', async (one) => {
    const { scene } = one;
    const step = await scene.run(weather(one, { times: 1 }));
    expectPromise(step, one);
    expect(step.error?.message).toBe(undefined);
    expect(scene.isDone(step)).toBe(true);
  });

  test.each(cases.filter(isTheEnd))('$answer at "$call": $name, ended', async (one) => {
    const { scene } = one;
    const step = await scene.run(weather(one, { times: 1 }));
    expectPromise(step, one);
    if (!step.red && !scene.isDone(step) && !scene.believesLists) expect(step.warnings).not.toEqual([]);
  });
});

describe('for ever', () => {
  test.each(cases)('$answer at "$call": $name', async (one) => {
    expectPromise(await one.scene.run(weather(one, { times: Number.POSITIVE_INFINITY })), one);
  });
});

/** One page and one refusal stand for all: which it is has been told apart at the first request. */
const isOfItsKind = ({ answer, odd }: (typeof cases)[number]) =>
  odd.isList === true || answer === 'a page with 403' || answer === '425';

describe('once, at the second request', () => {
  test.each(cases.filter((one) => !isTheEnd(one) && one.call.startsWith('list') && isOfItsKind(one)))(
    '$answer at "$call": $name',
    async (one) => {
      const step = await one.scene.run(weather(one, { times: 1, after: 1 }));
      expectPromise(step, one);
      expect(step.error?.message).toBe(undefined);
      expect(one.scene.isDone(step)).toBe(true);
    },
  );
});

describe('a failure in a 200 in place of one look', () => {
  const tired = answers['a failure in a 200'] as Odd;
  test.each([
    ['create', 'list snapshots'],
    ['create with stop_server', 'list servers'],
    ['wait', 'list snapshots'],
    ['restore', 'list servers'],
    ['delete', 'list snapshots'],
    ['prune', 'list snapshots'],
    ['the guard that deletes', 'list snapshots'],
    ['the guard that rolls back', 'list servers'],
    ['the guard of a cancelled job', 'list servers'],
    ['the guard that starts a server', 'list servers'],
  ] as const)('%s: it waits on', async (name, call) => {
    const scene = scenes[name] as Scene;
    const one = { name, scene, call, answer: 'a failure in a 200', odd: tired };
    const step = await scene.run(weather(one, { times: 1, after: 1 }));
    expectPromise(step, one);
    expect(step.error?.message).toBe(undefined);
    expect(scene.isDone(step)).toBe(true);
  });
});

/** When the step made its first request, on the clock. */
function began(step: Rehearsal): number {
  const [first] = step.ledger;
  return first ? first.at - epoch : 0;
}

test.each([
  [200, { status: 'error', message: 'Temporarily unavailable.' }],
  [400, { detail: 'x' }],
  [404, { detail: 'Not found.' }],
  [409, { detail: 'Busy' }],
  [423, { detail: 'Locked' }],
])('one look answered %i in JSON does not end a rollback', async (status, json) => {
  const post = await guarded({
    ends: 'failure',
    inputs: { on_failure: 'restore' },
    post: {
      faults: [
        { when: { method: 'GET', path: '/servers/' }, after: 4, do: { kind: 'status', status, json } },
      ],
    },
  });
  expect(post).toMatchObject({ red: false, result: 'restored' });
});
