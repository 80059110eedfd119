interface Sleeper {
  until: number;
  /** Whose it is. */
  owner: object;
  wake(): void;
}

/** So many rounds in which nobody wakes up, and what is waited for never comes. */
const mostIdleRounds = 200;

/** Hours in milliseconds: whenever nobody has anything to do, time jumps to the earliest moment that somebody sleeps until. */
export class Time {
  readonly #epoch: number;
  #sleepers: Sleeper[] = [];
  #elapsed = 0;

  /** @param epoch when it begins, in milliseconds since 1970 */
  constructor(epoch: number) {
    this.#epoch = epoch;
  }

  /** Milliseconds since the beginning. */
  readonly now = (): number => this.#elapsed;
  /** Milliseconds since 1970. */
  readonly wall = (): number => this.#epoch + this.#elapsed;
  readonly date = (): Date => new Date(this.wall());

  sleep(ms: number, owner: object, signal?: AbortSignal): Promise<void> {
    return new Promise<void>((resolve, reject) => {
      if (signal?.aborted) {
        reject(signal.reason);
        return;
      }
      const leave = () => {
        const at = this.#sleepers.indexOf(sleeper);
        if (at >= 0) this.#sleepers.splice(at, 1);
        signal?.removeEventListener('abort', abort);
      };
      const abort = () => {
        leave();
        reject(signal?.reason);
      };
      const sleeper: Sleeper = {
        until: this.#elapsed + Math.max(0, ms),
        owner,
        wake: () => {
          leave();
          resolve();
        },
      };
      this.#sleepers.push(sleeper);
      signal?.addEventListener('abort', abort, { once: true });
    });
  }

  /** Whether somebody who belongs to this owner sleeps. */
  hasSleepers(owner: object): boolean {
    return this.#sleepers.some((one) => one.owner === owner);
  }

  /** They never wake up again. */
  forget(owner: object): void {
    this.#sleepers = this.#sleepers.filter((one) => one.owner !== owner);
  }

  /** Lets time pass until something is so. @returns false when it never will be, or not before the latest moment */
  async until(isSo: () => boolean, latest = Number.POSITIVE_INFINITY): Promise<boolean> {
    for (let idle = 0; idle < mostIdleRounds; ) {
      await roundOver();
      if (isSo()) return true;
      if (this.#jump(latest)) idle = 0;
      else if (this.#elapsed >= latest) return false;
      else idle += 1;
    }
    return false;
  }

  /** Lets so much time pass. */
  async pass(ms: number): Promise<void> {
    let isOver = false;
    void this.sleep(ms, this).then(() => {
      isOver = true;
    });
    await this.until(() => isOver);
  }

  #jump(latest: number): boolean {
    let first: Sleeper | undefined;
    for (const one of this.#sleepers) if (!first || one.until < first.until) first = one;
    if (!first) return false;
    if (first.until > latest) {
      this.#elapsed = Math.max(this.#elapsed, latest);
      return false;
    }
    this.#elapsed = Math.max(this.#elapsed, first.until);
    first.wake();
    return true;
  }
}

/** Everything that follows from what has happened so far has happened, when nothing but time is waited for. */
function roundOver(): Promise<void> {
  return new Promise((resolve) => {
    setImmediate(resolve);
  });
}
