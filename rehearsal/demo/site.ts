import type { Api } from '../api/api.ts';

/** The web site on the server: a deploy breaks it, and only a restore from an earlier snapshot mends it. */
export class Site {
  readonly #api: Api;
  readonly #server: number;
  #brokenAt = Number.POSITIVE_INFINITY;

  constructor(api: Api, server: number) {
    this.#api = api;
    this.#server = server;
  }

  break(): void {
    this.#brokenAt = Date.now();
  }

  /** What a visitor gets. */
  get answer(): string {
    const status = this.#api.servers().find(({ id }) => id === this.#server)?.status;
    if (status !== 'active') return `no answer (the server is ${status})`;
    return this.#isBroken ? '500 Internal Server Error' : '200 OK';
  }

  get #isBroken(): boolean {
    if (Date.now() < this.#brokenAt) return false;
    const restore = this.#api.state.restores.findLast(({ server }) => server === this.#server);
    const snapshot = this.#api.state.snapshots.get(restore?.snapshot ?? 0);
    return !restore || restore.at < this.#brokenAt || !snapshot || snapshot.createdAt > this.#brokenAt;
  }
}
