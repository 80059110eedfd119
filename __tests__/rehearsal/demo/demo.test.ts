import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../../action.yml';
import { type Act, perform } from '../../../rehearsal/demo/stage.ts';

const root = join(import.meta.dirname, '../../..');

let elsewhere: string;
beforeEach(() => {
  elsewhere = mkdtempSync(join(tmpdir(), 'demo-'));
});
afterEach(() => rmSync(elsewhere, { recursive: true }));

/** `npm run demo` of a clone, as its user sees it. */
function demo(clone: string): Promise<{ exitCode: unknown; stdout: string; stderr: string }> {
  const script = join(clone, 'dist/demo/index.js');
  return new Promise((resolve) => {
    execFile(process.execPath, [script], { cwd: elsewhere }, (error, stdout, stderr) =>
      resolve({ exitCode: error ? error.code : 0, stdout, stderr }),
    );
  });
}

/** A clone whose action is something else. */
function cloneWith(main: string, post: string): string {
  const clone = join(elsewhere, 'clone');
  cpSync(join(root, 'dist/demo'), join(clone, 'dist/demo'), { recursive: true });
  for (const [phase, script] of Object.entries({ main, post })) {
    mkdirSync(join(clone, 'dist', phase));
    writeFileSync(join(clone, 'dist', phase, 'index.js'), script);
  }
  return clone;
}

test('tells its story from any folder, without colours where nobody sees them', async () => {
  const started = performance.now();
  const { exitCode, stdout, stderr } = await demo(root);
  // Twice that, on a machine that is busy with other tests.
  expect(performance.now() - started).toBeLessThan(60_000);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).not.toMatch(/\u001b|demo-token|ghs_rehearsal|undefined|NaN/);
  const story = [
    'A deploy that goes well',
    ...['Snapshot 801', 'is complete.', '200 OK', 'Post Snapshot before the deploy'],
    ...['on_success is delete', 'is deleted.', 'Job summary', 'create – created', 'after the job – deleted'],
    'A deploy that fails, and is rolled back',
    ...['is complete.', '200 OK', 'Error: Process completed with exit code 1.', '500 Internal Server Error'],
    ...['Post Snapshot before the deploy', 'on_failure is restore,delete', 'Going to restore server 12345'],
    ...['is active again, restored from snapshot 801', 'Warning: Rolled back', 'is deleted.', '200 OK'],
    ...['Job summary', 'after the job – restored', 'snapshot requested', 'restore requested', 'server back'],
    'A deploy that somebody cancels',
    ...['Error: The operation was canceled.', '500 Internal Server Error', 'on_cancelled is restore'],
    ...[
      'Warning: Rollback requested',
      'It is not confirmed yet.',
      'Error: Rollback requested, not confirmed',
    ],
    ...['no answer (the server is restoring)', '200 OK', 'after the job – timed out'],
    'A server without a free slot',
    ...['Error: Snapshot limit reached', 'at most 5 snapshots per server', 'Kept: snapshot 705'],
    ...['Deleted: snapshot 701', 'is complete.', 'prune – pruned', 'Slots used: server 12345: 1 of 5'],
    '✓ All as it should be',
  ];
  let told = 0;
  for (const text of story) {
    expect(stdout.slice(told)).toContain(text);
    told = stdout.indexOf(text, told) + text.length;
  }
}, 60_000);

describe('a demo that goes wrong is red, and says where', () => {
  const fails = 'process.exitCode = 1';
  const warns = 'console.log("::warning::hm")';
  const [main, post] = ['"Snapshot before the deploy"', '"Post Snapshot before the deploy"'];
  test.each([
    ['does nothing', '', '', `output result of ${main}: undefined instead of "created"`],
    ['frees no slot', '', '', `headline of ${post} with "deleted": false instead of true`],
    ['mends nothing', '', '', 'the web site: "500 Internal Server Error" instead of "200 OK"'],
    ['tells nothing', '', '', `annotations of ${post}: [] instead of ["warning: Rolled back"]`],
    ['meets no limit', '', '', `exit code of ${main}: 0 instead of 1`],
    ['fails', fails, '', `exit code of ${main}: 1 instead of 0`],
    ['fails after the job', '', fails, `exit code of ${post}: 1 instead of 0`],
    ['warns', warns, '', `annotations of ${main}: ["warning: hm"] instead of []`],
    ['warns after the job', '', warns, `annotations of ${post}: ["warning: hm"] instead of []`],
    ['does not even start', 'syntax error', '', `exit code of ${main}: 1 instead of 0`],
  ])('an action that %s', async (_, mainScript, postScript, complaint) => {
    const { exitCode, stdout, stderr } = await demo(cloneWith(mainScript, postScript));
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`✗ ${complaint}`);
    expect(stdout).not.toContain('✓ All');
  });

  const stage = { dist: root, manifest, write: () => {}, colours: false };
  test.each<[string, Act['play'], string[]]>([
    [
      'a snapshot that is left',
      ({ uses }) => uses('Snap', { with: { server_id: '12345', wait: 'false' }, gives: {} }),
      ['snapshot 801 is still there'],
    ],
    [
      'a request that is refused',
      ({ uses }) => uses('Gone', { with: { mode: 'delete', snapshot_id: '9' }, gives: {} }),
      [expect.stringContaining('annotations of "Gone"'), 'the API answered 404 to DELETE /snapshots/9/'],
    ],
    ['a site that is down', async ({ visits }) => visits('404'), ['the web site: "200 OK" instead of "404"']],
  ])('%s', async (title, play, complaints) => {
    expect(await perform({ ...stage, acts: [{ title, play }] })).toEqual(complaints);
  });

  test('a snapshot that is gone', async () => {
    const act = { title: 'gone', snapshots: [{ id: 7 }], leaves: [7, 9], play: async () => {} };
    expect(await perform({ ...stage, acts: [act] })).toEqual(['snapshot 9 is gone']);
  });

  test('a server that is not back', async () => {
    const play: Act['play'] = ({ uses }) =>
      uses('Roll back', { with: { mode: 'restore', snapshot_id: '7', wait: 'false' } });
    const act = { title: 'late', snapshots: [{ id: 7 }], leaves: [7], play };
    expect(await perform({ ...stage, acts: [act] })).toEqual(['server 12345 is restoring']);
  });
});
