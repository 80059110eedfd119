import type { Step } from '../stage/record.ts';
import { errorOf, type Facts } from './facts.ts';
import { broken, type Violation } from './violation.ts';

/** Where nothing goes wrong, a step does what it is for. */
export function calm(facts: Facts): Violation[] {
  const { script, ending } = facts.played;
  const [main, post] = facts.steps;
  const [use] = script.uses;
  if (!main || !post || !use || script.uses.length > 1 || !script.isCalm || ending === 'cancelled') return [];
  const isGuard = use.inputs.mode === undefined;
  if (!isGuard || use.inputs.dry_run === 'true') return [];
  return [
    ...wrongIn([main, post], facts),
    ...wrongAfterwards(use.inputs[`on_${ending}`] || 'keep', facts),
  ].map((text) => broken('in calm weather a step does what it is for', text));
}

function wrongIn(steps: readonly Step[], { own }: Facts): string[] {
  const red = steps.filter((step) => step.red).map(errorOf);
  return own.length === 1 ? red : [...red, `${own.length} snapshots`];
}

function wrongAfterwards(policy: string, facts: Facts): string[] {
  const isThere = facts.own.some(
    ({ id }) => ![undefined, 'deleting'].includes(facts.statusOf(id, facts.played.endedAt)),
  );
  const isRestored = facts.effectsOf(1).some(({ effect }) => effect.did === 'restore');
  return [
    ...(policy.startsWith('restore') === isRestored ? [] : [`nothing is restored after ${policy}`]),
    ...(policy.endsWith('delete') === isThere
      ? [`after ${policy} the snapshot is ${isThere ? 'there' : 'gone'}`]
      : []),
  ];
}
