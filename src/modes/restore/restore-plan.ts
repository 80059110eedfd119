import { Refusal } from '../../errors.ts';
import type { RestoreInputs } from '../../inputs/inputs.ts';
import type { Annotation } from '../../report/journal.ts';
import { notRuledOut } from '../../report/not-ruled-out.ts';
import { newestFirst } from '../../rules/age.ts';
import { isByRun, type Maker, makerOf } from '../../rules/newer-deploys.ts';
import type { Origin } from '../../rules/ownership.ts';
import { type Objection, objectionTo } from '../../rules/restorable.ts';
import { type Selected, type Selection, selected } from '../../rules/selection.ts';
import type { Restoration } from '../../rules/steps.ts';
import { serverName, snapshotName } from '../../text/references.ts';
import { byId, type Id } from '../../vps/id.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Plan } from '../mode.ts';
import { notWhole, selectionRefusal } from '../shared-refusals.ts';

export interface RestoreSeen {
  selection: Selection;
  snapshots: Snapshot[];
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  origin: Origin;
  addresses: readonly string[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** One restore per server that the user named a snapshot of; or why nothing may be restored. */
export function restorePlan(seen: RestoreSeen, inputs: RestoreInputs): Plan<Restoration> | Refusal {
  const named = selected(seen.selection, seen.snapshots, seen.origin);
  const isOpen = named.problems.length > 0 || named.missing.length > 0;
  const unsure = isOpen ? notWhole(seen.snapshots, 'it is not certain which snapshot is meant') : undefined;
  if (unsure) return unsure;
  const refusal = selectionRefusal(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
  if (refusal) return refusal;
  const steps = named.snapshots.map((snapshot) => ({ do: 'restore' as const, snapshot, thenDelete: false }));
  return {
    steps,
    annotations: [...(seen.servers ? [] : [unlisted(inputs)]), ...notRuledOut(seen.snapshots)],
  };
}

function unlisted({ readyUrl }: RestoreInputs): Annotation {
  const how = readyUrl
    ? 'ready_url will have to prove the restore'
    : 'the restore cannot be confirmed without ready_url';
  const text = `The token may not list servers, so ${how}.`;
  return { level: 'notice', title: 'Servers not visible', text };
}

function restoreRefusal(named: Selected, seen: RestoreSeen, inputs: RestoreInputs): Refusal | undefined {
  const { maxAgeMs, force } = inputs;
  const objections = [
    ...named.missing.map((id) => missing(id, seen.snapshots)),
    ...shared(named.snapshots),
    ...named.snapshots.flatMap(
      (snapshot) =>
        objectionTo(snapshot, seen, { maxAgeMs, force, isRival: rivalTest(snapshot, seen.origin) }) ?? [],
    ),
  ];
  const [first] = objections;
  if (!first) return undefined;
  return new Refusal({
    title: objections.length === 1 ? first.title : 'Restore refused',
    message: objections.map(({ text }) => text).join('\n'),
    next: [...new Set(objections.map(({ next }) => next))].join('\n'),
  });
}

/** How many of the snapshots that there are a message names. */
const namedAtMost = 5;

function missing(id: Id, snapshots: readonly Snapshot[]): Objection {
  const newest = snapshots.toSorted(newestFirst).slice(0, namedAtMost).map(snapshotName);
  const more = snapshots.length > newest.length ? ` and ${snapshots.length - newest.length} more` : '';
  return {
    title: 'Snapshot not found',
    text: `Snapshot ${id} does not exist, or the token cannot see it.`,
    next: `The token sees ${newest.join(', ') || 'no snapshot'}${more}. mode: list shows them with their servers.`,
  };
}

function shared(snapshots: readonly Snapshot[]): Objection[] {
  const twice = snapshots.filter((one) =>
    snapshots.some((other) => byId(other, one) < 0 && other.server.id === one.server.id),
  );
  return twice.map(({ server }) => ({
    title: 'Two snapshots of one server',
    text: `More than one of the snapshots is of ${serverName(server)}, and it can only be restored from one.`,
    next: 'Name one snapshot per server.',
  }));
}

/** Only what this run made can be stale: an older run's snapshot was named by hand, which is meant. */
function rivalTest(snapshot: Snapshot, origin: Origin): ((maker: Maker) => boolean) | undefined {
  const made = makerOf(snapshot);
  if (!isByRun(made, origin)) return undefined;
  // Where our own mark was lost, so may be those of others: whatever is newer may be a deploy.
  const isMarked = made !== 'unknown' && 'mark' in made;
  return (maker) => !isByRun(maker, origin) && (maker !== 'unknown' || !isMarked);
}
