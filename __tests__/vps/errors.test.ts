import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { ApiError, failureFrom, NetworkError, UnreadableAnswer, VpsError } from '../../src/vps/errors.ts';

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
  ])('%i: passing %s', (status, passing, next) => {
    const error = new ApiError({ endpoint: 'POST /snapshots/' }, { status, words: 'Because.' });
    expect(error).toBeInstanceOf(VpsError);
    expect(error.message).toBe(`VPS.org answered ${status} to POST /snapshots/: Because.`);
    const mayHaveWorked = passing || (status >= 300 && status < 400);
    expect([error.passing, error.fate]).toEqual([passing, mayHaveWorked ? 'unknown' : 'refused']);
    expect(error.next).toMatch(next);
  });

  test('without words ends with the call', () => {
    expect(new ApiError({ endpoint: 'GET /servers/' }, { status: 500, words: '' }).message).toBe(
      'VPS.org answered 500 to GET /servers/',
    );
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
    const error = new NetworkError({ endpoint: 'POST /snapshots/' }, code, 'cause');
    expect([error.fate, error.passing, error.code, error.cause]).toEqual([fate, passing, code, 'cause']);
    expect(error.message).toContain(`POST /snapshots/ (${code})`);
    expect(error.next).toMatch(passing ? /HTTPS_PROXY/ : /NODE_EXTRA_CA_CERTS.*never turned off/);
  });
});

test('an answer that cannot be read may have been a success', () => {
  const error = new UnreadableAnswer('POST /snapshots/', 'an empty body');
  expect([error.fate, error.passing]).toEqual(['unknown', true]);
  expect(error.message).toMatch(/answered POST \/snapshots\/ with something else .*: an empty body$/);
});

describe('a later try of a call of which an earlier one ended unclear', () => {
  const later = { endpoint: 'DELETE /snapshots/801/', mayHaveWorked: true };

  test.each<[string, VpsError, VpsError]>([
    [
      'refused',
      new ApiError({ endpoint: later.endpoint }, { status: 400, words: '' }),
      new ApiError(later, { status: 400, words: '' }),
    ],
    [
      'not_sent',
      new NetworkError({ endpoint: later.endpoint }, 'ECONNREFUSED', 0),
      new NetworkError(later, 'ECONNREFUSED', 0),
    ],
    [
      'not_sent',
      new NetworkError({ endpoint: later.endpoint }, 'CERT_HAS_EXPIRED', 0),
      new NetworkError(later, 'CERT_HAS_EXPIRED', 0),
    ],
  ])('is unknown although it was %s by itself', (fate, alone, error) => {
    expect([alone.fate, error.fate]).toEqual([fate, 'unknown']);
    expect(error.passing).toBe(alone.passing);
  });
});

describe('as a failure', () => {
  const refused = new ApiError({ endpoint: 'POST /snapshots/' }, { status: 409, words: 'Server is busy' });

  test('has the words of the error, with one full stop', () => {
    const failure = failureFrom(refused);
    expect(failure).toMatchObject({
      name: 'Failure',
      title: refused.title,
      message: 'VPS.org answered 409 to POST /snapshots/: Server is busy.',
      next: refused.next,
      ending: 'failed',
      rollback: [],
      cause: refused,
    });
    const ended = new ApiError({ endpoint: 'POST /snapshots/' }, { status: 409, words: 'Busy!' });
    expect(failureFrom(ended).message).toBe('VPS.org answered 409 to POST /snapshots/: Busy!');
  });

  test('has the words of the caller first, and a headline of its own', () => {
    const words = { title: 'No snapshot', message: 'No snapshot of server 7.', next: 'Look at it.' };
    expect(failureFrom(refused, words)).toMatchObject({
      title: 'No snapshot',
      message: 'No snapshot of server 7. VPS.org answered 409 to POST /snapshots/: Server is busy.',
      next: `Look at it. ${refused.next}`,
    });
  });

  test('can be more than a failure', () => {
    const failure = failureFrom(refused, {}, Refusal);
    expect(failure).toBeInstanceOf(Refusal);
    expect(failure.cause).toBe(refused);
  });
});

test.each([
  [401, 'Token not accepted'],
  [403, 'Not permitted'],
  [404, 'VPS.org did not answer as expected'],
  [500, 'VPS.org did not answer as expected'],
])('the headline of %i', (status, title) => {
  expect(new ApiError({ endpoint: 'GET /servers/' }, { status, words: '' }).title).toBe(title);
});
