import { Api, type ApiOptions } from '../../rehearsal/api/api.ts';
import { asFetch } from '../../rehearsal/http/fetch.ts';
import { Cancelled } from '../../src/errors.ts';
import { connect } from '../../src/vps/client.ts';
import type { SnapshotOrder } from '../../src/vps/create-snapshot.ts';
import type { Connection } from '../../src/vps/exchange.ts';
import { id } from './ids.ts';
import { MemoryLog } from './memory-log.ts';
import { epoch, VirtualClock } from './virtual-clock.ts';

export const token = 'token-for-tests';

/** What a client is asked to make, of server 12345 unless told otherwise. */
export const order: SnapshotOrder = {
  serverId: id(12345),
  name: 'pre',
  description: 'Before it [gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]',
  label: 'pre [gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]',
  generatedName: 'gha-shop-4711-1-e38068',
};

interface Wiring extends Partial<Connection> {
  api?: ApiOptions;
}

/** A client of an API in memory with the servers 12345 and 7, in virtual time and without jitter. */
export function connected({ api: options, ...connection }: Wiring = {}) {
  const clock = new VirtualClock();
  const api = new Api({ now: clock.wall, ...options });
  api.addServer({ id: 12345, name: 'web-1' });
  api.addServer({ id: 7, name: 'web-2' });
  const log = new MemoryLog();
  const stop = new AbortController();
  const asked: Request[] = [];
  const answer = connection.fetch ?? asFetch(api, { sleep: (ms, signal) => clock.sleep(ms, signal) });
  const vps = connect({
    apiUrl: 'https://admin.vps.org/api/v1',
    token,
    userAgent: 'vps-snapshot-action/1.0.0 (acme/shop; run 4711)',
    random: () => 0.5,
    signal: stop.signal,
    deadline: 3_600_000,
    pace: { intervalMs: undefined },
    ...{ clock, log },
    ...connection,
    fetch: (input, init) => {
      asked.push(new Request(input, { ...init, signal: null }));
      return answer(input, init);
    },
  });
  return {
    ...{ api, asked, clock, log, vps },
    /** When requests came, in milliseconds. */
    moments: () => api.ledger.map(({ at }) => at - epoch),
    lines: () => api.ledger.map(({ method, path, status }) => `${method} ${path} ${status}`),
    cancelAt: (ms: number) => clock.at(ms, () => stop.abort(new Cancelled('SIGTERM'))),
  };
}

/** A fetch that fails as Node's does, again and again. */
export function failing(code: string): typeof globalThis.fetch {
  return async () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });
  };
}
