import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { stage } from '../../conformance/rehearsals.ts';
import { Api } from '../../rehearsal/api/api.ts';
import { type RunningServer, serve } from '../../rehearsal/http/server.ts';
import { statusOf, token } from './started.ts';

const kit = join(import.meta.dirname, '../../conformance/conformance.ts');
const open: RunningServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

test('a real process that is interrupted starts the server again and leaves its report', async () => {
  let creates = 0;
  const createMs = () => (creates++ === 0 ? 0 : 600_000);
  const api = new Api({ form: 'both', createMs, stopTakesMs: 0, startTakesMs: 0 });
  api.addServer(stage);
  const server = await serve(api);
  open.push(server);
  const out = mkdtempSync(join(tmpdir(), 'conformance-'));
  const child = spawn(
    process.execPath,
    [kit, '--server', String(stage.id), '--confirm', stage.name, '--out', out],
    {
      env: { VPS_API_TOKEN: token, VPS_API_URL: server.url },
    },
  );
  let said = '';
  child.stdout.on('data', (chunk) => {
    const before = said;
    said += chunk;
    const stands = '-stopped: in_progress';
    if (said.includes(stands) && !before.includes(stands)) child.kill('SIGINT');
  });
  child.stderr.on('data', (chunk) => {
    said += chunk;
  });
  const code = await new Promise((resolve) => child.on('close', resolve));
  expect([code, said]).toEqual([130, expect.stringContaining('Interrupted')]);
  expect(api.state.powerActions.map(({ action }) => action)).toEqual(['stop', 'start']);
  expect(statusOf(api)).toBe('active');
  expect(said).not.toContain(token);
  expect(existsSync(join(out, 'conformance-report.md'))).toBe(true);
  rmSync(out, { recursive: true });
});
