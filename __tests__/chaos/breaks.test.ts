import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { breaks, brokenSource } from '../../chaos/selftest/breaks.ts';

const root = join(import.meta.dirname, '../..');

test.each(breaks)('rule $rule: $what: the line to break is there', (one) => {
  const source = readFileSync(join(root, one.file), 'utf8');
  expect(brokenSource(source, one)).not.toBe(source);
});

test('every rule that chaos can notice is broken once', () => {
  expect(breaks.map(({ rule }) => rule)).toEqual([1, 2, 3, 4, 5, 6, 7, 9, 11, 12]);
});

test('a line that is not there, or twice, is an error', () => {
  const one = { rule: 1, what: 'x', file: 'src/x.ts', line: 'a', broken: 'b' };
  expect(() => brokenSource('c\n', one)).toThrow('src/x.ts does not have exactly one line "a"');
  expect(() => brokenSource('a\na\n', one)).toThrow('exactly one');
});
