import type { Deps } from '../../deps.ts';
import { failuresOf, gathered, Refusal } from '../../errors.ts';
import type { RestoreInputs } from '../../inputs/inputs.ts';
import type { ProofTerms } from '../../operations/prove-restore.ts';
import type { Permission } from '../../operations/request-restore.ts';
import { beginRestore, finishRestore } from '../../operations/restore-server.ts';
import { waitUntilIdle } from '../../operations/wait-until-idle.ts';
import { waitUntilReady } from '../../operations/wait-until-ready.ts';
import { knownSelection } from '../../reading/known-ids.ts';
import { settledServers } from '../../reading/settled-servers.ts';
import { settledSnapshots } from '../../reading/settled-snapshots.ts';
import { together } from '../../reading/together.ts';
import { Heartbeat } from '../../report/progress.ts';
import { ownedBy } from '../../rules/owners.ts';
import { selected } from '../../rules/selection.ts';
import { runsBy } from '../../rules/server-status.ts';
import type { Restoration } from '../../rules/steps.ts';
import { likewise } from '../../vps/list.ts';
import type { Snapshot } from '../../vps/model.ts';
import { restoreSchedule } from '../../waiting/schedule.ts';
import type { Mode } from '../mode.ts';
import { type RestoreSeen, restorePlan } from './restore-plan.ts';

/** Puts servers back to what a snapshot holds, and believes it only when the server was seen to come back. */
export const restore: Mode<RestoreInputs, RestoreSeen, Restoration> = {
  async look(inputs, deps) {
    const { snapshots, selection } = await listWithNamed(inputs, deps);
    const owners = selected(selection, snapshots, deps.origin).snapshots.map(({ server }) => server.id);
    const servers = await settledServers(owners, deps);
    const { origin, addresses } = deps;
    return { selection, snapshots, servers, origin, addresses, now: deps.vps.now() };
  },

  plan: restorePlan,

  async perform({ steps }, { inputs, seen }, deps) {
    deps.log.group('Restoring');
    const { wait, readyUrl, force } = inputs;
    const wanted = steps.map(({ snapshot }) => snapshot.server.id);
    if (seen.servers && force) await waitUntilIdle(wanted, seen.servers, deps);
    const listed = seen.servers !== undefined;
    const heartbeat = new Heartbeat(deps.log, deps.clock, restoreSchedule);
    const terms = wait ? { readyUrl, alone: steps.length === 1, heartbeat } : undefined;
    const failures = await failuresOf(
      steps.map((step) => {
        const ran = runsBy(seen.servers, step.snapshot.server.id);
        const addresses = seen.servers?.find(({ id }) => id === step.snapshot.server.id)?.addresses;
        const permission = { listed, ran, addresses, recheck: () => recheck(step, inputs, deps) };
        return restoreOne(step, { permission, terms }, deps);
      }),
    );
    if (failures.length > 0) throw gathered(failures, steps.length);
    if (wait && readyUrl && listed) await ready(readyUrl, steps, deps);
    return {};
  },
};

/** The guard of the same job must not give away what a server that does not answer may yet need. @throws {Failure} */
async function ready(url: string, steps: readonly Restoration[], deps: Deps): Promise<void> {
  try {
    await waitUntilReady(url, deps);
  } catch (error) {
    for (const { snapshot } of steps)
      deps.notes.leave({
        act: 'restore',
        snapshot: snapshot.id,
        server: snapshot.server.id,
        state: 'unready',
      });
    throw error;
  }
}

/** One list without a snapshot is no proof that there is none. */
async function listWithNamed({ selection: named }: RestoreInputs, deps: Deps) {
  let selection = named;
  const isThere = (list: readonly Snapshot[]) => {
    const shown =
      selection.by === 'id' ? { ...selection, ids: deps.vps.snapshotIds(selection.ids) } : selection;
    const { problems, missing } = selected(shown, list, deps.origin);
    return problems.length === 0 && missing.length === 0;
  };
  const owned = (list: Snapshot[]) => ownedAsNamed(selection, list);
  const first = await deps.vps.listSnapshots(deps.planning);
  selection = await knownSelection(named, deps);
  if (isThere(owned(first))) return { snapshots: owned(first), selection };
  const settled = await settledSnapshots((list) => isThere(owned([...list])), deps);
  selection = await knownSelection(named, deps);
  return { snapshots: owned(settled.list), selection };
}

/** Where the API tells no owners, the user does: by naming one server beside the snapshots. */
function ownedAsNamed(selection: RestoreInputs['selection'], list: Snapshot[]): Snapshot[] {
  const [server, ...others] = selection.servers;
  if (selection.by !== 'id' || server === undefined || others.length > 0) return list;
  const isNamed = ({ id }: Snapshot) => selection.ids.includes(id);
  return likewise(
    list.map((one) => (isNamed(one) ? ownedBy({ id: server }, one) : one)),
    list,
  );
}

/** A deploy, or somebody's repair, may have come since the plan was made. @throws {Refusal} */
async function recheck({ snapshot }: Restoration, inputs: RestoreInputs, deps: Deps): Promise<void> {
  const seen = await together(inputs, () => restore.look(inputs, deps), deps);
  const selection = { by: 'id' as const, ids: [snapshot.id], servers: [] };
  const plan = restorePlan({ ...seen, selection }, inputs);
  if (plan instanceof Refusal) throw plan;
}

/** @param terms undefined when the restore is only to be requested */
async function restoreOne(
  step: Restoration,
  { permission, terms }: { permission: Permission; terms: ProofTerms | undefined },
  deps: Deps,
): Promise<void> {
  const { id: snapshot, server } = step.snapshot;
  const note = { act: 'restore' as const, snapshot, server: server.id };
  deps.notes.leave({ ...note, state: 'requested' });
  const begun = await beginRestore(step, permission, deps).catch((error) => {
    if (!deps.journal.mayHave('restore', server.id)) deps.notes.leave({ ...note, state: 'refused' });
    throw error;
  });
  if (terms) await finishRestore(begun, terms, deps);
  else begun.entry.learn({ result: 'requested' });
  if (terms) deps.notes.leave({ ...note, state: 'confirmed' });
}
