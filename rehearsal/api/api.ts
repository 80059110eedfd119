import { type ApiRequest, type ApiResponse, type Handled, render } from '../http/answers.ts';
import { type Fault, FaultQueue, spoil } from '../http/faults.ts';
import { type LedgerEntry, parsed } from '../http/ledger.ts';
import * as events from './events.ts';
import { type ApiOptions, type Settings, settle } from './options.ts';
import { answer } from './routes.ts';
import {
  addServer,
  addSnapshot,
  emptyState,
  type ServerSeed,
  type SnapshotSeed,
  type State,
} from './state.ts';
import { type ServerView, type SnapshotView, serversAt, snapshotsAt } from './views.ts';

export type { ApiRequest, ApiResponse, Handled } from '../http/answers.ts';
export type { Effect, Fault } from '../http/faults.ts';
export type { LedgerEntry } from '../http/ledger.ts';
export type { ApiOptions, PerServer } from './options.ts';
export type { Moment, RestoreRecord, ServerSeed, SnapshotSeed, State } from './state.ts';
export type { ServerView, SnapshotView } from './views.ts';

/**
 * The VPS.org API in memory: its documented endpoints and messages, strict with requests, and with the surprises that
 * `ApiOptions` and `fail` ask for. It starts empty.
 */
export class Api {
  /** Every request in the order of arrival. */
  readonly ledger: LedgerEntry[] = [];
  readonly state: State;
  readonly #settings: Settings;
  readonly #faults = new FaultQueue();

  constructor(options: ApiOptions = {}) {
    this.#settings = settle(options);
    this.state = emptyState(this.#settings.firstSnapshotId);
  }

  /** Where requests have to go, like `/api/v1`. */
  get basePath(): string {
    return this.#settings.basePath;
  }

  /** Carries a request out at once; `sleep` is needed only for answers that a fault holds back. */
  async handle(request: ApiRequest, sleep: (ms: number) => Promise<void> = noSleep): Promise<Handled> {
    const at = this.#now();
    const { method, headers } = request;
    const { path, query } = this.#locate(request.path);
    const effect = this.#faults.meet(method, path);
    const truth = (processed: boolean) => this.#answer(request, processed);
    const handled = effect ? spoil(effect, truth, this.#settings) : truth(true);
    const status = typeof handled === 'string' ? handled : handled.status;
    this.ledger.push({ at, method, path, query, status, body: parsed(request.body), headers });
    if (effect?.kind === 'hold') await sleep(effect.ms);
    return typeof handled === 'string' ? handled : this.#dated(handled);
  }

  /** Queues something that goes wrong. */
  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  addServer(server: Partial<ServerSeed> & { id: number }): void {
    addServer(this.state, server);
  }

  /** Returns its id. */
  addSnapshot(snapshot: SnapshotSeed): number {
    return addSnapshot(this.state, snapshot, this.#now());
  }

  /** Somebody else deletes a snapshot. */
  removeSnapshot(id: number): void {
    events.removeSnapshot(this.state, id, this.#now());
  }

  setSnapshotStatus(id: number, status: string): void {
    events.setSnapshotStatus(this.state, id, status, this.#now());
  }

  setServerStatus(id: number, status: string): void {
    events.setServerStatus(this.state, id, status, this.#now());
  }

  /** Somebody else restores a server. */
  startRestore(serverId: number): void {
    events.beginRestore(this.state, { server: serverId, snapshot: undefined }, this.#settings, this.#now());
  }

  /** The snapshots that truly exist now, whatever the lists show. */
  snapshots(): SnapshotView[] {
    return snapshotsAt(this.state, this.#settings, this.#now());
  }

  /** The servers as they truly are now, whatever the lists show. */
  servers(): ServerView[] {
    return serversAt(this.state, this.#settings, this.#now());
  }

  #answer({ method, path: target, headers, body }: ApiRequest, processed: boolean): ApiResponse {
    const { path, query, isOurs } = this.#locate(target);
    const settings = this.#settings;
    const outcome = answer({
      state: processed ? this.state : structuredClone(this.state),
      settings,
      now: this.#now(),
      method,
      path: isOurs ? path : '',
      query: new URLSearchParams(query),
      headers,
      body,
    });
    return render(outcome, settings.errorBody);
  }

  #locate(target: string): { path: string; query: string; isOurs: boolean } {
    const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
    const isOurs = path.startsWith(`${this.basePath}/`);
    return { path: isOurs ? path.slice(this.basePath.length) : path, query, isOurs };
  }

  #dated(response: ApiResponse): ApiResponse {
    if (!this.#settings.dateHeader) return response;
    const date = new Date(this.#now() + this.#settings.clockSkewMs).toUTCString();
    return { ...response, headers: { date, ...response.headers } };
  }

  #now(): number {
    return this.#settings.now();
  }
}

async function noSleep(): Promise<void> {
  throw new Error('An answer is to be held back, but there is no sleep to do it with');
}
