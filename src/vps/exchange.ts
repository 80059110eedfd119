import { TimedOut } from '../errors.ts';
import { bytesOfAnswer, lastWordMs, postGraceMs, requestTimeoutMs } from '../limits.ts';
import { size } from '../text/format.ts';
import type { Log } from '../text/log.ts';
import { redactor } from '../text/text.ts';
import type { Clock } from '../waiting/clock.ts';
import type { Pace } from '../waiting/schedule.ts';
import { graced, within } from '../waiting/time-limit.ts';
import { isAboutContent } from './advice.ts';
import { bodyOf, isRefusalInDisguise, redirection, retryAfter, troubleIn } from './answer.ts';
import { ApiError, UnreadableAnswer } from './api-error.ts';
import { isJson, type Said, saidIn } from './error-body.ts';
import { type Endpoint, type Try, VpsError } from './errors.ts';
import { Malformed } from './model.ts';
import { NetworkError } from './network-error.ts';
import type { Reading } from './reading.ts';
import { textOf } from './whole-text.ts';

export interface Call<Read> extends Reading {
  method: 'GET' | 'POST' | 'DELETE';
  /** Below `apiUrl`, with a slash at both ends, query included. */
  path: string;
  body?: unknown;
  /** Sent although the step is to stop or its time is over, with no more time than {@link postGraceMs}. */
  isLastWord?: boolean;
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
  pace: Pace;
}

export interface Answer<Read> {
  status: number;
  /** Not there when the status is the one that the call accepts besides 2xx. */
  body: Read | undefined;
}

interface HttpAnswer {
  status: number;
  headers: Headers;
  body: string;
}

/** One request and its answer, for every call alike: headers, time limit, and what an answer means. */
export class Exchange {
  readonly #connection: Connection;
  readonly #redact: (text: string) => string;
  readonly #spoken = new Set<string>();
  /** On the clock: when the runner wanted the step to stop. */
  #stoppedAt = Number.POSITIVE_INFINITY;
  #apiClock: { epochMs: number; at: number } | undefined;

  constructor(connection: Connection) {
    this.#connection = connection;
    this.#redact = redactor(connection.token);
    connection.signal.addEventListener('abort', () => {
      this.#stoppedAt = connection.clock.now();
    });
  }

  /** Milliseconds since 1970 by the API's own `Date` header; by the machine's clock until it has sent one. */
  now(): number {
    const { clock } = this.#connection;
    return this.#apiClock ? this.#apiClock.epochMs + clock.now() - this.#apiClock.at : clock.date().getTime();
  }

  /** Whether a path of another kind than this one has been answered in JSON. */
  hasSpokenElsewhere(path: string): boolean {
    return [...this.#spoken].some((kind) => kind !== kindOf(path));
  }

  /** @throws {VpsError}, {TimedOut} when no time is left to send it, or the signal's reason */
  async once<Read>(call: Call<Read>, mayHaveWorked: boolean): Promise<Answer<Read>> {
    const { clock, signal, log } = this.#connection;
    const endpoint = `${call.method} ${call.path}`;
    const started = clock.now();
    const ms = this.#timeFor(call, endpoint);
    let outcome = 'no answer';
    try {
      const response = await this.#send(call, ms);
      outcome = String(response.status);
      this.#setClock(response.headers.get('date'));
      const isOfApi = isJson(response.body);
      if (isOfApi) this.#spoken.add(kindOf(call.path));
      if (response.status === call.accepts && isOfApi) return { status: response.status, body: undefined };
      return { status: response.status, body: this.#read(call, { endpoint, mayHaveWorked }, response) };
    } catch (error) {
      if (error instanceof VpsError) throw error;
      // A POST that was on its way when the signal came may have arrived: its caller must hear of that first.
      if (signal.aborted && call.method !== 'POST') throw signal.reason;
      throw new NetworkError({ endpoint, mayHaveWorked }, troubleIn(error), error);
    } finally {
      log.debug(`${endpoint} → ${outcome} in ${Math.round(clock.now() - started)} ms`);
    }
  }

  /** In milliseconds. @throws the signal's reason, or {TimedOut} when no time is left to send it in */
  #timeFor({ isLastWord, deadline = Number.POSITIVE_INFINITY }: Call<unknown>, endpoint: Endpoint): number {
    const { clock, signal } = this.#connection;
    if (isLastWord) return Math.min(postGraceMs, this.#stoppedAt + lastWordMs - clock.now());
    signal.throwIfAborted();
    const end = Math.min(deadline, this.#connection.deadline);
    const ms = Math.min(requestTimeoutMs, end - clock.now());
    if (ms <= 0) throw outOfTime(endpoint);
    return ms;
  }

  #send(call: Call<unknown>, ms: number): Promise<HttpAnswer> {
    const { clock, signal } = this.#connection;
    const send = (leave: AbortSignal) =>
      within({ ms, clock, signal: leave }, (stop) => this.#fetch(call, stop));
    if (call.isLastWord) return send(new AbortController().signal);
    return call.method === 'POST' ? graced({ ms: postGraceMs, clock, signal }, send) : send(signal);
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
    const { status, headers } = response;
    const body = await textOf(call.method, response);
    if (body !== undefined) return { status, headers, body };
    const most = size(bytesOfAnswer / 1024 ** 2);
    throw new UnreadableAnswer(
      `${call.method} ${call.path}`,
      `${status} and more than ${most}, of which the rest was not read`,
    );
  }

  #read<Read>(call: Call<Read>, attempt: Try, answer: HttpAnswer): Read {
    const { status, headers } = answer;
    if (status < 200 || status > 299) throw this.#refusal(call, attempt, answer);
    const body = this.#redact(answer.body);
    try {
      const json = bodyOf(call.method, answer.body);
      if (isRefusalInDisguise(json)) throw new ApiError(attempt, { ...saidBy({ headers, body }), status });
      return call.read(json);
    } catch (error) {
      if (error instanceof ApiError) throw error;
      const { words, foreign = 'JSON that cannot be read' } = saidBy({ headers, body });
      const problem = foreign === 'a web page' ? `${foreign}${words ? ` (${words})` : ''}` : words || foreign;
      throw new UnreadableAnswer(
        attempt.endpoint,
        error instanceof Malformed ? error.message : problem,
        error,
      );
    }
  }

  #refusal(call: Call<unknown>, attempt: Try, { status, headers, body }: HttpAnswer): ApiError {
    const said = saidBy({ headers, body: this.#redact(body) });
    const redirect = this.#redact(redirection(headers));
    return new ApiError(attempt, {
      status,
      words: said.words || redirect,
      foreign: said.foreign,
      redirect,
      retryAfterMs: retryAfter(headers, this.now()),
      isAboutContent: call.body !== undefined && isAboutContent(said),
    });
  }

  #setClock(date: string | null): void {
    const epochMs = Date.parse(date ?? '');
    if (!Number.isNaN(epochMs)) this.#apiClock = { epochMs, at: this.#connection.clock.now() };
  }
}

function outOfTime(endpoint: string): TimedOut {
  return new TimedOut({
    title: 'Timed out',
    message: `The time set by timeout_minutes was over before ${endpoint} could be sent.`,
    next: 'Raise timeout_minutes.',
  });
}

function saidBy({ headers, body }: Pick<HttpAnswer, 'headers' | 'body'>): Said {
  return saidIn(body, headers.get('content-type') ?? '');
}

/** `servers` of `/servers/12345/power/`. */
function kindOf(path: string): string {
  return path.split(/[/?]/)[1] ?? '';
}
