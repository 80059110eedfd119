import { type Exchange, isJson } from '../ask.ts';
import { inWords } from '../clock.ts';
import { fieldsOf } from '../json.ts';
import type { Sighting } from '../walk/trail.ts';

/** Answers in words. */

/** Like `404 in JSON, “No Server matches the given query.”`. */
export function told(exchange: Exchange): string {
  const { status, trouble, text } = exchange;
  if (status === 0) return `no answer, “${trouble}”`;
  if (!isJson(exchange)) return `${status} ${text === '' ? 'without a body' : 'not in JSON'}`;
  const said = (status < 400 ? outcomeIn(exchange.json) : wordsIn(exchange.json))
    .join(' ')
    .replace(/[“”]/g, '"');
  return said === '' ? `${status} in JSON` : `${status} in JSON, “${said}”`;
}

/** Of an acceptance only what tells how it went: the rest is the object. */
function outcomeIn(json: unknown): string[] {
  const { status, message, detail } = fieldsOf(json);
  return [status, message, detail].filter((text) => typeof text === 'string');
}

const ownWords = ['detail', 'message', 'error', 'reason', 'title', 'error_description', 'errors'];

/** The texts of a refusal, wherever such bodies have them; none when there are none. */
export function wordsIn(json: unknown): string[] {
  if (typeof json === 'string') return json.trim() === '' ? [] : [json.trim()];
  if (Array.isArray(json)) return json.flatMap(wordsIn);
  const fields = fieldsOf(json);
  return Object.entries(fields).flatMap(([field, value]) =>
    wordsIn(value).map((text) => (ownWords.includes(field) ? text : `${field}: ${text}`)),
  );
}

/** Like `in_progress (0 s), completed (5 m 01 s)`. */
export function sequence(words: readonly Sighting[]): string {
  return words.map(({ afterMs, word }) => `${word} (${inWords(afterMs)})`).join(', ') || 'nothing';
}

/** Like `18 of 20 show name`, for what not all of them do. */
export function share(some: number, all: number): string {
  return some === all ? `all ${all}` : `${some} of ${all}`;
}

export function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
