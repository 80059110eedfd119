import { type Ending, Failure } from '../errors.ts';
import { ApiError, NetworkError, VpsError } from '../vps/errors.ts';
import type { Journal } from './journal.ts';

/** An error as the user reads it. */
export interface Explanation {
  title: string;
  /** What happened, whether anything was changed, and what to do next. */
  message: string;
  ending: Ending;
}

export function explain(error: unknown, journal: Journal): Explanation {
  const { title, message, next, ending } = told(error);
  return { title, message: [message, changes(journal), next].filter(Boolean).join('\n'), ending };
}

function told(error: unknown): { title: string; message: string; next: string; ending: Ending } {
  if (error instanceof Failure) return error;
  if (error instanceof VpsError) {
    return { title: titleOf(error), message: `${error.message}.`, next: error.hint, ending: 'failed' };
  }
  return {
    title: 'Internal error',
    message: error instanceof Error ? error.message : String(error),
    next: 'This is a bug in the action. Run again with debug logging, and report it with the log.',
    ending: 'failed',
  };
}

function titleOf(error: VpsError): string {
  const status = error instanceof ApiError ? error.status : undefined;
  if (status === 401) return 'Token not accepted';
  if (status === 403) return 'Not permitted';
  return error instanceof NetworkError ? 'VPS.org not reached' : 'VPS.org did not answer as expected';
}

function changes({ changes }: Journal): string {
  return changes.size === 0 ? 'Nothing was changed.' : [...changes].map(({ text }) => text).join('\n');
}
