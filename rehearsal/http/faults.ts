import {
  bare,
  type ErrorBody,
  type Handled,
  type HttpResponse,
  htmlPage,
  json,
  problem,
  render,
} from './answers.ts';

/** Something that goes wrong on demand. */
export interface Fault {
  /** Which requests it meets; a text is the exact path below the stand-in's root, and the query is not looked at. */
  when: { method?: string; path?: RegExp | string };
  /** How many requests it meets; 1, and `Infinity` is allowed. */
  times?: number;
  /** How many matching requests pass before the first one it meets; 0. */
  after?: number;
  do: Effect;
}

/** `processed`: whether the request was carried out before things went wrong. */
export type Effect =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string; processed?: boolean }
  | { kind: 'reset'; processed: boolean }
  | { kind: 'hang'; processed: boolean }
  /** A proxy's page in place of the answer, 502 unless told otherwise. */
  | { kind: 'html'; status?: number; processed?: boolean }
  /** The true answer, cut in the middle; `processed` unless told otherwise. */
  | { kind: 'cutJson'; processed?: boolean }
  /** 302 unless told otherwise; the request is not carried out. */
  | { kind: 'redirect'; to: string; status?: number }
  /** The true answer with its JSON altered. */
  | { kind: 'echo'; of: (answer: unknown) => unknown }
  /** The request is carried out when it comes, the true answer is sent so many milliseconds later. */
  | { kind: 'hold'; ms: number };

/** Faults that wait for their requests. Of several that are due, the one that was added first is met. */
export class FaultQueue {
  readonly #waiting: { fault: Fault; passes: number; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, passes: fault.after ?? 0, left: fault.times ?? 1 });
  }

  /** What this request meets, if anything. */
  meet(method: string, path: string): Effect | undefined {
    for (const entry of this.#waiting) {
      if (entry.left <= 0 || !matches(entry.fault.when, method, path)) continue;
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
 * What comes back in place of the true answer. `truth(true)` carries the request out, `truth(false)` only finds out
 * what the answer would be.
 */
export function spoil(
  effect: Effect,
  truth: (processed: boolean) => HttpResponse,
  shape: ErrorBody,
): Handled {
  if ('processed' in effect && effect.processed && effect.kind !== 'cutJson') truth(true);
  switch (effect.kind) {
    case 'status':
      return refusal(effect, shape);
    case 'reset':
    case 'hang':
      return effect.kind;
    case 'html':
      return htmlPage(effect.status ?? 502);
    case 'cutJson':
      return cut(truth(effect.processed ?? true));
    case 'redirect':
      return { ...bare(effect.status ?? 302), headers: { location: effect.to } };
    case 'echo':
      return alter(truth(true), effect.of);
    case 'hold':
      return truth(true);
  }
}

function matches({ method, path }: Fault['when'], actualMethod: string, actualPath: string): boolean {
  if (method !== undefined && method !== actualMethod) return false;
  if (path === undefined) return true;
  return typeof path === 'string' ? path === actualPath : actualPath.search(path) >= 0;
}

function refusal(effect: Effect & { kind: 'status' }, shape: ErrorBody): HttpResponse {
  const usual = render(problem(effect.status), shape);
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
