import type { Foreign, Said } from './error-body.ts';

/** What the API, or whoever stands before it, has answered. */
export interface Spoken {
  status: number;
  words: string;
  /** What came in place of JSON. */
  foreign?: Foreign | undefined;
  /** Where a redirect leads, as far as may be told. */
  redirect?: string;
}

export interface Advice {
  title: string;
  next: string;
}

const unexpected = 'VPS.org did not answer as expected';
const account = 'https://admin.vps.org/account/developers/';

/** What an answer that is no success means, and what the reader can do. A hint never contradicts the status. */
export function adviceOn(spoken: Spoken): Advice {
  const { status, words, foreign } = spoken;
  if (status === 407)
    return advice(
      'The proxy wants a login. Put it into the proxy’s address: HTTPS_PROXY=http://user:password@host:port.',
      'The proxy refused',
    );
  if (isRedirect(status)) return advice(redirected(spoken.redirect ?? ''));
  if (foreign) return advice(inPlaceOfJson(status));
  if (status === 401 || (status === 403 && isAboutToken(words)))
    return advice(
      `Make a new token at ${account} and store it as the secret behind api_token.`,
      'Token not accepted',
    );
  if (status === 403)
    return advice(
      `The token is not allowed to do this. Check its permissions at ${account}.`,
      'Not permitted',
    );
  return advice(byStatus(status, words !== ''));
}

/** The words of a refusal are about who asks, and not about what is asked for. */
export function isAboutToken(words: string): boolean {
  return /\b(credentials?|authenticat\w+|token|api[ -]?key|log(ged)?[ -]?in|user inactive|signature|session)\b/i.test(
    words,
  );
}

/** A conflict over a field, a name or the room for snapshots, and not over what goes on at the moment. */
export function isAboutContent({ words, namesField }: Pick<Said, 'words' | 'namesField'>): boolean {
  return (
    namesField ||
    /\b(name|label|description|already exists|unique|maximum|server_id)\b/i.test(words) ||
    /\bsnapshots? (limit|quota)\b|\b(limit|quota)\b.*\b\d+ snapshots?\b/i.test(words)
  );
}

export function isRedirect(status: number): boolean {
  return status >= 300 && status < 400;
}

function advice(next: string, title = unexpected): Advice {
  return { title, next };
}

function redirected(to: string): string {
  return /log-?in|sign-?in|auth|sso/i.test(to)
    ? 'That is a login page: a proxy or a gateway stands before the API. Check api_url, and let the runner’s requests pass.'
    : 'Redirects are not followed, so that the token goes nowhere else. Check api_url.';
}

function inPlaceOfJson(status: number): string {
  if (status === 404)
    return 'That is not the API’s own answer: check api_url. If it is right, this account’s API does not offer this.';
  return status >= 500
    ? 'Something else came in place of the API’s answer: VPS.org, or a proxy before it, has a problem of its own. Run again later.'
    : 'Something else came in place of the API’s answer: a proxy, a login or a bot check stands before it. Let the runner’s requests pass, and check api_url.';
}

function byStatus(status: number, hasWords: boolean): string {
  if (status === 400 || status === 422)
    return hasWords
      ? 'That is the API’s own reason. If it does not say what to do, ask VPS.org support with these words.'
      : 'The request was refused, and the API does not say why. Ask VPS.org support.';
  if (status === 402) return 'Something is to be paid first: look at the account’s billing at VPS.org.';
  if (status === 404) return 'It may have been deleted, or belong to another account than the token.';
  if (status === 405) return 'This account’s API does not take this kind of request here.';
  if (status === 409 || status === 423)
    return 'The server or snapshot is busy. Wait for the other operation, then run again.';
  if (status === 425 || status === 429)
    return 'The API limits how often it may be called. Raise poll_interval_seconds, or run fewer jobs at once.';
  if (status >= 500) return 'VPS.org has a problem of its own. Run again later.';
  return 'Run again with debug logging to see every request.';
}
