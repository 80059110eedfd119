import type { ApiOptions } from '../../rehearsal/api/api.ts';
import type { Dice } from '../dice.ts';
import type { Ending, Foreign, Script, Use } from '../script.ts';
import { shownId } from './account.ts';
import type { Ingredients } from './ingredients.ts';

export interface Around {
  api: ApiOptions;
  servers: Script['servers'];
  snapshots: readonly Foreign[];
}

/** What the workflow says: its steps with this action, and what it wants at the end. */
export function drawUses(from: Ingredients, around: Around): Use[] {
  const plan = from.always('plan', (dice) => {
    const roll = dice.roll();
    if (roll < 0.56) return 'guard' as const;
    if (roll < 0.66) return 'wait' as const;
    if (roll < 0.74) return 'classic' as const;
    if (roll < 0.79) return 'two guards' as const;
    if (roll < 0.87) return 'restore' as const;
    if (roll < 0.92) return 'delete' as const;
    return roll < 0.97 ? ('prune' as const) : ('list' as const);
  });
  const common = drawCommon(from);
  const uses = usesOf[plan](from, around);
  return uses.map((use) => ({ ...use, inputs: { ...common, ...use.inputs } }));
}

function usage(inputs: Use['inputs'], more: Partial<Use> = {}): Use {
  return { inputs, outputs: {}, runs: 'success()', afterDeploy: false, stoppedAs: 'cancelled', ...more };
}

const usesOf = {
  guard: (from: Ingredients, around: Around) => [
    usage(
      { ...drawCreate(from, around), ...drawPolicies(from, 'policies'), ...drawGuarding(from) },
      stopped(from),
    ),
  ],
  wait: (from: Ingredients, around: Around) => [
    usage({ ...drawCreate(from, around), stop_server: '', wait: 'false', ...deletingPolicies(from) }),
    usage(
      { mode: 'wait', ...drawPolicies(from, 'policies of the wait'), ...drawGuarding(from) },
      { outputs: { snapshot_id: { use: 0, output: 'snapshot_id' } } },
    ),
  ],
  classic: (from: Ingredients, around: Around) => [
    usage({ ...drawCreate(from, around), ...drawPolicies(from, 'policies', 0.4), ...drawGuarding(from) }),
    usage(
      { mode: 'restore', ...readyUrl(from) },
      {
        outputs: { snapshot_id: { use: 0, output: 'snapshot_id' } },
        runs: 'failure()',
        afterDeploy: true,
      },
    ),
    usage(
      { mode: 'delete' },
      {
        outputs: { snapshot_id: { use: 0, output: 'snapshot_id' } },
        runs: from.always('delete when', (dice) => (dice.chance(0.8) ? 'success()' : 'always()')),
      },
    ),
  ],
  'two guards': (from: Ingredients, around: Around) => [
    usage({ ...drawCreate(from, around), ...drawPolicies(from, 'policies'), ...drawGuarding(from) }),
    usage({ ...drawCreate(from, around, 'second'), ...drawPolicies(from, 'second policies') }),
  ],
  restore: (from: Ingredients, around: Around) => [usage({ mode: 'restore', ...drawRestore(from, around) })],
  delete: (from: Ingredients, around: Around) => [usage({ mode: 'delete', ...drawDelete(from, around) })],
  prune: (from: Ingredients, around: Around) => [usage({ mode: 'prune', ...drawPrune(from, around) })],
  list: (from: Ingredients, around: Around) => [
    usage({
      mode: 'list',
      ...(from.maybe('list of servers', 0.5, () => ({ server_id: targetsOf(from, around) })) ?? {}),
    }),
  ],
} satisfies Record<string, (from: Ingredients, around: Around) => Use[]>;

function stopped(from: Ingredients): Partial<Use> {
  return { stoppedAs: from.always('stopped as', (dice) => (dice.chance(0.6) ? 'cancelled' : 'failure')) };
}

function drawCommon(from: Ingredients): Use['inputs'] {
  return {
    ...text(
      'timeout_minutes',
      from.maybe('timeout', 0.25, (dice) => String(dice.scaled(2, 60))),
    ),
    ...text(
      'poll_interval_seconds',
      from.maybe('interval', 0.3, (dice) => String(dice.scaled(5, 90))),
    ),
    ...text(
      'dry_run',
      from.maybe('dry run', 0.04, () => 'true'),
    ),
    ...text(
      'report',
      from.maybe('report', 0.15, (dice) =>
        dice.pick(['comment,status', 'summary,status', 'none', 'comment']),
      ),
    ),
  };
}

/** One or more of the account's servers as the user writes them, and now and then one that does not exist. */
function targetsOf(from: Ingredients, { api, servers }: Around, which = 'targets'): string {
  const chosen = from.always(which, (dice) => {
    if (dice.chance(0.4)) return servers;
    return dice.some(servers, dice.integer(1, servers.length));
  });
  const strange = from.maybe(`${which}: a strange server`, 0.02, () => shownId(99, api));
  return [...chosen.map(({ id }) => shownId(id, api)), ...(strange ? [strange] : [])].join(',');
}

