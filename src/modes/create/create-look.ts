import type { Deps } from '../../deps.ts';
import type { CreateInputs } from '../../inputs/inputs.ts';
import { waitUntilIdle } from '../../operations/wait-until-idle.ts';
import { askForRuns } from '../../reading/run-liveness.ts';
import { visibleServers } from '../../reading/visible-servers.ts';
import type { Runs } from '../../rules/liveness.ts';
import type { Origin } from '../../rules/ownership.ts';
import { freeable } from '../../rules/quota.ts';
import type { Server, Snapshot } from '../../vps/model.ts';

export interface CreateSeen {
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  snapshots: Snapshot[];
  origin: Origin;
  /** The runs whose snapshots may have to go, when the oldest may. */
  runs: Runs;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** What is there before a snapshot is taken; a server that is being restored is waited for. */
export async function createLook(inputs: CreateInputs, deps: Deps): Promise<CreateSeen> {
  const servers = await visibleServers(deps);
  const idle = servers && !inputs.dryRun ? await waitUntilIdle(inputs.servers, servers, deps) : servers;
  const snapshots = await deps.vps.listSnapshots(deps.planning);
  const seen = { servers: idle, snapshots, origin: deps.origin, now: deps.vps.now() };
  const couldGo = inputs.atLimit === 'delete_oldest' ? freeable(inputs.servers, seen) : [];
  return { ...seen, runs: await askForRuns(couldGo, deps) };
}
