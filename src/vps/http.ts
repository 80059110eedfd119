import { TimedOut } from '../errors.ts';
import {
  firstRetryPauseMs,
  longestRetryPauseMs,
  postGraceMs,
  requestsInFlight,
  requestTimeoutMs,
  second,
} from '../limits.ts';
import { duration } from '../text/format.ts';
import type { Log } from '../text/log.ts';
import { redactor, sentence } from '../text/text.ts';
import type { Clock } from '../waiting/clock.ts';
import { Gate } from '../waiting/gate.ts';
import { graced, within } from '../waiting/time-limit.ts';
import { wordsOf } from './error-body.ts';
import { ApiError, NetworkError, type Try, UnreadableAnswer, VpsError } from './errors.ts';
import { Malformed } from './model.ts';

export interface Call<Read> {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `apiUrl`, with a slash at both ends, query included. */
  path: string;
  body?: unknown;
  /** How long a safe method is tried again, in milliseconds; until the deadline when not given. */
  patienceMs?: number;
  /** A status besides 2xx that is an answer and no error; its body is not read. */
  accepts?: number;
  /** Narrows the body of a success. @throws {Malformed} when what is needed is missing. */
  read: (json: unknown) => Read;
}

export interface Connection {
  apiUrl: string;
  token: string;
  userAgent: string;
  fetch: typeof globalThis.fetch;
  clock: Clock;
  random: () => number;
  /** Aborted when the runner wants the step to stop. */
  signal: AbortSignal;
  /** On `clock`: no request and no pause goes beyond it. */
  deadline: number;
  log: Log;
}

export interface Answer<Read> {
  status: number;
  /** Not there when the status is the one that the call accepts besides 2xx. */
  body: Read | undefined;
  /** An earlier try of this call ended unclear, so it may have been carried out already. */
  mayHaveWorked: boolean;
}

interface HttpAnswer {
  status: number;
  headers: Headers;
  body: string;
}

