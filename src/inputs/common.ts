import { InputError } from '../errors.ts';
import { defaultTimeoutMs, minute, second } from '../limits.ts';
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

export const defaultApiUrl = 'https://admin.vps.org/api/v1';

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
