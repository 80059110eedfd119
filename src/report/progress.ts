import { heartbeatMs, minute } from '../limits.ts';
import { duration } from '../text/format.ts';
import type { Log } from '../text/log.ts';
import type { Clock } from '../waiting/clock.ts';
import type { Schedule } from '../waiting/schedule.ts';

const barLength = 20;

/** One line at most every so often, so that a long wait is seen to be alive. */
export class Heartbeat {
  readonly #log: Log;
  readonly #clock: Clock;
  readonly #startedAt: number;
  readonly #schedule: Schedule;
  #lastAt: number;

  constructor(log: Log, clock: Clock, schedule: Schedule) {
    this.#log = log;
    this.#clock = clock;
    this.#schedule = schedule;
    this.#startedAt = clock.now();
    this.#lastAt = this.#startedAt;
  }

  /** @param what what is being waited for, as the beginning of a line */
  beat(what: string): void {
    const now = this.#clock.now();
    if (now - this.#lastAt < heartbeatMs) return;
    this.#lastAt = now;
    this.#log.info(
      `${bar(now - this.#startedAt, this.#schedule)} ${what}: ${range(now - this.#startedAt, this.#schedule)}`,
    );
  }
}

/** A bar that reaches its end only when the operation has: `[██████░░░░░░░░░░░░░░]`. */
export function bar(elapsed: number, { usual }: Schedule): string {
  const filled = Math.min(barLength - 1, Math.floor((elapsed / usual) * barLength));
  return `[${'█'.repeat(filled)}${'░'.repeat(barLength - filled)}]`;
}

function range(elapsed: number, { plausible, usual }: Schedule): string {
  const documented = `${plausible / minute}–${usual / minute} min`;
  return elapsed <= usual
    ? `${duration(elapsed)} (usually ${documented})`
    : `${duration(elapsed)} (longer than the usual ${documented}; large disks take more)`;
}
