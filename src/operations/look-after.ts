import type { Deps } from '../deps.ts';
import { TimedOut } from '../errors.ts';
import { settlingMs } from '../limits.ts';
import { hurried } from '../reading/hurried.ts';
import { visibleServers } from '../reading/visible-servers.ts';
import { isStopped } from '../rules/server-status.ts';
import { isSuspiciouslyEmpty } from '../rules/snapshot-status.ts';
import type { ServerRef } from '../rules/steps.ts';
import { capitalised, serverName, snapshotName } from '../text/references.ts';
import { VpsError } from '../vps/errors.ts';
import type { Server, Snapshot } from '../vps/model.ts';

/**
 * One look at the servers after their snapshots: is each as it was? A standing server that nobody here stopped is named
 * and not started, for somebody may have had a reason. Best effort.
 * @param ran those that ran before
 */
export async function lookAfterServers(ran: readonly ServerRef[], deps: Deps): Promise<void> {
  if (ran.length === 0) return;
  const servers = (await seenServers(deps)) ?? [];
  for (const { id, status } of servers) {
    const server = ran.find((one) => one.id === id);
    if (!server || !isStopped(status)) continue;
    deps.journal.warning(
      'Server stands still',
      `${capitalised(serverName(server))} ran before its snapshot was taken and is ${status} now; nobody here stopped it, so nobody here starts it. If it should run: ${deps.vps.startByHand(id)}`,
    );
  }
}

/** A snapshot without content is complete, and worth nothing. */
export function warnOfEmpty(snapshots: readonly Snapshot[], all: readonly Snapshot[], deps: Deps): void {
  for (const snapshot of snapshots.filter((one) => isSuspiciouslyEmpty(one, all)))
    deps.journal.warning(
      'Snapshot without content',
      `${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} is complete with a size of 0, while other snapshots of the account are larger. Look at it at VPS.org before you rely on it.`,
    );
}

async function seenServers(deps: Deps): Promise<Server[] | undefined> {
  try {
    return await visibleServers(hurried(deps, deps.clock.now() + settlingMs));
  } catch (error) {
    if (!(error instanceof VpsError || error instanceof TimedOut)) throw error;
    return undefined;
  }
}