function drawCreate(from: Ingredients, around: Around, which = ''): Use['inputs'] {
  const name = (ingredient: string) => `${which}${which && ' '}${ingredient}`;
  return {
    server_id: targetsOf(from, around, name('targets')),
    ...text(
      'name',
      from.maybe(name('name'), 0.15, () => 'pre-deploy'),
    ),
    ...text(
      'description',
      from.maybe(name('description'), 0.15, (dice) =>
        dice.pick(['mine', 'x'.repeat(300), 'a ##[error]b\n::error::c', 'ünï🚀']),
      ),
    ),
    ...text(
      'at_limit',
      from.maybe(name('at limit'), 0.25, () => 'delete_oldest'),
    ),
    ...text(
      'stop_server',
      from.maybe(name('stop server'), around.api.form === 'documented' ? 0.03 : 0.25, () => 'true'),
    ),
  };
}

function drawPolicies(from: Ingredients, which: string, chance = 0.85): Use['inputs'] {
  return (
    from.maybe(which, chance, (dice) => ({
      on_success: dice.pick(['keep', 'delete', 'delete', 'restore', '']),
      on_failure: dice.pick([
        'restore',
        'restore',
        'restore',
        'restore,delete',
        'restore,delete',
        'delete',
        'keep',
      ]),
      on_cancelled: dice.pick(['keep', 'restore', 'restore,delete', 'delete']),
    })) ?? {}
  );
}

function deletingPolicies(from: Ingredients): Use['inputs'] {
  return (
    from.maybe('policies of the request', 0.5, (dice) => ({
      on_success: dice.pick(['keep', 'delete']),
      on_failure: dice.pick(['keep', 'delete']),
      on_cancelled: dice.pick(['keep', 'delete']),
    })) ?? {}
  );
}

function drawGuarding(from: Ingredients): Use['inputs'] {
  return {
    ...readyUrl(from),
    ...text(
      'force',
      from.maybe('force', 0.06, () => 'true'),
    ),
  };
}

function readyUrl(from: Ingredients): Use['inputs'] {
  return text(
    'ready_url',
    from.maybe('ready url', 0.15, () => 'https://shop.example.com/health'),
  );
}

function drawRestore(from: Ingredients, { api, servers, snapshots }: Around): Use['inputs'] {
  const how = from.always('restore how', (dice) => {
    const chosen = dice.some(servers, dice.integer(1, Math.min(3, servers.length)));
    const ids = chosen.flatMap(({ id }) =>
      pickOne(
        dice,
        snapshots.filter(({ server }) => server === id),
      ),
    );
    const server_id = chosen.map(({ id }) => shownId(id, api)).join(',');
    const roll = dice.roll();
    if (roll < 0.3) return { snapshot_id: 'latest', server_id };
    const named = ids[0];
    if (roll < 0.4 && named) return { name: plainName(named), server_id: shownId(named.server, api) };
    const snapshot_id = ids.map(({ id }) => shownId(id, api)).join(',') || shownId(799, api);
    return roll < 0.7 ? { snapshot_id } : { snapshot_id, server_id };
  });
  return {
    ...how,
    ...readyUrl(from),
    ...text(
      'max_age',
      from.maybe('max age', 0.2, (dice) => dice.pick(['2h', '7d', '30m'])),
    ),
    ...text(
      'force',
      from.maybe('force', 0.1, () => 'true'),
    ),
    ...text(
      'wait',
      from.maybe('do not wait', 0.12, () => 'false'),
    ),
  };
}

function drawDelete(from: Ingredients, { api, snapshots }: Around): Use['inputs'] {
  return from.always('delete how', (dice) => {
    const chosen = dice.some(snapshots, Math.min(snapshots.length, dice.integer(1, 3)));
    const [first] = chosen;
    if (!first) return { snapshot_id: shownId(799, api) };
    const roll = dice.roll();
    if (roll < 0.25) return { name: plainName(first), server_id: shownId(first.server, api) };
    const snapshot_id = chosen.map(({ id }) => shownId(id, api)).join(',');
    const server_id = [...new Set(chosen.map(({ server }) => shownId(server, api)))].join(',');
    if (roll < 0.35) return { snapshot_id, server_id: shownId(dice.chance(0.5) ? first.server : 99, api) };
    return roll < 0.6 ? { snapshot_id, server_id } : { snapshot_id };
  });
}

function drawPrune(from: Ingredients, around: Around): Use['inputs'] {
  return {
    server_id: targetsOf(from, around),
    ...from.always('retention', (dice): Use['inputs'] => {
      const roll = dice.roll();
      if (roll < 0.4) return { keep_last: String(dice.integer(1, 3)) };
      if (roll < 0.8) return { keep_within: dice.pick(['30m', '12h', '7d', '2w']) };
      return { keep_last: '2', keep_within: '12h' };
    }),
  };
}

export function drawEnding(from: Ingredients): Ending {
  return from.always('ending', (dice) =>
    dice.pick(['success', 'success', 'failure', 'failure', 'failure', 'cancelled']),
  );
}

function pickOne<T>(dice: Dice, all: readonly T[]): T[] {
  return all.length === 0 ? [] : [dice.pick(all)];
}

/** Without the mark that one text only may carry. */
function plainName({ name = '' }: Foreign): string {
  return name.split(' ')[0] ?? '';
}

function text(name: string, value: string | undefined): Record<string, string> {
  return value === undefined ? {} : { [name]: value };
}
