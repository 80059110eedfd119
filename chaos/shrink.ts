import { type Trial, trial } from './trial.ts';

/** The same with as few ingredients as still break the same promise. */
export async function shrink(found: Trial): Promise<Trial> {
  const [promise] = found.violations.map((one) => one.promise);
  let least = found;
  for (let isSmaller = true; isSmaller; ) {
    isSmaller = false;
    for (const ingredient of [...least.drawn.keys()]) {
      const { recipe } = least;
      const next = await trial({ ...recipe, without: [...recipe.without, ingredient] });
      if (!next.violations.some((one) => one.promise === promise)) continue;
      least = next;
      isSmaller = true;
    }
  }
  return least;
}
