interface Verdict {
  /** Why the certificate or the connection was not accepted. */
  why: string;
  next: string;
}

/**
 * What a TLS error means and who can mend it, by Node's code; undefined for a code that is none
 * (https://nodejs.org/api/tls.html#x509-certificate-error-codes).
 */
export function tlsWords(code: string): Verdict | undefined {
  if (code === 'CERT_NOT_YET_VALID')
    return {
      why: 'it is not valid yet',
      next: 'Most likely the clock of this machine is wrong: set it, then run again.',
    };
  if (code === 'CERT_HAS_EXPIRED')
    return {
      why: 'it has expired',
      next: 'Its owner has to renew it. If other machines accept it, look at the clock of this one.',
    };
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID' || code === 'HOSTNAME_MISMATCH')
    return {
      why: 'it is for another name',
      next: 'Check the host name in the address, and whether a proxy or a DNS entry leads elsewhere.',
    };
  if (/^(UNABLE_TO_|SELF_SIGNED|DEPTH_ZERO)|CERT/.test(code))
    return {
      why: 'nobody here knows its issuer',
      next: 'Behind a proxy with its own certificate authority, set NODE_EXTRA_CA_CERTS to its file. Verification is never turned off.',
    };
  if (/^ERR_SSL_(WRONG_VERSION|UNSUPPORTED_PROTOCOL|.*HANDSHAKE|PACKET_LENGTH)/.test(code))
    return {
      why: 'what answers there does not speak TLS as it should',
      next: 'Check the address, its port, and HTTPS_PROXY. Behind a proxy with its own certificate authority, set NODE_EXTRA_CA_CERTS to its file.',
    };
  return undefined;
}
