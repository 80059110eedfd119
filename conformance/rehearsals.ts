import { Api, type ApiOptions, type Form } from '../rehearsal/api/api.ts';
import { asFetch } from '../rehearsal/http/fetch.ts';
import { type Clock, leapClock } from './clock.ts';

export const forms: readonly Form[] = ['documented', 'client', 'both'];

export const rehearsed = { url: 'https://admin.vps.org/api/v1', token: 'token-for-tests' };

/** The server on which the circle is walked. */
export const stage = { id: 12345, name: 'web-server-01', hostname: 'web01.example.com' };

export interface Rehearsal {
  api: Api;
  fetch: typeof globalThis.fetch;
  clock: Clock;
}

/** An account in memory with more than a page of servers and snapshots, where no time is lost by waiting. */
export function rehearse(options: ApiOptions): Rehearsal {
  const clock = leapClock(Date.now());
  const api = new Api({ now: () => clock.now(), ...options });
  api.addServer({ ...stage, ipv6_address: '2001:db8::1' });
  for (let id = 20_001; id <= 20_024; id += 1) api.addServer({ id, ip_address: `198.51.100.${id - 20_000}` });
  for (let id = 101; id <= 124; id += 1)
    api.addSnapshot({ id, server: 20_000 + id - 100, created_at: clock.now() - (200 - id) * 3_600_000 });
  return {
    api,
    fetch: asFetch(api, { sleep: (ms) => clock.sleep(ms, new AbortController().signal) }),
    clock,
  };
}
