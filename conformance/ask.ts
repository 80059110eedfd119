import { type Clock, inWords, minute, second } from './clock.ts';
import { parsed } from './json.ts';
import { Refusal } from './refusal.ts';

export interface Asked {
  method?: 'GET' | 'OPTIONS' | 'POST' | 'DELETE';
  /** Below the API's URL, with its final slash and its query. */
  path: string;
  /** JSON as text. */
  body?: string;
  /** What the request is for. One without, as a look at a list while waiting, does not stand in the report. */
  what?: string;
  /** Another token than the session's. */
  token?: string;
}

/** One request and what came of it, as it came. */
export interface Exchange {
  method: string;
  path: string;
  body: string | undefined;
  what: string | undefined;
  /** Milliseconds since 1970 by this machine's clock. */
  at: number;
  /** 0 when there was no answer. */
  status: number;
  /** Why there was none. */
  trouble: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  text: string;
  /** `undefined` when the answer is no JSON. An integer that a number cannot hold is a `bigint`. */
  json: unknown;
}

export interface Connection {
  /** Without a slash at its end. */
  url: string;
  token: string;
  fetch: typeof globalThis.fetch;
  clock: Clock;
  /** Ends what waits or reads. What changes something is let finish, for its outcome would be unknown. */
  signal: AbortSignal;
  say: (line: string) => void;
  timeoutMs?: number;
}

const defaultTimeoutMs = 30 * second;
/** After a 429 that names no time. */
const usualPauseMs = 30 * second;
const longestPauseMs = 10 * minute;
const mostPauses = 5;

/** Asks the API as it is, one request after another, and keeps every exchange. Nothing is repeated but after a 429. */
export class Session {
  readonly connection: Connection;
  readonly exchanges: Exchange[];

  constructor(connection: Connection, exchanges: Exchange[] = []) {
    this.connection = connection;
    this.exchanges = exchanges;
  }

  get now(): number {
    return this.connection.clock.now();
  }

  /** The same session under another signal. */
  under(signal: AbortSignal): Session {
    return new Session({ ...this.connection, signal }, this.exchanges);
  }

  sleep(ms: number): Promise<void> {
    return this.connection.clock.sleep(ms, this.connection.signal);
  }

  /** A 429 did nothing: the request is made again when the API allows it. */
  async ask(asked: Asked): Promise<Exchange> {
    for (let pauses = 0; ; pauses += 1) {
      const exchange = await this.#once(asked);
      this.exchanges.push(exchange);
      if (exchange.status !== 429) return exchange;
      const pauseMs = pauseAfter(exchange) ?? usualPauseMs;
      const line = `${exchange.method} ${asked.path} was answered 429`;
      if (pauses === mostPauses || pauseMs > longestPauseMs)
        throw new Refusal(`${line}, and the API asks to wait ${inWords(pauseMs)}. Run the kit again later.`);
      this.connection.say(`${line}: waiting ${inWords(pauseMs)}.`);
      await this.sleep(pauseMs);
    }
  }

  async #once({ method = 'GET', path, body, what, token }: Asked): Promise<Exchange> {
    const { connection } = this;
    connection.signal.throwIfAborted();
    const changesNothing = method === 'GET' || method === 'OPTIONS';
    const limit = limited(connection, changesNothing);
    const asked = { method, path, body, what, at: connection.clock.now() };
    try {
      const response = await connection.fetch(`${connection.url}${path}`, {
        method,
        headers: headersFor(token ?? connection.token),
        ...(body !== undefined && { body }),
        redirect: 'manual',
        signal: limit.signal,
      });
      const text = await response.text();
      const headers = Object.fromEntries(response.headers);
      return { ...asked, status: response.status, trouble: '', headers, text, json: parsed(text) };
    } catch (error) {
      if (changesNothing) connection.signal.throwIfAborted();
      return { ...asked, status: 0, trouble: reasonOf(error), headers: {}, text: '', json: undefined };
    } finally {
      limit.release();
    }
  }
}

/** Ends a request after its time, and one that changes nothing when the session ends. */
function limited(
  { signal, timeoutMs = defaultTimeoutMs }: Connection,
  mayEnd: boolean,
): { signal: AbortSignal; release: () => void } {
  const controller = new AbortController();
  const end = () => controller.abort(signal.reason);
  const timer = setTimeout(
    () => controller.abort(new Error(`no answer within ${inWords(timeoutMs)}`)),
    timeoutMs,
  );
  if (mayEnd) signal.addEventListener('abort', end, { once: true });
  return {
    signal: controller.signal,
    release: () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    },
  };
}

/** How long a 429 asks to wait, by its header or by its words; `undefined` when it does not say. */
export function pauseAfter({ headers, text, at }: Exchange): number | undefined {
  const header = headers['retry-after'];
  if (header !== undefined && /^\d+$/.test(header)) return Number(header) * second;
  if (header !== undefined && !Number.isNaN(Date.parse(header))) {
    return Math.max(0, Date.parse(header) - (Date.parse(headers.date ?? '') || at));
  }
  const seconds = /(\d+) second/.exec(text)?.[1];
  return seconds === undefined ? undefined : Number(seconds) * second;
}

export function isAccepted({ status }: Exchange): boolean {
  return status >= 200 && status < 300;
}

export function isJson({ json }: Exchange): boolean {
  return json !== undefined;
}

function headersFor(token: string): Record<string, string> {
  return {
    authorization: `Bearer ${token}`,
    accept: 'application/json',
    'content-type': 'application/json',
    'user-agent': 'vps-snapshot-action-conformance',
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause } = error;
  return cause instanceof Error ? cause.message || String(Object(cause).code) : error.message;
}
