import type { Deps } from '../deps.ts';
import { Failure, failuresOf, gathered } from '../errors.ts';
import type { PruneInputs } from '../inputs/inputs.ts';
import { deleteSnapshot } from '../operations/delete-snapshot.ts';
import { askForRuns } from '../reading/run-liveness.ts';
import { factsOf } from '../report/journal.ts';
import { everyRunOver, type Runs } from '../rules/liveness.ts';
import type { Origin } from '../rules/ownership.ts';
import { fatesOf } from '../rules/retention.ts';
import { ofServer } from '../rules/slots.ts';
import { fullName, listed, type Step } from '../rules/steps.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';

interface PruneSeen {
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
    const seen = { snapshots, origin: deps.origin, now: deps.vps.now() };
    const couldGo = stepsFor({ ...seen, runs: everyRunOver }, inputs).filter((step) => step.do === 'delete');
    const runs = await askForRuns(
      couldGo.flatMap(({ subject }) => listed(subject) ?? []),
      deps,
    );
    return { ...seen, runs };
  },

  plan(seen, inputs) {
    return { steps: stepsFor(seen, inputs), annotations: [] };
  },

  async perform({ steps }, { inputs, seen }, deps) {
    const { journal, log } = deps;
    journal.counted(inputs.servers, seen.snapshots);
    log.group('Keeping');
    for (const step of steps) if (step.do === 'keep') keep(step, deps);
    log.group('Deleting');
    const doomed = steps.filter((step) => step.do === 'delete');
    const failures = await failuresOf(doomed.map((step) => remove(step, deps)));
    if (failures.length > 0) throw gathered(failures, doomed.length);
    return { result: 'pruned' };
  },
};

function stepsFor({ snapshots, ...known }: PruneSeen, { servers, retention }: PruneInputs): PruneStep[] {
  return servers.flatMap((server) =>
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
