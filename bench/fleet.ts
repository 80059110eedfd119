import { spawnSync } from 'node:child_process';
import { VirtualClock } from '../__tests__/helpers/virtual-clock.ts';
import { Api, type ApiOptions } from '../rehearsal/api/api.ts';
import { asFetch } from '../rehearsal/http/fetch.ts';
import { serve } from '../rehearsal/http/server.ts';
import { realDeps } from '../src/real-deps.ts';
import type { World } from '../src/run.ts';
import { runMain } from '../src/run-main.ts';
import { peakOf } from './contest.ts';
import type { Table } from './table.ts';

/** One step that takes a snapshot of so many servers, in a process of its own and in virtual time. */
interface Measured {
  requests: number;
  /** Whole lists of snapshots while it waited. */
  looks: number;
  /** Requests for pages of those lists. */
  pages: number;
  /** Milliseconds of virtual time from the first request to the end. */
  tookMs: number;
  /** Of the step and the API in memory together. */
  cpuMs: number;
}

const token = 'bench-token';

export async function fleetTable(): Promise<Table> {
  const rows: string[][] = [];
  for (const servers of [1, 10, 100, 1_000]) {
    const megabytes = await megabytesOf(servers);
    for (const pageSize of [undefined, 100]) {
      const { requests, looks, pages, tookMs, cpuMs } = measured(servers, pageSize);
      rows.push([
        servers.toLocaleString('en'),
        pageSize === undefined ? 'whole' : `pages of ${pageSize}`,
        (pages / looks).toFixed(1),
        requests.toLocaleString('en'),
        `${(tookMs / 60_000).toFixed(1)} min`,
        `${(cpuMs / 1_000).toFixed(1)} s`,
        pageSize === undefined ? `${megabytes.toFixed(0)} MB` : '',
      ]);
    }
  }
  return {
    title: 'Servers',
    note: 'mode: create over a fleet whose snapshots take 5 minutes. Processor time is that of the step and the API in memory together; memory is the most that the built action held as a process of its own.',
    columns: ['servers', 'list', 'requests per look', 'requests', 'took', 'processor', 'memory'],
    rows,
  };
}

function measured(servers: number, pageSize: number | undefined): Measured {
  const child = spawnSync(process.execPath, [import.meta.filename, String(servers), String(pageSize ?? '')], {
    encoding: 'utf8',
  });
  if (child.status !== 0) throw new Error(child.stdout + child.stderr);
  return JSON.parse(child.stdout);
}

/** The built action over real sockets, with snapshots that are complete after a moment. */
async function megabytesOf(servers: number): Promise<number> {
  const { api, ids } = fleet(servers, { token, createMs: 2_000 });
  const { url, close } = await serve(api);
  const peak = await peakOf({
    with: { api_url: url, api_token: token, server_id: ids.join(), poll_interval_seconds: '1' },
  });
  await close();
  return peak;
}

function fleet(servers: number, options: ApiOptions): { api: Api; ids: number[] } {
  const api = new Api(options);
  const ids = Array.from({ length: servers }, (_, index) => index + 1);
  for (const id of ids) api.addServer({ id, name: `web-${id}` });
  return { api, ids };
}

async function measure(servers: number, pageSize: number | undefined): Promise<Measured> {
  const clock = new VirtualClock();
  const { api, ids } = fleet(servers, {
    now: clock.wall,
    token,
    ...(pageSize !== undefined && { pageSize, largestPage: pageSize }),
  });
  globalThis.fetch = asFetch(api, { sleep: (ms, signal) => clock.sleep(ms, signal) });
  const cpu = process.cpuUsage();
  const world = worldWith(clock, { api_token: token, server_id: ids.join(), timeout_minutes: '240' });
  await clock.run(runMain(world));
  const used = process.cpuUsage(cpu);
  if (process.exitCode) throw new Error('The step failed');
  const posts = api.ledger.filter(({ method }) => method === 'POST');
  const lastPost = Math.max(...posts.map(({ at }) => at));
  const lists = api.ledger.filter(({ at, path }) => at > lastPost && path === '/snapshots/');
  return {
    requests: api.ledger.length,
    looks: new Set(lists.map(({ at }) => at)).size,
    pages: lists.length,
    tookMs: clock.now(),
    cpuMs: (used.user + used.system) / 1_000,
  };
}

function worldWith(clock: VirtualClock, inputs: Record<string, string>): World {
  const fail = (title: string, message: string) => console.error(`${title}: ${message}`);
  const log = { info() {}, debug() {}, notice() {}, warning() {}, error: fail, group() {}, endGroup() {} };
  const { signal } = new AbortController();
  return {
    raw: (name) => inputs[name] ?? '',
    inputNames: () => [],
    ...{ clock, log, uses: 'OWNER/vps-snapshot-action@v1' },
    mask() {},
    clean: (text) => text,
    setOutputs() {},
    canSetOutputs: () => true,
    writeSummary() {},
    savedState: () => '',
    fail() {
      process.exitCode = 1;
    },
    equip: async (common, journal, planning) =>
      realDeps(common, planning, { journal, log, clock, signal, saveState: () => true }),
  };
}

if (import.meta.main) {
  const [servers = '1', pageSize = ''] = process.argv.slice(2);
  console.log(JSON.stringify(await measure(Number(servers), pageSize === '' ? undefined : Number(pageSize))));
}
