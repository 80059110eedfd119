import { InputError } from '../errors.ts';
import type { Choice } from '../rules/choice.ts';
import { endings } from '../rules/policy.ts';
import { minute, second } from '../waiting/clock.ts';
import { type Policies, readPolicies } from './policies.ts';
import * as value from './values.ts';

/** The value of an input as the runner gives it; an empty one is an absent one. */
export type Raw = (name: string) => string;

export const modes = ['create', 'wait', 'restore', 'delete', 'list'] as const;
export type ModeName = (typeof modes)[number];

export interface Common {
  apiToken: string;
  /** Without a slash at its end. */
  apiUrl: string;
  timeoutMs: number;
  /** Absent: adaptive. */
  pollIntervalMs: number | undefined;
  dryRun: boolean;
}

export interface CreateInputs extends Common {
  mode: 'create';
  servers: number[];
  /** Absent: generated per server. */
  name: string | undefined;
  description: string | undefined;
  wait: boolean;
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
  choice: Exclude<Choice, { by: 'latest' }>;
}

export interface ListInputs extends Common {
  mode: 'list';
  /** Empty: all. */
  servers: number[];
}

export type Inputs = CreateInputs | WaitInputs | RestoreInputs | DeleteInputs | ListInputs;

export const defaultApiUrl = 'https://admin.vps.org/api/v1';
const defaultTimeoutMinutes = 60;

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
  }
}

export function readCommon(raw: Raw): Common {
  return {
    apiToken: token(raw('api_token')),
    apiUrl: value.apiUrl('api_url', raw('api_url') || defaultApiUrl),
    timeoutMs: (optional(raw, 'timeout_minutes', value.positiveNumber) ?? defaultTimeoutMinutes) * minute,
    pollIntervalMs: scaled(optional(raw, 'poll_interval_seconds', value.positiveNumber), second),
    dryRun: flag(raw, 'dry_run', false),
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

function chooseForRestore(raw: Raw): Choice {
  if (raw('snapshot_id') !== 'latest') return chooseForDelete(raw, 'restore');
  if (raw('name')) throw contradiction();
  return { by: 'latest', servers: requiredServers(raw, 'restore with snapshot_id: latest') };
}

function chooseForDelete(raw: Raw, mode: 'restore' | 'delete' = 'delete'): DeleteInputs['choice'] {
  const name = optional(raw, 'name', value.snapshotName);
  if (name === undefined) return byId(raw, mode);
  if (raw('snapshot_id')) throw contradiction();
  return { by: 'name', name, servers: requiredServers(raw, `${mode} by name`) };
}

function byId(raw: Raw, mode: ModeName): Extract<Choice, { by: 'id' }> {
  const text = raw('snapshot_id');
  if (mode !== 'restore' && text === 'latest') {
    throw new InputError(
      'snapshot_id',
      `Input snapshot_id is "latest", which mode: ${mode} does not take.`,
      'Name the snapshot by its id: only mode: restore may look for the newest one.',
    );
  }
  const ids = value.ids('snapshot_id', text);
  if (ids.length === 0) {
    throw new InputError(
      'snapshot_id',
      `Input snapshot_id is empty, and mode: ${mode} needs to know which snapshot.`,
      'If it comes from the outputs of a step, that step made no snapshot or has another id than the expression names. Empty never means "all".',
    );
  }
  return { by: 'id', ids, servers: value.ids('server_id', raw('server_id')) };
}

function requiredServers(raw: Raw, forWhat: string): number[] {
  const servers = value.ids('server_id', raw('server_id'));
  if (servers.length > 0) return servers;
  throw new InputError(
    'server_id',
    `Input server_id is empty, and ${forWhat} needs it.`,
    'Set it to the id of the server, as GET /servers/ or the server’s page at VPS.org shows it. Keep it in vars, not in secrets.',
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

function contradiction(): InputError {
  return new InputError(
    'snapshot_id',
    'Inputs snapshot_id and name are both set, and may not agree.',
    'Set only one of them.',
  );
}

export function flag(raw: Raw, input: string, otherwise: boolean): boolean {
  return optional(raw, input, value.boolean) ?? otherwise;
}

export function optional<T>(
  raw: Raw,
  input: string,
  parse: (input: string, text: string) => T,
): T | undefined {
  const text = raw(input);
  return text === '' ? undefined : parse(input, text);
}

function scaled(number: number | undefined, unit: number): number | undefined {
  return number === undefined ? undefined : number * unit;
}
