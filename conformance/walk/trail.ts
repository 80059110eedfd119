import type { Exchange } from '../ask.ts';
import type { Fields } from '../json.ts';

/** A status word from when it was first seen, in milliseconds after the request that it follows. */
export interface Sighting {
  afterMs: number;
  word: string;
}

/** A snapshot that was asked for. */
export interface Made {
  /** Each path and text that was tried, the accepted one last. */
  attempts: Exchange[];
  name: string;
  /** What went along with it, as long as the action's longest: the description, or the label with the name in it. */
  text: string;
  /** The longer text was refused, and the name alone was accepted. */
  isShortened: boolean;
  foundBy?: 'its id' | 'its text' | 'being new';
  foundAfterMs?: number;
  /** As a list showed it first. */
  shown?: Fields;
  words: Sighting[];
  endedAfterMs?: number;
}

/** A power action. */
export interface Switch {
  exchange: Exchange;
  words: Sighting[];
  /** Until the server was where the action brings it. */
  doneAfterMs?: number;
}

export interface Restore {
  exchange: Exchange;
  /** The same request, made at once after the first. */
  again?: Exchange;
  words: Sighting[];
  /** Until `restoring`, or a standstill of two minutes, was seen. */
  leftAfterMs?: number;
  endedAfterMs?: number;
  end?: 'runs' | 'stands still';
  addressChanged?: boolean;
}

export interface Removal {
  exchange: Exchange;
  /** Until the list no longer showed it, or showed that it goes. */
  goneAfterMs?: number;
}

/** What the circle found out so far; each part is missing until it was reached. */
export interface Trail {
  running?: Made;
  stop?: Switch;
  standing?: Made;
  start?: Switch;
  startAgain?: Exchange;
  restore?: Restore;
  removal?: Removal;
  removalAgain?: Exchange;
  /** A snapshot that was deleted while it was being made. */
  early?: { made: Made; removal?: Removal };
  /** Every word of the server, in order. */
  serverWords: string[];
  /** Why the circle was not walked to its end; empty when it was. */
  endedEarly: string;
  /** What is left behind, with what to do about it. */
  left: string[];
}

export function emptyTrail(): Trail {
  return { serverWords: [], endedEarly: '', left: [] };
}

/** Adds the word when it is another one than before. */
export function note(words: Sighting[], afterMs: number, word: string): void {
  if (word !== '' && words.at(-1)?.word !== word) words.push({ afterMs, word });
}
