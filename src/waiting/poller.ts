import { type Failure, TimedOut } from '../errors.ts';
import { agreeingLooks, lastLookReserveMs, lastLookReserveShare } from '../limits.ts';
import type { Clock } from './clock.ts';
import { lookTimes, type Pace, type Schedule } from './schedule.ts';

/** What one look tells about one operation. */
export type Verdict<Found> =
  | { is: 'pending' }
  | { is: 'reached'; found: Found }
  | { is: 'failed'; failure: Failure };

/** How a wait ended. A signal, or an error that no later look can mend, is thrown instead. */
export type End<Found> = Exclude<Verdict<Found>, { is: 'pending' }> | { is: 'timed_out' };

export interface Question<Seen, Found> {
  schedule: Schedule;
  /** The poller's, unless told otherwise. */
  pace?: Pace;
  /** Called with every look that began after the question was asked, so many milliseconds ago. */
  judge(seen: Seen, elapsed: number): Verdict<Found>;
}

/** Something that should show soon. */
export interface Expectation<Seen> {
  schedule: Schedule;
  /** The poller's, unless told otherwise. */
  pace?: Pace;
  /** How long it is given to show, in milliseconds, and not for less than two looks. */
  windowMs?: number;
  /** How long it is waited for, in milliseconds, however few looks that is. */
  patienceMs?: number;
  isSo(seen: Seen): boolean;
}

export interface Settled<Seen> {
  /** Whether the last look showed it. */
  so: boolean;
  /** The last look; undefined when none succeeded. */
  seen: Seen | undefined;
  /** The deadline came before the window was over, so what did not show may have happened all the same. */
  timedOut: boolean;
}

export interface PollerOptions<Seen> {
  look(): Promise<Seen>;
  /** A look that failed for the moment: not the end of the wait, but worth a line. */
  onTrouble(error: unknown): void;
  /** Whether a later look may succeed. */
  isPassing(error: unknown): boolean;
  pace: Pace;
  random: () => number;
  clock: Clock;
  /** On `clock`. */
  deadline: number;
  signal: AbortSignal;
}

interface Pending<Seen> {
  askedAt: number;
  nextLookAt: number;
  answer(seen: Seen, elapsed: number): boolean;
  /** The moment of the look after one, both on the clock. */
  next(lookedAt: number): number;
  expire(): void;
  fail(error: unknown): void;
}

/**
 * One loop for everything that one list can answer: requests per tick do not grow with the number of operations.
 * It looks whenever the earliest of its questions wants to, and tells all of them what it saw.
 */
export class Poller<Seen> {
  readonly #options: PollerOptions<Seen>;
  readonly #pending = new Set<Pending<Seen>>();
  #newcomer = new AbortController();
  #running = false;

  constructor(options: PollerOptions<Seen>) {
    this.#options = options;
  }

  /** Waits for the end of one operation, beside all others that are being asked for. */
  ask<Found>(question: Question<Seen, Found>): Promise<End<Found>> {
    const { clock, random } = this.#options;
    const { schedule, pace = this.#options.pace } = question;
    const askedAt = clock.now();
    const following = lookTimes(schedule, pace, random);
    // At a fixed interval everybody looks with the others; else as the time since one's own question has it.
    const next = (lookedAt: number) =>
      pace.intervalMs === undefined ? askedAt + following(lookedAt - askedAt) : lookedAt + pace.intervalMs;
    return new Promise<End<Found>>((resolve, reject) => {
      this.#pending.add({
        askedAt,
        nextLookAt: next(askedAt),
        next,
        answer: (seen, elapsed) => {
          const verdict = question.judge(seen, elapsed);
          if (verdict.is === 'pending') return false;
          resolve(verdict);
          return true;
        },
        expire: () => resolve({ is: 'timed_out' }),
        fail: reject,
      });
      this.#newcomer.abort('newcomer');
      if (!this.#running) void this.#run();
    });
  }

  /** Waits until it shows, or until its window is over and more than one look was made in it. */
  async until(expectation: Expectation<Seen>): Promise<Settled<Seen>> {
    const { schedule, windowMs, patienceMs, isSo, pace = this.#options.pace } = expectation;
    const end = patienceMs ?? windowMs ?? 0;
    const fewest = patienceMs === undefined ? agreeingLooks : 1;
    let seen: Seen | undefined;
    let so = false;
    let looks = 0;
    const outcome = await this.ask<undefined>({
      schedule,
      pace,
      judge(look, elapsed) {
        seen = look;
        so = isSo(look);
        looks += 1;
        return so || (elapsed >= end && looks >= fewest)
          ? { is: 'reached', found: undefined }
          : { is: 'pending' };
      },
    });
    return { so, seen, timedOut: outcome.is === 'timed_out' };
  }

  async #run(): Promise<void> {
    this.#running = true;
    try {
      while (this.#pending.size > 0) await this.#tick();
    } catch (error) {
      this.#settleAll((pending) => pending.fail(error));
    } finally {
      this.#running = false;
    }
  }

  async #tick(): Promise<void> {
    const { clock, deadline, signal } = this.#options;
    const now = clock.now();
    signal.throwIfAborted();
    if (now >= deadline) {
      this.#settleAll((pending) => pending.expire());
      return;
    }
    const next = Math.min(...[...this.#pending].map((pending) => pending.nextLookAt));
    const last = deadline - Math.min(lastLookReserveMs, (deadline - now) * lastLookReserveShare);
    const lookAt = next < deadline ? next : last;
    if (lookAt > now && !(await this.#slept(lookAt - now))) return;
    await this.#look();
    if (lookAt === last && next >= deadline) this.#settleAll((pending) => pending.expire());
  }

  /** False when a newcomer cut the pause short. */
  async #slept(ms: number): Promise<boolean> {
    const { clock, signal } = this.#options;
    this.#newcomer = new AbortController();
    try {
      await clock.sleep(ms, AbortSignal.any([signal, this.#newcomer.signal]));
      return true;
    } catch {
      signal.throwIfAborted();
      return false;
    }
  }

  async #look(): Promise<void> {
    const { clock, deadline, look, onTrouble, isPassing } = this.#options;
    const startedAt = clock.now();
    const present = [...this.#pending];
    let seen: { list: Seen } | undefined;
    try {
      seen = { list: await look() };
    } catch (error) {
      // No time was left to send it: the next tick finds the deadline passed, and each question ends in its own words.
      if (error instanceof TimedOut) return;
      if (!isPassing(error)) throw error;
      if (clock.now() < deadline) onTrouble(error);
    }
    for (const pending of present) {
      const elapsed = startedAt - pending.askedAt;
      if (seen && pending.answer(seen.list, elapsed)) this.#pending.delete(pending);
      else pending.nextLookAt = pending.next(startedAt);
    }
  }

  #settleAll(settle: (pending: Pending<Seen>) => void): void {
    for (const pending of this.#pending) settle(pending);
    this.#pending.clear();
  }
}
