import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { describe, expect, test } from 'vitest';

/** From the roof to the ground. A file may reach its own room and the floors below; rooms on one floor know nothing of each other. */
const floors = [
  ['main.ts', 'post.ts'],
  ['world.ts', 'run-main.ts', 'run-post.ts'],
  ['run.ts', 'real-deps.ts'],
  ['modes/'],
  ['operations/'],
  ['reading/'],
  ['state/'],
  ['deps.ts', 'runner/'],
  ['github/'],
  ['report/'],
  ['inputs/'],
  ['rules/'],
  ['vps/'],
  ['text/'],
  ['waiting/'],
  ['limits.ts'],
  ['errors.ts'],
  ['version.ts'],
];

/** Modes know nothing of each other: each is a folder or a file, beside what they share. */
const sharedByModes = ['modes/mode.ts', 'modes/dry-run.ts', 'modes/shared-refusals.ts'];

const longest = 220;

interface Import {
  from: string;
  how: 'type' | 'static' | 'dynamic';
}

/** Types count too: what a file knows of, it depends on. */
function importsOf(source: string): Import[] {
  const code = withoutComments(source);
  const statements = code.matchAll(/^(?:import|export)\s(\s*type\s)?(?:[^'";=]*?\sfrom\s)?\s*'([^']+)'/gm);
  const calls = code.matchAll(/\bimport\(\s*['"`]([^'"`]+)/g);
  return [
    ...[...statements].map(([, type, from = '']) => ({ from, how: type ? 'type' : 'static' }) as const),
    ...[...calls].map(([, from = '']) => ({ from, how: 'dynamic' }) as const),
  ];
}

function withoutComments(source: string): string {
  return source.replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, '');
}

/** The folder that a file is in, or the file itself where it stands alone. */
function roomOf(file: string): string {
  const [folder = '', ...rest] = file.split('/');
  return rest.length > 0 ? `${folder}/` : folder;
}

const floorOf = (room: string) => floors.findIndex((rooms) => rooms.includes(room));
const isIn = (rooms: string[], file: string) => rooms.includes(roomOf(file));

/** What is wrong with a source file; `file` is its path below src/. */
function complaints(file: string, source: string): string[] {
  const code = withoutComments(source);
  const found = importsOf(source).flatMap((one) => wrongImport(file, one) ?? []);
  if (floorOf(roomOf(file)) < 0) found.push('stands on no floor');
  if (source.split('\n').length > longest + 1) found.push(`is longer than ${longest} lines`);
  if (/\bprocess\b[.?[]/.test(code) && !isIn(['runner/', 'world.ts'], file)) found.push('mentions process');
  return found;
}

function wrongImport(file: string, { from, how }: Import): string | undefined {
  if (!from.startsWith('.')) return wrongPackage(file, { from, how });
  const target = posix.join(posix.dirname(file), from);
  if (target.endsWith('.yml')) return undefined;
  if (target.startsWith('..')) return `leaves src for ${from}`;
  const [room, targetRoom] = [roomOf(file), roomOf(target)];
  if (room === targetRoom) return wrongMode(file, target);
  if (floorOf(targetRoom) === floorOf(room)) return `imports ${target} from beside it`;
  return floorOf(targetRoom) < floorOf(room) ? `imports ${target} from a floor above` : undefined;
}

function wrongPackage(file: string, { from, how }: Import): string | undefined {
  if (/^(node:)?process$/.test(from) && !isIn(['runner/', 'world.ts'], file)) return `imports ${from}`;
  if (from.startsWith('@actions/') && !isIn(['runner/'], file)) return `imports ${from} outside runner/`;
  if (from.startsWith('@octokit/') && !isIn(['github/'], file)) return `imports ${from} outside github/`;
  if (from.startsWith('@octokit/') && how === 'static') return `loads ${from} before it is needed`;
  return undefined;
}

function wrongMode(file: string, target: string): string | undefined {
  if (roomOf(file) !== 'modes/' || sharedByModes.includes(target)) return undefined;
  const [mine, other] = [posix.dirname(file), posix.dirname(target)];
  return mine === other && mine !== 'modes' ? undefined : `imports ${target}, which is another mode`;
}

/** The first circle among the arrows, from a name back to itself; empty when there is none. */
function circleIn(arrows: ReadonlyMap<string, readonly string[]>): string[] {
  const done = new Set<string>();
  const visit = (name: string, path: readonly string[]): string[] => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name];
    if (done.has(name)) return [];
    done.add(name);
    for (const next of arrows.get(name) ?? []) {
      const circle = visit(next, [...path, name]);
      if (circle.length > 0) return circle;
    }
    return [];
  };
  for (const name of arrows.keys()) {
    const circle = visit(name, []);
    if (circle.length > 0) return circle;
  }
  return [];
}

const src = join(import.meta.dirname, '../../src');
const files = globSync('**/*.ts', { cwd: src })
  .map((file) => file.replaceAll('\\', '/'))
  .sort();
const sources = new Map(files.map((file) => [file, readFileSync(join(src, file), 'utf8')]));

function arrowsOf(file: string): string[] {
  return importsOf(sources.get(file) ?? '')
    .filter(({ from }) => from.startsWith('.') && from.endsWith('.ts'))
    .map(({ from }) => posix.join(posix.dirname(file), from));
}

test.each(files)('src/%s keeps to the house rules', (file) => {
  expect(complaints(file, sources.get(file) ?? '')).toEqual([]);
});

test('files make no circle', () => {
  expect(circleIn(new Map(files.map((file) => [file, arrowsOf(file)])))).toEqual([]);
});

test('rooms make no circle', () => {
  const arrows = new Map<string, string[]>();
  for (const file of files) {
    const others = arrowsOf(file)
      .map(roomOf)
      .filter((room) => room !== roomOf(file));
    arrows.set(roomOf(file), [...(arrows.get(roomOf(file)) ?? []), ...others]);
  }
  expect(circleIn(arrows)).toEqual([]);
});

test('every room has a floor of its own, but for what stands beside deps, run and main', () => {
  expect(floors.filter((rooms) => rooms.filter((room) => room.endsWith('/')).length > 1)).toEqual([]);
  expect(new Set(files.map(roomOf))).toEqual(new Set(floors.flat()));
});

/** Every arrow of the house, turned round: the house must not stand that. */
test('an arrow turned round is a complaint', () => {
  const between = files.flatMap((file) =>
    arrowsOf(file)
      .filter((target) => roomOf(target) !== roomOf(file))
      .map((target) => [file, target] as const),
  );
  expect(between.length).toBeGreaterThan(200);
  for (const [file, target] of between) {
    const back = posix.relative(posix.dirname(target), file);
    const turned = `import type { X } from '${back.startsWith('.') ? back : `./${back}`}';`;
    expect(complaints(target, turned), `${target} → ${file}`).toEqual([
      expect.stringContaining('from a floor above'),
    ]);
  }
});

describe('the rules themselves', () => {
  test.each([
    ['main.ts', `import { run } from './run.ts';`],
    ['run.ts', `import { create } from './modes/create/create.ts';\nimport type { Deps } from './deps.ts';`],
    ['world.ts', `import * as log from './runner/log.ts';\nprocess.exitCode = 1;`],
    ['vps/http.ts', `import { Failure } from '../errors.ts';\nimport { minute } from '../limits.ts';`],
    ['runner/log.ts', `import * as core from '@actions/core';\nprocess.on('SIGINT', () => {});`],
    ['github/client.ts', `import type { Octokit } from '@octokit/core';\nawait import('@octokit/core');`],
    ['inputs/names.ts', `import manifest from '../../action.yml';`],
    [
      'modes/create/create.ts',
      `import { createLook } from './create-look.ts';\nimport { a } from '../mode.ts';`,
    ],
    ['rules/age.ts', `// process.env is not read here\n/* import '@actions/core'; */ const processed = 1;`],
  ])('%s may say %s', (file, source) => {
    expect(complaints(file, source)).toEqual([]);
  });

  test.each([
    ['rules/age.ts', `import { create } from '../modes/create/create.ts';`, 'floor above'],
    ['rules/age.ts', `import type { Plan } from '../modes/mode.ts';`, 'floor above'],
    ['rules/age.ts', `import {\n  a,\n  b,\n} from '../run.ts';`, 'floor above'],
    ['rules/age.ts', `export * from '../run.ts';`, 'floor above'],
    ['rules/age.ts', `import '../run.ts';`, 'floor above'],
    ['rules/age.ts', `const run = await import('../run.ts');`, 'floor above'],
    ['rules/age.ts', `import type { Entry } from '../report/journal.ts';`, 'floor above'],
    ['vps/http.ts', `import type { Origin } from '../rules/ownership.ts';`, 'floor above'],
    ['errors.ts', `import type { Deps } from './deps.ts';`, 'floor above'],
    ['runner/log.ts', `import { run } from '../run.ts';`, 'floor above'],
    ['runner/log.ts', `import type { Deps } from '../deps.ts';`, 'beside it'],
    ['run.ts', `import { realDeps } from './real-deps.ts';`, 'beside it'],
    ['modes/create/create.ts', `import { wait } from '../wait.ts';`, 'another mode'],
    ['modes/wait.ts', `import { guard } from './guard/guard.ts';`, 'another mode'],
    ['modes/list.ts', `import { prune } from './prune.ts';`, 'another mode'],
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

  test('a circle is found, however long', () => {
    const arrows = new Map([
      ['a', ['b']],
      ['b', ['c', 'd']],
      ['c', []],
      ['d', ['a']],
    ]);
    expect(circleIn(arrows)).toEqual(['a', 'b', 'd', 'a']);
    expect(
      circleIn(
        new Map([
          ['a', ['b']],
          ['b', []],
        ]),
      ),
    ).toEqual([]);
  });
});
