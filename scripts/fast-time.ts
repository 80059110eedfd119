/**
 * For `node --import`: time passes `TIME_FACTOR` times as fast, and began at `TIME_BEGAN` (milliseconds since 1970) when
 * the real clock stood at `TIME_REAL`. Only what the action goes by: `Date`, `process.hrtime` and `setTimeout`.
 */
const factor = Number(process.env.TIME_FACTOR);
const began = Number(process.env.TIME_BEGAN);
const real = Number(process.env.TIME_REAL);

const RealDate = Date;
const realNow = RealDate.now;
const wall = () => Math.floor(began + (realNow() - real) * factor);

globalThis.Date = class extends RealDate {
  constructor(...values: ConstructorParameters<DateConstructor> | []) {
    super(...((values.length === 0 ? [wall()] : values) as ConstructorParameters<DateConstructor>));
  }
  static override now = wall;
} as DateConstructor;

const monotonic = process.hrtime.bigint;
process.hrtime = Object.assign(
  (): [number, number] => {
    const elapsed = monotonic() * BigInt(factor);
    return [Number(elapsed / 1_000_000_000n), Number(elapsed % 1_000_000_000n)];
  },
  { bigint: () => monotonic() * BigInt(factor) },
);

const later = globalThis.setTimeout;
globalThis.setTimeout = Object.assign(
  (callback: (...args: unknown[]) => void, ms = 0, ...args: unknown[]) =>
    later(callback, ms / factor, ...args),
  later,
) as typeof setTimeout;
