import type { Deps } from '../deps.ts';
import { Refusal } from '../errors.ts';
import { isRestoring } from '../rules/server-status.ts';
import { duration } from '../text/format.ts';
import { capitalised, serverName } from '../text/references.ts';
import type { Id } from '../vps/id.ts';
import type { Server } from '../vps/model.ts';
import { restoreSchedule } from '../waiting/schedule.ts';

/** Those of the wanted servers that are being restored. */
export function busyServers(wanted: readonly Id[], servers: readonly Server[]): Server[] {
  return servers.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
}

/** The servers, once none of those wanted is being restored. Undefined when that does not end in time. */
export async function idleServers(
  wanted: readonly Id[],
  servers: Server[],
  deps: Deps,
): Promise<Server[] | undefined> {
  const [first] = busyServers(wanted, servers);
  if (!first) return servers;
  deps.log.info(`${capitalised(serverName(first))} is being restored. Waiting for that to end first.`);
  const end = await deps.servers.ask<Server[]>({
    schedule: restoreSchedule,
    judge: (list) =>
      busyServers(wanted, list).length === 0 ? { is: 'reached', found: list } : { is: 'pending' },
  });
  return end.is === 'reached' ? end.found : undefined;
}

/**
 * The same, where nothing can go on without: the API takes no request for a server that is being restored.
 * @throws {Refusal} when that does not end in time
 */
export async function waitUntilIdle(wanted: readonly Id[], servers: Server[], deps: Deps): Promise<Server[]> {
  const startedAt = deps.clock.now();
  const idle = await idleServers(wanted, servers, deps);
  if (idle) return idle;
  const [first] = busyServers(wanted, servers);
  const name = first ? capitalised(serverName(first)) : 'The server';
  throw new Refusal(
    {
      title: 'Server busy',
      message: `${name} was still being restored after ${duration(deps.clock.now() - startedAt)}.`,
      next: 'Run again when it is back, or raise timeout_minutes.',
    },
    'timed_out',
  );
}
