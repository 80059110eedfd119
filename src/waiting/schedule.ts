import { looksInWindow, minute, second } from '../limits.ts';

/**
 * When to look again, as data. All times are milliseconds since the operation was requested. The gap between looks is
 * a share of the time gone by, so that the wait is never a noticeable part longer than the operation itself.
 */
export interface Schedule {
  /** The first looks, ascending: an operation that is refused or done at once shows at once. */
  first: readonly number[];
  /** Before this, the operation is not plausibly done. */
  plausible: number;
  /** The end of the range that the documentation gives. */
  usual: number;
  /** Between looks after the first ones: a share of a short time would be a look after the other. */
  shortestGap?: number;
}

/** "This may take 3-10 minutes": the API's answer to a create. */
export const snapshotSchedule: Schedule = {
  first: [2, 5, 10, 15].map(seconds),
  plausible: 3 * minute,
  usual: 10 * minute,
};

/** "This may take 5-15 minutes": the API's answer to a restore. The early looks are to catch the server `restoring`. */
export const restoreSchedule: Schedule = {
  first: [0.5, 2, 5, 10].map(seconds),
  plausible: 5 * minute,
  usual: 15 * minute,
};

/** A server that is stopped or started: not documented; seconds by experience. */
export const powerSchedule: Schedule = {
  first: [1, 3, 6, 10].map(seconds),
  plausible: 0,
  usual: 5 * minute,
  shortestGap: 5 * second,
};

/** For what should show within seconds: an unclear request in a list, a service behind a URL. */
export const settlingSchedule: Schedule = {
  first: [0.5, 1.5, 3, 6, 10, 15, 20].map(seconds),
  plausible: 0,
  usual: 10 * minute,
  shortestGap: 5 * second,
};

const share = { before: 0.095, within: 0.0188, beyond: 0.05 };
const longestGap = 30 * second;
const jitter = 0.1;
/** Timers fire up to a millisecond early, and sums of fractions are a trifle off: that is no reason to look twice. */
const imprecision = 0.99;

/**
 * The moment of the look that follows one at `elapsed`. One of the first looks is left out when another was made
 * shortly before it, for somebody else: so many questions at nearly the same time cost hardly more looks than one.
 * @param random in [0, 1)
 */
export function nextLook(schedule: Schedule, elapsed: number, random: number): number {
  const { first, plausible, usual, shortestGap = 0 } = schedule;
  const early = first.find((look, index) => elapsed < (look + (first[index - 1] ?? 0)) / 2);
  if (early !== undefined) return early;
  if (elapsed >= plausible) {
    const shared = gap(elapsed, elapsed < usual ? share.within : share.beyond, random);
    return elapsed + Math.max(shared, shortestGap * jittered(random));
  }
  if (elapsed + gap(elapsed, share.before, 1) >= plausible) {
    return Math.min(spread(plausible, share.within, random), elapsed + longestGap);
  }
  const isFixed = elapsed < (first.at(-1) ?? 0) * (1 + share.before / 10);
  return isFixed
    ? spread(elapsed, share.before, 0.25 + random)
    : elapsed + gap(elapsed, share.before, random);
}

/** How often the user wants to look. */
export interface Pace {
  /** One look every so often, in milliseconds; undefined: as each schedule has it. */
  intervalMs: number | undefined;
  /** The API is on this machine, so nothing real waits for it: windows shrink with the interval. */
  isRehearsal?: boolean;
}

/**
 * The moment of the look that follows one at `elapsed`: a schedule's, or every interval from the first one on.
 * @param random in [0, 1)
 */
export function lookTimes(schedule: Schedule, { intervalMs }: Pace, random: () => number) {
  return (elapsed: number) =>
    intervalMs === undefined
      ? nextLook(schedule, elapsed, random())
      : (Math.floor((elapsed + Math.min(imprecision, intervalMs / 2)) / intervalMs) + 1) * intervalMs;
}

/** How long a window is at this pace, in milliseconds: as documented, but in a rehearsal. */
export function windowIn({ intervalMs, isRehearsal }: Pace, usualMs: number): number {
  if (!isRehearsal || intervalMs === undefined) return usualMs;
  return Math.min(usualMs, looksInWindow * intervalMs);
}

/** Somewhere else in every wait: looks at the same moments would see what ends just after one of them a gap late. */
function spread(elapsed: number, part: number, gaps: number): number {
  return elapsed + elapsed * part * gaps;
}

function gap(elapsed: number, part: number, random: number): number {
  return Math.min(elapsed * part * jittered(random), longestGap);
}

function jittered(random: number): number {
  return 1 - jitter + 2 * jitter * random;
}

function seconds(number: number): number {
  return number * second;
}
