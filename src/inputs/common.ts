import { defaultTimeoutMs, minute, second } from '../limits.ts';
import { flag, optional, type Raw } from './raw.ts';
import { type Reporting, readReporting } from './reporting.ts';
import { token } from './token.ts';
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

function scaled(number: number | undefined, unit: number): number | undefined {
  return number === undefined ? undefined : number * unit;
}
