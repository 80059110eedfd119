import { type ApiOptions, type Form, uuidOf } from '../../rehearsal/api/api.ts';
import { Dice } from '../dice.ts';
import type { Foreign, Maker, Origin, Script } from '../script.ts';
import type { Ingredients } from './ingredients.ts';
import { markedTexts } from './marks.ts';

const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** When every job begins. */
export const epoch = Date.parse('2026-11-20T12:00:00Z');

export const token = 'vps_chaos+T0k3n/secret=';
export const foreignRuns = [9001, 9002, 9003];
const repository = 'acme/shop';

export function drawOrigin(from: Ingredients): Origin {
  return from.always('origin', (dice) => ({
    repository,
    runId: '4711',
    attempt: dice.chance(0.15) ? '2' : '1',
    job: dice.hex(8),
    steps: [dice.hex(8), dice.hex(8), dice.hex(8)],
  }));
}

/** How the API behaves, each surprise an ingredient of its own. */
export function drawApi(from: Ingredients, form: Form): ApiOptions {
  const seconds = (least: number, most: number) => (dice: Dice) => dice.scaled(least, most) * second;
  const perServer = (least: number, most: number) => (dice: Dice) => {
    const salt = dice.integer(1, 1e6);
    return (id: number) => new Dice(salt, String(id)).scaled(least, most) * second;
  };
  const options: { [Key in keyof ApiOptions]: ApiOptions[Key] | undefined } = {
    createMs: from.maybe('durations of snapshots', 0.7, perServer(20, 2_400)),
    restoreMs: from.maybe('durations of restores', 0.7, perServer(300, 2_400)),
    restoreStartsAfterMs: from.maybe('restores begin late', 0.2, seconds(1, 15)),
    deleteTakesMs: from.maybe('deletions take time', 0.2, seconds(1, 90)),
    statusWhileCreating: from.maybe('word while creating', 0.15, (dice) =>
      dice.pick(['pending', 'creating', 'queued', 'running']),
    ),
    createEndsAs: from.maybe('last word of snapshots', 0.15, (dice) =>
      dice.pick([
        'available',
        'available',
        'ready',
        'ready',
        'failed',
        'error',
        'odd',
        'cancelled',
        'done',
        'success',
      ]),
    ),
    createSizeMb: from.maybe('size 0', 0.04, () => 0),
    deleteInProgress: from.maybe('no deletion in progress', 0.3, () => 'refuse' as const),
    keepDescriptions: from.maybe('no descriptions', 0.06, () => false),
    longestText: from.maybe('longest text', 0.06, (dice) => dice.pick([40, 64, 90, 120])),
    longerText: from.maybe('longer text is cut', 0.4, () => 'cut' as const),
    refusedText: from.maybe('refused text', 0.03, (dice) => dice.pick([/\[/, /Before/, /gha /])),
    breakingText: from.maybe('breaking text', 0.03, (dice) => dice.pick([/\[/, /Before/])),
    serversForbidden: from.maybe('servers forbidden', 0.08, () => true),
    afterRestore: from.maybe('after a restore', 0.15, (dice) => dice.pick(['stopped', 'off', 'running'])),
    restoreStages: from.maybe('stages of a restore', 0.12, stages),
    snapshotListLagMs: from.maybe('lag of snapshots', 0.25, seconds(1, 18)),
    serverListLagMs: from.maybe('lag of servers', 0.2, seconds(1, 18)),
    listOrder: from.maybe('oldest first', 0.5, () => 'oldest' as const),
    pageSize: from.maybe('pages', 0.35, (dice) => dice.pick([2, 3, 5, 20])),
    largestPage: from.maybe('small pages', 0.25, (dice) => dice.pick([2, 5, 20])),
    bareLists: from.maybe('bare lists', 0.1, () => true),
    nextMissing: from.maybe('no next', 0.07, () => true),
    nextOrigin: from.maybe('strange next', 0.1, () => 'http://10.0.0.5:9000'),
    countAhead: from.maybe('count ahead', 0.05, () => 1),
    unstableReadings: from.maybe('unstable pages', 0.06, (dice) =>
      dice.pick([1, 2, Number.POSITIVE_INFINITY]),
    ),
    ownerAs: from.maybe('owners', 0.2, (dice) =>
      dice.pick(['plain', 'plain', 'field', 'field', 'none'] as const),
    ),
    timeFormat: from.maybe('times', 0.2, (dice) =>
      dice.pick(['seconds', 'microseconds', 'offset', 'naive'] as const),
    ),
    idOffset: from.maybe('long ids', 0.06, () => 10n ** 18n),
    clockSkewMs: from.maybe(
      'clock skew',
      0.1,
      (dice) => dice.pick([-1, 1]) * dice.scaled(10, 100_000) * second,
    ),
    dateHeader: from.maybe('no date', 0.05, () => false),
    errorBody: from.maybe('error bodies', 0.2, (dice) =>
      dice.pick(['message', 'error', 'fields', 'detail'] as const),
    ),
    throttle: from.maybe('throttle', 0.06, (dice) => ({ requests: dice.integer(20, 60), perMs: minute })),
    createInList:
      form === 'both'
        ? from.maybe('create in list', 0.2, (dice) =>
            dice.pick(['method', 'absent', 'refused', 'wrongField'] as const),
          )
        : undefined,
    createAnswer:
      form === 'documented'
        ? undefined
        : from.maybe('answer to a create', 0.4, (dice) =>
            dice.pick(['id', 'empty', 'message', 'accepted'] as const),
          ),
    ...powerOptions(from, form),
  };
  const set = Object.entries(options).filter(([, value]) => value !== undefined);
  return { form, token, ...(Object.fromEntries(set) as ApiOptions) };
}

function powerOptions(from: Ingredients, form: Form) {
  if (form === 'documented') return {};
  const seconds = (least: number, most: number) => (dice: Dice) => dice.scaled(least, most) * second;
  return {
    power: from.maybe('power', 0.12, (dice) => dice.pick(['refused', 'ineffective', 'absent'] as const)),
    powerAnswer: from.maybe('answer to power', 0.2, (dice) => dice.pick(['accepted', 'empty'] as const)),
    powerStartsAfterMs: from.maybe('power begins late', 0.15, seconds(1, 60)),
    stopTakesMs: from.maybe('stops take time', 0.3, seconds(1, 200)),
    startTakesMs: from.maybe('starts take time', 0.3, seconds(1, 120)),
    statusWhenStopped: from.maybe('word for stopped', 0.2, (dice) => dice.pick(['off', 'halted', 'shutoff'])),
    statusWhenStarted: from.maybe('word for started', 0.2, (dice) => dice.pick(['running', 'online'])),
    startWhileSnapshotting: from.maybe('no start while busy', 0.3, () => 'refuse' as const),
    repeatedPower: from.maybe('repeated power', 0.3, () => 'allow' as const),
  };
}

function stages(dice: Dice): { status: string; ms: number }[] {
  const of = (status: string) => ({ status, ms: dice.scaled(150, 600) * second });
  return dice.pick([
    [of('stopped'), of('restoring')],
    [of('restoring'), of('restoring'), { status: 'stopped', ms: dice.integer(5, 150) * second }],
    [of('stopped'), of('stopped')],
    [of('restoring'), of('active'), of('restoring')].map((one) =>
      one.status === 'active' ? { ...one, ms: second } : one,
    ),
    [of('recovering'), of('restoring')],
  ]);
}

/** How a user names a server or a snapshot. */
export function shownId(id: number, { form, idOffset = 0n }: ApiOptions): string {
  return form === 'client' ? uuidOf(id) : String(BigInt(id) + idOffset);
}

export function drawServers(from: Ingredients): Script['servers'] {
  const count =
    from.maybe('many servers', 0.3, (dice) => (dice.chance(0.2) ? dice.scaled(6, 40) : dice.integer(2, 5))) ??
    1;
  return from.always('servers', (dice) =>
    Array.from({ length: count }, (_, index) => ({
      id: 11 + index,
      name: `web-${11 + index}`,
      hostname: `web-${11 + index}.example.com`,
      ip_address: `203.0.113.${11 + index}`,
      status: dice.chance(0.93)
        ? dice.pick(['active', 'active', 'active', 'running'])
        : dice.pick(['stopped', 'stopped', 'stopped', 'stopped', 'off', 'off', 'suspended', 'rebooting']),
    })),
  );
}

interface Around {
  servers: Script['servers'];
  origin: Origin;
  form: Form;
}

/** What was there before the job: by hand, by other runs of this repository, by others, by an earlier attempt. */
export function drawSnapshots(from: Ingredients, { servers, origin, form }: Around): Foreign[] {
  const full = from.maybe('full servers', 0.1, () => true) === true;
  const usual = from.maybe('snapshots from before', 0.75, (dice) => dice.integer(1, 4)) ?? 0;
  let id = 700;
  return servers.flatMap(({ id: server }) =>
    from.always(`snapshots of ${server}`, (dice) => {
      const count = full && dice.chance(0.7) ? 5 : Math.min(usual, dice.integer(0, 4));
      return Array.from({ length: count }, () => {
        id += 1;
        return foreignSnapshot(dice, { id, server, maker: drawMaker(dice, origin), form });
      });
    }),
  );
}

interface Being {
  id: number;
  server: number;
  maker: Maker | undefined;
  form: Form;
}

function foreignSnapshot(dice: Dice, { id, server, maker, form }: Being): Foreign {
  const status = dice.chance(0.88) ? 'completed' : dice.pick(['failed', 'in_progress', 'available']);
  const ageMs = dice.chance(0.5) ? dice.scaled(1, 70) * minute : dice.scaled(1, 900) * hour;
  const name = maker ? `gha-shop-${maker.runId}-${maker.attempt}-${dice.hex(6)}` : `by-hand-${id}`;
  return { id, server, status, maker, created_at: epoch - ageMs, ...markedTexts(maker, name, form) };
}

function drawMaker(dice: Dice, origin: Origin): Maker | undefined {
  const nonce = { job: dice.hex(8), step: dice.hex(8) };
  const roll = dice.roll();
  if (roll < 0.25) return undefined;
  if (roll < 0.35) return { repository: 'other/site', runId: '77', attempt: '1', ...nonce };
  if (roll < 0.42 && origin.attempt !== '1') return { ...ofRun(origin.runId), ...nonce };
  return { ...ofRun(String(dice.pick(foreignRuns))), ...nonce };
}

function ofRun(runId: string) {
  return { repository, runId, attempt: '1' };
}

/** A deploy by somebody else, whose snapshot is begun by and by. */
export function rivalSnapshot(
  dice: Dice,
  { server, form }: Pick<Being, 'server' | 'form'>,
): Omit<Foreign, 'id'> {
  const nonce = { job: dice.hex(8), step: dice.hex(8) };
  const maker = dice.chance(0.8)
    ? { ...ofRun(String(dice.pick(foreignRuns))), ...nonce }
    : { repository: 'other/site', runId: '77', attempt: '1', ...nonce };
  const name = `gha-shop-${maker.runId}-1-${dice.hex(6)}`;
  return { server, maker, status: 'in_progress', ...markedTexts(maker, name, form) };
}
