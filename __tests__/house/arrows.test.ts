import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** From the roof to the ground: a file may reach its own floor and those below. */
const floors = [
  ['main.ts', 'post.ts'],
  ['run.ts', 'world.ts', 'real-deps.ts'],
  ['modes/', 'operations/', 'reading/', 'state/', 'runner/'],
  [
    'rules/',
    'inputs/',
    'waiting/',
    'vps/',
    'github/',
    'report/',
    'text/',
    'deps.ts',
    'limits.ts',
    'version.ts',
  ],
  ['errors.ts'],
];

/** These decide and wait, and get whatever touches the world handed in. */
const unworldly = ['run.ts', 'modes/', 'rules/', 'inputs/', 'waiting/', 'vps/', 'report/'];

const longest = 220;

interface Import {
  from: string;
  how: 'type' | 'static' | 'dynamic';
}

function importsOf(code: string): Import[] {
  const statements = code.matchAll(/^(?:import|export)\s(\s*type\s)?(?:[^'";=]*?\sfrom\s)?\s*'([^']+)'/gm);
  const calls = code.matchAll(/\bimport\(\s*['"`]([^'"`]+)/g);
  return [
    ...[...statements].map(([, type, from = '']) => ({ from, how: type ? 'type' : 'static' }) as const),
    ...[...calls].map(([, from = '']) => ({ from, how: 'dynamic' }) as const),
  ];
}

const isIn = (parts: string[], file: string) =>
  parts.some((part) => (part.endsWith('/') ? file.startsWith(part) : file === part));

const floorOf = (file: string) => floors.findIndex((parts) => isIn(parts, file));

/** What is wrong with a source file; `file` is its path below src/. */
function complaints(file: string, source: string): string[] {
  const code = source.replace(/\/\*.*?\*\/|^\s*\/\/.*$/gms, '');
  const found = importsOf(code).flatMap(({ from, how }) => wrongImport(file, from, how) ?? []);
  if (floorOf(file) < 0) found.push('stands on no floor');
  if (source.split('\n').length > longest + 1) found.push(`is longer than ${longest} lines`);
  if (/\bprocess\b[.?[]/.test(code) && !isIn(['runner/', 'world.ts'], file)) found.push('mentions process');
  return found;
}

function wrongImport(file: string, from: string, how: Import['how']): string | undefined {
  if (/^(node:)?process$/.test(from) && !isIn(['runner/', 'world.ts'], file)) return `imports ${from}`;
  if (from.startsWith('@actions/') && !isIn(['runner/'], file)) return `imports ${from} outside runner/`;
  if (from.startsWith('@octokit/') && !isIn(['github/'], file)) return `imports ${from} outside github/`;
  if (from.startsWith('@octokit/') && how === 'static') return `loads ${from} before it is needed`;
  if (!from.startsWith('.')) return undefined;

  const target = posix.join(posix.dirname(file), from);
  if (target.endsWith('.yml')) return undefined;
  if (target.startsWith('..')) return `leaves src for ${from}`;
  if (isIn(unworldly, file) && isIn(['runner/'], target)) return `imports ${target}, which is the runner's`;
  if (how === 'type' && target === 'deps.ts') return undefined;
  return floorOf(target) < floorOf(file) ? `imports ${target} from a floor above` : undefined;
}

const src = join(import.meta.dirname, '../../src');
const files = globSync('**/*.ts', { cwd: src }).map((file) => file.replaceAll('\\', '/'));

test.each(files.sort())('src/%s keeps to the house rules', (file) => {
  expect(complaints(file, readFileSync(join(src, file), 'utf8'))).toEqual([]);
});

describe('the rules themselves', () => {
  test.each([
    ['main.ts', `import { run } from './run.ts';`],
    ['run.ts', `import { create } from './modes/create.ts';\nimport type { Deps } from './deps.ts';`],
    ['world.ts', `import * as log from './runner/log.ts';\nprocess.exitCode = 1;`],
    ['errors.ts', `import type { Deps } from './deps.ts';`],
    [
      'vps/http.ts',
      `import { UsageError } from '../errors.ts';\nimport { minute } from '../waiting/clock.ts';`,
    ],
    ['runner/log.ts', `import * as core from '@actions/core';\nprocess.on('SIGINT', () => {});`],
    ['github/client.ts', `import type { Octokit } from '@octokit/core';\nawait import('@octokit/core');`],
    ['inputs/names.ts', `import manifest from '../../action.yml';`],
    ['rules/age.ts', `// process.env is not read here\n/* import '@actions/core'; */ const processed = 1;`],
  ])('%s may say %s', (file, source) => {
    expect(complaints(file, source)).toEqual([]);
  });

  test.each([
    ['rules/age.ts', `import { create } from '../modes/create.ts';`, 'floor above'],
    ['rules/age.ts', `import type { Plan } from '../modes/plan.ts';`, 'floor above'],
    ['rules/age.ts', `import {\n  a,\n  b,\n} from '../run.ts';`, 'floor above'],
    ['rules/age.ts', `export * from '../run.ts';`, 'floor above'],
    ['rules/age.ts', `import '../run.ts';`, 'floor above'],
    ['rules/age.ts', `const run = await import('../run.ts');`, 'floor above'],
    ['errors.ts', `import { now } from './deps.ts';`, 'floor above'],
    ['runner/log.ts', `import { run } from '../run.ts';`, 'floor above'],
    ['modes/create.ts', `import { log } from '../runner/log.ts';`, "runner's"],
    ['run.ts', `import type { Log } from './runner/log.ts';`, "runner's"],
    ['world.ts', `import { context } from '@actions/github';`, 'outside runner/'],
    ['vps/http.ts', `import { HttpClient } from '@actions/http-client';`, 'outside runner/'],
    ['world.ts', `await import('@octokit/core');`, 'outside github/'],
    ['github/client.ts', `import { Octokit } from '@octokit/core';`, 'before it is needed'],
    ['vps/http.ts', `const proxy = process.env.HTTPS_PROXY;`, 'mentions process'],
    ['github/client.ts', `globalThis.process?.exit();`, 'mentions process'],
    ['vps/http.ts', `import { env } from 'node:process';`, 'imports node:process'],
    ['rules/age.ts', `import { Api } from '../../rehearsal/api/api.ts';`, 'leaves src'],
    ['helpers/age.ts', '', 'no floor'],
    ['rules/age.ts', '\n'.repeat(221), 'longer than'],
  ])('%s may not say %s', (file, source, reason) => {
    expect(complaints(file, source)).toEqual([expect.stringContaining(reason)]);
  });
});
