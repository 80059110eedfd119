import type { Answer, Handled, HttpRequest } from '../http/answers.ts';
import { type Call, Fake } from '../http/fake.ts';
import * as events from './events.ts';
import { shownInteger, uuidOf } from './ids.ts';
import type { Instant } from './instant.ts';
import type { ApiOptions } from './options.ts';
import { changePower } from './power.ts';
import { answer } from './routes.ts';
import { type Settings, settle } from './settings.ts';
import {
  addServer,
  addSnapshot,
  emptyState,
  type ServerSeed,
  type SnapshotSeed,
  type State,
} from './state.ts';
import { type ServerView, type SnapshotView, serversAt, snapshotsAt } from './views.ts';

export type { Effect, Fault } from '../http/faults.ts';
export { uuidOf } from './ids.ts';
export { shortened } from './list-faults.ts';
export type { ApiOptions, Form } from './options.ts';
export type { PowerRecord, ServerSeed, SnapshotSeed } from './state.ts';

/**
 * The VPS.org API in memory: its endpoints and messages in either form, strict with requests, and with the surprises
 * that `ApiOptions` and `fail` ask for. It starts empty. Whatever the form, servers and snapshots are known here by
 * their integer ids, and are shown here as the documentation shows them.
 */
export class Api extends Fake<State> {
  readonly #settings: Settings;

  constructor(options: ApiOptions = {}) {
    const settings = settle(options);
    super(emptyState(settings.firstSnapshotId), { ...settings, root: settings.basePath });
    this.#settings = settings;
  }

  override async handle(request: HttpRequest, sleep?: (ms: number) => Promise<void>): Promise<Handled> {
    const handled = await super.handle(request, sleep);
    if (typeof handled === 'string' || !this.#settings.dateHeader) return handled;
    const date = new Date(this.now + this.#settings.clockSkewMs).toUTCString();
    return { ...handled, headers: { date, ...handled.headers } };
  }

  addServer(server: Partial<ServerSeed> & { id: number }): void {
    addServer(this.state, server);
  }

  /** Returns its id. */
  addSnapshot(snapshot: SnapshotSeed): number {
    return addSnapshot(this.state, snapshot, this.now);
  }

  /** Somebody else deletes a snapshot. */
  removeSnapshot(id: number): void {
    events.removeSnapshot(this.#instant, id);
  }

  setSnapshotStatus(id: number, status: string): void {
    events.setSnapshotStatus(this.#instant, id, status);
  }

  setServerStatus(id: number, status: string): void {
    events.setServerStatus(this.#instant, id, status);
  }

  setServerAddress(id: number, address: string): void {
    events.setServerAddress(this.#instant, id, address);
  }

  /** Somebody else stops a server, which takes its time. */
  stopServer(id: number): void {
    changePower(this.#instant, id, 'stop');
  }

  /** Somebody else starts a server, which takes its time. */
  startServer(id: number): void {
    changePower(this.#instant, id, 'start');
  }

  /** Somebody else restarts a server, which takes its time. */
  restartServer(id: number): void {
    changePower(this.#instant, id, 'restart');
  }

  /** Somebody else restores a server. */
  startRestore(serverId: number): void {
    events.beginRestore(this.#instant, { server: serverId, snapshot: undefined });
  }

  /** The id under which a client should know a server or a snapshot: the integer where one is shown, else the UUID. */
  shownId(id: number): string {
    return this.#settings.form === 'client' ? uuidOf(id) : String(shownInteger(this.#settings, id));
  }

  /** The snapshots that truly exist now, whatever the lists show. */
  snapshots(): SnapshotView[] {
    return snapshotsAt(this.#instant);
  }

  /** The servers as they truly are now, whatever the lists show. */
  servers(): ServerView[] {
    return serversAt(this.#instant);
  }

  protected override answer(call: Call<State>): Answer {
    return answer({ ...call, settings: this.#settings });
  }

  get #instant(): Instant {
    return { state: this.state, settings: this.#settings, now: this.now };
  }
}
