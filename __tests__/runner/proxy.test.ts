import { describe, expect, test } from 'vitest';
import { type Ended, runScript } from '../helpers/child.ts';
import { certificateFile, closedPort, origin, proxy } from '../helpers/network.ts';

/** What a step does first: use the proxies, then read a list. */
const script = `
import { realDeps } from 'src/real-deps.ts';
import { Journal } from 'src/report/journal.ts';
import { systemClock as clock } from 'src/runner/clock.ts';
const write = (kind) => (...texts) => console.log([kind, ...texts].join(' '));
const log = { info: write('info'), debug() {}, notice() {}, warning: write('warning'), error() {}, group() {}, endGroup() {} };
const inputs = { apiUrl: process.env.API_URL, apiToken: 'token-for-tests', timeoutMs: 5_000 };
const { signal } = new AbortController();
try {
  const journal = new Journal(log, () => {});
  const { vps } = realDeps(inputs, {}, { journal, log, clock, signal, saveState: () => true });
  console.log('servers', (await vps.listServers({ patienceMs: () => 1 })).length);
} catch (error) {
  console.log(error.name, error.code ?? error.title, error.message);
}`;

function step(env: Record<string, string>, before = ''): Promise<Ended> {
  return runScript(before + script, env);
}

describe('a proxy', () => {
  test.each(['https_proxy', 'HTTPS_PROXY'])('for https is named by %s', async (variable) => {
    const port = await origin('https');
    const { url, passed } = await proxy();
    const { stdout } = await step({
      API_URL: `https://localhost:${port}/api/v1`,
      NODE_EXTRA_CA_CERTS: certificateFile,
      [variable]: url,
    });
    expect(stdout).toBe('servers 0\n');
    expect(passed).toEqual([`CONNECT localhost:${port}`]);
  });

  test('for http is named by HTTP_PROXY', async () => {
    const port = await origin('http');
    const { url, passed } = await proxy();
    const { stdout } = await step({ API_URL: `http://localhost:${port}/api/v1`, HTTP_PROXY: url });
    expect(stdout).toBe('servers 0\n');
    expect(passed).toHaveLength(1);
    expect(passed[0]).toContain(`localhost:${port}`);
  });

  test.each(['localhost', '*', 'example.com,localhost'])('is not used where NO_PROXY is %s', async (none) => {
    const port = await origin('https');
    const { url, passed } = await proxy();
    const { stdout } = await step({
      API_URL: `https://localhost:${port}/api/v1`,
      NODE_EXTRA_CA_CERTS: certificateFile,
      HTTPS_PROXY: url,
      NO_PROXY: none,
    });
    expect(stdout).toBe('servers 0\n');
    expect(passed).toEqual([]);
  });

  test('that is not there is trouble that may pass, and surely nothing was sent', async () => {
    const { stdout } = await step({
      API_URL: `https://localhost:${await closedPort()}/api/v1`,
      HTTPS_PROXY: `http://127.0.0.1:${await closedPort()}`,
    });
    expect(stdout).toMatch(/^NetworkError ECONNREFUSED No answer from VPS\.org/);
  });

  test('that this Node cannot use is a warning with its version', async () => {
    const port = await origin('http');
    const { stdout } = await step(
      { API_URL: `http://127.0.0.1:${port}/api/v1`, HTTP_PROXY: 'http://127.0.0.1:9' },
      'process.getBuiltinModule = () => ({});',
    );
    expect(stdout).toBe(
      `warning Proxy not used HTTP_PROXY is set, but Node ${process.version} cannot use it. Node 24.14 or later can.\nservers 0\n`,
    );
  });
});

describe('a certificate', () => {
  test('of an own authority is accepted with NODE_EXTRA_CA_CERTS', async () => {
    const port = await origin('https');
    const { stdout } = await step({
      API_URL: `https://localhost:${port}/api/v1`,
      NODE_EXTRA_CA_CERTS: certificateFile,
    });
    expect(stdout).toBe('servers 0\n');
  });

  test('that nobody vouches for is not accepted, and not asked for again', async () => {
    const port = await origin('https');
    const { stdout } = await step({ API_URL: `https://localhost:${port}/api/v1` });
    expect(stdout).toMatch(/^NetworkError DEPTH_ZERO_SELF_SIGNED_CERT The certificate of VPS\.org was not/);
  });

  test('where there is none is no certificate', async () => {
    const port = await origin('http');
    const { stdout } = await step({ API_URL: `https://localhost:${port}/api/v1` });
    expect(stdout).toMatch(/^NetworkError ERR_SSL_[A-Z_]+ The certificate of VPS\.org was not accepted/);
  });
});
