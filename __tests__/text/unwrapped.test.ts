import { expect, test } from 'vitest';
import { unwrapped } from '../../src/text/unwrapped.ts';

test.each([
  ['', ''],
  ['  ', ''],
  ['12345', '12345'],
  [' 12345\n', '12345'],
  ['"12345"', '12345'],
  ["'12345'", '12345'],
  ['\ufeff " 12345 " \u200b', '12345'],
  [`"'12345'"`, '12345'],
  ['""', ''],
  ['"', '"'],
  ['"12345', '"12345'],
  ['"12345\'', '"12345\''],
  ['12345"', '12345"'],
  ['a "b" c', 'a "b" c'],
  ['" "', ''],
  ['"a" "b"', 'a" "b'],
])('%j without what came along is %j', (text, expected) => {
  expect(unwrapped(text)).toBe(expected);
});

test('a value of any length takes no time, and no stack', () => {
  const length = 100_000;
  expect(unwrapped('"'.repeat(length))).toBe('');
  expect(unwrapped(`"${' "'.repeat(length)}`)).toBe('"');
  expect(unwrapped(`a${' '.repeat(length)}b`)).toHaveLength(length + 2);
});
