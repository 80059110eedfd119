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
  /** The API itself is broken or away for the moment. */
  isOutage?: boolean;
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
  readonly isOutage: boolean;
  readonly next: string;

  constructor(trouble: Trouble) {
    super(trouble.message, trouble.cause === undefined ? undefined : { cause: trouble.cause });
    this.name = new.target.name;
    this.title = trouble.title;
    this.endpoint = trouble.endpoint;
    this.fate = trouble.fate;
    this.passing = trouble.passing;
    this.isOutage = trouble.isOutage ?? false;
    this.next = trouble.next;
  }
}

/** A try of a call. */
export interface Try {
  endpoint: Endpoint;
  /** An earlier try of the same call ended unclear, so its fate is unknown whatever becomes of this one. */
  mayHaveWorked?: boolean;
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
    next: [words.next, error.next].filter(Boolean).join('\n'),
    cause: error,
  });
}
