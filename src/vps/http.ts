import {
  firstRetryPauseMs,
  longestRetryPauseMs,
  requestsInFlight,
  settlingMs,
  sightingsOfPage,
} from '../limits.ts';
import { duration } from '../text/format.ts';
import { sentence } from '../text/text.ts';
import { Gate } from '../waiting/gate.ts';
import { windowIn } from '../waiting/schedule.ts';
import { ApiError, NotOffered, WrongAddress } from './api-error.ts';
import { VpsError } from './errors.ts';
import { type Answer, type Call, type Connection, Exchange } from './exchange.ts';

/** An answer after as many tries as it took. */
export interface Answered<Read> extends Answer<Read> {
  /** An earlier try of this call ended unclear, so it may have been carried out already. */
  mayHaveWorked: boolean;
}

/** What is known of a call after some tries. */
interface Tries {
  attempt: number;
  /** On the clock: when the first was made. */
  since: number;
  /** Answers with 404 in a row that are not the API's; `since` on the clock. */
  missing: Sighted;
}

interface Sighted {
  count: number;
  since: number;
}

const none: Sighted = { count: 0, since: 0 };

/** Retries of safe methods, and how many requests there are at a time. */
export class Http {
  readonly #connection: Connection;
  readonly #exchange: Exchange;
  readonly #gate = new Gate(requestsInFlight);

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#exchange = new Exchange(connection);
  }

  /** Milliseconds since 1970 by the API's own clock, once it has told it. */
  now(): number {
    return this.#exchange.now();
  }

  /** The body of a call for which nothing but 2xx is an answer. */
  async send<Read>(call: Call<Read>): Promise<Read> {
    return (await this.request(call)).body as Read;
  }

  /**
   * One call. GET and DELETE are repeated on passing trouble, POST never.
   * @throws {VpsError} with what is known about the fate of the call.
   */
  async request<Read>(call: Call<Read>): Promise<Answered<Read>> {
    const { clock } = this.#connection;
    const tries: Tries = { attempt: 1, since: clock.now(), missing: none };
    for (let mayHaveWorked = false; ; tries.attempt++) {
      try {
        return { ...(await this.#once(call, mayHaveWorked)), mayHaveWorked };
      } catch (error) {
        if (!(error instanceof VpsError)) throw error;
        mayHaveWorked ||= error.fate === 'unknown';
        if (call.method === 'POST' || !error.passing) throw error;
        tries.missing = isMissingPage(error) ? oneMore(tries.missing, clock.now()) : none;
        await this.#pause(call, error, tries);
      }
    }
  }

  #once<Read>(call: Call<Read>, mayHaveWorked: boolean): Promise<Answer<Read>> {
    const once = () => this.#exchange.once(call, mayHaveWorked);
    return call.isLastWord ? once() : this.#gate.pass(once, this.#connection.signal);
  }

  /** Before the next try. @throws the error when there is no time for one: it says more than that the time is over. */
  async #pause(call: Call<unknown>, error: VpsError, tries: Tries): Promise<void> {
    const { clock, signal, log } = this.#connection;
    const deadline = Math.min(this.#connection.deadline, call.deadline ?? Number.POSITIVE_INFINITY);
    const { attempt, since, missing } = tries;
    const asked = error instanceof ApiError ? error.retryAfterMs : undefined;
    const patience = since + (call.patienceMs?.(error) ?? Number.POSITIVE_INFINITY);
    const unsettled = missing.since + this.#settlingMs - clock.now();
    if (missing.count >= sightingsOfPage && unsettled <= 0) throw await this.#missing(call, error);
    const backoff = this.#backoff(attempt);
    const pause = Math.max(
      asked ?? 0,
      missing.count > 0 && unsettled > 0 ? Math.min(backoff, unsettled) : backoff,
    );
    const end = asked === undefined ? Math.min(patience, deadline) : deadline;
    if (clock.now() >= patience || clock.now() + pause >= end) throw error;
    log.info(`${sentence(error.message)} Trying again in ${duration(pause)}.`);
    await clock.sleep(pause, signal);
    if (clock.now() >= deadline) throw error;
  }

  get #settlingMs(): number {
    return windowIn(this.#connection.pace, settlingMs);
  }

  /** No word of the API for an unknown path, again and again: either the path is not offered, or the whole address is wrong. */
  async #missing({ method, path }: Call<unknown>, error: VpsError): Promise<VpsError> {
    const speaks = this.#exchange.hasSpokenElsewhere(path) || (await this.#answersAsApi());
    return speaks ? new NotOffered(`${method} ${path}`, error) : new WrongAddress(`${method} ${path}`, error);
  }

  /** Any active token may ask for its own account; even a refusal is the API's word. */
  async #answersAsApi(): Promise<boolean> {
    const call = { method: 'GET', path: '/account/me/', read: () => {} } as const;
    try {
      await this.#once(call, false);
      return true;
    } catch (error) {
      if (!(error instanceof VpsError)) throw error;
      return error instanceof ApiError && !error.isPage;
    }
  }

  /** Doubling from try to try, give or take a fifth. */
  #backoff(attempt: number): number {
    const usual = Math.min(firstRetryPauseMs * 2 ** (attempt - 1), longestRetryPauseMs);
    return usual * (0.8 + 0.4 * this.#connection.random());
  }
}

function oneMore({ count, since }: Sighted, now: number): Sighted {
  return { count: count + 1, since: count === 0 ? now : since };
}

function isMissingPage(error: VpsError): boolean {
  return error instanceof ApiError && error.isPage && error.status === 404;
}
