import { isAccepted, type Session } from '../ask.ts';
import { integerFirst, uuidFirst } from '../objects.ts';
import { Interrupted, Refusal } from '../refusal.ts';
import { answered, type Place, Stumble } from './place.ts';
import { askForPower, start, stop } from './power.ts';
import { mayBeGoing, restore } from './restore.ts';
import { askForSnapshot, awaitEnd, newSnapshot, remove } from './snapshot.ts';
import type { Made, Removal, Trail } from './trail.ts';

/**
 * Walks the whole circle: a snapshot of the running server, one of the stopped server, a restore, and deletions.
 * However it ends, the server is started again if this stopped it, and what is left behind is named in the trail.
 * @param tidying a session that outlives the first interruption
 */
export async function walkCircle(place: Place, tidying: Session): Promise<Trail> {
  const { trail } = place;
  try {
    await walk(place);
  } catch (error) {
    if (!(error instanceof Stumble || error instanceof Interrupted || error instanceof Refusal)) throw error;
    trail.endedEarly = error.message;
    place.say(`${error.message}. The circle ends here.`);
  } finally {
    await tidy({ ...place, session: tidying });
  }
  return trail;
}

async function walk(place: Place): Promise<void> {
  const { trail } = place;
  const running = newSnapshot(place, 'running');
  trail.running = running;
  await askForSnapshot(place, running);
  await awaitEnd(place, running);
  const standing = await stillSnapshot(place);
  const { end } = await restore(place, standing ?? running);
  if (end === 'stands still') await startAfterRestore(place);
  await clear(place, running);
  if (standing) await clear(place, standing);
  await early(place);
}

/** `undefined` where power is not offered. */
async function stillSnapshot(place: Place): Promise<Made | undefined> {
  const { trail } = place;
  trail.stop = await stop(place);
  if (trail.stop.doneAfterMs === undefined) {
    if (place.stoppedAt === undefined) return undefined;
    throw new Stumble(`The stop ${answered(trail.stop.exchange)}, and the server does not stand still`);
  }
  const made = newSnapshot(place, 'stopped');
  trail.standing = made;
  await askForSnapshot(place, made);
  await awaitEnd(place, made);
  trail.start = await start(place);
  if (trail.start.doneAfterMs === undefined)
    throw new Stumble('The server was not seen running after its start');
  trail.startAgain = await askForPower(place, 'start');
  return made;
}

/** It ran before. */
async function startAfterRestore(place: Place): Promise<void> {
  const { stop: stopped } = place.trail;
  if (!stopped || !isAccepted(stopped.exchange)) {
    place.trail.left.push('The server stands still after its restore. Start it in the control panel.');
    return;
  }
  place.stoppedAt = place.session.now;
  await start(place);
}

/** Deletes it; the first one is asked for again, to see what an id gets that is gone. */
async function clear(place: Place, made: Made): Promise<void> {
  const { trail } = place;
  const ids = place.standing.get(made.name) ?? {};
  const removal = await remove(place, made);
  const isFirst = trail.removal === undefined;
  if (isFirst) trail.removal = removal;
  if (removal.goneAfterMs === undefined)
    throw new Stumble(`The deletion of ${made.name} ${outcome(removal)}`);
  if (!isFirst) return;
  const path = `/snapshots/${integerFirst(ids)}/`;
  trail.removalAgain = await place.session.ask({ method: 'DELETE', path, what: 'delete again' });
}

/** A snapshot that is deleted while it is being made; refused, it is waited for and deleted then. */
async function early(place: Place): Promise<void> {
  const { trail } = place;
  const made = newSnapshot(place, 'early');
  trail.early = { made };
  await askForSnapshot(place, made);
  const removal = await remove(place, made);
  trail.early.removal = removal;
  if (removal.goneAfterMs !== undefined) return;
  if (isAccepted(removal.exchange)) throw new Stumble(`The deletion of ${made.name} ${outcome(removal)}`);
  await awaitEnd(place, made);
  await remove(place, made);
}

function outcome({ exchange }: Removal): string {
  return isAccepted(exchange) ? 'was accepted, and the list still shows it' : answered(exchange);
}

/** The duty first, then the word about what is left. */
async function tidy(place: Place): Promise<void> {
  await settle(place);
  for (const left of place.trail.left) place.say(`Left behind: ${left}`);
}

async function settle(place: Place): Promise<void> {
  const { trail, server, standing, session } = place;
  const { url } = session.connection;
  const curl = `curl -H "Authorization: Bearer $VPS_API_TOKEN" -H "Content-Type: application/json"`;
  if (place.stoppedAt !== undefined) {
    place.say(
      'The server was stopped by this kit: starting it again. Interrupting once more leaves it as it is.',
    );
    const isRunning = await runs(place);
    const path = `${url}/servers/${uuidFirst(server)}/power/`;
    if (!isRunning)
      trail.left.push(
        `The server was stopped by this kit, and is not known to run again. Start it: ${curl} -d '{"action":"start"}' ${path}`,
      );
  }
  if (trail.restore && mayBeGoing(trail.restore) && trail.restore.end === undefined)
    trail.left.push('A restore of the server was asked for, and its end was not seen.');
  for (const [name, ids] of standing) {
    const id = integerFirst(ids);
    trail.left.push(
      id === ''
        ? `A snapshot ${name} may exist whose id is not known. Look for it in the control panel.`
        : `Snapshot ${id} (${name}). Delete it: ${curl} -X DELETE ${url}/snapshots/${id}/`,
    );
  }
}

async function runs(place: Place): Promise<boolean> {
  try {
    const { doneAfterMs } = await start(place);
    return doneAfterMs !== undefined;
  } catch (error) {
    if (error instanceof Interrupted || error instanceof Refusal) return false;
    throw error;
  }
}
