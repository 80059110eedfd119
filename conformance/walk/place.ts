import type { Exchange, Session } from '../ask.ts';
import { inWords, minute, second } from '../clock.ts';
import type { Fields } from '../json.ts';
import { type Reading, readWhole } from '../lists.ts';
import { type Ids, idsOf, isSame, wordOf } from '../objects.ts';
import { type Progress, progressLine } from '../progress.ts';
import { note, type Sighting, type Trail } from './trail.ts';

/** Where the walk takes place: the API, the server that may be lost, and what was found out there. */
export interface Place {
  session: Session;
  server: Ids;
  /** The query with which lists are read: as few pages as there can be. */
  first: string;
  /** What the snapshots' names begin with. */
  prefix: string;
  trail: Trail;
  /** Snapshots of this walk that exist, or may: their name, and their ids as far as they are known. */
  standing: Map<string, Ids>;
  /** When this walk asked for a stop for which it owes a start; milliseconds since 1970. */
  stoppedAt?: number;
  say: (line: string) => void;
  /** A line that the next one may replace. */
  show: (line: string) => void;
}

/** Something that the walk cannot go on after. */
export class Stumble extends Error {}

export interface Wait {
  title: string;
  /** When it began. */
  from: number;
  limitMs: number;
  /** How long it usually takes at most, for the bar. */
  usualMs: number;
}

const oftenMs = 5 * second;
const seldomMs = 10 * second;

/** Looks until a look returns something; `undefined` at the limit. What a look returns first is its state in a word. */
export async function watch<T>(
  place: Place,
  wait: Wait,
  look: (elapsedMs: number) => Promise<{ state: string; done?: T | undefined }>,
): Promise<T | undefined> {
  const { session } = place;
  let told = '';
  for (;;) {
    const elapsedMs = session.now - wait.from;
    const { state, done } = await look(elapsedMs);
    const progress: Progress = { title: wait.title, state, elapsedMs, usualMs: wait.usualMs };
    if (state !== told) place.say(progressLine(progress));
    else place.show(progressLine(progress));
    told = state;
    if (done !== undefined) return done;
    if (elapsedMs >= wait.limitMs) return undefined;
    await session.sleep(elapsedMs < 2 * minute ? oftenMs : seldomMs);
  }
}

export interface ServerSeen {
  word: string;
  entry: Fields | undefined;
}

/** The server as a whole list shows it now; its word goes to the trail and to `words`. */
export async function seeServer(
  place: Place,
  { words, from }: { words: Sighting[]; from: number },
): Promise<ServerSeen> {
  const { session, server, trail, first } = place;
  const { entries } = await readWhole(session, '/servers/', { first });
  const entry = entries.find((one) => isSame(idsOf(one), server));
  const word = entry ? wordOf(entry) : '';
  if (word !== '' && trail.serverWords.at(-1) !== word) trail.serverWords.push(word);
  note(words, session.now - from, word);
  return { word, entry };
}

export function seeSnapshots({ session, first }: Place): Promise<Reading> {
  return readWhole(session, '/snapshots/', { first });
}

/** What an answer says, for a sentence. */
export function answered({ status, trouble }: Exchange): string {
  return status === 0 ? `was not answered (${trouble})` : `was answered ${status}`;
}

/** The end of a wait that led nowhere. */
export function tooLong(wait: Wait, state: string): Stumble {
  return new Stumble(`${wait.title}: still ${state} after ${inWords(wait.limitMs)}`);
}
