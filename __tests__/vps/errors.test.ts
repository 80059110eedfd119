import { describe, expect, test } from 'vitest';
import { Refusal } from '../../src/errors.ts';
import { ApiError, UnreadableAnswer } from '../../src/vps/api-error.ts';
import { failureFrom, VpsError } from '../../src/vps/errors.ts';
import { NetworkError } from '../../src/vps/network-error.ts';

describe('an answer that is no success', () => {
  test.each<[number, boolean, RegExp]>([
    [301, false, /Redirects are not followed/],
    [400, false, /API’s own/],
    [401, false, /new token at https:\/\/admin\.vps\.org\/account\/developers\//],
    [403, false, /permissions/],
    [404, false, /another account/],
    [402, false, /billing/],
    [405, false, /does not take this kind of request/],
    [407, false, /HTTPS_PROXY/],
    [408, true, /debug logging/],
    [409, false, /busy/],
    [418, false, /debug logging/],
    [422, false, /API’s own/],
    [423, false, /busy/],
    [425, true, /how often it may be called/],
    [429, true, /poll_interval_seconds/],
    [500, true, /problem of its own/],
    [503, true, /problem of its own/],
  ])('%i: passing %s', (status, passing, next) => {
    const error = new ApiError({ endpoint: 'POST /snapshots/' }, { status, words: 'Because.' });
    expect(error).toBeInstanceOf(VpsError);
    expect(error.message).toBe(`VPS.org answered ${status} to POST /snapshots/: Because.`);
    const mayHaveWorked = status === 408 || status >= 500 || (status >= 300 && status < 400);
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
  const posted = { endpoint: 'POST /snapshots/' };

  test.each<[string, boolean, 'not_sent' | 'unknown']>([
    ['ECONNREFUSED', true, 'not_sent'],
    ['ENOTFOUND', true, 'not_sent'],
    ['EHOSTUNREACH', true, 'not_sent'],
    ['EHOSTUNREACH', false, 'unknown'],
    ['ECONNRESET', false, 'unknown'],
    ['ETIMEDOUT', false, 'unknown'],
    ['UND_ERR_SOCKET', false, 'unknown'],
  ])('%s, never left %s: %s, and it may pass', (code, neverLeft, fate) => {
    const error = new NetworkError(posted, { code, neverLeft }, 'cause');
    expect([error.fate, error.passing, error.code, error.cause]).toEqual([fate, true, code, 'cause']);
    expect(error.message).toBe(`No answer from VPS.org to POST /snapshots/ (${code})`);
    expect(error.next).toContain('HTTPS_PROXY');
  });

  test.each<[string, string, RegExp]>([
    ['CERT_HAS_EXPIRED', 'it has expired', /renew/],
    ['CERT_NOT_YET_VALID', 'it is not valid yet', /clock of this machine/],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'nobody here knows its issuer', /NODE_EXTRA_CA_CERTS.*never turned off/],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'nobody here knows its issuer', /NODE_EXTRA_CA_CERTS.*never turned off/],
    ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'nobody here knows its issuer', /NODE_EXTRA_CA_CERTS/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is for another name', /host name/],
    ['HOSTNAME_MISMATCH', 'it is for another name', /host name/],
    ['ERR_SSL_WRONG_VERSION_NUMBER', 'what answers there does not speak TLS as it should', /port/],
    ['ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE', 'what answers there does not speak TLS as it should', /port/],
  ])('%s: not sent, and no later try can mend it', (code, why, next) => {
    const error = new NetworkError(posted, { code, neverLeft: false }, 'cause');
    expect([error.fate, error.passing]).toEqual(['not_sent', false]);
    expect(error.message).toBe(
      `The certificate of VPS.org was not accepted for POST /snapshots/, for ${why} (${code})`,
    );
    expect(error.next).toMatch(next);
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
      new NetworkError({ endpoint: later.endpoint }, { code: 'ECONNREFUSED', neverLeft: true }, 0),
      new NetworkError(later, { code: 'ECONNREFUSED', neverLeft: true }, 0),
    ],
    [
      'not_sent',
      new NetworkError({ endpoint: later.endpoint }, { code: 'CERT_HAS_EXPIRED', neverLeft: true }, 0),
      new NetworkError(later, { code: 'CERT_HAS_EXPIRED', neverLeft: true }, 0),
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
      next: `Look at it.\n${refused.next}`,
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
