import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { apiUrl, boolean, durationMs, positiveNumber, webUrl } from '../../src/inputs/values.ts';

describe('api_url', () => {
  test.each([
    ['https://admin.vps.org/api/v1', 'https://admin.vps.org/api/v1'],
    ['https://admin.vps.org/api/v1/', 'https://admin.vps.org/api/v1'],
    ['https://admin.vps.org/api/v1///', 'https://admin.vps.org/api/v1'],
    ['HTTPS://Admin.VPS.org:443/api', 'https://admin.vps.org/api'],
    ['https://proxy.example.com:8443', 'https://proxy.example.com:8443'],
    ['http://127.0.0.1:8080/api/v1', 'http://127.0.0.1:8080/api/v1'],
    ['http://127.1.2.3', 'http://127.1.2.3'],
    ['http://127.10.20.130', 'http://127.10.20.130'],
    ['http://localhost:3000/api/v1', 'http://localhost:3000/api/v1'],
    ['http://[::1]:3000/api/v1', 'http://[::1]:3000/api/v1'],
  ])('%s is %s', (given, expected) => {
    expect(apiUrl('api_url', given)).toBe(expected);
  });

  test.each([
    ['http://admin.vps.org/api/v1', /http would show the token/],
    ['http://127.0.0.1.example.com/', /http would show the token/],
    ['http://localhost.example.com/', /http would show the token/],
    ['http://10.0.0.1/', /http would show the token/],
    ['ftp://admin.vps.org/', /an https URL/],
    ['admin.vps.org/api/v1', /an https URL such as/],
    ['https://', /an https URL such as/],
    ['https://admin.vps.org/api/v1?server=1', /without query and fragment/],
    ['https://admin.vps.org/api/v1?', /without query and fragment/],
    ['https://admin.vps.org/api/v1#top', /without query and fragment/],
    ['https://admin.vps.org/api/v1#', /without query and fragment/],
  ])('%s is refused', (given, next) => {
    expect(() => apiUrl('api_url', given)).toThrow(
      expect.objectContaining({ title: 'Input api_url', next: expect.stringMatching(next) }),
    );
  });

  test.each(['https://user:hunter2@admin.vps.org/', 'https://hunter2@admin.vps.org/'])(
    'a user name or password is refused and not told: %s',
    (given) => {
      expect(() => apiUrl('api_url', given)).toThrow(/^Input api_url has a user name or password in it\.$/);
    },
  );
});

test.each(['https://example.com/health?full=1#now', 'http://10.0.0.5:8080/up'])('ready_url %s', (url) => {
  expect(webUrl('ready_url', url)).toBe(url);
});

test('ready_url takes no password either', () => {
  expect(() => webUrl('ready_url', 'https://a:hunter2@example.com/')).toThrow(/has a user name or password/);
});

describe('durations', () => {
  test.each([
    ['30m', 1_800_000],
    ['12h', 43_200_000],
    ['7d', 604_800_000],
    ['2w', 1_209_600_000],
    ['007m', 420_000],
  ])('%s', (given, expected) => {
    expect(durationMs('max_age', given)).toBe(expected);
  });

  test.each(['', '0m', '30', '30s', '30M', '1.5h', '-1h', ' 1h', '1h30m', '1 h', 'P1D', 'day', '1y'])(
    '"%s" is refused',
    (given) => {
      expect(() => durationMs('max_age', given)).toThrow(InputError);
    },
  );
});

test.each([
  ['true', true],
  ['True', true],
  ['TRUE', true],
  ['false', false],
  ['False', false],
  ['FALSE', false],
])('boolean %s', (given, expected) => {
  expect(boolean('wait', given)).toBe(expected);
});

test.each(['untrue', 'trueish', 'falsey', 'unfalse', 'yes', 'no', '1', 'tRUE', ''])(
  '%j is no boolean',
  (given) => {
    expect(() => boolean('wait', given)).toThrow(InputError);
  },
);

test.each(['ftp://example.com/', 'shttp://example.com/', 'https-x://example.com/', 'mailto:a@example.com'])(
  'ready_url is no %s',
  (given) => {
    expect(() => webUrl('ready_url', given)).toThrow(InputError);
  },
);

test('a URL with a password says what is allowed', () => {
  expect(() => webUrl('ready_url', 'https://a:b@example.com/')).toThrow(
    expect.objectContaining({ next: expect.stringMatching(/^Allowed: .*https?/) }),
  );
});

test('any positive decimal number is read as it is', () => {
  fc.assert(
    fc.property(fc.double({ min: 0.001, max: 1e9, noNaN: true }), (number) => {
      const text = number.toFixed(3);
      expect(positiveNumber('timeout_minutes', text)).toBe(Number(text));
    }),
  );
});
