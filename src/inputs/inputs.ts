import { InputError } from '../errors.ts';
import { endings } from '../rules/policy.ts';
import type { Retention } from '../rules/retention.ts';
import type { Selection } from '../rules/selection.ts';
import type { Id } from '../vps/id.ts';
import { type Common, type ModeName, modes, readCommon } from './common.ts';
import { type Policies, readPolicies } from './policies.ts';
import { flag, optional, type Raw, tidy } from './raw.ts';
import {
  type Named,
  requiredServers,
  selectionById,
  selectionForDelete,
  selectionForRestore,
} from './selections.ts';
import { unusedInputs } from './usage.ts';
import * as value from './values.ts';

export interface CreateInputs extends Common {
  mode: 'create';
  servers: Id[];
  /** Absent: generated per server. */
  name: string | undefined;
  description: string | undefined;
  wait: boolean;
  /** Stop each running server while its snapshot is taken. */
  stopServer: boolean;
  /** What to do when a server has no free slot. */
  atLimit: (typeof atLimitWords)[number];
  policies: Policies;
}

export interface WaitInputs extends Common {
  mode: 'wait';
  selection: Extract<Selection, { by: 'id' }>;
  policies: Policies;
}

export interface RestoreInputs extends Common {
  mode: 'restore';
  selection: Selection;
  wait: boolean;
  maxAgeMs: number | undefined;
  readyUrl: string | undefined;
  force: boolean;
}

export interface DeleteInputs extends Common {
  mode: 'delete';
  selection: Named;
}

export interface ListInputs extends Common {
  mode: 'list';
  /** Empty: all. */
  servers: Id[];
}

export interface PruneInputs extends Common {
  mode: 'prune';
  servers: Id[];
  retention: Retention;
}

export type Inputs = CreateInputs | WaitInputs | RestoreInputs | DeleteInputs | ListInputs | PruneInputs;

const atLimitWords = ['fail', 'delete_oldest'] as const;

function readMode(raw: Raw): ModeName {
  return value.oneOf('mode', raw('mode') || 'create', modes);
}

/** What is set, does no harm, and is not honoured by the mode: a sentence each. @throws {InputError} */
export function idleInputs(given: Raw): string[] {
  const raw = tidy(given);
  return unusedInputs(raw, readMode(raw));
}

/** Everything the user set, checked as far as it can be without a request. @throws {InputError} */
export function readInputs(given: Raw): Inputs {
  const raw = tidy(given);
  const mode = readMode(raw);
  unusedInputs(raw, mode);
  const common = readCommon(raw);
  const policies = readPolicies(raw);
  switch (mode) {
    case 'create':
      return { ...common, mode, ...readCreate(raw, policies), policies };
    case 'wait':
      return { ...common, mode, selection: selectionById(raw, mode), policies };
    case 'restore':
      return { ...common, mode, ...readRestore(raw) };
    case 'delete':
      return { ...common, mode, selection: selectionForDelete(raw) };
    case 'list':
      return { ...common, mode, servers: value.ids('server_id', raw('server_id')) };
    case 'prune':
      return { ...common, mode, servers: requiredServers(raw, mode), retention: readRetention(raw) };
  }
}

function readCreate(raw: Raw, policies: Policies) {
  const wait = flag(raw, 'wait', true);
  const restoring = endings.find((ending) => policies[ending].restore);
  if (!wait && restoring) {
    throw new InputError(
      'wait',
      `Inputs wait: false and on_${restoring}: ${raw(`on_${restoring}`)} contradict each other: a snapshot that was not waited for cannot be restored.`,
      'Leave the policies out here, and set them on a later step with mode: wait and this snapshot_id.',
    );
  }
  const stopServer = flag(raw, 'stop_server', false);
  if (!wait && stopServer) {
    throw new InputError(
      'stop_server',
      'Inputs stop_server: true and wait: false contradict each other: a server that is stopped for its snapshot must be started when that is complete.',
      'Leave wait at true, or stop_server at false.',
    );
  }
  return {
    servers: requiredServers(raw, 'create'),
    name: optional(raw, 'name', value.snapshotName),
    description: raw('description') || undefined,
    wait,
    stopServer,
    atLimit: value.oneOf('at_limit', raw('at_limit') || 'fail', atLimitWords),
  };
}

function readRestore(raw: Raw) {
  return {
    selection: selectionForRestore(raw),
    wait: flag(raw, 'wait', true),
    maxAgeMs: optional(raw, 'max_age', value.durationMs),
    readyUrl: optional(raw, 'ready_url', value.webUrl),
    force: flag(raw, 'force', false),
  };
}

/** A policy that keeps nothing by itself would delete everything, which nobody means. */
function readRetention(raw: Raw): Retention {
  const keepLast = optional(raw, 'keep_last', value.positiveInteger);
  const keepWithinMs = optional(raw, 'keep_within', value.durationMs);
  if (keepLast !== undefined || keepWithinMs !== undefined) return { keepLast, keepWithinMs };
  throw new InputError(
    'keep_last',
    'Inputs keep_last and keep_within are both empty, and mode: prune needs to know what to keep.',
    'Set keep_last to a number, keep_within to a duration such as 7d, or both.',
  );
}
