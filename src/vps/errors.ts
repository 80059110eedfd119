import { Failure } from '../errors.ts';
import { sentence } from '../text/text.ts';

/** The call an error belongs to, as the log names it: `POST /snapshots/`. */
export type Endpoint = string;

/**
 * What is known about a call that failed:
 * `refused`, the API said no and changed nothing; `not_sent`, it never reached the API;
 * `unknown`, it may or may not have been carried out.
 */
export type Fate = 'refused' | 'not_sent' | 'unknown';

interface Trouble {
  title: string;
  message: string;
  endpoint: Endpoint;
  fate: Fate;
  /** Whether the same call may succeed a little later. */
  passing: boolean;
  /** What the reader can do now. */
  next: string;
  cause?: unknown;
}

/** Any call to VPS.org that did not give what was asked for. */
export class VpsError extends Error {
  readonly title: string;
  readonly endpoint: Endpoint;
  /** Of all tries of the call, not only of the one that this error is about. */
  readonly fate: Fate;
  readonly passing: boolean;
  readonly next: string;

  constructor(trouble: Trouble) {
    super(trouble.message, trouble.cause === undefined ? undefined : { cause: trouble.cause });
    this.name = new.target.name;
    this.title = trouble.title;
    this.endpoint = trouble.endpoint;
    this.fate = trouble.fate;
    this.passing = trouble.passing;
    this.next = trouble.next;
  }
}

/** A try of a call. */
export interface Try {
  endpoint: Endpoint;
  /** An earlier try of the same call ended unclear, so its fate is unknown whatever becomes of this one. */
  mayHaveWorked?: boolean;
}

/** The API answered with a status that is no success. */
export class ApiError extends VpsError {
  readonly status: number;
  /** How long the API asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    { endpoint, mayHaveWorked }: Try,
    answer: { status: number; words: string; retryAfterMs?: number | undefined },
  ) {
    const { status, words, retryAfterMs } = answer;
    const passing = isPassing(status);
    super({
      title: titleOf(status),
      message: `VPS.org answered ${status} to ${endpoint}${words ? `: ${words}` : ''}`,
      endpoint,
      fate: mayHaveWorked || passing || isRedirect(status) ? 'unknown' : 'refused',
      passing,
      next: adviceFor(status),
    });
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer came. */
export class NetworkError extends VpsError {
  /** Node's code, such as `ECONNRESET`. */
  readonly code: string;

  constructor({ endpoint, mayHaveWorked }: Try, code: string, cause: unknown) {
    const untrusted = isUntrusted(code);
    super({
      title: 'VPS.org not reached',
      message: untrusted
        ? `The certificate of VPS.org was not accepted for ${endpoint} (${code})`
        : `No answer from VPS.org to ${endpoint} (${code})`,
      endpoint,
      fate: !mayHaveWorked && (untrusted || neverLeft.has(code)) ? 'not_sent' : 'unknown',
      passing: !untrusted,
      next: untrusted
        ? 'Behind a proxy with its own certificate authority, set NODE_EXTRA_CA_CERTS to its file. Verification is never turned off.'
        : 'Check that the runner can reach api_url, and HTTPS_PROXY and NO_PROXY if it sits behind a proxy.',
      cause,
    });
    this.code = code;
  }
}

/** A success whose body is not what the API documents. */
export class UnreadableAnswer extends VpsError {
  constructor(endpoint: Endpoint, problem: string, cause?: unknown) {
    super({
      title: unexpected,
      message: `VPS.org answered ${endpoint} with something else than documented: ${problem}`,
      endpoint,
      fate: 'unknown',
      passing: true,
      next: 'A proxy or an outage may stand in the way. Check api_url, and run again with debug logging.',
      cause,
    });
  }
}

/**
 * What did not come off because of an error of the API: the reader's words first, then the API's own, then what to do.
 * @param Kind the failure to make of it, where it is more than a failure
 */
export function failureFrom(
  error: VpsError,
  words: { title?: string; message?: string; next?: string } = {},
  Kind: typeof Failure = Failure,
): Failure {
  return new Kind({
    title: words.title ?? error.title,
    message: [words.message, sentence(error.message)].filter(Boolean).join(' '),
    next: [words.next, error.next].filter(Boolean).join(' '),
    cause: error,
  });
}

const unexpected = 'VPS.org did not answer as expected';

function titleOf(status: number): string {
  if (status === 401) return 'Token not accepted';
  return status === 403 ? 'Not permitted' : unexpected;
}

/** Whatever sent it may have carried the request out before. */
function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

/** Statuses of an API that is busy or broken for the moment. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}

/** The connection was never made, so the API cannot have seen the request. */
const neverLeft = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT']);

/** OpenSSL's verdicts as Node names them (https://nodejs.org/api/tls.html#x509-certificate-error-codes). */
function isUntrusted(code: string): boolean {
  return /CERT|^UNABLE_TO_|^HOSTNAME_MISMATCH$|^ERR_SSL_(WRONG_VERSION|UNSUPPORTED_PROTOCOL|.*HANDSHAKE)/.test(
    code,
  );
}

function adviceFor(status: number): string {
  if (status === 400) return 'The request was understood and refused; the words above are the API’s own.';
  if (status === 401)
    return 'Make a new token at https://admin.vps.org/account/developers/ and store it as the secret behind api_token.';
  if (status === 403)
    return 'The token may not do this. Check its permissions at https://admin.vps.org/account/developers/.';
  if (status === 404) return 'It may have been deleted, or belong to another account than the token.';
  if (status === 409 || status === 423)
    return 'The server or snapshot is busy. Wait for the other operation, then run again.';
  if (status === 429)
    return 'The API limits how often it may be called. Raise poll_interval_seconds, or run fewer jobs at once.';
  if (status >= 500) return 'VPS.org has a problem of its own. Run again later.';
  if (isRedirect(status))
    return 'Redirects are not followed, so that the token goes nowhere else. Check api_url.';
  return 'Run again with debug logging to see every request.';
}
