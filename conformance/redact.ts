import type { Exchange } from './ask.ts';
import { type Fields, fieldsOf, isObject } from './json.ts';
import { statusWords } from './words.ts';

type Kind = 'uuid' | 'integer' | 'address' | 'hostname' | 'name' | 'text' | 'email';

const uuids = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi;
const emails = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const addresses = /\b\d{1,3}(?:\.\d{1,3}){3}\b|(?<![\w:])(?:[0-9a-f]{0,4}:){2,7}[0-9a-f]{0,4}(?![\w:])/gi;
const hostnames = /\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b/gi;
/** Mostly ids; how long something takes or may be is none. */
const longIntegers = /(?<![\d-])\d{4,}(?![\d-]| (?:second|minute|character|MB))/g;
const tokens = /\bvps_[\w-]+/g;
const times = /^\d{4}-\d\d-\d\dT[\d:.]+(?:Z|[+-]\d\d:?\d\d)?$/;

/** What such a field holds is the API's word or harmless. */
const ownWords = ['status', 'detail', 'message', 'error', 'errors', 'non_field_errors', 'action'];
const plainNumbers = ['count', 'size_mb'];
const shownHeaders = /^(date|content-type|retry-after|allow|www-authenticate|location|.*rate-?limit.*)$/;
const mostEntries = 3;
const longestQuote = 200;

/**
 * Replaces what is somebody's: only what is known to be harmless stays. The same text gets the same placeholder
 * wherever it stands. Learns from all exchanges before it shows one.
 */
export class Redactor {
  readonly #placeholders = new Map<string, string>();
  readonly #numbers = new Map<Kind, number>();
  readonly #token: string;

  constructor(token: string, exchanges: readonly Exchange[]) {
    this.#token = token;
    const learned = new Set<string>();
    for (const { path, body, json, status, text } of exchanges) {
      this.path(path);
      if (body !== undefined) this.#value(parse(body), '');
      if (status < 400 && !learned.has(text)) this.#value(json, '');
      learned.add(text);
    }
  }

