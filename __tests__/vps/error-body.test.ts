import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { wordsOf } from '../../src/vps/error-body.ts';

describe('the words of an error body', () => {
  test.each([
    ['{"detail":"Not found."}', 'Not found.'],
    ['{"message":"Limit reached"}', 'Limit reached'],
    ['{"error":"Oh no"}', 'Oh no'],
    ['{"error":{"message":"Deep","code":7}}', 'Deep'],
    ['{"detail":"","message":"Second"}', 'Second'],
    ['{"detail":["One.","Two."]}', 'One. Two.'],
    [
      '{"name":["Too long.","Not unique."],"server_id":["Unknown."]}',
      'name: Too long. Not unique.; server_id: Unknown.',
    ],
    ['{"count":2,"results":"x"}', ''],
    ['"just a text"', 'just a text'],
    ['["One.","",7,"Two."]', 'One. Two.'],
    ['null', ''],
    ['42', ''],
    ['', ''],
    ['plain text', 'plain text'],
    ['<html><head><title>502 Bad Gateway</title></head><body>nginx</body></html>', '502 Bad Gateway'],
    ['<style>b{}</style><h1>Oh <b>no</b></h1><script>alert(1)</script>', 'Oh no'],
    ['{"detail":"one\\ntwo ##[error]"}', 'one two ## [error]'],
    ['{"detail":"cut', '{"detail":"cut'],
  ])('%s', (body, expected) => {
    expect(wordsOf(body)).toBe(expected);
  });

  test('are one short line, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.lorem({ maxCount: 90 })), (body) => {
        const words = wordsOf(body);
        expect(words.length).toBeLessThanOrEqual(200);
        expect(words).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
