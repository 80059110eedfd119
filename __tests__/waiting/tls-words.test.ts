import { describe, expect, test } from 'vitest';
import { tlsWords } from '../../src/waiting/tls-words.ts';

describe('what a TLS error means, and who can mend it', () => {
  test.each<[string, string, RegExp]>([
    ['CERT_NOT_YET_VALID', 'it is not valid yet', /clock of this machine/],
    ['CERT_HAS_EXPIRED', 'it has expired', /owner has to renew it/],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'it is for another name', /host name in the address/],
    ['HOSTNAME_MISMATCH', 'it is for another name', /host name in the address/],
    ...[
      ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_GET_ISSUER_CERT'],
      ...['UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE', 'CERT_UNTRUSTED'],
    ].map((code): [string, string, RegExp] => [
      code,
      'nobody here knows its issuer',
      /NODE_EXTRA_CA_CERTS to its file\. Verification is never turned off/,
    ]),
    ...['ERR_SSL_WRONG_VERSION_NUMBER', 'ERR_SSL_UNSUPPORTED_PROTOCOL', 'ERR_SSL_TLSV1_ALERT_HANDSHAKE'].map(
      (code): [string, string, RegExp] => [
        code,
        'what answers there does not speak TLS as it should',
        /the address, its port, and HTTPS_PROXY/,
      ],
    ),
  ])('%s', (code, why, next) => {
    expect(tlsWords(code)?.why).toBe(why);
    expect(tlsWords(code)?.next).toMatch(next);
  });

  test.each(['ECONNRESET', 'ENOTFOUND', 'ETIMEDOUT', 'UND_ERR_SOCKET', 'EPIPE', ''])('%j is none', (code) => {
    expect(tlsWords(code)).toBeUndefined();
  });
});
