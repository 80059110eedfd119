import type { Form } from '../rehearsal/api/api.ts';
import { draw } from './draw/draw.ts';
import { judge } from './judge/judge.ts';
import { broken, type Violation } from './judge/violation.ts';
import type { Played } from './stage/play.ts';
import { play } from './stage/play.ts';

/** What makes a job, so that it can be played again. */
export interface Recipe {
  seed: number;
  form: Form;
  /** Ingredients that are left out. */
  without: readonly string[];
}

export interface Trial {
  recipe: Recipe;
  /** The ingredients that are left, with what they are. */
  drawn: ReadonlyMap<string, unknown>;
  played: Played;
  violations: Violation[];
}

/** Plays a job and judges it. */
export async function trial(recipe: Recipe): Promise<Trial> {
  const { seed, form, without } = recipe;
  const { script, from } = draw(seed, form, new Set(without));
  const strays: Violation[] = [];
  const stray = (reason: unknown) => {
    strays.push(broken('nothing is thrown that nobody catches', String((reason as Error)?.stack ?? reason)));
  };
  process.on('unhandledRejection', stray);
  try {
    const played = await play(script);
    return { recipe, drawn: from.drawn, played, violations: [...judge(played), ...strays] };
  } finally {
    process.off('unhandledRejection', stray);
  }
}
