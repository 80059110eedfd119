import type { Deps } from '../../deps.ts';
import { Failure, gathered, type Refusal } from '../../errors.ts';
import type { RestoreInputs } from '../../inputs/inputs.ts';
import { type ProofInputs, ProvenByList, ProvenByUrl, type Prover } from '../../operations/prove-restore.ts';
import { requestRestore } from '../../operations/request-restore.ts';
import { untilRested } from '../../operations/wait-until-idle.ts';
import { waitUntilReady } from '../../operations/wait-until-ready.ts';
import { visibleServers, watchServers } from '../../reading/pollers.ts';
import { Heartbeat } from '../../report/progress.ts';
import type { Origin } from '../../rules/ownership.ts';
import { chosen } from '../../rules/selection.ts';
import { capitalised, serverName } from '../../text/names.ts';
import { VpsError } from '../../vps/errors.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Watch } from '../../waiting/poller.ts';
import { restoring } from '../../waiting/schedule.ts';
import type { Mode, Plan, ServerRef, Step } from '../mode.ts';
import { choiceRefusal } from '../selection-refusal.ts';
import { failuresOf } from '../together.ts';
import { restoreRefusal } from './restore-plan.ts';

export interface RestoreSeen {
  snapshots: Snapshot[];
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  origin: Origin;
  addresses: readonly string[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

export type Restoration = Extract<Step, { do: 'restore' }>;

/** Puts servers back to what a snapshot holds, and believes it only when the server was seen to come back. */
export const restore: Mode<RestoreInputs, RestoreSeen, Restoration> = {
  async look(_inputs, deps) {
    const [snapshots, servers] = await Promise.all([
      deps.vps.listSnapshots(deps.planning),
      visibleServers(deps),
    ]);
    return { snapshots, servers, origin: deps.origin, addresses: deps.addresses, now: deps.vps.now() };
  },

  plan(seen, inputs): Plan<Restoration> | Refusal {
    const named = chosen(inputs.choice, seen.snapshots, seen.origin);
    const refusal = choiceRefusal(named.problems, seen.now) ?? restoreRefusal(named, seen, inputs);
    if (refusal) return refusal;
    const steps = named.snapshots.map((snapshot) => ({
      do: 'restore' as const,
      snapshot,
      server: snapshot.server,
    }));
    return { steps, remarks: seen.servers ? [] : [unlisted(inputs)] };
  },

  async perform({ steps }, inputs, deps, { servers }) {
    deps.log.group('Restoring');
    const wanted = steps.map(({ server }) => server.id);
    if (servers && inputs.force) await untilRested(wanted, servers, inputs, deps);
    const watch = servers && watchServers(deps);
    const shared = { alone: steps.length === 1, heartbeat: new Heartbeat(deps.log, deps.clock, restoring) };
    const failures = await failuresOf(
      steps.map((step) => restoreOne(step, watch, { ...inputs, ...shared }, deps)),
    );
    if (failures.length > 0) throw gathered(failures, steps.length);
    if (inputs.wait && inputs.readyUrl && watch) await waitUntilReady(inputs.readyUrl, inputs, deps);
  },
};

function unlisted({ readyUrl }: RestoreInputs) {
  const how = readyUrl
    ? 'ready_url will have to prove the restore'
    : 'the restore cannot be confirmed without ready_url';
  return {
    level: 'notice' as const,
    title: 'Servers not visible',
    text: `The token may not list servers, so ${how}.`,
  };
}

/**
 * One restore from its request to its proof.
 * @param onAccepted called when the API has accepted the restore, long before it is done
 * @returns what the user should know all the same
 * @throws {Failure}
 */
export async function restoreOne(
  step: Restoration,
  watch: Watch<Server[]> | undefined,
  inputs: ProofInputs & { wait: boolean },
  deps: Deps,
  onAccepted: () => void = () => {},
): Promise<string | undefined> {
  const { snapshot, server } = step;
  const entry = deps.journal.enter({ server, id: snapshot.id, snapshot });
  try {
    const startedAt = deps.clock.now();
    const seen = await requestRestore(step, watch, inputs, deps);
    deps.journal.happened('restore requested', deps.clock.date(), server.id);
    onAccepted();
    if (!inputs.wait) {
      entry.learn({ result: 'requested' });
      return undefined;
    }
    const prover: Prover = watch ? new ProvenByList(watch) : new ProvenByUrl();
    const remark = await prover.prove(step, seen, inputs, deps);
    deps.journal.happened('server back', deps.clock.date(), server.id);
    entry.learn({ result: 'restored', tookMs: deps.clock.now() - startedAt, ...(remark ? { remark } : {}) });
    return remark;
  } catch (error) {
    const failure = error instanceof VpsError ? unconfirmed(server, error) : error;
    if (failure instanceof Failure) entry.learn({ result: failure.ending, remark: failure.message });
    throw failure;
  }
}

/** The API would no longer tell, after it had accepted the restore. */
function unconfirmed(server: ServerRef, error: VpsError): Failure {
  return new Failure({
    title: 'Restore accepted, not confirmed',
    message: `${capitalised(serverName(server))}: the restore was accepted, but not confirmed. ${error.message}.`,
    next: `Look at the server at VPS.org before you rely on it. ${error.hint}`,
    cause: error,
  });
}
