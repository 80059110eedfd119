import type { Deps } from '../deps.ts';
import { Failure, gathered, TimedOut } from '../errors.ts';
import type { DeleteInputs } from '../inputs/inputs.ts';
import { deleteOne, fullName } from '../operations/delete-snapshot.ts';
import { hasAll, settledList } from '../reading/settled-snapshots.ts';
import type { Origin } from '../rules/ownership.ts';
import { chosen } from '../rules/selection.ts';
import { capitalised } from '../text/names.ts';
import { VpsError } from '../vps/errors.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode, Step } from './mode.ts';
import { choiceRefusal } from './selection-refusal.ts';
import { failuresOf } from './together.ts';

interface DeleteSeen {
  snapshots: Snapshot[];
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

type Deletion = Extract<Step, { do: 'delete' }>;

/** Deletes the snapshots that the user named, and nothing else. */
export const deleteMode: Mode<DeleteInputs, DeleteSeen, Deletion> = {
  async look(inputs, deps) {
    const snapshots = await listWithNamed(inputs, deps);
    return { snapshots, origin: deps.origin, now: deps.vps.now() };
  },

  plan({ snapshots, origin, now }, { choice }) {
    const named = chosen(choice, snapshots, origin);
    const refusal = choiceRefusal(named.problems, now);
    if (refusal) return refusal;
    const ids = choice.by === 'id' ? choice.ids : named.snapshots.map(({ id }) => id);
    const steps = ids.map((id) => ({
      do: 'delete' as const,
      id,
      snapshot: snapshots.find((one) => one.id === id),
    }));
    return { steps, remarks: [] };
  },

  async perform({ steps }, inputs, deps, { snapshots }) {
    deps.log.group('Deleting');
    deps.journal.counted(new Set(steps.flatMap(({ snapshot }) => snapshot?.server.id ?? [])), snapshots);
    const failures = await failuresOf(steps.map((step) => remove(step, inputs, deps)));
    if (failures.length > 0) throw gathered(failures, steps.length);
  },
};

/**
 * The list; when server_id is to be checked and an id is not in it, as many lists as it takes to believe that, for a
 * snapshot that no list shows cannot be checked and would be deleted on trust.
 */
async function listWithNamed({ choice, pollIntervalMs }: DeleteInputs, deps: Deps): Promise<Snapshot[]> {
  const unchecked = choice.by !== 'id' || choice.servers.length === 0;
  if (unchecked) return deps.vps.listSnapshots(deps.planning);
  const settled = await settledList((list) => hasAll(choice.ids, list), { pollIntervalMs }, deps);
  if (!settled.timedOut) return settled.list;
  throw new TimedOut({
    title: 'Snapshot not found in time',
    message: `Not every list shows snapshot ${choice.ids.join(', ')}, so the server cannot be checked; the time set by timeout_minutes was over before that was certain.`,
    next: 'Raise timeout_minutes.',
  });
}

async function remove(step: Deletion, inputs: DeleteInputs, deps: Deps): Promise<void> {
  const { journal, log } = deps;
  const { id, snapshot } = step;
  const entry = journal.enter(snapshot ? { server: snapshot.server, id, snapshot } : { id });
  const name = capitalised(fullName(step));
  try {
    const outcome = isUnchecked(step, inputs) ? 'absent' : await deleteOne(step, deps);
    if (outcome === 'absent') await confirmAbsence(step, inputs, deps);
    entry.learn({ result: outcome === 'absent' ? 'already_absent' : 'deleted' });
    if (outcome === 'deleted') log.info(`${name} is deleted.`);
    else journal.notice('Already gone', `${name} does not exist (any more). Nothing was deleted.`);
  } catch (error) {
    const failure = told(error, name);
    entry.learn({ result: failure.ending, remark: failure.message });
    throw failure;
  }
}

/** With a server to check, a snapshot that no list shows is not touched: the whole lists without it are the proof. */
function isUnchecked({ snapshot }: Deletion, { choice }: DeleteInputs): boolean {
  return snapshot === undefined && choice.servers.length > 0;
}

/** A list may lag behind, so it is looked at until it agrees. */
async function confirmAbsence(step: Deletion, inputs: DeleteInputs, deps: Deps): Promise<void> {
  const settled = await settledList((list) => !hasAll([step.id], list), inputs, deps);
  if (settled.agrees) return;
  throw new Failure({
    title: 'Not deleted',
    message: `VPS.org says that it does not know ${fullName(step)}, and still lists it.`,
    next: 'Look at it at VPS.org, and run again.',
  });
}

function told(error: unknown, name: string): Failure {
  if (error instanceof Failure) return error;
  if (!(error instanceof VpsError)) throw error;
  const isUnclear = error.fate === 'unknown';
  return new Failure({
    title: isUnclear ? 'Deletion not certain' : 'Not deleted',
    message: `${name} ${isUnclear ? 'may or may not have been deleted' : 'was not deleted'}. ${error.message}.`,
    next: error.hint,
    cause: error,
  });
}
