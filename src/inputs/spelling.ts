import { InputError } from '../errors.ts';
import { oneLine } from '../text/text.ts';

/** Every input of action.yml; a test ties them. */
export const inputNames = [
  ...['mode', 'api_token', 'server_id', 'name', 'snapshot_id', 'description', 'at_limit', 'keep_last'],
  ...['keep_within', 'wait', 'stop_server', 'timeout_minutes', 'poll_interval_seconds', 'max_age'],
  ...['ready_url', 'force', 'on_success', 'on_failure', 'on_cancelled', 'dry_run', 'report'],
  ...['github_token', 'api_url', 'job_status'],
];

/** Shorter names may well be something else: the job's own variables come as inputs too. */
const shortestGuess = 9;
const mostEdits = 2;

/**
 * The runner hands on every key of `with:`, known or not, and what the job's `env` calls `INPUT_…`.
 * @param given names as the runner writes them, in any letter case
 * @returns those that are none of ours and not like ours
 * @throws {InputError} for one that is surely meant to be ours
 */
export function foreignInputs(given: readonly string[]): string[] {
  const names = given.map((name) => name.toLowerCase()).filter((name) => !inputNames.includes(name));
  for (const name of names) {
    const meant = inputNames.find((input) => isMeant(name, input));
    if (meant !== undefined) throw misspelt(name, meant);
  }
  return names;
}

function isMeant(name: string, input: string): boolean {
  if (bare(name) === bare(input)) return true;
  if (/^on[-_]/.test(name) && bare(input).startsWith(bare(name)) && name.length > 3) return true;
  return name.length >= shortestGuess && editsBetween(name, input) <= mostEdits;
}

function bare(name: string): string {
  return name.replace(/[-_ ]/g, '');
}

function misspelt(name: string, meant: string): InputError {
  const shown = oneLine(name, 80);
  return new InputError(
    shown,
    `There is no input ${shown}; ${meant} is meant, it seems.`,
    `Rename it to ${meant}; the runner would only ignore another name.`,
  );
}

/** Letters to add, drop, change or swap with the next one. */
function editsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row++) {
    const line = [row];
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1];
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      line.push(
        Math.min(
          (rows[row - 1]?.[column] ?? 0) + 1,
          (line[column - 1] ?? 0) + 1,
          (rows[row - 1]?.[column - 1] ?? 0) + (same ? 0 : 1),
          swapped ? (rows[row - 2]?.[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    rows.push(line);
  }
  return rows.at(-1)?.at(-1) ?? 0;
}
