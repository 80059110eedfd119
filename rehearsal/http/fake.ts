import {
  type Answer,
  type ErrorBody,
  type Handled,
  type HttpRequest,
  type HttpResponse,
  render,
} from './answers.ts';
import { parsed } from './body.ts';
import { type Effect, type Fault, FaultQueue, type Processed, spoil } from './faults.ts';
import type { LedgerEntry } from './ledger.ts';

/** One request, as the stand-in that answers it sees it. */
export interface Call<State> {
  /** What it is carried out on. */
  state: State;
  /** When it came: milliseconds since 1970. */
  now: number;
  method: string;
  /** Below the root; empty for a request that is outside of it. */
  path: string;
  query: URLSearchParams;
  headers: Record<string, string>;
  body: string;
}

interface Manner {
  /** Milliseconds since 1970. */
  now: () => number;
  /** Where requests have to go, like `/api/v1`. */
  basePath: string;
  /** What every path begins with: the base path, and what else all endpoints have in common. */
  root: string;
  errorBody: ErrorBody;
}

/** A server in memory that notes every request and goes wrong on demand. How it answers, each stand-in says itself. */
export abstract class Fake<State> {
  /** Every request in the order of arrival. */
  readonly ledger: LedgerEntry[] = [];
  /** Plain data, so that a copy of it can be used to find out what would be answered. */
  readonly #state: State;
  readonly #manner: Manner;
  readonly #faults = new FaultQueue();
  readonly #planned: { at: number; happen: () => void }[] = [];
  /** The moment at which something planned happens, while it does. */
  #moment: number | undefined;

  constructor(state: State, manner: Manner) {
    this.#state = state;
    this.#manner = manner;
  }

  /** As it is now: what was planned until now has happened. */
  get state(): State {
    this.#catchUp();
    return this.#state;
  }

  /** Where requests have to go, like `/api/v1`. */
  get basePath(): string {
    return this.#manner.basePath;
  }

  /** Carries a request out at once; `sleep` is needed only for answers that a fault holds back. */
  async handle(request: HttpRequest, sleep: (ms: number) => Promise<void> = noSleep): Promise<Handled> {
    const { root } = this.#manner;
    const { method, headers } = request;
    const { path, query, isOurs } = located(request.path, root);
    const call = { ...request, now: this.now, path: isOurs ? path : '', query: new URLSearchParams(query) };
    const effect = this.#faults.meet({ method, path, query });
    const handled = this.#handled({ ...call, state: this.state }, effect);
    const status = typeof handled === 'string' ? handled : handled.status;
    this.ledger.push({ at: call.now, method, path, query, status, body: parsed(request.body), headers });
    if (effect?.kind === 'hold') await sleep(effect.ms);
    return handled;
  }

  /** Plans something that happens so many milliseconds from now. */
  later(ms: number, happen: () => void): void {
    this.#planned.push({ at: this.now + ms, happen });
  }

  /** Queues something that goes wrong. */
  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Carries a request out on the state that it is given. */
  protected abstract answer(call: Call<State>): Answer;

  /** Milliseconds since 1970; while something planned happens, the moment for which it was planned. */
  protected get now(): number {
    return this.#moment ?? this.#manner.now();
  }

  #handled(call: Call<State>, effect: Effect | undefined): Handled {
    const { errorBody } = this.#manner;
    if (!effect) return render(this.answer(call), errorBody);
    if (effect.kind === 'stale')
      return render(this.answer({ ...copied(call), now: call.now - effect.ms }), errorBody);
    return spoil(effect, (processed) => this.#truth(call, processed), errorBody);
  }

  /** The true answer, with what becomes of the request. */
  #truth(call: Call<State>, processed: Processed): HttpResponse {
    if (processed === 'twice') this.answer(call);
    if (typeof processed === 'object')
      this.later(processed.afterMs, () => void this.answer({ ...call, now: this.now }));
    const isDone = processed === true || processed === 'twice';
    return render(this.answer(isDone ? call : copied(call)), this.#manner.errorBody);
  }

  #catchUp(): void {
    if (this.#moment !== undefined) return;
    const now = this.#manner.now();
    for (let next = this.#takeNext(now); next; next = this.#takeNext(now)) {
      this.#moment = next.at;
      try {
        next.happen();
      } finally {
        this.#moment = undefined;
      }
    }
  }

  #takeNext(until: number): { at: number; happen: () => void } | undefined {
    const [next] = this.#planned.filter(({ at }) => at <= until).sort((one, other) => one.at - other.at);
    if (next) this.#planned.splice(this.#planned.indexOf(next), 1);
    return next;
  }
}

function copied<State>(call: Call<State>): Call<State> {
  return { ...call, state: structuredClone(call.state) };
}

function located(target: string, root: string): { path: string; query: string; isOurs: boolean } {
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
  const isOurs = path.startsWith(`${root}/`);
  return { path: isOurs ? path.slice(root.length) : path, query, isOurs };
}

async function noSleep(): Promise<void> {
  throw new Error('An answer is to be held back, but there is no sleep to do it with');
}
