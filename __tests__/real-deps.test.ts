import { describe, expect, test, vi } from 'vitest';
import { Api, uuidOf } from '../rehearsal/api/api.ts';
import { serve } from '../rehearsal/http/server.ts';
import { readInputs } from '../src/inputs/inputs.ts';
import { realDeps } from '../src/real-deps.ts';
import { Journal } from '../src/report/journal.ts';
import { systemClock as clock } from '../src/runner/clock.ts';
import { version } from '../src/version.ts';
import { id } from './helpers/ids.ts';
import { MemoryLog } from './helpers/memory-log.ts';
import { temporaryFolder } from './helpers/temporary-folder.ts';

const proxyVariables = ['HTTPS_PROXY', 'https_proxy', 'HTTP_PROXY', 'http_proxy'];

function equipped(apiUrl: string, log = new MemoryLog()) {
  const given: Record<string, string> = {
    ...{ mode: 'list', api_token: 'token-for-tests', api_url: apiUrl, timeout_minutes: '2' },
  };
  const inputs = readInputs((name) => given[name] ?? '');
  const journal = new Journal(log, () => {});
  const { signal } = new AbortController();
  return realDeps(inputs, {}, { journal, log, clock, signal, saveState: () => true });
}

function withoutProxies(): void {
  for (const name of proxyVariables) vi.stubEnv(name, undefined);
}

describe('what the modes work with', () => {
  test('is the real network, as this run', async () => {
    withoutProxies();
    vi.stubEnv('GITHUB_REPOSITORY', 'acme/shop');
    vi.stubEnv('RUNNER_TEMP', temporaryFolder());
    const api = new Api();
    api.addServer({ id: 12345 });
    const server = await serve(api);
    try {
      const before = clock.now();
      const deps = equipped(server.url);
      expect(deps.deadline - before).toBeGreaterThanOrEqual(120_000);
      expect(await deps.vps.listServers()).toMatchObject([{ id: id(12345) }]);
      expect(api.ledger[0]?.headers['user-agent']).toMatch(
        new RegExp(`^vps-snapshot-action/${version.replaceAll('.', '\\.')} \\(acme/shop; run \\d+\\)$`),
      );
      expect(await deps.probe(`${server.url}/no-such-place/`)).toEqual({ ok: false, words: '404' });
      expect(api.ledger[1]?.headers.authorization).toBeUndefined();
    } finally {
      await server.close();
    }
  });

  test('knows with a nearer deadline all that it was shown with a later one', async () => {
    withoutProxies();
    vi.stubEnv('RUNNER_TEMP', temporaryFolder());
    const api = new Api({ form: 'both' });
    api.addServer({ id: 12345 });
    const server = await serve(api);
    try {
      const deps = equipped(server.url);
      await deps.vps.listServers();
      await deps.reach(deps.deadline - 60_000).vps.power(id(12345), 'stop');
      expect(api.ledger.map(({ method, path }) => `${method} ${path}`)).toEqual([
        'GET /servers/',
        `POST /servers/${uuidOf(12345)}/power/`,
      ]);
    } finally {
      await server.close();
    }
  });

  test('goes on without a proxy that this Node cannot use, and says so', () => {
    withoutProxies();
    vi.stubEnv('https_proxy', 'http://127.0.0.1:9');
    const spy = vi.spyOn(process, 'getBuiltinModule').mockReturnValue({} as never);
    const log = new MemoryLog();
    try {
      equipped('https://admin.vps.org/api/v1', log);
    } finally {
      spy.mockRestore();
    }
    expect(log.lines).toEqual([
      `warning Proxy not used: https_proxy is set, but Node ${process.version} cannot use it. Node 24.14 or later can.`,
    ]);
  });

  test.each(['no proxy', 'proxy.example.com:3128', 'socks5://127.0.0.1:1080'])(
    'is not to be had with a proxy that is none: %s',
    (proxy) => {
      withoutProxies();
      vi.stubEnv('HTTP_PROXY', proxy);
      expect(() => equipped('https://admin.vps.org/api/v1')).toThrow(
        expect.objectContaining({
          title: 'Proxy not usable',
          message: expect.stringContaining('HTTP_PROXY'),
        }),
      );
    },
  );
});
