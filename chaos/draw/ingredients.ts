import { Dice } from '../dice.ts';

/**
 * What a seed is made of. Each ingredient draws from dice of its own, so that one can be left out and nothing else
 * changes.
 */
export class Ingredients {
  readonly #seed: number;
  readonly #without: ReadonlySet<string>;
  /** Those that were drawn, with what they are. */
  readonly drawn = new Map<string, unknown>();

  constructor(seed: number, without: ReadonlySet<string> = new Set()) {
    this.#seed = seed;
    this.#without = without;
  }

  /** What every seed has. */
  always<T>(name: string, draw: (dice: Dice) => T): T {
    return draw(new Dice(this.#seed, name));
  }

  /** What only some seeds have, and no seed needs. */
  maybe<T>(name: string, chance: number, draw: (dice: Dice) => T): T | undefined {
    const dice = new Dice(this.#seed, name);
    if (!dice.chance(chance) || this.#without.has(name)) return undefined;
    const value = draw(dice);
    this.drawn.set(name, value);
    return value;
  }

  /** Several of a kind, each of which can be left out. */
  several<T>(name: string, count: number, draw: (dice: Dice) => T): T[] {
    return Array.from({ length: count }, (_, index) => this.maybe(`${name} ${index + 1}`, 1, draw)).filter(
      (one) => one !== undefined,
    );
  }
}