  exchange({ what, method, path, body, status, trouble, headers, text, json }: Exchange): Fields {
    const kept = Object.entries(headers).filter(([name]) => shownHeaders.test(name));
    return {
      what,
      request: `${method} ${this.path(path)}`,
      ...(body !== undefined && { sent: this.#value(parse(body), '') }),
      ...(status === 0 ? { trouble: this.words(trouble) } : { status }),
      headers: Object.fromEntries(kept.map(([name, value]) => [name, this.#header(name, value)])),
      body: json === undefined ? `${text.length} characters, not JSON` : this.#body(json, status),
    };
  }

  /** A text of the API: nothing that looks like somebody's stays in it, learned or not. */
  words(text: string): string {
    return this.known(text)
      .replace(uuids, (met) => this.#placeholder('uuid', met))
      .replace(emails, (met) => this.#placeholder('email', met))
      .replace(addresses, (met) => this.#placeholder('address', met))
      .replace(hostnames, (met) => this.#placeholder('hostname', met))
      .replace(/\d+/g, (met) => this.#placeholders.get(met) ?? met)
      .replace(longIntegers, 'integer');
  }

  /** An answer of the kit's own, in which the API's words stand between “ and ”. */
  answer(text: string): string {
    const redacted = text.replace(/“([^”]*)”/g, (_, quoted: string) => `“${short(this.words(quoted))}”`);
    return this.#replaced(redacted, (placeholder) => !placeholder.startsWith('text-'));
  }

  /** Only what was learned, as whole words. Integers may mean something else in such a text. */
  known(text: string): string {
    return this.#replaced(text, () => true);
  }

  #replaced(text: string, isMeant: (placeholder: string) => boolean): string {
    const learned = [...this.#placeholders].filter(
      ([one, placeholder]) =>
        one.length > 2 &&
        text.includes(one) &&
        !/^\d+$/.test(one) &&
        !statusWords.includes(one) &&
        isMeant(placeholder),
    );
    const secrets = this.#token === '' ? text : text.replaceAll(this.#token, 'token');
    return learned
      .toSorted(([one], [other]) => other.length - one.length)
      .reduce((rest, [one, placeholder]) => replaceWord(rest, one, placeholder), secrets)
      .replace(tokens, 'token');
  }

  path(path: string): string {
    const [place = '', query = ''] = path.split('?');
    const segments = place.split('/').map((segment) => this.#id(segment) ?? segment);
    return query === '' ? segments.join('/') : `${segments.join('/')}?${this.#query(query)}`;
  }

  #body(json: unknown, status: number): unknown {
    return status < 400 ? this.#value(json, '') : this.#refusal(json);
  }

  /** The words of a refusal stand under the names of fields. */
  #refusal(json: unknown): unknown {
    if (typeof json === 'string') return this.words(json);
    if (Array.isArray(json)) return json.map((one) => this.#refusal(one));
    if (!isObject(json)) return json;
    return Object.fromEntries(
      Object.entries(fieldsOf(json)).map(([key, value]) => [this.words(key), this.#refusal(value)]),
    );
  }

  #value(json: unknown, key: string): unknown {
    if (key === 'account') return this.#account(json);
    if (/pass|secret|^token$/.test(key) && typeof json === 'string') return this.#hidden(json);
    if (Array.isArray(json)) return this.#list(json, key);
    if (isObject(json)) {
      return Object.fromEntries(
        Object.entries(fieldsOf(json)).map(([name, value]) => [this.known(name), this.#value(value, name)]),
      );
    }
    if (typeof json === 'string') return this.#string(json, key);
    return typeof json === 'number' || typeof json === 'bigint' ? this.#number(json, key) : json;
  }

  /** All are learned, a few are shown. */
  #list(list: unknown[], key: string): unknown[] {
    const shown = list.map((one) => this.#value(one, key));
    const rest = shown.length - mostEntries;
    return rest > 0 ? [...shown.slice(0, mostEntries), `and ${rest} more`] : shown;
  }

  #number(number: number | bigint, key: string): unknown {
    if (plainNumbers.includes(key)) return Number(number);
    const isId = /(^|_)(id|server|snapshot)$/.test(key);
    return isId ? this.#placeholder('integer', String(number)) : 'number';
  }

  #string(text: string, key: string): unknown {
    if (text === '') return text;
    if (key === 'next' || key === 'previous') return this.#link(text);
    if (ownWords.includes(key)) return this.words(text);
    if (key === 'permissions') return /^[a-z_:*.-]+$/i.test(text) ? text : this.#placeholder('text', text);
    if (times.test(text)) return text;
    return this.#id(text) ?? this.#placeholder(kindOf(text, key), text);
  }

  #id(text: string): string | undefined {
    if (/^\d+$/.test(text)) return this.#placeholder('integer', text);
    return text.replace(uuids, '') === '' && text !== '' ? this.#placeholder('uuid', text) : undefined;
  }

  #link(link: string): string {
    return `a link with ${this.#query(link.split('?')[1] ?? 'no query')}`;
  }

  #query(query: string): string {
    return [...new URLSearchParams(query)]
      .map(([name, value]) => `${name}=${/^page(_size)?$/.test(name) ? value : (this.#id(value) ?? 'text')}`)
      .join('&');
  }

  #header(name: string, value: string): string {
    if (name === 'location') return this.#link(value);
    return name === 'date' || name === 'retry-after' ? value : this.words(value);
  }

  #account(json: unknown): string {
    const inside: unknown[] = isObject(json) || Array.isArray(json) ? Object.values(Object(json)) : [json];
    for (const value of inside) {
      if (typeof value === 'string') this.#hidden(value);
      else if (typeof value === 'object') this.#account(value);
    }
    return 'account';
  }

  #hidden(text: string): string {
    if (text !== '') this.#placeholders.set(text, this.#placeholders.get(text) ?? 'hidden');
    return 'hidden';
  }

  #placeholder(kind: Kind, text: string): string {
    const known = this.#placeholders.get(text);
    if (known !== undefined) return known;
    const number = (this.#numbers.get(kind) ?? 0) + 1;
    this.#numbers.set(kind, number);
    const placeholder = `${kind}-${number}`;
    this.#placeholders.set(text, placeholder);
    return placeholder;
  }
}

function short(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

function kindOf(text: string, key: string): Kind {
  if (text.replace(addresses, '') === '') return 'address';
  if (/host/.test(key)) return 'hostname';
  if (/(^|_)ip|address/.test(key)) return 'address';
  return key === 'name' || key === 'label' ? 'name' : 'text';
}

/** Not inside of a longer word: a server may be called like a part of one. */
function replaceWord(text: string, word: string, placeholder: string): string {
  const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  return text.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'gu'), placeholder);
}

function parse(body: string): unknown {
  return JSON.parse(body);
}
