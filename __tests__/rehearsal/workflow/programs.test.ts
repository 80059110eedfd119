import { execFileSync, type StdioOptions, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { expect, test } from 'vitest';
import { hanging, Programs } from '../../../rehearsal/workflow/programs.ts';

function staged(endings: ConstructorParameters<typeof Programs>[0]['endings'] = {}) {
  const programs = new Programs({ programs: ['ssh'], scripts: ['./deploy.sh', './ops/test.sh'], endings });
  const workspace = mkdtempSync(join(tmpdir(), 'workspace-'));
  programs.checkOut(workspace);
  const stdio: StdioOptions = ['ignore', 'pipe', 'pipe'];
  const options = { cwd: workspace, env: { PATH: programs.path }, encoding: 'utf8', stdio } as const;
  return {
    programs,
    run: (script: string) => spawnSync('bash', ['-c', script], options).status,
    options,
    [Symbol.dispose]() {
      programs.clear();
      rmSync(workspace, { recursive: true });
    },
  };
}

test('every call is noted with its parameters, in order', () => {
  using scene = staged();
  expect(scene.run(`./deploy.sh && ssh web 'a  b' && ./ops/test.sh "two\nlines"`)).toBe(0);
  expect(scene.programs.calls).toEqual(['./deploy.sh', 'ssh web a  b', './ops/test.sh two\nlines']);
});

test('a program ends as told, by its name or by a whole call', () => {
  using scene = staged({ './deploy.sh': 'fails', 'ssh web stop': 'fails' });
  expect(['./deploy.sh', './deploy.sh 1', 'ssh web stop', 'ssh web start'].map(scene.run)).toEqual([
    1, 1, 1, 0,
  ]);
});

test('one that hangs says so and goes on until it is killed', async () => {
  using scene = staged({ './deploy.sh': 'hangs' });
  const child = spawn('bash', ['-c', './deploy.sh'], scene.options);
  const [said] = await once(child.stdout as Readable, 'data');
  expect([String(said).trim(), child.exitCode]).toEqual([hanging, null]);
  child.kill('SIGKILL');
  await once(child, 'close');
});

test('nothing else is found, and curl does not leave the machine', () => {
  using scene = staged();
  expect(scene.run('git status')).toBe(127);
  const { options } = scene;
  expect(execFileSync('bash', ['-c', 'curl -sS http://192.0.2.1/ 2>&1 || echo refused'], options)).toMatch(
    /127\.0\.0\.1.*refused/s,
  );
});
