import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import manifest from '../../action.yml';
import { readable } from '../../rehearsal/demo/markdown.ts';
import { type Act, perform } from '../../rehearsal/demo/stage.ts';

const root = join(import.meta.dirname, '../..');

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
function cloneWith(main: string): string {
  const clone = join(elsewhere, 'clone');
  cpSync(join(root, 'dist/demo'), join(clone, 'dist/demo'), { recursive: true });
  mkdirSync(join(clone, 'dist/main'));
  writeFileSync(join(clone, 'dist/main/index.js'), main);
  return clone;
}

test('tells the story of a deploy that goes wrong, from any folder, without colours where nobody sees them', async () => {
  const { exitCode, stdout, stderr } = await demo(root);
  expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: '' });
  expect(stdout).not.toMatch(/\u001b|demo-token|undefined|NaN/);
  const story = [
    'Snapshot 801',
    'is complete.',
    '200 OK',
    'Error: Process completed with exit code 1.',
    '500 Internal Server Error',
    'is active again, restored from snapshot 801',
    '200 OK',
    'is deleted.',
    'Job summary',
    'create – created',
    'restore – restored',
    'delete – deleted',
    '✓ All as it should be',
  ];
  let told = 0;
  for (const text of story) {
    expect(stdout.slice(told)).toContain(text);
    told = stdout.indexOf(text, told) + text.length;
  }
});

describe('a demo that goes wrong is red, and says where', () => {
  test.each([
    ['does nothing', '', 'output result of "Roll back": undefined instead of "restored"'],
    ['mends nothing', '', 'the web site: "500 Internal Server Error" instead of "200 OK"'],
    ['fails', 'process.exitCode = 1', 'exit code of "Roll back": 1 instead of 0'],
    ['warns', 'console.log("::warning::hm")', 'annotations of "Roll back": [{"level":"warning"'],
    ['does not even start', 'syntax error', 'exit code of "Snapshot before the deploy": 1 instead of 0'],
  ])('an action that %s', async (_, main, complaint) => {
    const { exitCode, stdout, stderr } = await demo(cloneWith(main));
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`✗ ${complaint}`);
    expect(stdout).not.toContain('✓ All');
  });

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
    const stage = { dist: root, manifest, write: () => {}, colours: false };
    expect(await perform({ ...stage, acts: [{ title, play }] })).toEqual(complaints);
  });
});

test('a summary is read like a page', () => {
  const summary = [
    '### ✅ Title',
    '',
    '> **Why** &#124; &lt;b&gt;  ',
    '',
    '| Server | Size |',
    '| --- | ---: |',
    '| 1 <code>a&#124;b&#64;\u200bc</code> | 5 |',
    '| 12345 | 5.0 GB |',
    '',
    '<details><summary>More</summary>',
    '',
    '```yaml',
    'a: 1',
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
  expect(readable(summary)).toEqual([
    '✅ Title',
    '',
    '│ Why | <b>',
    '',
    'Server      Size',
    '────────────────',
    '1 a|b@c        5',
    '12345     5.0 GB',
    '',
    '▸ More',
    '',
    'a: 1',
  ]);
});
