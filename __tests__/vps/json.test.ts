import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactInteger, parseJson } from '../../src/vps/json.ts';

describe('integers that a number cannot hold', () => {
  test.each<[string, unknown]>([
    ['9007199254740991', 9007199254740991],
    ['9007199254740992', '9007199254740992'],
    ['9007199254740993', '9007199254740993'],
    ['12345678901234567890', '12345678901234567890'],
    ['{"id":1000000000000000801}', { id: '1000000000000000801' }],
    ['[{"server":{"id":1000000000000000801}}]', [{ server: { id: '1000000000000000801' } }]],
  ])('are read as text: %s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  test.each<[string, unknown]>([
    ['1.5', 1.5],
    ['1e300', 1e300],
    ['1e3', 1000],
    ['-9007199254740993', -9007199254740992],
    ['0', 0],
    ['true', true],
    ['null', null],
    ['"9007199254740993"', '9007199254740993'],
  ])('and nothing else is: %s', (text, expected) => {
    expect(parseJson(text)).toEqual(expected);
  });

  test('are written with all their digits', () => {
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
