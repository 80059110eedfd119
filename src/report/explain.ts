import { type Ending, Failure, type Words } from '../errors.ts';
import { failureFrom, VpsError } from '../vps/errors.ts';
import type { Journal } from './journal.ts';

/** An error as the user reads it. */
export interface Explanation {
  title: string;
  /** What happened, whether anything was changed, and what to do next. */
  message: string;
  ending: Ending;
  /** The snapshots that are kept for a rollback by hand. */
  rollback: readonly string[];
}

export function explain(error: unknown, journal: Journal): Explanation {
  const { title, message, next, ending, rollback } = wordsOf(error);
  return { title, message: [message, changesIn(journal), next].filter(Boolean).join('\n'), ending, rollback };
}

function wordsOf(error: unknown): Omit<Explanation, 'message'> & Words {
  if (error instanceof Failure) return error;
  if (error instanceof VpsError) return failureFrom(error);
  return {
    title: 'Internal error',
    message: error instanceof Error ? error.message : String(error),
    next: 'This is a bug in the action. Run again with debug logging, and report it with the log.',
    ending: 'failed',
    rollback: [],
  };
}

function changesIn({ changes }: Journal): string {
  return changes.length === 0 ? 'Nothing was changed.' : changes.join('\n');
}
