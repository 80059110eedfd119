import { type Answer, type ErrorBody, type Handled, type HttpRequest, render } from './answers.ts';
import { parsed } from './body.ts';
import { type Fault, FaultQueue, spoil } from './faults.ts';
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
  readonly state: State;
  readonly #manner: Manner;
  readonly #faults = new FaultQueue();

  constructor(state: State, manner: Manner) {
    this.state = state;
    this.#manner = manner;
  }

  /** Where requests have to go, like `/api/v1`. */
  get basePath(): string {
    return this.#manner.basePath;
  }

  /** Carries a request out at once; `sleep` is needed only for answers that a fault holds back. */
  async handle(request: HttpRequest, sleep: (ms: number) => Promise<void> = noSleep): Promise<Handled> {
    const { now, root, errorBody } = this.#manner;
    const { method, headers } = request;
    const { path, query, isOurs } = located(request.path, root);
    const call = { ...request, now: now(), path: isOurs ? path : '', query: new URLSearchParams(query) };
    const truth = (processed: boolean) => {
      const state = processed ? this.state : structuredClone(this.state);
      return render(this.answer({ ...call, state }), errorBody);
    };
    const effect = this.#faults.meet(method, path);
    const handled = effect ? spoil(effect, truth, errorBody) : truth(true);
    const status = typeof handled === 'string' ? handled : handled.status;
    this.ledger.push({ at: call.now, method, path, query, status, body: parsed(request.body), headers });
    if (effect?.kind === 'hold') await sleep(effect.ms);
    return handled;
  }

  /** Queues something that goes wrong. */
  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** Carries a request out on the state that it is given. */
  protected abstract answer(call: Call<State>): Answer;
}

function located(target: string, root: string): { path: string; query: string; isOurs: boolean } {
  const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
  const isOurs = path.startsWith(`${root}/`);
  return { path: isOurs ? path.slice(root.length) : path, query, isOurs };
}

async function noSleep(): Promise<void> {
  throw new Error('An answer is to be held back, but there is no sleep to do it with');
}
