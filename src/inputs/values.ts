import { InputError } from '../errors.ts';
import { day, hour, minute } from '../limits.ts';
import { oneLine } from '../text/text.ts';
import { type Id, readId } from '../vps/id.ts';

/** Parsers of single values. Each throws an {@link InputError} naming the input, the value and what is allowed. */

export function oneOf<Word extends string>(input: string, value: string, words: readonly Word[]): Word {
  const word = words.find((candidate) => candidate === value);
  if (word === undefined) throw unusable(input, value, `one of ${words.join(', ')}`);
  return word;
}

/** The YAML 1.2 core schema's booleans, as `core.getBooleanInput` has them. */
export function boolean(input: string, value: string): boolean {
  if (/^(true|True|TRUE)$/.test(value)) return true;
  if (/^(false|False|FALSE)$/.test(value)) return false;
  throw unusable(input, value, 'true or false');
}

/** A positive decimal number, fractions allowed. */
export function positiveNumber(input: string, value: string): number {
  const number = /^\d+(\.\d+)?$/.test(value) ? Number(value) : 0;
  if (number <= 0 || !Number.isFinite(number))
    throw unusable(input, value, 'a positive number, such as 30 or 0.5');
  return number;
}

export function positiveInteger(input: string, value: string): number {
  const number = /^[1-9]\d*$/.test(value) ? Number(value) : 0;
  if (!Number.isSafeInteger(number) || number < 1)
    throw unusable(input, value, 'a positive whole number, such as 3');
  return number;
}

/**
 * Ids separated by commas, white space or newlines, or as a JSON array; duplicates are dropped. Empty gives an empty
 * list. Quotes and brackets mean nothing in an id, so they may stand anywhere between.
 */
export function ids(input: string, value: string): Id[] {
  const words = value.split(/[\s,"'[\]\u200b-\u200f\u2060\ufeff]+/).filter((word) => word !== '');
  return [...new Set(words.map((word) => id(input, word)))];
}

/** `30m`, `12h`, `7d`, `2w` in milliseconds. */
export function durationMs(input: string, value: string): number {
  const [, number, unit] = /^(\d+)([mhdw])$/.exec(value) ?? [];
  const ms = Number(number) * (unitMs[unit ?? ''] ?? Number.NaN);
  if (!(ms > 0)) throw unusable(input, value, 'a duration such as 30m, 12h, 7d or 2w');
  return ms;
}

/** The API's rule for names: letters, digits, hyphen and underscore. */
export function snapshotName(input: string, value: string): string {
  if (!/^[A-Za-z0-9_-]+$/.test(value)) throw unusable(input, value, 'letters, digits, "-" and "_"');
  return value;
}

/** The API's address without a slash at its end. Only https, but http is fine on this machine. */
export function apiUrl(input: string, value: string): string {
  const url = parsedUrl(input, value, 'an https URL such as https://admin.vps.org/api/v1');
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && isLoopback(url.hostname))) {
    throw unusable(input, value, 'an https URL; http would show the token to everyone on the way');
  }
  if (/[?#]/.test(url.href)) throw unusable(input, value, 'a URL without query and fragment');
  return url.href.replace(/\/+$/, '');
}

/** An address to knock at. */
export function webUrl(input: string, value: string): string {
  const url = parsedUrl(input, value, 'a URL such as https://example.com/health');
  if (!/^https?:$/.test(url.protocol)) throw unusable(input, value, 'an http or https URL');
  return url.href;
}

export function unusable(input: string, value: string, allowed: string): InputError {
  return new InputError(input, `Input ${input} is "${oneLine(value, 80)}".`, `Allowed: ${allowed}.`);
}

const unitMs: Record<string, number> = { m: minute, h: hour, d: day, w: 7 * day };

function id(input: string, word: string): Id {
  const read = /^0\d*$/.test(word) ? undefined : readId(word);
  if (read === undefined)
    throw new InputError(
      input,
      `Input ${input} has "${oneLine(word, 80)}" in it, which is no id.`,
      `Allowed: positive whole numbers such as 12345, or UUIDs, as the account shows them. ${whereFound[input] ?? ''}`.trim(),
    );
  return read;
}

const whereFound: Record<string, string> = {
  server_id: 'The right one stands in the address of the server’s page at VPS.org, and in GET /servers/.',
  snapshot_id:
    'The right one stands in the output snapshot_id of the step that took the snapshot, and in what mode: list shows.',
};

function parsedUrl(input: string, value: string, allowed: string): URL {
  if (!URL.canParse(value)) throw unusable(input, value, allowed);
  const url = new URL(value);
  if (url.username || url.password) {
    throw new InputError(input, `Input ${input} has a user name or password in it.`, `Allowed: ${allowed}.`);
  }
  return url;
}

/** Whether an address is on this machine. */
export function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname);
}
