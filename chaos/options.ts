import { parseArgs } from 'node:util';
import type { Form } from '../rehearsal/api/api.ts';

export interface Options {
  runs: number;
  /** The first one; the others follow. */
  seed: number;
  /** Those that are played, one after another for each seed. */
  forms: Form[];
  /** Make a violation as small as it goes. */
  shrink: boolean;
  /** Go on after a violation. */
  all: boolean;
  /** Print what happens, whether a promise is broken or not. */
  show: boolean;
}

export const usage = `npm run chaos -- --runs N --seed S [--form documented|client|both] [--shrink] [--all] [--show]

  --runs    how many seeds, one after another; 100
  --seed    the first of them; 1
  --form    the form of the API; each seed has its own when not given
  --shrink  when a promise is broken, leave out what does not matter
  --all     go on after a broken promise
  --show    print what happens in any case`;

const forms: readonly Form[] = ['documented', 'client', 'both'];

/** @throws {Error} with the usage */
export function readOptions(argv: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      runs: { type: 'string', default: '100' },
      seed: { type: 'string', default: '1' },
      form: { type: 'string' },
      shrink: { type: 'boolean', default: false },
      all: { type: 'boolean', default: false },
      show: { type: 'boolean', default: false },
    },
  });
  const { shrink, all, show, form } = values;
  const wanted = forms.filter((one) => form === undefined || one === form);
  if (wanted.length === 0) throw new Error(`--form is ${form}.\n\n${usage}`);
  return {
    runs: wholeNumber('runs', values.runs),
    seed: wholeNumber('seed', values.seed),
    forms: wanted,
    shrink,
    all,
    show,
  };
}

function wholeNumber(name: string, text: string): number {
  if (!/^\d+$/.test(text)) throw new Error(`--${name} is ${text}, and has to be a whole number.\n\n${usage}`);
  return Number(text);
}
