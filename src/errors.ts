/** How a step that did not succeed ended; becomes the `result` output. */
export type Ending = 'failed' | 'timed_out' | 'cancelled';

/** An end in words. */
export interface Words {
  /** The annotation's headline, a few words. */
  title: string;
  /** What happened, and to which server and snapshot. */
  message: string;
  /** What the reader can do now. */
  next: string;
  /** The snapshots that are kept for a rollback by hand. */
  rollback?: readonly string[];
  cause?: unknown;
}

/**
 * An end that is told to the user. Whether anything was changed is not part of it: that is read from the journal,
 * so that it cannot be forgotten or wrong.
 */
export class Failure extends Error {
  readonly title: string;
  readonly next: string;
  readonly rollback: readonly string[];
  readonly ending: Ending;

  constructor(words: Words, ending: Ending = 'failed') {
    super(words.message, words.cause === undefined ? undefined : { cause: words.cause });
    this.name = new.target.name;
    this.title = words.title;
    this.next = words.next;
    this.rollback = words.rollback ?? [];
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
  constructor(words: Words) {
    super(words, 'timed_out');
  }
}

/** The runner asked the step to stop. */
export class Cancelled extends Failure {
  constructor(signal: string) {
    super(
      {
        title: 'Cancelled',
        message: `The runner stopped this step (${signal}).`,
        next: 'What was requested goes on at VPS.org. mode: list shows what became of it.',
      },
      'cancelled',
    );
  }
}

/** Several servers failed, each in its own way; what can be done about each stands below it. */
export class SeveralFailures extends Failure {
  readonly failures: readonly Failure[];

  constructor(failures: readonly Failure[], of: number) {
    const byAdvice = Map.groupBy(failures, ({ next }) => next);
    const lines = [...byAdvice].flatMap(([advice, those]) => [
      ...those.map(({ message }) => message),
      advice,
    ]);
    const lastAdvice = lines.pop() ?? '';
    super(
      {
        title: `${failures.length} of ${of} failed`,
        message: lines.join('\n'),
        next: lastAdvice,
        rollback: failures.flatMap((failure) => failure.rollback),
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

/** Each of several on its own; one that is alone is itself. */
export function eachOf(failure: Failure): readonly Failure[] {
  return failure instanceof SeveralFailures ? failure.failures : [failure];
}

/** Lets every task come to its end, whatever happens to the others. @returns what failed; anything else is thrown */
export async function failuresOf(tasks: readonly Promise<unknown>[]): Promise<Failure[]> {
  const outcomes = await Promise.allSettled(tasks);
  return outcomes.flatMap((outcome) => {
    if (outcome.status === 'fulfilled') return [];
    if (!(outcome.reason instanceof Failure)) throw outcome.reason;
    return [outcome.reason];
  });
}

function worstEnding(failures: readonly Failure[]): Ending {
  const endings = failures.map((failure) => failure.ending);
  if (endings.includes('cancelled')) return 'cancelled';
  return endings.includes('failed') ? 'failed' : 'timed_out';
}
