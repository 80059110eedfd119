import { adviceOn, isAboutToken, isRedirect, type Spoken } from './advice.ts';
import type { Foreign } from './error-body.ts';
import { type Endpoint, type Try, VpsError } from './errors.ts';

/** The API, or whoever stands before it, answered with something that is no success. */
export class ApiError extends VpsError {
  readonly status: number;
  /** How long the API asks to be left alone, in milliseconds. */
  readonly retryAfterMs: number | undefined;
  /** The API's own words, or those of whatever came in place of JSON; empty where there are none. */
  readonly words: string;
  readonly #foreign: Foreign | undefined;
  readonly #isAboutContent: boolean;

  constructor({ endpoint, mayHaveWorked }: Try, answer: Answered) {
    const { status, words, retryAfterMs, foreign, isAboutContent = false } = answer;
    const isPage = foreign !== undefined;
    const passing = isPassing(status) || isPage || (endpoint.startsWith('GET ') && isBusy(status));
    const didNothing = isPage ? status === 404 : isRefusal(status);
    super({
      ...adviceOn(answer),
      message: `VPS.org answered ${status} to ${endpoint}${words ? `: ${words}` : ''}${aside(answer)}`,
      endpoint,
      fate: !mayHaveWorked && didNothing ? 'refused' : 'unknown',
      passing,
      isOutage: status >= 500,
    });
    this.status = status;
    this.retryAfterMs = retryAfterMs;
    this.words = words;
    this.#foreign = foreign;
    this.#isAboutContent = isAboutContent;
  }

  /** No JSON: a proxy, a bot check or a breakdown answered. What the status says is then not the API's word. */
  get isPage(): boolean {
    return this.#foreign !== undefined;
  }

  /** In the API's own words: what is asked for cannot be done now, and may be done later. */
  get isNotNow(): boolean {
    if (this.isPage) return false;
    return [423, 425, 429].includes(this.status) || (this.status === 409 && !this.#isAboutContent);
  }

  /** The API says that the token is not good, or not good enough; no later try can mend that. */
  get isAboutAccess(): boolean {
    return !this.isPage && (this.status === 401 || this.status === 403);
  }

  /** In the API's own words: the token is good, but not for this. */
  get isNotPermitted(): boolean {
    return this.isAboutAccess && this.status === 403 && !isAboutToken(this.words);
  }

  /** The same, with what the API answered when it was asked in another way. */
  beside(other: ApiError): ApiError {
    const { endpoint, status, retryAfterMs } = this;
    const words = `${this.words || 'no words'}; and ${other.status} to ${other.endpoint}: ${other.words || 'no words'}`;
    const [foreign, isAboutContent] = [this.#foreign, this.#isAboutContent];
    return new ApiError({ endpoint }, { status, words, retryAfterMs, foreign, isAboutContent });
  }
}

interface Answered extends Spoken {
  retryAfterMs?: number | undefined;
  /** A conflict over what the request says, which does not pass by itself. */
  isAboutContent?: boolean;
}

/** What came in place of JSON. An empty body that has words has them from its headers. */
function aside({ foreign, words }: Spoken): string {
  return foreign === undefined || (foreign === 'an empty body' && words) ? '' : ` (${foreign})`;
}

/** The API said no, and did nothing. Of a timeout, an error of its own or a redirect nobody knows. */
function isRefusal(status: number): boolean {
  return status < 500 && status !== 408 && !isRedirect(status);
}

/** A success whose body is not what the API documents. */
export class UnreadableAnswer extends VpsError {
  constructor(endpoint: Endpoint, problem: string, cause?: unknown) {
    super({
      title: 'VPS.org did not answer as expected',
      message: `VPS.org answered ${endpoint} with something else than documented: ${problem}`,
      endpoint,
      fate: 'unknown',
      passing: true,
      next: 'A proxy or an outage may stand in the way. Check api_url, and run again with debug logging.',
      cause,
    });
  }
}

/** The account's API does not know this path: 404 without JSON again and again, while other paths answer. */
export class NotOffered extends VpsError {
  constructor(endpoint: Endpoint, cause: VpsError) {
    super({
      title: 'Not offered',
      message: `This account’s API does not offer ${endpoint}: it answers 404 and not in JSON, again and again`,
      endpoint,
      fate: cause.fate,
      passing: false,
      next: 'Check the id in the path, if there is one. Else ask VPS.org support whether the account’s API has this path.',
      cause,
    });
  }
}

/** Nothing at the address answers as the API does. */
export class WrongAddress extends VpsError {
  constructor(endpoint: Endpoint, cause: VpsError) {
    super({
      title: 'VPS.org not reached',
      message: `Nothing at api_url answers as the API of VPS.org does: ${endpoint} got 404 and no JSON, again and again`,
      endpoint,
      fate: cause.fate,
      passing: false,
      next: 'Check api_url; its default is https://admin.vps.org/api/v1.',
      cause,
    });
  }
}

/** Reading conflicts with nothing: what is in the way passes. */
function isBusy(status: number): boolean {
  return status === 409 || status === 423;
}

/** Statuses of an API that is busy or broken for the moment. */
export function isPassing(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || status >= 500;
}
