import { InputError } from '../../src/errors.ts';
import { oneLine } from '../../src/text/text.ts';
import { defaults } from './plan.ts';

const ours = Object.keys(defaults);
const mostEdits = 2;
/** Shorter names may well be something else: the job's own variables come as inputs too. */
const shortestGuess = 5;

/**
 * @param given the names of all inputs that the runner hands on, in any letter case
 * @throws {InputError} for one that is surely meant to be one of ours
 */
export function refuseMisspelt(given: readonly string[]): void {
  for (const name of given.map((one) => one.toLowerCase())) {
    if (ours.includes(name)) continue;
    const meant = ours.find((input) => isMeant(name, input));
    if (meant === undefined) continue;
    const shown = oneLine(name, 80);
    throw new InputError(
      shown,
      `There is no input ${shown}; ${meant} is meant, it seems.`,
      `Write ${meant}: another name does nothing, silently.`,
    );
  }
}

function isMeant(name: string, input: string): boolean {
  const [one, other] = [name, input].map((text) => text.replace(/[-_ ]/g, ''));
  return one === other || (name.length >= shortestGuess && edits(name, input) <= mostEdits);
}

/** Letters to add, drop or change. */
function edits(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1];
    for (let column = 1; column < row.length; column++) {
      const changed = (row[column - 1] ?? 0) + (letter === other[column - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
