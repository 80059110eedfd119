import type { Deps } from '../deps.ts';
import { Failure, failuresOf, gathered } from '../errors.ts';
import type { PruneInputs } from '../inputs/inputs.ts';
import { deleteSnapshot } from '../operations/delete-snapshot.ts';
import { askForRuns } from '../reading/run-liveness.ts';
import { settledServers } from '../reading/settled-servers.ts';
import { factsOf } from '../report/journal.ts';
import { everyRunOver, type Runs } from '../rules/liveness.ts';
import { hasUnknownOwners } from '../rules/owners.ts';
import type { Origin } from '../rules/ownership.ts';
import { fatesOf } from '../rules/retention.ts';
import { ofServer } from '../rules/slots.ts';
import { fullName, listed, type Step } from '../rules/steps.ts';
import type { Id } from '../vps/id.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';
import { notWhole, unknownOwners, unknownServers } from './shared-refusals.ts';

interface PruneSeen {
  /** The servers that the user named, by the ids that lists show. */
  wanted: Id[];
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  snapshots: Snapshot[];
  runs: Runs;
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

type PruneStep = Extract<Step, { do: 'delete' | 'keep' }>;

/** Deletes what this repository made and nobody needs any more; everything else stays. */
export const prune: Mode<PruneInputs, PruneSeen, PruneStep> = {
  async look(inputs, deps) {
    const snapshots = await deps.vps.listSnapshots(deps.planning);
    const servers = await settledServers(inputs.servers, deps);
    const wanted = await deps.vps.serverIds(inputs.servers);
    const seen = { wanted, servers, snapshots, origin: deps.origin, now: deps.vps.now() };
    const couldGo = stepsFor({ ...seen, runs: everyRunOver }, inputs).filter((step) => step.do === 'delete');
    const runs = await askForRuns(
      couldGo.flatMap(({ subject }) => listed(subject) ?? []),
      deps,
    );
    return { ...seen, runs };
  },

  plan(seen, inputs) {
    const { wanted, servers, snapshots } = seen;
    const unknown = wanted.filter((id) => servers && !servers.some((server) => server.id === id));
    const refusal =
      (unknown.length > 0 ? unknownServers(unknown, servers ?? []) : undefined) ??
      (hasUnknownOwners(seen) ? unknownOwners('mode: prune') : undefined) ??
      notWhole(snapshots, 'nothing is deleted');
    if (refusal) return refusal;
    return { steps: stepsFor(seen, inputs), annotations: [] };
  },

  async perform({ steps }, { seen }, deps) {
    const { journal, log } = deps;
    journal.counted(seen.wanted, seen.snapshots);
    log.group('Keeping');
    for (const step of steps) if (step.do === 'keep') keep(step, deps);
    log.group('Deleting');
    const doomed = steps.filter((step) => step.do === 'delete');
    const failures = await failuresOf(doomed.map((step) => remove(step, deps)));
    if (failures.length > 0) throw gathered(failures, doomed.length);
    return { result: 'pruned' };
  },
};

function stepsFor({ wanted, snapshots, ...known }: PruneSeen, { retention }: PruneInputs): PruneStep[] {
  return wanted.flatMap((server) =>
    fatesOf(ofServer(server, snapshots), { ...known, retention }).map(
      ({ snapshot, stays, why }): PruneStep => ({
        do: stays ? 'keep' : 'delete',
        subject: { listed: snapshot },
        why,
      }),
    ),
  );
}

function keep({ subject, why }: PruneStep, { journal, log }: Deps): void {
  journal.enter({ ...factsOf(subject), result: 'kept', remark: why ?? '' });
  log.info(`Kept: ${fullName(subject)} (${why}).`);
}

async function remove({ subject, why }: PruneStep, deps: Deps): Promise<void> {
  const entry = deps.journal.enter({ ...factsOf(subject), remark: why ?? '' });
  try {
    const outcome = await deleteSnapshot(subject, deps);
    entry.learn({ result: outcome });
    const word = outcome === 'already_absent' ? 'Gone already' : 'Deleted';
    deps.log.info(`${word}: ${fullName(subject)} (${why}).`);
  } catch (error) {
    if (error instanceof Failure) entry.learn({ result: error.ending, remark: error.message });
    throw error;
  }
}
