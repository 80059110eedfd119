import type { Effect, Fault } from '../../rehearsal/api/api.ts';
import { shortened } from '../../rehearsal/api/api.ts';
import type { Dice } from '../dice.ts';
import { token } from './account.ts';
import type { Ingredients } from './ingredients.ts';

type Processed = NonNullable<Extract<Effect, { kind: 'html' }>['processed']>;

/** What goes wrong on the way, each fault an ingredient of its own. */
export function drawFaults(from: Ingredients): Fault[] {
  const count = from.always('faults', (dice) =>
    dice.chance(0.35) ? 0 : dice.integer(1, dice.pick([1, 2, 2, 5])),
  );
  return from.several('fault', count, drawFault);
}

const reads: Fault['when'][] = [
  { method: 'GET' },
  { method: 'GET', path: '/snapshots/' },
  { method: 'GET', path: '/snapshots/' },
  { method: 'GET', path: '/servers/' },
  { method: 'GET', path: '/servers/' },
];
const creates: Fault['when'] = { method: 'POST', path: /^\/snapshots\/$|\/snapshot\/$/ };
const changes: Fault['when'][] = [
  creates,
  creates,
  { method: 'POST', path: /\/restore\/$/ },
  { method: 'POST', path: /\/restore\/$/ },
  { method: 'POST', path: /\/power\/$/ },
  { method: 'POST' },
  { method: 'DELETE' },
  { method: 'DELETE' },
];

function drawFault(dice: Dice): Fault {
  const isRead = dice.chance(0.45);
  const when = dice.pick(isRead ? reads : changes);
  const after = isRead
    ? dice.pick([0, 1, 2, 3, dice.integer(0, 40)])
    : dice.pick([0, 0, 0, 1, dice.integer(0, 8)]);
  const times = dice.pick([
    1,
    1,
    1,
    2,
    3,
    dice.integer(1, 20),
    dice.chance(0.15) ? Number.POSITIVE_INFINITY : 2,
  ]);
  const effect = isRead ? troubleOfRead(dice) : troubleOfChange(dice, when.method === 'DELETE');
  return { when, after, times: isLie(effect) ? Math.min(times, 2) : times, do: effect };
}

/** A list that says nothing is missing while it is: believable once or twice, as from a stale replica. */
function isLie(effect: Effect): boolean {
  return effect.kind === 'echo' || effect.kind === 'stale';
}

function troubleOfRead(dice: Dice): Effect {
  const roll = dice.roll();
  if (roll < 0.3)
    return status(dice, [400, 401, 403, 404, 408, 409, 423, 425, 429, 500, 502, 503, 504], false);
  if (roll < 0.4) return { kind: 'reset', processed: false };
  if (roll < 0.48) return { kind: 'hang', processed: false };
  if (roll < 0.63) return page(dice, false);
  if (roll < 0.7) return { kind: 'cutJson' };
  if (roll < 0.74) return { kind: 'redirect', to: `https://evil.example/login?t=${token}` };
  if (roll < 0.81) return { kind: 'hold', ms: dice.scaled(100, 45_000) };
  if (roll < 0.87) return { kind: 'stale', ms: dice.scaled(1_000, 18_000) };
  if (roll < 0.91) return { kind: 'echo', of: shortened(dice.integer(0, 2)) };
  return {
    kind: 'status',
    status: 200,
    json: dice.pick<unknown>([
      null,
      [null],
      {},
      'down',
      { results: null },
      { count: 2, results: [{}] },
      { status: 'error', message: `no ${token}` },
      { count: 900, results: [] },
    ]),
  };
}

function troubleOfChange(dice: Dice, isDelete: boolean): Effect {
  const roll = dice.roll();
  const processed = fateOf(dice);
  if (roll < 0.2) return status(dice, [400, 401, 402, 403, 404, 405, 409, 422, 423, 425, 429], false);
  if (roll < 0.42) return status(dice, [408, 500, 502, 503, 504], processed);
  if (roll < 0.58) return { kind: 'reset', processed };
  if (roll < 0.68) return { kind: 'hang', processed };
  if (roll < 0.78) return page(dice, processed);
  if (roll < 0.84) return { kind: 'cutJson' };
  if (roll < 0.88) return { kind: 'redirect', to: 'https://admin.vps.org/accounts/login/' };
  if (roll < 0.94) return { kind: 'hold', ms: dice.scaled(100, 45_000) };
  if (isDelete) return status(dice, [409, 423], false);
  return { kind: 'status', status: 200, json: { status: 'failed', message: 'Not today' } };
}

/** Carried out or not, twice as by a proxy that repeats it, or late. */
function fateOf(dice: Dice): Processed {
  return dice.pick<Processed>([
    false,
    false,
    true,
    true,
    true,
    'twice',
    { afterMs: dice.scaled(500, 90_000) },
  ]);
}

function status(dice: Dice, of: readonly number[], processed: Processed): Effect {
  const chosen = dice.pick(of);
  const retryAfter = dice.pick([
    undefined,
    undefined,
    undefined,
    '3',
    '40',
    '7200',
    'soon',
    'Fri, 20 Nov 2026 12:03:00 GMT',
  ]);
  const json = dice.pick<unknown>([
    undefined,
    undefined,
    { detail: `bad ${token}` },
    ['No.'],
    { errors: [{ detail: 'No', attr: 'state' }] },
    { message: { text: 'Busy' } },
  ]);
  return {
    kind: 'status',
    status: chosen,
    processed,
    ...(retryAfter !== undefined && { headers: { 'retry-after': retryAfter } }),
    ...(json !== undefined && { json }),
  };
}

/** Who speaks in place of the API; a 404 did nothing even then. */
function page(dice: Dice, processed: Processed): Effect {
  const chosen = dice.pick([
    { page: 'proxy' as const },
    { page: 'login' as const },
    { page: 'botCheck' as const },
    { status: 503 },
    { status: 404 },
    { status: 401 },
  ]);
  return { kind: 'html', ...chosen, processed: chosen.status === 404 ? false : processed };
}
