import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactInteger, parseJson } from '../../src/vps/json.ts';

describe('numbers that JavaScript cannot hold', () => {
  test.each<[string, unknown]>([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['{"id":1000000000000000801}', { id: '1000000000000000801' }],
    ['{"size_mb":1e999,"count":-1e999}', { size_mb: '1e999', count: '-1e999' }],
    ['[1E309,1.5E+400,-9.9e0999]', ['1E309', '1.5E+400', '-9.9e0999']],
    [`1${'0'.repeat(14)}1e301`, `1${'0'.repeat(14)}1e301`],
    [`1${'0'.repeat(400)}`, `1${'0'.repeat(400)}`],
    [`1${'0'.repeat(400)}.5`, `1${'0'.repeat(400)}.5`],
    ['[{"server":{"id":1000000000000000801}}]', [{ server: { id: '1000000000000000801' } }]],
  ])('are read as text: %s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['1.5', 1.5],
    ['1e300', 1e300],
    ['1e3', 1000],
    ['999999999999999e99', 999999999999999e99],
    ['1e-400', 0],
    ['-9007199254740993', -9007199254740992],
    ['0', 0],
    ['true', true],
    ['null', null],
    ['"9007199254740993"', '9007199254740993'],
  ])('and nothing else is: %s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  test('are written with all their digits, if they are integers', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{0,39}$/), (digits) => {
        const text = JSON.stringify({ server_id: exactInteger(digits) });
        expect(text).toBe(`{"server_id":${digits}}`);
        expect(String((parseJson(text) as { server_id: unknown }).server_id)).toBe(digits);
      }),
    );
  });
});

test.each(['', '{', '{"id":1} x', '<html></html>'])('what is no JSON is an error: %j', (text) => {
  expect(() => parseJson(text)).toThrow(SyntaxError);
});
