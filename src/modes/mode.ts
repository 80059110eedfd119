import type { Deps } from '../deps.ts';
import { Refusal } from '../errors.ts';
import type { Common } from '../inputs/common.ts';
import type { Annotation, Result } from '../report/journal.ts';
import { type Step, sentenceOf } from '../rules/steps.ts';

/** What will be done, as data: refusing, printing and carrying out all read the same. */
export interface Plan<Kind extends Step = Step> {
  steps: Kind[];
  /** What the user should know although it is no reason to stop. */
  annotations: Annotation[];
}

/** What came of a step as a whole; what came of each snapshot stands in the journal. */
export interface Outcome {
  /** The word for all of it, where that is not the worst of its entries. */
  result?: Result;
  /** Snapshots that can be rolled back to by hand. */
  rollback?: readonly string[];
  /** What is left to write down when the step has ended well, as its very last act. */
  seal?: () => void;
}

/** A mode: what is there now, what follows from it, and doing that. */
export interface Mode<Inputs extends Common, Seen, Kind extends Step> {
  /** What must be written down before anything can fail. */
  prepare?(inputs: Inputs, deps: Deps): void;
  /** Reads only. */
  look(inputs: Inputs, deps: Deps): Promise<Seen>;
  /** Pure. */
  plan(seen: Seen, inputs: Inputs): Plan<Kind> | Refusal;
  /** Tells the journal what came of each step. @throws {Failure} when one of them did not come off */
  perform(plan: Plan<Kind>, task: Task<Inputs, Seen>, deps: Deps): Promise<Outcome>;
}

/** What a plan was made from. */
export interface Task<Inputs, Seen> {
  inputs: Inputs;
  seen: Seen;
}

/** Look, plan, perform: every refusal comes before any change, and a dry run is a plan that is only told. */
export async function carryOut<Inputs extends Common, Seen, Kind extends Step>(
  mode: Mode<Inputs, Seen, Kind>,
  inputs: Inputs,
  deps: Deps,
): Promise<Outcome> {
  const { journal, log } = deps;
  if (!inputs.dryRun) mode.prepare?.(inputs, deps);
  log.group('Looking');
  const seen = await mode.look(inputs, deps);
  const plan = mode.plan(seen, inputs);
  if (plan instanceof Refusal) throw plan;
  for (const annotation of plan.annotations) journal.annotate(annotation);
  journal.plan.push(...plan.steps.map(sentenceOf));
  if (inputs.dryRun) {
    const { tellPlan } = await import('./dry-run.ts');
    await tellPlan(plan.steps, inputs, deps);
    return { result: 'planned' };
  }
  for (const step of plan.steps)
    log[changesSomething(step) ? 'info' : 'debug'](`Going to ${sentenceOf(step)}.`);
  return mode.perform(plan, { inputs, seen }, deps);
}

function changesSomething(step: Step): boolean {
  return step.do !== 'show' && step.do !== 'keep' && step.do !== 'give_up';
}
