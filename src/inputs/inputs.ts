import { InputError } from '../errors.ts';
import { defaultTimeoutMs, minute, second } from '../limits.ts';
import { endings } from '../rules/policy.ts';
import type { Retention } from '../rules/retention.ts';
import type { Choice } from '../rules/selection.ts';
import type { Id } from '../vps/id.ts';
import { byId, chooseForDelete, chooseForRestore, type Named, requiredServers } from './choices.ts';
import { type Policies, readPolicies } from './policies.ts';
import { flag, optional, type Raw } from './raw.ts';
import { type Reporting, readReporting } from './reporting.ts';
import * as value from './values.ts';

export const modes = ['create', 'wait', 'restore', 'delete', 'list', 'prune'] as const;
export type ModeName = (typeof modes)[number];

export interface Common {
  apiToken: string;
  /** Without a slash at its end. */
  apiUrl: string;
  timeoutMs: number;
  /** Absent: adaptive. */
  pollIntervalMs: number | undefined;
  dryRun: boolean;
  report: Reporting;
  /** For reports and for asking whether a run is over; may be empty. */
  githubToken: string;
}

export interface CreateInputs extends Common {
  mode: 'create';
  servers: Id[];
  /** Absent: generated per server. */
  name: string | undefined;
  description: string | undefined;
  wait: boolean;
  /** What to do when a server has no free slot. */
  atLimit: (typeof atLimitWords)[number];
  policies: Policies;
}

export interface WaitInputs extends Common {
  mode: 'wait';
  choice: Extract<Choice, { by: 'id' }>;
  policies: Policies;
}

export interface RestoreInputs extends Common {
  mode: 'restore';
  choice: Choice;
  wait: boolean;
  maxAgeMs: number | undefined;
  readyUrl: string | undefined;
  force: boolean;
}

export interface DeleteInputs extends Common {
  mode: 'delete';
  choice: Named;
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

export const defaultApiUrl = 'https://admin.vps.org/api/v1';

/**
 * Everything the user set, checked as far as it can be without a request. Inputs that the mode does not use are
 * ignored.
 * @throws {InputError}
 */
export function readInputs(raw: Raw): Inputs {
  const mode = value.oneOf('mode', raw('mode') || 'create', modes);
  const common = readCommon(raw);
  const policies = readPolicies(raw, mode);
  switch (mode) {
    case 'create':
      return { ...common, mode, ...readCreate(raw, policies), policies };
    case 'wait':
      return { ...common, mode, choice: byId(raw, mode), policies };
    case 'restore':
      return { ...common, mode, ...readRestore(raw) };
    case 'delete':
      return { ...common, mode, choice: chooseForDelete(raw) };
    case 'list':
      return { ...common, mode, servers: value.ids('server_id', raw('server_id')) };
    case 'prune':
      return { ...common, mode, servers: requiredServers(raw, mode), retention: readRetention(raw) };
  }
}

export function readCommon(raw: Raw): Common {
  return {
    apiToken: token(raw('api_token')),
    apiUrl: value.apiUrl('api_url', raw('api_url') || defaultApiUrl),
    timeoutMs: scaled(optional(raw, 'timeout_minutes', value.positiveNumber), minute) ?? defaultTimeoutMs,
    pollIntervalMs: scaled(optional(raw, 'poll_interval_seconds', value.positiveNumber), second),
    dryRun: flag(raw, 'dry_run', false),
    report: readReporting(raw),
    githubToken: raw('github_token'),
  };
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
  return {
    servers: requiredServers(raw, 'create'),
    name: optional(raw, 'name', value.snapshotName),
    description: raw('description') || undefined,
    wait,
    atLimit: value.oneOf('at_limit', raw('at_limit') || 'fail', atLimitWords),
  };
}

function readRestore(raw: Raw) {
  return {
    choice: chooseForRestore(raw),
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

function token(text: string): string {
  if (text === '') {
    throw new InputError(
      'api_token',
      'Input api_token is empty.',
      'Set it to a secret, such as ${{ secrets.VPS_API_TOKEN }}. Secrets are not passed to runs from forks, nor to Dependabot.',
    );
  }
  if (!/^[\x21-\x7e]+$/.test(text)) {
    throw new InputError(
      'api_token',
      'Input api_token has characters in it that no token has (white space, control or non-ASCII characters).',
      'Copy the token into the secret again, without line breaks.',
    );
  }
  return text;
}

function scaled(number: number | undefined, unit: number): number | undefined {
  return number === undefined ? undefined : number * unit;
}
