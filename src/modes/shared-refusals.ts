import { Refusal } from '../errors.ts';
import { inventoryLine } from '../report/inventory.ts';
import type { Problem } from '../rules/selection.ts';
import { capitalised, serverName } from '../text/references.ts';
import type { Id } from '../vps/id.ts';
import { shortfallOf } from '../vps/list.ts';
import type { Server, Snapshot } from '../vps/model.ts';

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

/** Servers that the user named and nobody can see, with those that may have been meant. */
export function unknownServers(unknown: readonly Id[], visible: readonly Server[]): Refusal {
  const names = visible.map(serverName).join(', ') || 'none';
  const shortfall = shortfallOf(visible);
  const more = shortfall === undefined ? '' : ` But the list of servers is not whole: ${shortfall}.`;
  return new Refusal({
    title: 'Server not found',
    message: `${capitalised(unknown.map((id) => serverName({ id })).join(', '))} is not among the servers that the token can see: ${names}.${more}`,
    next: 'Check server_id, and that the token belongs to the right account.',
  });
}

/** Nothing is deleted for a server whose snapshots cannot be told from others'. */
export function unknownOwners(what: string): Refusal {
  return new Refusal({
    title: 'Owners not known',
    message: `No snapshot in the list names a server that the token can see, so ${what} cannot tell whose they are.`,
    next: 'Delete snapshots by their snapshot_id, and report how this account’s API shows them.',
  });
}

/** By a list that is not whole nothing is absent, so nothing that needs absence may follow from it. */
export function notWhole(snapshots: readonly Snapshot[], what: string): Refusal | undefined {
  const shortfall = shortfallOf(snapshots);
  if (shortfall === undefined) return undefined;
  return new Refusal({
    title: 'List not whole',
    message: `The list of snapshots is not whole: ${shortfall}. So ${what}.`,
    next: 'Run again. If that repeats, tell VPS.org support that the pages of GET /snapshots/ do not add up.',
  });
}