/** Headers, time limit, retries of safe methods and the mapping of errors, for every call alike. */
export class Http {
  readonly #connection: Connection;
  readonly #redact: (text: string) => string;
  readonly #gate = new Gate(requestsInFlight);
  #apiClock: { epochMs: number; at: number } | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#redact = redactor(connection.token);
  }

  /** Milliseconds since 1970 by the API's own `Date` header; by the machine's clock until it has sent one. */
  now(): number {
    const { clock } = this.#connection;
    return this.#apiClock ? this.#apiClock.epochMs + clock.now() - this.#apiClock.at : clock.date().getTime();
  }

  /** The body of a call for which nothing but 2xx is an answer. */
  async send<Read>(call: Call<Read>): Promise<Read> {
    return (await this.request(call)).body as Read;
  }

  /**
   * One call. GET and DELETE are repeated on passing trouble, POST never.
   * @throws {VpsError} with what is known about the fate of the call.
   */
  async request<Read>(call: Call<Read>): Promise<Answer<Read>> {
    const { clock, signal } = this.#connection;
    const patience = clock.now() + (call.patienceMs ?? Number.POSITIVE_INFINITY);
    let mayHaveWorked = false;
    for (let attempt = 1; ; attempt++) {
      try {
        const answer = await this.#gate.pass(() => this.#once(call, mayHaveWorked), signal);
        return { ...answer, mayHaveWorked };
      } catch (error) {
        if (!(error instanceof VpsError)) throw error;
        mayHaveWorked ||= error.fate === 'unknown';
        if (call.method === 'POST' || !error.passing) throw error;
        await this.#pause(error, { attempt, patience });
      }
    }
  }

  /** Before the next try. @throws the error when there is no time for one: it says more than that the time is over. */
  async #pause(error: VpsError, { attempt, patience }: { attempt: number; patience: number }): Promise<void> {
    const { clock, deadline, signal, log } = this.#connection;
    const asked = error instanceof ApiError ? error.retryAfterMs : undefined;
    const pause = Math.max(asked ?? 0, this.#backoff(attempt));
    const end = asked === undefined ? Math.min(patience, deadline) : deadline;
    if (clock.now() >= patience || clock.now() + pause >= end) throw error;
    log.info(`${sentence(error.message)} Trying again in ${duration(pause)}.`);
    await clock.sleep(pause, signal);
    if (clock.now() >= deadline) throw error;
  }

  /** Doubling from try to try, give or take a fifth. */
  #backoff(attempt: number): number {
    const usual = Math.min(firstRetryPauseMs * 2 ** (attempt - 1), longestRetryPauseMs);
    return usual * (0.8 + 0.4 * this.#connection.random());
  }

  async #once<Read>(call: Call<Read>, mayHaveWorked: boolean): Promise<Omit<Answer<Read>, 'mayHaveWorked'>> {
    const { clock, deadline, signal, log } = this.#connection;
    signal.throwIfAborted();
    const endpoint = `${call.method} ${call.path}`;
    const started = clock.now();
    const limit = Math.min(requestTimeoutMs, deadline - started);
    if (limit <= 0) throw outOfTime(endpoint);
    const fetch = (leave: AbortSignal) =>
      within({ ms: limit, clock, signal: leave }, (stop) => this.#fetch(call, stop));
    let outcome = 'no answer';
    try {
      const isPost = call.method === 'POST';
      const response = await (isPost ? graced({ ms: postGraceMs, clock, signal }, fetch) : fetch(signal));
      outcome = String(response.status);
      this.#setClock(response.headers.get('date'));
      if (response.status === call.accepts) return { status: response.status, body: undefined };
      return { status: response.status, body: this.#read(call, { endpoint, mayHaveWorked }, response) };
    } catch (error) {
      if (error instanceof VpsError) throw error;
      // A POST that was on its way when the signal came may have arrived: its caller must hear of that first.
      if (signal.aborted && call.method !== 'POST') throw signal.reason;
      throw new NetworkError({ endpoint, mayHaveWorked }, codeOf(error), error);
    } finally {
      log.debug(`${endpoint} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
    }
  }

  async #fetch(call: Call<unknown>, signal: AbortSignal): Promise<HttpAnswer> {
    const { apiUrl, token, userAgent, fetch } = this.#connection;
    const response = await fetch(`${apiUrl}${call.path}`, {
      method: call.method,
      headers: {
        accept: 'application/json',
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        'user-agent': userAgent,
      },
      redirect: 'manual',
      signal,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
    });
    return { status: response.status, headers: response.headers, body: await response.text() };
  }

  #read<Read>(call: Call<Read>, attempt: Try, answer: HttpAnswer): Read {
    const { status, headers, body } = answer;
    if (status < 200 || status > 299) {
      const words = wordsOf(this.#redact(body)) || this.#redact(redirection(headers));
      throw new ApiError(attempt, { status, words, retryAfterMs: retryAfter(headers, this.now()) });
    }
    try {
      return call.read(call.method === 'DELETE' ? undefined : JSON.parse(body));
    } catch (error) {
      const words = wordsOf(this.#redact(body)) || 'an empty body';
      throw new UnreadableAnswer(attempt.endpoint, error instanceof Malformed ? error.message : words, error);
    }
  }

  #setClock(date: string | null): void {
    const epochMs = Date.parse(date ?? '');
    if (!Number.isNaN(epochMs)) this.#apiClock = { epochMs, at: this.#connection.clock.now() };
  }
}

/** `Retry-After` in milliseconds: seconds or an HTTP date (RFC 9110, 10.2.3). */
function retryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get('retry-after')?.trim();
  if (!value) return undefined;
  if (/^\d+$/.test(value)) return Number(value) * second;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}

function redirection(headers: Headers): string {
  const location = headers.get('location');
  if (!location) return '';
  return `a redirect to ${URL.canParse(location) ? new URL(location).host : 'another path'}`;
}

function outOfTime(endpoint: string): TimedOut {
  return new TimedOut({
    title: 'Timed out',
    message: `The time set by timeout_minutes was over before ${endpoint} could be sent.`,
    next: 'Raise timeout_minutes.',
  });
}

/** fetch hides the reason behind `cause`; several addresses tried at once hide it in `errors`. */
function codeOf(error: unknown): string {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; depth++) {
    const { code, errors, cause } = at as Error & { code?: unknown; errors?: unknown[]; cause?: unknown };
    if (typeof code === 'string') return code;
    at = cause ?? errors?.[0];
  }
  return error instanceof Error ? error.name : 'unknown';
}
