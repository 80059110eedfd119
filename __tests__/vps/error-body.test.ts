import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { saidIn } from '../../src/vps/error-body.ts';

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
    ['{"errors":{"server_id":["Unknown."]}}', 'server_id: Unknown.'],
    ['{"reason":"Server is locked."}', 'Server is locked.'],
    ['{"message":{"text":"Not now."}}', 'Not now.'],
    ['["A valid integer is required."]', 'A valid integer is required.'],
    ['{"errors":[{"detail":"Too long.","attr":"name"}]}', 'name: Too long.'],
    [
      '{"errors":[{"detail":"Too long.","attr":"name","code":"max"},{"detail":"No."}]}',
      'name: Too long.; No.',
    ],
    ['{"title":"Bad request","status":400,"type":"about:blank"}', 'Bad request'],
    ['{"error":"invalid_token","error_description":"It expired."}', 'invalid_token; It expired.'],
    ['{"error":"Busy","message":"Busy"}', 'Busy'],
    ['{"non_field_errors":["These do not go together."]}', 'These do not go together.'],
    ['{"errors":["One.","Two."]}', 'One. Two.'],
    ['{"data":{"detail":"Deep."}}', 'Deep.'],
    ['{"server":{"id":["Unknown."]}}', 'server: id: Unknown.'],
    [
      '{"description":["Ensure this field has no more than 64 characters."]}',
      'description: Ensure this field has no more than 64 characters.',
    ],
    ['{"label":"Taken."}', 'label: Taken.'],
    ['{"label":"Taken.","server_id":["Unknown."]}', 'server_id: Unknown.; label: Taken.'],
    ['{"detail":"No.","request_id":"f00"}', 'No.'],
    ['{"error":"busy","description":"Try later."}', 'busy; Try later.'],
    ['{"code":7,"success":false}', ''],
    ['{"a":{"b":{"c":{"d":{"e":{"f":{"g":["Too deep."]}}}}}}}', ''],
    ['\ufeff{"detail":"With a mark before it."}', 'With a mark before it.'],
  ])('%s', (body, expected) => {
    expect(saidIn(body).words).toBe(expected);
  });

  test.each<[boolean, string, string]>([
    [true, '<html><title>502</title></html>', ''],
    [true, '  \n<!DOCTYPE html><p>Log in', ''],
    [true, '\ufeff<html>', ''],
    [false, '', 'text/html; charset=utf-8'],
    [true, 'Are you human?', 'text/html'],
    [false, '{"detail":"<b>No</b>"}', 'text/html'],
    [false, 'upstream timed out', 'text/plain'],
    [false, '', ''],
    [false, 'a < b', ''],
    [false, '{"detail":', 'application/json'],
  ])('come from a page: %s, %j of %j', (isPage, body, contentType) => {
    expect(saidIn(body, contentType).foreign === 'a web page').toBe(isPage);
  });

  test.each([
    ['[', ']'],
    ['{"errors":', '}'],
    ['[{"x":', '}]'],
  ])('are not looked for at the bottom of %s…', (open, close) => {
    const depth = 100_000;
    expect(saidIn(`${open.repeat(depth)}"no"${close.repeat(depth)}`)).toEqual({
      words: '',
      namesField: false,
    });
  });

  test('are not looked for in what is too long to be said', () => {
    const said = (length: number) => saidIn(JSON.stringify({ name: ['x'.repeat(length - 13)] }));
    expect(said(64 * 1024)).toMatchObject({ words: expect.stringMatching(/^name: x/), namesField: true });
    expect(said(64 * 1024 + 1)).toEqual({ words: '', namesField: false });
  });

  test('are one short line, whatever comes', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.json(), fc.lorem({ maxCount: 90 })), (body) => {
        const { words } = saidIn(body);
        expect(words.length).toBeLessThanOrEqual(200);
        expect(words).not.toMatch(/[\r\n]/);
      }),
    );
  });
});
