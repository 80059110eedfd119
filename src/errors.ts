/** How a step that did not succeed ended; becomes the `result` output. */
export type Ending = 'failed' | 'timed_out' | 'cancelled';

export interface Told {
  /** The annotation's headline, a few words. */
  title: string;
  /** What happened, and to which server and snapshot. */
  message: string;
  /** What the reader can do now. */
  next: string;
  cause?: unknown;
}

/**
 * An end that is told to the user. Whether anything was changed is not part of it: that is read from the journal,
 * so that it cannot be forgotten or wrong.
 */
export class Failure extends Error {
  readonly title: string;
  readonly next: string;
  readonly ending: Ending;

  constructor(told: Told, ending: Ending = 'failed') {
    super(told.message, told.cause === undefined ? undefined : { cause: told.cause });
    this.name = new.target.name;
    this.title = told.title;
    this.next = told.next;
    this.ending = ending;
  }
}

/** An input that cannot be used. Thrown before any request is made. */
export class InputError extends Failure {
  constructor(input: string, problem: string, next: string) {
    super({ title: `Input ${input}`, message: problem, next });
  }
}

/** A plan that must not be carried out. Thrown before anything is changed. */
export class Refusal extends Failure {}

/** The operation's own deadline has passed. */
export class TimedOut extends Failure {
  constructor(told: Told) {
    super(told, 'timed_out');
  }
}

/** The runner asked the step to stop. */
export class Cancelled extends Failure {
  constructor(signal: string) {
    super(
      {
        title: 'Cancelled',
        message: `The runner stopped this step (${signal}).`,
        next: 'What was requested before goes on at VPS.org; the snapshots named in this log are still there.',
      },
      'cancelled',
    );
  }
}

/** Several servers failed, each in its own way. */
export class SeveralFailures extends Failure {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[], of: number) {
    super(
      {
        title: `${failures.length} of ${of} failed`,
        message: failures.map((failure) => failure.message).join('\n'),
        next: [...new Set(failures.map((failure) => failure.next))].join('\n'),
        cause: failures[0]?.cause,
      },
      worstEnding(failures),
    );
    this.failures = failures;
  }
}

/** One failure for all of them: the only one as it is, several as one list. */
export function gathered(failures: readonly Failure[], of: number): Failure {
  const [only] = failures;
  return only && failures.length === 1 ? only : new SeveralFailures(failures, of);
}

function worstEnding(failures: readonly Failure[]): Ending {
  const endings = failures.map((failure) => failure.ending);
  if (endings.includes('cancelled')) return 'cancelled';
  return endings.includes('failed') ? 'failed' : 'timed_out';
}
