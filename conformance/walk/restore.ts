import { isAccepted } from '../ask.ts';
import { minute, second } from '../clock.ts';
import { addressesOf, integerFirst } from '../objects.ts';
import { kindOfServer } from '../words.ts';
import { answered, type Place, Stumble, seeServer, tooLong, type Wait, watch } from './place.ts';
import type { Made, Restore } from './trail.ts';

const restoredWithinMs = 60 * minute;
/** Nothing of a restore was seen for so long: it is not going to be. */
const leavesWithinMs = 20 * minute;
/** A shorter standstill may be a reboot. */
const standstillMs = 2 * minute;
/** A longer one after `restoring` is its end. */
const endStandstillMs = 3 * minute;
const shortestMs = 5 * minute;
const apartMs = 5 * second;

/** Restores the server, asks for the same again at once, and watches it leave and come back. */
export async function restore(place: Place, made: Made): Promise<Restore> {
  const before = await seeServer(place, { words: [], from: place.session.now });
  const request = {
    method: 'POST',
    path: `/snapshots/${integerFirst(place.standing.get(made.name) ?? {})}/restore/`,
  } as const;
  const exchange = await place.session.ask({ ...request, what: 'restore' });
  const restored: Restore = { exchange, words: [] };
  place.trail.restore = restored;
  if (!mayBeGoing(restored)) throw new Stumble(`The restore ${answered(exchange)}`);
  restored.again = await place.session.ask({ ...request, what: 'restore again' });
  const wait: Wait = {
    title: 'Restoring the server',
    from: exchange.at,
    limitMs: restoredWithinMs,
    usualMs: 15 * minute,
  };
  const gaze = new Gaze(restored);
  const end = await watch(place, wait, async (elapsed) => {
    const { word, entry } = await seeServer(place, { words: restored.words, from: exchange.at });
    const done = gaze.meet(word, elapsed);
    if (done && entry && before.entry)
      restored.addressChanged = String(addressesOf(entry)) !== String(addressesOf(before.entry));
    return { state: word, done };
  });
  if (!end) throw tooLong(wait, restored.words.at(-1)?.word ?? 'not seen');
  if (end === 'never left')
    throw new Stumble('The restore was accepted, and the server was never seen to leave');
  restored.end = end;
  restored.endedAfterMs = place.session.now - exchange.at;
  return restored;
}

export function mayBeGoing({ exchange }: Restore): boolean {
  return isAccepted(exchange) || exchange.status === 0 || exchange.status >= 500;
}

/** What was seen so far, and whether it is the end of a restore. */
class Gaze {
  readonly #restored: Restore;
  #sawRestoring = false;
  #standsSince: number | undefined;
  #runsSince: number | undefined;

  constructor(restored: Restore) {
    this.#restored = restored;
  }

  meet(word: string, elapsed: number): 'runs' | 'stands still' | 'never left' | undefined {
    const kind = kindOfServer(word);
    this.#standsSince = kind === 'stands still' ? (this.#standsSince ?? elapsed) : undefined;
    this.#runsSince = kind === 'runs' ? (this.#runsSince ?? elapsed) : undefined;
    this.#sawRestoring ||= kind === 'restoring';
    const stoodMs = elapsed - (this.#standsSince ?? elapsed);
    if (this.#sawRestoring || stoodMs >= standstillMs) this.#restored.leftAfterMs ??= elapsed;
    if (this.#restored.leftAfterMs === undefined) return elapsed >= leavesWithinMs ? 'never left' : undefined;
    if (elapsed - (this.#runsSince ?? elapsed) >= apartMs) return 'runs';
    const isEnd = this.#sawRestoring && stoodMs >= endStandstillMs && elapsed >= shortestMs;
    return isEnd ? 'stands still' : undefined;
  }
}
