import { Dice } from './dice.ts';
import { readOptions } from './options.ts';
import { report } from './report.ts';
import { shrink } from './shrink.ts';
import { type Trial, trial } from './trial.ts';

interface Surroundings {
  argv: readonly string[];
  say(line: string): void;
  /** Milliseconds, for the rate; nothing else goes by it. */
  now(): number;
}

const linesOfProgress = 1_000;

/** Plays one job per seed. @returns the exit code */
export async function run({ argv, say, now }: Surroundings): Promise<number> {
  const options = readOptions(argv);
  const { runs, seed: first, forms } = options;
  const tally = new Tally(now);
  for (let seed = first; seed < first + runs; seed += 1) {
    const found = await trial({ seed, form: new Dice(seed, 'form').pick(forms), without: [] });
    tally.count(found);
    const isBroken = found.violations.length > 0;
    if (isBroken) say(report(options.shrink ? await shrink(found) : found));
    else if (options.show) say(report(found));
    if (tally.jobs % linesOfProgress === 0) say(tally.words());
    if (isBroken && !options.all) break;
  }
  say(`Seeds ${first} to ${first + tally.jobs - 1}: ${tally.words()}`);
  return tally.broken === 0 ? 0 : 1;
}

class Tally {
  jobs = 0;
  broken = 0;
  #requests = 0;
  readonly #now: () => number;
  readonly #began: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#began = now();
  }

  count({ played, violations }: Trial): void {
    this.jobs += 1;
    this.#requests += played.sent.length;
    if (violations.length > 0) this.broken += 1;
  }

  words(): string {
    const seconds = (this.#now() - this.#began) / 1_000;
    const promises = this.broken === 0 ? 'every promise kept' : `${this.broken} with a broken promise`;
    const megabytes = Math.round(process.memoryUsage.rss() / 1e6);
    return `${this.jobs} jobs, ${this.#requests} requests, ${promises}; ${Math.round(this.jobs / seconds)} a second, ${megabytes} MB.`;
  }
}
