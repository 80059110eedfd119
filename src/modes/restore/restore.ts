import type { Deps } from '../../deps.ts';
import { failuresOf, gathered } from '../../errors.ts';
import type { RestoreInputs } from '../../inputs/inputs.ts';
import type { ProofTerms } from '../../operations/prove-restore.ts';
import { beginRestore, finishRestore } from '../../operations/restore-server.ts';
import { waitUntilIdle } from '../../operations/wait-until-idle.ts';
import { waitUntilReady } from '../../operations/wait-until-ready.ts';
import { visibleServers } from '../../reading/visible-servers.ts';
import { Heartbeat } from '../../report/progress.ts';
import type { Restoration } from '../../rules/steps.ts';
import { restoreSchedule } from '../../waiting/schedule.ts';
import type { Mode } from '../mode.ts';
import { type RestoreSeen, restorePlan } from './restore-plan.ts';

/** Puts servers back to what a snapshot holds, and believes it only when the server was seen to come back. */
export const restore: Mode<RestoreInputs, RestoreSeen, Restoration> = {
  async look(_inputs, deps) {
    const [snapshots, servers] = await Promise.all([
      deps.vps.listSnapshots(deps.planning),
      visibleServers(deps),
    ]);
    return { snapshots, servers, origin: deps.origin, addresses: deps.addresses, now: deps.vps.now() };
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
    const failures = await failuresOf(steps.map((step) => restoreOne(step, { listed, terms }, deps)));
    if (failures.length > 0) throw gathered(failures, steps.length);
    if (wait && readyUrl && listed) await waitUntilReady(readyUrl, deps);
    return {};
  },
};

/** @param terms undefined when the restore is only to be requested */
async function restoreOne(
  step: Restoration,
  { listed, terms }: { listed: boolean; terms: ProofTerms | undefined },
  deps: Deps,
): Promise<void> {
  const begun = await beginRestore(step, listed, deps);
  if (terms) await finishRestore(begun, terms, deps);
  else begun.entry.learn({ result: 'requested' });
}
