import { type Exchange, isAccepted } from '../ask.ts';
import { minute, second } from '../clock.ts';
import { uuidFirst } from '../objects.ts';
import { kindOfServer } from '../words.ts';
import { type Place, seeServer, type Wait, watch } from './place.ts';
import type { Switch } from './trail.ts';

const stopWithinMs = 5 * minute;
const startWithinMs = 15 * minute;
/** A stop that showed no effect may still come for so long. */
const stopMayComeMs = 5 * minute;
/** Two looks that agree are at least so far apart. */
const apartMs = 5 * second;

/** Whoever asks for a stop owes a start, from before the request on: its answer may be lost. */
export async function stop(place: Place): Promise<Switch> {
  place.stoppedAt = place.session.now;
  const exchange = await askForPower(place, 'stop');
  const stopped: Switch = { exchange, words: [] };
  const isRefused = exchange.status >= 400 && exchange.status < 500;
  if (isRefused) delete place.stoppedAt;
  if (!isAccepted(exchange)) return stopped;
  const wait: Wait = {
    title: 'Stopping the server',
    from: exchange.at,
    limitMs: stopWithinMs,
    usualMs: minute,
  };
  await watch(place, wait, async (elapsed) => {
    const { word } = await seeServer(place, { words: stopped.words, from: exchange.at });
    const isDone = kindOfServer(word) === 'stands still';
    if (isDone) stopped.doneAfterMs = elapsed;
    return { state: word, ...(isDone && { done: true }) };
  });
  return stopped;
}

/** Asks for a start, and again whenever the server stands still, until it runs in two looks. */
export async function start(place: Place): Promise<Switch> {
  const exchange = await askForPower(place, 'start');
  const started: Switch = { exchange, words: [] };
  const wait: Wait = {
    title: 'Starting the server',
    from: exchange.at,
    limitMs: startWithinMs,
    usualMs: 2 * minute,
  };
  let runningSince: number | undefined;
  let askedAt = exchange.at;
  const isRunning = await watch(place, wait, async (elapsed) => {
    const { word } = await seeServer(place, { words: started.words, from: exchange.at });
    const kind = kindOfServer(word);
    runningSince = kind === 'runs' ? (runningSince ?? elapsed) : undefined;
    if (kind === 'stands still' && place.session.now - askedAt >= 15 * second) {
      askedAt = place.session.now;
      await askForPower(place, 'start');
    }
    const isSteady = runningSince !== undefined && elapsed - runningSince >= apartMs;
    const isOver = isSteady && !stopMayCome(place, started);
    return { state: word, ...(isOver && { done: true }) };
  });
  if (isRunning) {
    started.doneAfterMs = runningSince ?? 0;
    delete place.stoppedAt;
  }
  return started;
}

export function askForPower({ session, server }: Place, action: 'start' | 'stop'): Promise<Exchange> {
  const path = `/servers/${uuidFirst(server)}/power/`;
  return session.ask({ method: 'POST', path, body: JSON.stringify({ action }), what: action });
}

function stopMayCome({ stoppedAt, session, trail }: Place, { words }: Switch): boolean {
  const stood =
    trail.stop?.doneAfterMs !== undefined || words.some(({ word }) => kindOfServer(word) !== 'runs');
  return stoppedAt !== undefined && !stood && session.now - stoppedAt < stopMayComeMs;
}
