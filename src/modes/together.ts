import { Failure } from '../errors.ts';

/** Lets every task come to its end, whatever happens to the others. @returns what failed; anything else is thrown */
export async function failuresOf(tasks: readonly Promise<unknown>[]): Promise<Failure[]> {
  const outcomes = await Promise.allSettled(tasks);
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    if (!(outcome.reason instanceof Failure)) throw outcome.reason;
    return [outcome.reason];
  });
}
