import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import * as limits from '../../src/limits.ts';

const src = join(import.meta.dirname, '../../src');
const files = globSync('**/*.ts', { cwd: src }).map((file) => file.replaceAll('\\', '/'));

/** Where such numbers stand for something else than a limit. */
const elsewhere = ['limits.ts', 'waiting/schedule.ts', 'inputs/values.ts'];

/** A time, a count of tries or a size that stands in the code itself. */
function limitsIn(source: string): string[] {
  const code = source.replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*$/gms, '');
  return [
    ...code.matchAll(/\b[\d_.]+ \* (?:second|minute|hour|day)\b/g),
    ...code.matchAll(/\bconst \w*(?:Ms|Tries|Share|Pages|InFlight|[bB]ytes)\w* = [\d.].*/g),
    ...code.matchAll(/\b(?:ms|patienceMs|windowMs): [\d.]+/g),
    ...code.matchAll(/\b\d{1,3}(?:_\d{3})+\b/g),
  ].map(([found]) => found);
}

test.each(files.filter((file) => !elsewhere.includes(file)).sort())(
  'src/%s has no limit of its own',
  (file) => {
    expect(limitsIn(readFileSync(join(src, file), 'utf8'))).toEqual([]);
  },
);

test('every limit says why, and is used', () => {
  const source = readFileSync(join(src, 'limits.ts'), 'utf8');
  const others = files.filter((file) => file !== 'limits.ts');
  const code = others.map((file) => readFileSync(join(src, file), 'utf8')).join('\n');
  for (const name of Object.keys(limits)) expect(code, name).toMatch(new RegExp(`\\b${name}\\b`));
  expect(source.match(/^export const/gm)).toHaveLength(Object.keys(limits).length);
});

describe('the search itself', () => {
  test.each([
    'const patience = 5 * minute;',
    'const settleMs = 20_000;',
    'const mostTries = 3;',
    'watch({ windowMs: 500 })',
    'return bytes > 65_536;',
  ])('finds %s', (code) => expect(limitsIn(code)).not.toEqual([]));

  test.each([
    'const mostRows = 200;',
    'return ms / 1024;',
    '// 20_000 is long',
    'const pauseMs = asked ?? 0;',
  ])('passes over %s', (code) => expect(limitsIn(code)).toEqual([]));
});
