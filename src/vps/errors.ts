/** The call an error belongs to, as the log names it: `POST /snapshots/`. */
export type Endpoint = string;

/**
 * What is known about a call that failed:
 * `refused`, the API said no and changed nothing; `not_sent`, it never reached the API;
 * `unknown`, it may or may not have been carried out.
 */
export type Fate = 'refused' | 'not_sent' | 'unknown';

interface Facts {
  message: string;
  endpoint: Endpoint;
  fate: Fate;
  /** Whether the same call may succeed a little later. */
  passing: boolean;
  hint: string;
  cause?: unknown;
}

/** Any call to VPS.org that did not give what was asked for. */
export class VpsError extends Error {
  readonly endpoint: Endpoint;
  /** Of all tries of the call, not only of the one that this error is about. */
  fate: Fate;
  readonly passing: boolean;
  readonly hint: string;

  constructor(facts: Facts) {
    super(facts.message, facts.cause === undefined ? undefined : { cause: facts.cause });
    this.name = new.target.name;
    this.endpoint = facts.endpoint;
    this.fate = facts.fate;
    this.passing = facts.passing;
    this.hint = facts.hint;
  }
}

/** The API answered with a status that is no success. */
export class ApiError extends VpsError {
  readonly status: number;
  /** How long the API asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(endpoint: Endpoint, status: number, detail: string, retryAfterMs?: number) {
    const passing = isPassing(status);
    super({
      message: `VPS.org answered ${status} to ${endpoint}${detail ? `: ${detail}` : ''}`,
      endpoint,
      fate: passing || isRedirect(status) ? 'unknown' : 'refused',
      passing,
      hint: hintFor(status),
    });
    this.status = status;
    this.retryAfterMs = retryAfterMs;
  }
}

/** No answer came. */
export class NetworkError extends VpsError {
  /** Node's code, such as `ECONNRESET`. */
  readonly code: string;

  constructor(endpoint: Endpoint, code: string, cause: unknown) {
    const untrusted = isUntrusted(code);
    super({
      message: untrusted
        ? `The certificate of VPS.org was not accepted for ${endpoint} (${code})`
        : `No answer from VPS.org to ${endpoint} (${code})`,
      endpoint,
      fate: untrusted || neverLeft.has(code) ? 'not_sent' : 'unknown',
      passing: !untrusted,
      hint: untrusted
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
      message: `VPS.org answered ${endpoint} with something else than documented: ${problem}`,
      endpoint,
      fate: 'unknown',
      passing: true,
      hint: 'A proxy or an outage may stand in the way. Check api_url, and run again with debug logging.',
      cause,
    });
  }
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

function hintFor(status: number): string {
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
