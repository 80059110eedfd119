/** How a step or a job ended; `job.status` and `steps.ID.outcome` have these words. */
export type Outcome = 'success' | 'failure' | 'cancelled';

/** What an expression can read, as it is at one moment. */
export interface Contexts {
  job: { status: Outcome };
  steps: Record<string, EndedStep>;
  github: Record<string, string>;
  env: Record<string, string>;
}

/** `outcome` is what happened, `conclusion` what `continue-on-error` made of it. */
export interface EndedStep {
  outcome: Outcome | 'skipped';
  conclusion: Outcome | 'skipped';
  outputs: Record<string, string>;
}

/** An expression that the runner could not evaluate either. */
export class ExpressionError extends Error {}

const path = /^[a-z_][\w-]*(\.[a-z_][\w-]*)+$/i;

/**
 * Replaces every `${{ path.into.a.context }}`. What is not there is empty, as on the runner. Operators and functions are
 * beyond this stand-in and throw: write a function of the contexts instead.
 */
export function evaluate(text: string, contexts: Contexts): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, source: string) => lookUp(source.trim(), contexts));
}

function lookUp(source: string, contexts: Contexts): string {
  if (!path.test(source)) throw new Error(`this stand-in cannot evaluate \${{ ${source} }}`);
  const [context = '', ...keys] = source.split('.');
  if (!Object.hasOwn(contexts, context))
    throw new Error(`there is no context "${context}" in \${{ ${source} }}`);
  const value = [context, ...keys].reduce<unknown>(property, contexts);
  return typeof value === 'string' ? value : '';
}

function property(value: unknown, key: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;
}
