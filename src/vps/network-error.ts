import { tlsWords } from '../waiting/tls-words.ts';
import { adviceOn } from './advice.ts';
import type { NetworkTrouble } from './answer.ts';
import { type Try, VpsError } from './errors.ts';

/** No answer came. */
export class NetworkError extends VpsError {
  /** Node's code, such as `ECONNRESET`. */
  readonly code: string;

  constructor({ endpoint, mayHaveWorked }: Try, trouble: NetworkTrouble, cause: unknown) {
    const { code, neverLeft, proxyStatus } = trouble;
    const tls = tlsWords(code);
    const login = proxyStatus === 407 ? adviceOn({ status: proxyStatus, words: '' }) : undefined;
    super({
      title: login?.title ?? 'VPS.org not reached',
      message: tls
        ? `The certificate of VPS.org was not accepted for ${endpoint}, for ${tls.why} (${code})`
        : `No answer from VPS.org to ${endpoint} (${code})`,
      endpoint,
      fate: !mayHaveWorked && (tls || neverLeft) ? 'not_sent' : 'unknown',
      passing: !tls && !login,
      next:
        tls?.next ??
        login?.next ??
        'Check that the runner can reach api_url, and HTTPS_PROXY and NO_PROXY if it sits behind a proxy.',
      cause,
    });
    this.code = code;
  }
}
