import { type Contexts, evaluate } from './contexts.ts';

/** The parts of an action.yml that decide how a JavaScript action runs. */
export interface Manifest {
  name: string;
  inputs?: Record<string, { required?: boolean; default?: string | number | boolean }>;
  outputs?: Record<string, unknown>;
  runs: { using: string; main: string; post?: string; 'post-if'?: string };
}

/** A JavaScript action: `runs.main` and `runs.post` of the manifest are paths below its folder. */
export interface Action {
  dist: string;
  manifest: Manifest;
}

/** A `with:` or `env:` value: text that may hold expressions, or a function for those that are more than a path. */
export type InputValue = string | ((contexts: Contexts) => string);

/**
 * The `INPUT_` variables of one phase. The runner evaluates `with:` and defaults alike, and does it again for the post
 * phase (`ActionRunner.RunAsync`); an input without value or default is there and empty.
 */
export function inputVariables(
  { inputs = {} }: Manifest,
  values: Record<string, InputValue>,
  contexts: Contexts,
): Record<string, string> {
  const defaults = Object.entries(inputs).map(
    ([name, input]) => [name, String(input.default ?? '')] as const,
  );
  return Object.fromEntries(
    Object.entries({ ...Object.fromEntries(defaults), ...values }).map(([name, value]) => [
      `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
      evaluated(value, contexts),
    ]),
  );
}

export function evaluated(value: InputValue, contexts: Contexts): string {
  return typeof value === 'function' ? value(contexts) : evaluate(value, contexts);
}

/** Whether the post phase runs now that the job is in this state. Without `post-if` it always does. */
export function postRuns({ runs }: Manifest, { job }: Contexts): boolean {
  const conditions = (runs['post-if'] ?? 'always()').split('||').map((condition) => condition.trim());
  return conditions.some((condition) => {
    const [, name] = /^(always|success|failure|cancelled)\(\)$/.exec(condition) ?? [];
    if (!name) throw new Error(`this stand-in cannot evaluate post-if: ${condition}`);
    return name === 'always' || name === job.status;
  });
}
