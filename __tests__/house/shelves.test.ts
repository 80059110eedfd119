import { existsSync, globSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const tests = join(import.meta.dirname, '..');
const src = join(tests, '../src');

/** They look at something that no single file of `src/` does. */
const acrossRooms = [
  'modes/guard/claims',
  'modes/chaos-finds',
  'modes/promise',
  ...[
    'modes/fleet',
    'modes/hazards',
    'modes/hostile',
    'modes/many',
    'modes/odd-answers',
    'modes/properties',
    'modes/reports',
    'modes/signals',
  ],
  ...[
    'modes/create/at-limit',
    'modes/create/stop-server',
    'modes/guard/cancelled',
    'modes/guard/many',
    'modes/guard/unready',
    'modes/guard/waited',
    'modes/guard/whose-evidence',
    'modes/create/many-unmarked',
    'modes/guard/never-accepted',
    'modes/guard/restored-before',
    'modes/guard/resumed',
    'modes/no-times',
    'modes/restore/ownerless',
  ],
];

const files = globSync('**/*.test.ts', {
  cwd: tests,
  exclude: ['house/**', 'scenarios/**', 'rehearsal/**', 'conformance/**', 'chaos/**', 'examples/**'],
}).map((file) => file.replaceAll('\\', '/').replace(/(\.properties)?\.test\.ts$/, ''));

test.each(files.filter((file) => !acrossRooms.includes(file)).sort())(
  '%s stands where it stands in src/',
  (file) => {
    expect(existsSync(join(src, `${file}.ts`))).toBe(true);
  },
);

test('what looks across rooms is there', () => {
  expect(acrossRooms.filter((file) => !files.includes(file))).toEqual([]);
});
