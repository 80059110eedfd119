import type { Deps } from '../../deps.ts';
import type { CreateInputs } from '../../inputs/inputs.ts';
import { waitUntilIdle } from '../../operations/wait-until-idle.ts';
import { askForRuns } from '../../reading/run-liveness.ts';
import { settledServers } from '../../reading/settled-servers.ts';
import type { Runs } from '../../rules/liveness.ts';
import { youngDeploys } from '../../rules/liveness.ts';
import type { Origin } from '../../rules/ownership.ts';
import { freeable } from '../../rules/quota.ts';
import type { Id } from '../../vps/id.ts';
import type { Server, Snapshot } from '../../vps/model.ts';

export interface CreateSeen {
  /** The servers that the user named, by the ids that lists show. */
  wanted: Id[];
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  snapshots: Snapshot[];
  origin: Origin;
  /** The runs whose snapshots may have to go, when the oldest may. */
  runs: Runs;
  /** The IP addresses of the machine that the step runs on. */
  addresses: readonly string[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** What is there before a snapshot is taken; a server that is being restored is waited for. */
export async function createLook(inputs: CreateInputs, deps: Deps): Promise<CreateSeen> {
  const listed = await settledServers(inputs.servers, deps);
  const wanted = await deps.vps.serverIds(inputs.servers);
  const servers = listed && !inputs.dryRun ? await waitUntilIdle(wanted, listed, deps) : listed;
  const snapshots = await deps.vps.listSnapshots(deps.planning);
  const { origin, addresses } = deps;
  const seen = { wanted, servers, snapshots, origin, addresses, now: deps.vps.now() };
  const couldGo = inputs.atLimit === 'delete_oldest' ? freeable(wanted, seen) : [];
  const young = youngDeploys(snapshots, seen);
  return { ...seen, runs: await askForRuns([...couldGo, ...young], deps) };
}
