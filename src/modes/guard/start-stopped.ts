import type { Deps } from '../../deps.ts';
import { type Failure, failuresOf } from '../../errors.ts';
import { lookPatienceMs } from '../../limits.ts';
import { deleteSnapshot } from '../../operations/delete-snapshot.ts';
import { lastWord, lateStopWindow, startServer } from '../../operations/start-server.ts';
import { glance } from '../../reading/together.ts';
import type { JobEnding } from '../../rules/policy.ts';
import { ofServer } from '../../rules/slots.ts';
import { isUnderWay } from '../../rules/snapshot-status.ts';
import { idOfTarget, isDoubtful, madeFor, type SavedState, type Standing } from '../../state/saved-state.ts';
import { duration } from '../../text/format.ts';
import { capitalised, serverName } from '../../text/references.ts';
import type { Snapshot } from '../../vps/model.ts';
import { forAtMost } from '../../vps/reading.ts';

/** What is left to do for servers that the main step stopped and did not see running again. */
interface Duties {
  saved: SavedState;
  ending: JobEnding | undefined;
}

/** Who stops a server starts it, even when the process that did was killed: this comes before everything else. */
export async function startStopped(duties: Duties, deps: Deps): Promise<Failure[]> {
  const { standing } = duties.saved;
  if (standing.length === 0) return [];
  deps.log.group('Starting what the main step stopped');
  return failuresOf(standing.map((one) => startAgain(one, duties, deps)));
}

async function startAgain(one: Standing, duties: Duties, deps: Deps): Promise<void> {
  const { server, stoppedAt, unclear } = one;
  const stoodMs = () => deps.clock.date().getTime() - Date.parse(stoppedAt);
  const watchUntil = unclear ? deps.clock.now() + lateStopWindow(deps) : undefined;
  const makeWay = duties.ending === 'cancelled' ? () => deleteUnfinished(one, duties.saved, deps) : undefined;
  try {
    await startServer({ server, watchUntil, ...(makeWay && { makeWay }) }, deps);
  } catch (error) {
    if (deps.signal.aborted) await lastWord(server, 'the main step', deps);
    throw error;
  }
  const name = capitalised(serverName(server));
  const told = unclear
    ? `${name} had been asked by the main step to stop, which it was not seen to. It runs, and may still stop: ${deps.vps.startByHand(server.id)}`
    : `${name} had been stopped by the main step for its snapshot and runs again, ${duration(stoodMs())} later.`;
  deps.journal.notice(unclear ? 'Server may still stop' : 'Server started again', told);
}

/** The server is soon asked to start again, and makes way another time where it did not now. */
const impatient = { ...forAtMost(lookPatienceMs), whenBusyMs: 0 };

/** After a cancel there is no time to wait for a snapshot that nobody will use: the server matters more. */
async function deleteUnfinished({ server }: Standing, saved: SavedState, deps: Deps): Promise<void> {
  const list = ofServer(server.id, await glance(deps));
  for (const target of saved.targets) {
    const made = madeFor(target, { nonce: saved.nonce, origin: deps.origin }, list);
    const known = list.filter(({ id }) => id === idOfTarget(target) && !isDoubtful(target));
    const own = [...new Set([...made, ...known])];
    const unfinished = own.filter(({ status }) => isUnderWay(status));
    for (const snapshot of unfinished) await deleteNow(snapshot, deps);
    // The guard has nothing left of it to look after.
    if (own.length > 0 && own.length === unfinished.length) target.request = 'refused';
  }
}

async function deleteNow(snapshot: Snapshot, deps: Deps): Promise<void> {
  await deleteSnapshot({ listed: snapshot }, deps, impatient);
  deps.log.info(`Snapshot ${snapshot.id} was not complete and kept the server from starting: it is deleted.`);
}
