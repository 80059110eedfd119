import { describe, expect, test } from 'vitest';
import { ApiError, NetworkError, UnreadableAnswer, VpsError } from '../../src/vps/errors.ts';

describe('an answer that is no success', () => {
  test.each<[number, boolean, RegExp]>([
    [301, false, /Redirects are not followed/],
    [400, false, /API’s own/],
    [401, false, /new token at https:\/\/admin\.vps\.org\/account\/developers\//],
    [403, false, /permissions/],
    [404, false, /another account/],
    [408, true, /debug logging/],
    [409, false, /busy/],
    [418, false, /debug logging/],
    [423, false, /busy/],
    [425, true, /debug logging/],
    [429, true, /poll_interval_seconds/],
    [500, true, /problem of its own/],
    [503, true, /problem of its own/],
  ])('%i: passing %s', (status, passing, hint) => {
    const error = new ApiError('POST /snapshots/', status, 'Because.');
    expect(error).toBeInstanceOf(VpsError);
    expect(error.message).toBe(`VPS.org answered ${status} to POST /snapshots/: Because.`);
    const mayHaveWorked = passing || (status >= 300 && status < 400);
    expect([error.passing, error.fate]).toEqual([passing, mayHaveWorked ? 'unknown' : 'refused']);
    expect(error.hint).toMatch(hint);
  });

  test('without words ends with the call', () => {
    expect(new ApiError('GET /servers/', 500, '').message).toBe('VPS.org answered 500 to GET /servers/');
  });
});

describe('no answer', () => {
  test.each<[string, 'not_sent' | 'unknown', boolean]>([
    ['ECONNREFUSED', 'not_sent', true],
    ['ENOTFOUND', 'not_sent', true],
    ['EAI_AGAIN', 'not_sent', true],
    ['UND_ERR_CONNECT_TIMEOUT', 'not_sent', true],
    ['ECONNRESET', 'unknown', true],
    ['ETIMEDOUT', 'unknown', true],
    ['UND_ERR_SOCKET', 'unknown', true],
    ['EHOSTUNREACH', 'unknown', true],
    ['CERT_HAS_EXPIRED', 'not_sent', false],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'not_sent', false],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'not_sent', false],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'not_sent', false],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'not_sent', false],
    ['HOSTNAME_MISMATCH', 'not_sent', false],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'not_sent', false],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'not_sent', false],
  ])('%s: %s, passing %s', (code, fate, passing) => {
    const error = new NetworkError('POST /snapshots/', code, 'cause');
    expect([error.fate, error.passing, error.code, error.cause]).toEqual([fate, passing, code, 'cause']);
    expect(error.message).toContain(`POST /snapshots/ (${code})`);
    expect(error.hint).toMatch(passing ? /HTTPS_PROXY/ : /NODE_EXTRA_CA_CERTS.*never turned off/);
  });
});

test('an answer that cannot be read may have been a success', () => {
  const error = new UnreadableAnswer('POST /snapshots/', 'an empty body');
  expect([error.fate, error.passing]).toEqual(['unknown', true]);
  expect(error.message).toMatch(/answered POST \/snapshots\/ with something else .*: an empty body$/);
});
