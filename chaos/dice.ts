/** Numbers that look random, and are the same for the same seed. */
export class Dice {
  #state: number;

  /** @param name what is drawn: so what one thing draws moves nothing else */
  constructor(seed: number, name: string) {
    this.#state = hash(`${seed} ${name}`);
  }

  /** mulberry32, in [0, 1). */
  readonly roll = (): number => {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    const state = this.#state;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };

  chance(of: number): boolean {
    return this.roll() < of;
  }

  /** Both ends included. */
  integer(least: number, most: number): number {
    return least + Math.floor(this.roll() * (most - least + 1));
  }

  /** Small numbers more often than large ones, at every scale. */
  scaled(least: number, most: number): number {
    return Math.round(least * (most / least) ** this.roll());
  }

  pick<T>(from: readonly T[]): T {
    if (from.length === 0) throw new Error('There is nothing to pick from');
    return from[Math.floor(this.roll() * from.length)] as T;
  }

  /** So many of them, in their order. */
  some<T>(from: readonly T[], count: number): T[] {
    const left = new Set(from.map((_, index) => index));
    while (left.size > count) left.delete(this.pick([...left]));
    return from.filter((_, index) => left.has(index));
  }

  hex(digits: number): string {
    return Array.from({ length: digits }, () => this.integer(0, 15).toString(16)).join('');
  }
}

function hash(text: string): number {
  let state = 0x811c9dc5;
  for (const character of text) state = Math.imul(state ^ character.charCodeAt(0), 0x01000193);
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  return (state ^ (state >>> 13)) >>> 0;
}
