import type { Deps } from '../deps.ts';
import { Failure, gathered } from '../errors.ts';
import type { PruneInputs } from '../inputs/inputs.ts';
import { deleteOne, fullName } from '../operations/delete-snapshot.ts';
import { askForRuns } from '../reading/run-liveness.ts';
import { everyRunOver, type Runs } from '../rules/liveness.ts';
import type { Origin } from '../rules/ownership.ts';
import { fatesOf } from '../rules/retention.ts';
import { capitalised } from '../text/names.ts';
import { VpsError } from '../vps/errors.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode, Step } from './mode.ts';
import { failuresOf } from './together.ts';

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
    return {
      ...seen,
      runs: await askForRuns(
        couldGo.flatMap(({ snapshot }) => snapshot ?? []),
        deps,
      ),
    };
  },

  plan(seen, inputs) {
    return { steps: stepsFor(seen, inputs), remarks: [] };
  },

  async perform({ steps }, { servers }, deps, { snapshots }) {
    const { journal, log } = deps;
    journal.result = 'pruned';
    journal.counted(servers, snapshots);
    log.group('Keeping');
    for (const step of steps) if (step.do === 'keep') keep(step, deps);
    log.group('Deleting');
    const doomed = steps.filter((step) => step.do === 'delete');
    const failures = await failuresOf(doomed.map((step) => remove(step, deps)));
    if (failures.length > 0) throw gathered(failures, doomed.length);
  },
};

function stepsFor({ snapshots, ...situation }: PruneSeen, { servers, retention }: PruneInputs): PruneStep[] {
  return servers.flatMap((server) => {
    const ofServer = snapshots.filter((snapshot) => snapshot.server.id === server);
    return fatesOf(ofServer, { ...situation, retention }).map(({ snapshot, keep, why }) => ({
      do: keep ? ('keep' as const) : ('delete' as const),
      id: snapshot.id,
      snapshot,
      why,
    }));
  });
}

function keep({ id, snapshot, why }: PruneStep, { journal, log }: Deps): void {
  journal.enter({
    id,
    result: 'kept',
    remark: why ?? '',
    ...(snapshot && { snapshot, server: snapshot.server }),
  });
  log.info(`Kept: ${fullName({ id, snapshot })} (${why}).`);
}

async function remove(step: PruneStep, deps: Deps): Promise<void> {
  const { id, snapshot, why } = step;
  const entry = deps.journal.enter({
    id,
    remark: why ?? '',
    ...(snapshot && { snapshot, server: snapshot.server }),
  });
  const name = fullName({ id, snapshot });
  try {
    const outcome = await deleteOne({ id, snapshot }, deps);
    entry.learn({ result: outcome === 'absent' ? 'already_absent' : 'deleted' });
    deps.log.info(`${outcome === 'absent' ? 'Gone already' : 'Deleted'}: ${name} (${why}).`);
  } catch (error) {
    if (!(error instanceof VpsError)) throw error;
    entry.learn({ result: 'failed', remark: error.message });
    throw new Failure({
      title: 'Not deleted',
      message: `${capitalised(name)} was not deleted. ${error.message}.`,
      next: error.hint,
      cause: error,
    });
  }
}
