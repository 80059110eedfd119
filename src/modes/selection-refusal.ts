import { Refusal } from '../errors.ts';
import { inventoryLine } from '../report/inventory.ts';
import type { Problem } from '../rules/selection.ts';

/** Why the snapshots that the user named cannot be the right ones, with those that may have been meant. */
export function selectionRefusal(problems: readonly Problem[], now: number): Refusal | undefined {
  if (problems.length === 0) return undefined;
  const lines = problems.flatMap(({ text, candidates }) => [
    `${text}.`,
    ...candidates.map((snapshot) => `- ${inventoryLine(snapshot, now)}`),
  ]);
  return new Refusal({
    title: 'Which snapshot?',
    message: lines.join('\n'),
    next: 'Name exactly one snapshot per server by its snapshot_id.',
  });
}
