import type { Deps } from '../deps.ts';
import { Refusal } from '../errors.ts';
import { duration } from '../report/format.ts';
import { capitalised, serverName } from '../report/names.ts';
import { isRestoring } from '../rules/proof.ts';
import type { Server } from '../vps/model.ts';
import { restoring } from '../waiting/schedule.ts';
import { times, watchServers } from './watching.ts';

/**
 * The servers, once none of those wanted is being restored: the API takes no request for one that is.
 * @throws {Refusal} when that does not end in time
 */
export async function untilRested(
  wanted: readonly number[],
  servers: Server[],
  inputs: { pollIntervalMs: number | undefined },
  deps: Deps,
): Promise<Server[]> {
  const busy = (list: Server[]) =>
    list.filter(({ id, status }) => wanted.includes(id) && isRestoring(status));
  const [first] = busy(servers);
  if (!first) return servers;
  deps.log.info(`${capitalised(serverName(first))} is being restored. Waiting for that to end first.`);
  const startedAt = deps.clock.now();
  const end = await watchServers(deps).ask<Server[]>({
    next: times(restoring, inputs, deps),
    judge: (list) => (busy(list).length === 0 ? { is: 'reached', found: list } : { is: 'pending' }),
  });
  if (end.is === 'reached') return end.found;
  throw new Refusal(
    {
      title: 'Server busy',
      message: `${capitalised(serverName(first))} was still being restored after ${duration(deps.clock.now() - startedAt)}.`,
      next: 'Run again when it is back, or raise timeout_minutes.',
    },
    'timed_out',
  );
}
