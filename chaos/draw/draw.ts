import type { Form } from '../../rehearsal/api/api.ts';
import type { Dice } from '../dice.ts';
import type { Interruption, Moment, Other, Script } from '../script.ts';
import { drawApi, drawOrigin, drawServers, drawSnapshots, foreignRuns, rivalSnapshot } from './account.ts';
import { calmed } from './calm.ts';
import { Ingredients } from './ingredients.ts';
import { drawEnding, drawUses } from './job.ts';
import { drawFaults } from './weather.ts';

const second = 1_000;
const minute = 60 * second;

/** The script of a seed, without those of its ingredients that are left out. */
export function draw(
  seed: number,
  form: Form,
  without: ReadonlySet<string> = new Set(),
): { script: Script; from: Ingredients } {
  const from = new Ingredients(seed, without);
  const api = drawApi(from, form);
  const origin = drawOrigin(from);
  const servers = drawServers(from);
  const snapshots = drawSnapshots(from, { servers, origin, form });
  const uses = drawUses(from, { api, servers, snapshots });
  const script: Script = {
    seed,
    form,
    isCalm: false,
    api,
    servers,
    snapshots,
    origin,
    uses,
    ending: drawEnding(from),
    deployMs: from.always('deploy', (dice) => dice.scaled(5, 1_800) * second),
    others: drawOthers(from, { servers, form, uses: uses.length }),
    faults: drawFaults(from),
    interruptions: from.several(
      'interruption',
      from.always('interruptions', (dice) => (dice.chance(0.25) ? dice.integer(1, 2) : 0)),
      (dice) => drawInterruption(dice, uses.length),
    ),
    latencyMs: from.maybe('latency', 0.5, (dice) => ({ least: 1, most: dice.scaled(20, 2_500) })),
    lostInputs: from.maybe('lost inputs', 0.03, () => true) ?? false,
    runner: {
      noState: from.maybe('no state', 0.01, () => true) ?? false,
      noTemp: from.maybe('no temp', 0.02, () => true) ?? false,
      noOutput: from.maybe('no output', 0.01, () => true) ?? false,
    },
    github: drawGitHub(from),
    site: from.maybe('site never answers', 0.2, () => 'never' as const) ?? 'with the server',
  };
  const isCalm = from.always('weather', (dice) => dice.chance(0.12));
  return { script: isCalm ? calmed(script) : script, from };
}

function drawGitHub(from: Ingredients): Script['github'] {
  const known = from.maybe('GitHub knows runs', 0.8, (dice) =>
    foreignRuns.map((id) => ({
      id,
      status: dice.pick(['completed', 'completed', 'in_progress', 'queued', 'waiting']),
    })),
  );
  const trouble = from.maybe('trouble with GitHub', 0.15, (dice) =>
    dice.pick([403, 404, 500, 'reset', 'hang'] as const),
  );
  return {
    token: from.maybe('no GitHub token', 0.1, () => '') ?? 'ghs_rehearsal',
    runs: known ?? [],
    faults:
      trouble === undefined
        ? []
        : [
            {
              when: {},
              times: Number.POSITIVE_INFINITY,
              do:
                typeof trouble === 'number'
                  ? { kind: 'status', status: trouble }
                  : { kind: trouble, processed: false },
            },
          ],
    pullRequest: from.maybe('pull request', 0.5, () => 7),
  };
}

interface Around {
  servers: Script['servers'];
  form: Script['form'];
  uses: number;
}

function drawOthers(from: Ingredients, around: Around): Other[] {
  const count = from.always('others', (dice) => (dice.chance(0.6) ? 0 : dice.integer(1, 3)));
  return from.several('somebody', count, (dice) => ({
    at: drawMoment(dice, around.uses),
    does: drawDeed(dice, around),
  }));
}

function drawDeed(dice: Dice, { servers, form }: Around): Other['does'] {
  const server = dice.pick(servers).id;
  const what = dice.pick([
    'deploy',
    'deploy',
    'deploy',
    'fill',
    'restore',
    'stop',
    'start',
    'reboot',
    'delete oldest',
    'delete newest',
  ] as const);
  if (what !== 'deploy') return { what, server };
  const snapshot = rivalSnapshot(dice, { server, form });
  return {
    what,
    snapshot,
    endsMs: dice.scaled(20, 900) * second,
    runEndsMs: dice.scaled(60, 7_200) * second,
  };
}

function drawMoment(dice: Dice, uses: number): Moment {
  const use = dice.integer(0, uses - 1);
  const roll = dice.roll();
  if (roll < 0.25) return { ms: dice.scaled(1, 3_600) * second };
  if (roll < 0.5) return { use, isPost: dice.chance(0.6), ms: dice.scaled(1, 1_200) * second };
  return { use, isPost: dice.chance(0.6), request: dice.integer(1, dice.pick([4, 12, 60])) };
}

function drawInterruption(dice: Dice, uses: number): Interruption {
  const where = { use: dice.integer(0, uses - 1), isPost: dice.chance(0.45) };
  const at = dice.chance(0.3)
    ? { ...where, ms: dice.chance(0.5) ? dice.integer(0, 20 * minute) : dice.scaled(1, 60_000) }
    : {
        ...where,
        request: dice.integer(1, dice.pick([4, 10, 40])),
        side: dice.pick(['before', 'after'] as const),
      };
  return { at, how: dice.pick(['SIGINT', 'SIGTERM', 'kill'] as const) };
}
