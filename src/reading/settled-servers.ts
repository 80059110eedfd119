import type { Deps } from '../deps.ts';
import { settlingMs } from '../limits.ts';
import type { Id } from '../vps/id.ts';
import { isWhole } from '../vps/list.ts';
import type { Server } from '../vps/model.ts';
import { settlingSchedule, windowIn } from '../waiting/schedule.ts';
import { hasAll } from './settled-snapshots.ts';
import { visibleServers } from './visible-servers.ts';

/**
 * The servers that the token may see, with all of these among them if they show in the time that a lagging list is given.
 * Undefined when they may not be listed at all.
 */
export async function settledServers(named: readonly Id[], deps: Deps): Promise<Server[] | undefined> {
  const list = await visibleServers(deps);
  if (!list) return undefined;
  const wanted = await deps.vps.serverIds(named);
  if (hasAll(wanted, list)) return list;
  const { seen } = await deps.servers.until({
    schedule: settlingSchedule,
    pace: deps.pace,
    windowMs: windowIn(deps.pace, settlingMs),
    isSo: (servers) => isWhole(servers) && hasAll(wanted, servers),
  });
  return seen ?? list;
}
