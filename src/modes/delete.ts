import type { Deps } from '../deps.ts';
import { Failure, failuresOf, gathered, TimedOut } from '../errors.ts';
import type { DeleteInputs } from '../inputs/inputs.ts';
import { deleteSnapshot } from '../operations/delete-snapshot.ts';
import { knownSelection } from '../reading/known-ids.ts';
import { hasAll, settledSnapshots } from '../reading/settled-snapshots.ts';
import { factsOf } from '../report/journal.ts';
import type { Origin } from '../rules/ownership.ts';
import { selected } from '../rules/selection.ts';
import { type Deletion, fullName, idOf, listed, subjectIn } from '../rules/steps.ts';
import { capitalised } from '../text/references.ts';
import { isWhole } from '../vps/list.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';
import { notWhole, selectionRefusal } from './shared-refusals.ts';

interface DeleteSeen {
  selection: DeleteInputs['selection'];
  snapshots: Snapshot[];
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Deletes the snapshots that the user named, and nothing else. */
export const deleteMode: Mode<DeleteInputs, DeleteSeen, Deletion> = {
  async look(inputs, deps) {
    const snapshots = await listWithNamed(inputs, deps);
    const selection = await knownSelection(inputs.selection, deps);
    return { selection, snapshots, origin: deps.origin, now: deps.vps.now() };
  },

  plan({ selection, snapshots, origin, now }) {
    const named = selected(selection, snapshots, origin);
    const unsure =
      named.problems.length > 0
        ? notWhole(snapshots, 'it is not certain which snapshot is meant')
        : undefined;
    if (unsure) return unsure;
    const refusal = selectionRefusal(named.problems, now);
    if (refusal) return refusal;
    const ids = selection.by === 'id' ? selection.ids : named.snapshots.map(({ id }) => id);
    const steps = ids.map((id) => ({ do: 'delete' as const, subject: subjectIn(snapshots, id) }));
    return { steps, annotations: [] };
  },

  async perform({ steps }, { seen }, deps) {
    deps.log.group('Deleting');
    const servers = new Set(steps.flatMap(({ subject }) => listed(subject)?.server.id ?? []));
    deps.journal.counted(servers, seen.snapshots);
    const failures = await failuresOf(steps.map((step) => remove(step, seen, deps)));
    if (failures.length > 0) throw gathered(failures, steps.length);
    return {};
  },
};

/**
 * The list; when server_id is to be checked and an id is not in it, as many lists as it takes to believe that, for a
 * snapshot that no list shows cannot be checked and would be deleted on trust.
 */
async function listWithNamed({ selection }: DeleteInputs, deps: Deps): Promise<Snapshot[]> {
  const unchecked = selection.by !== 'id' || selection.servers.length === 0;
  if (unchecked) return deps.vps.listSnapshots(deps.planning);
  const settled = await settledSnapshots((list) => hasAll(deps.vps.snapshotIds(selection.ids), list), deps);
  if (!settled.timedOut) return settled.list;
  throw new TimedOut({
    title: 'Snapshot not found in time',
    message: `Not every list shows snapshot ${selection.ids.join(', ')}, so the server cannot be checked; the time set by timeout_minutes was over before that was certain.`,
    next: 'Raise timeout_minutes.',
  });
}

async function remove(step: Deletion, seen: DeleteSeen, deps: Deps): Promise<void> {
  const { journal, log } = deps;
  const { subject } = step;
  const entry = journal.enter(factsOf(subject));
  const name = capitalised(fullName(subject));
  try {
    const note = { act: 'delete' as const, snapshot: idOf(subject) };
    const unchecked = isUnchecked(step, seen);
    if (!unchecked) deps.notes.leave({ ...note, state: 'requested' });
    const outcome = unchecked ? 'already_absent' : await deleteSnapshot(subject, deps);
    if (outcome === 'deleted') deps.notes.leave({ ...note, state: 'confirmed' });
    if (outcome === 'already_absent') await confirmAbsence(step, deps);
    entry.learn({ result: outcome });
    if (outcome === 'deleted') log.info(`${name} is deleted.`);
    else journal.notice('Already gone', `${name} does not exist (any more). Nothing was deleted.`);
  } catch (error) {
    if (error instanceof Failure) entry.learn({ result: error.ending, remark: error.message });
    throw error;
  }
}

/** With a server to check, a snapshot that no list shows is not touched: the whole lists without it are the proof. */
function isUnchecked({ subject }: Deletion, { selection }: DeleteSeen): boolean {
  return 'unlisted' in subject && selection.servers.length > 0;
}

/** A list may lag behind, so it is looked at until it agrees. */
async function confirmAbsence({ subject }: Deletion, deps: Deps): Promise<void> {
  const settled = await settledSnapshots((list) => isWhole(list) && !hasAll([idOf(subject)], list), deps);
  if (settled.agrees) return;
  throw new Failure({
    title: 'Not deleted',
    message: `VPS.org says that it does not know ${fullName(subject)}, and still lists it.`,
    next: 'Look at it at VPS.org, and run again.',
  });
}
