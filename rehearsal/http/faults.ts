import {
  bare,
  type ErrorBody,
  type Handled,
  type HttpResponse,
  html,
  htmlPage,
  json,
  problem,
  render,
} from './answers.ts';

/** Something that goes wrong on demand. */
export interface Fault {
  /** Which requests it meets; a text is the exact path below the stand-in's root. The query is without its question mark. */
  when: { method?: string; path?: RegExp | string; query?: RegExp };
  /** How many requests it meets; 1, and `Infinity` is allowed. */
  times?: number;
  /** How many matching requests pass before the first one it meets; 0. */
  after?: number;
  do: Effect;
}

/**
 * What becomes of a request whose answer goes wrong: carried out or not, carried out twice (as by a proxy that repeats
 * it), or carried out so many milliseconds after its answer.
 */
export type Processed = boolean | 'twice' | { afterMs: number };

/** `processed` is `false` unless told otherwise. */
export type Effect =
  /** Any answer: `json`, or else `body`, in place of the usual text of an error. */
  | {
      kind: 'status';
      status: number;
      headers?: Record<string, string>;
      json?: unknown;
      body?: string;
      processed?: Processed;
    }
  | { kind: 'reset'; processed: Processed }
  | { kind: 'hang'; processed: Processed }
  /** Somebody else's page in place of the answer: a proxy's, and 502, unless told otherwise. */
  | { kind: 'html'; status?: number; page?: Page; processed?: Processed }
  /** The true answer, cut in the middle; `processed` unless told otherwise. */
  | { kind: 'cutJson'; processed?: Processed }
  /** 302 unless told otherwise; the request is not carried out. */
  | { kind: 'redirect'; to: string; status?: number }
  /** The true answer with its JSON altered; `processed` unless told otherwise. */
  | { kind: 'echo'; of: (answer: unknown) => unknown; processed?: Processed }
  /** The request is carried out when it comes, the true answer is sent so many milliseconds later. */
  | { kind: 'hold'; ms: number }
  /** What would have been answered so many milliseconds ago, as by a replica that lags; not carried out. */
  | { kind: 'stale'; ms: number };

/** Who speaks in place of the API. */
export type Page = 'proxy' | 'login' | 'botCheck';

/** Faults that wait for their requests. Of several that are due, the one that was added first is met. */
export class FaultQueue {
  readonly #waiting: { fault: Fault; passes: number; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, passes: fault.after ?? 0, left: fault.times ?? 1 });
  }

  /** What this request meets, if anything. */
  meet(request: Met): Effect | undefined {
    for (const entry of this.#waiting) {
      if (entry.left <= 0 || !matches(entry.fault.when, request)) continue;
      if (entry.passes > 0) {
        entry.passes -= 1;
        continue;
      }
      entry.left -= 1;
      return entry.fault.do;
    }
    return undefined;
  }
}

/**
 * What comes back in place of the true answer, which `truth` finds out, with what becomes of the request.
 */
export function spoil(
  effect: Exclude<Effect, { kind: 'stale' }>,
  truth: (processed: Processed) => HttpResponse,
  shape: ErrorBody,
): Handled {
  switch (effect.kind) {
    case 'cutJson':
      return cut(truth(effect.processed ?? true));
    case 'echo':
      return alter(truth(effect.processed ?? true), effect.of);
    case 'hold':
      return truth(true);
    case 'redirect':
      return { ...bare(effect.status ?? 302), headers: { location: effect.to } };
    default:
      if (effect.processed) truth(effect.processed);
      return replaced(effect, shape);
  }
}

/** An answer that has nothing of the true one in it. */
function replaced(
  effect: Effect & { kind: 'status' | 'reset' | 'hang' | 'html' },
  shape: ErrorBody,
): Handled {
  if (effect.kind === 'status') return refusal(effect, shape);
  return effect.kind === 'html' ? foreign(effect.page ?? 'proxy', effect.status) : effect.kind;
}

interface Met {
  method: string;
  path: string;
  query: string;
}

function matches({ method, path, query }: Fault['when'], actual: Met): boolean {
  if (method !== undefined && method !== actual.method) return false;
  if (query !== undefined && actual.query.search(query) < 0) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? path === actual.path : actual.path.search(path) >= 0;
}

const pages = {
  login:
    '<!DOCTYPE html>\n<html><head><title>Log in | VPS</title></head><body><form method="post" action="/accounts/login/"><input name="username"><input name="password" type="password"><button>Log in</button></form></body></html>\n',
  botCheck:
    '<!DOCTYPE html>\n<html><head><title>Just a moment...</title></head><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>\n',
};

/** A login page is the whole answer (200), a bot check a refusal (403), a proxy's page a failure (502). */
function foreign(page: Page, status?: number): HttpResponse {
  if (page === 'proxy') return htmlPage(status ?? 502);
  return html(status ?? (page === 'login' ? 200 : 403), pages[page]);
}

function refusal(effect: Effect & { kind: 'status' }, shape: ErrorBody): HttpResponse {
  const usual =
    effect.json === undefined ? render(problem(effect.status), shape) : json(effect.status, effect.json);
  return {
    status: effect.status,
    headers: { ...usual.headers, ...effect.headers },
    body: effect.body ?? usual.body,
  };
}

function cut(answer: HttpResponse): HttpResponse {
  return { ...answer, body: answer.body.slice(0, answer.body.length / 2) };
}

function alter(answer: HttpResponse, of: (answer: unknown) => unknown): HttpResponse {
  return json(answer.status, of(answer.body === '' ? undefined : JSON.parse(answer.body)));
}
