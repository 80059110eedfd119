import { setImmediate as macrotask, setTimeout as pause } from 'node:timers/promises';
import type { Clock } from '../../src/waiting/clock.ts';

/** When every test begins. */
export const epoch = Date.parse('2026-11-20T12:00:00Z');

/** A moment so long before that, as the API writes it. */
export function hoursAgo(hours: number): string {
  return new Date(epoch - hours * 3_600_000).toISOString();
}

/** So many rounds without a new sleeper, and the program is taken to be idle. */
const quietRounds = 3;
/** A program that neither sleeps nor ends may be loading a part of itself, which a busy machine takes real time for. */
const patientRounds = 100;
/** In milliseconds of real time; after so long it waits for something that never comes. */
const mostIdleMs = 10_000;

interface Sleeper {
  until: number;
  wake(): void;
}

/** Hours in milliseconds: whenever the program is idle, time jumps to the earliest moment that somebody sleeps until. */
export class VirtualClock implements Clock {
  /** Every duration that was asked for, in order. */
  readonly sleeps: number[] = [];
  readonly #sleepers = new Set<Sleeper>();
  #elapsed = 0;

  now(): number {
    return this.#elapsed;
  }

  /** How many sleep at this moment. */
  get sleeping(): number {
    return this.#sleepers.size;
  }

  date(): Date {
    return new Date(epoch + this.#elapsed);
  }

  /** Milliseconds since 1970: the `now` of an API that shares this clock. */
  readonly wall = (): number => epoch + this.#elapsed;

  async sleep(ms: number, signal?: AbortSignal): Promise<void> {
    this.sleeps.push(ms);
    signal?.throwIfAborted();
    return this.#until(this.#elapsed + Math.max(0, ms), signal);
  }

  #until(until: number, signal?: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      const leave = () => {
        this.#sleepers.delete(sleeper);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => {
        leave();
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        until,
        wake: () => {
          leave();
          resolve();
        },
      };
      this.#sleepers.add(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Lets time pass until the promise settles. */
  async run<T>(promise: Promise<T>): Promise<T> {
    let settled = false;
    const settle = () => {
      settled = true;
    };
    promise.then(settle, settle);
    let idle = 0;
    while (!settled) {
      await this.#quiet();
      if (settled) break;
      idle = this.#jump() ? 0 : idle + 1;
      if (idle > patientRounds) await pause(1);
      if (idle > patientRounds + mostIdleMs)
        throw new Error('Nobody sleeps, and the promise does not settle');
    }
    return promise;
  }

  /** Lets so much time pass, whoever sleeps or not. */
  async advance(ms: number): Promise<void> {
    await this.run(this.#until(this.#elapsed + ms));
  }

  /** Does something at a moment, as the world does while the program waits. */
  at(ms: number, act: () => void): void {
    void this.#until(ms).then(act);
  }

  async #quiet(): Promise<void> {
    for (let round = 0; round < quietRounds; round += 1) {
      const before = this.sleeps.length;
      await macrotask();
      if (this.sleeps.length !== before) round = -1;
    }
  }

  /** Wakes the earliest sleeper; false when nobody sleeps. */
  #jump(): boolean {
    let first: Sleeper | undefined;
    for (const one of this.#sleepers) if (!first || one.until < first.until) first = one;
    if (!first) return false;
    this.#elapsed = Math.max(this.#elapsed, first.until);
    first.wake();
    return true;
  }
}
