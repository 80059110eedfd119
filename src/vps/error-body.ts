import { charactersOfErrorPage, charactersOfWords } from '../limits.ts';
import { oneLine } from '../text/text.ts';

/** What a body says, and who says it. */
export interface Said {
  /** One short line; empty where there are no words. */
  words: string;
  /** What came in place of JSON: a proxy, a bot check or a server that broke down speaks, and not the API. */
  foreign?: Foreign;
  /** The API blames a field of the request. */
  namesField: boolean;
}

export type Foreign = 'a web page' | 'plain text' | 'an empty body';

/**
 * The API's own words, whatever shape their body has: the fields that such APIs use for them, fields with texts, nested
 * errors, lists and plain texts are all understood. Error bodies are not documented.
 */
export function saidIn(body: string, contentType = ''): Said {
  const json = parsed(body);
  if (json !== undefined) {
    const texts = body.length > charactersOfWords ? [] : textsIn(json);
    const words = oneLine([...new Set(texts.map(({ text }) => text))].join('; '), 200);
    return { words, namesField: texts.some(({ isOfField }) => isOfField) };
  }
  const words = oneLine(titleOf(body.slice(0, charactersOfErrorPage)), 200);
  return { words, foreign: foreignIn(body, contentType), namesField: false };
}

function foreignIn(body: string, contentType: string): Foreign {
  if (body.trim() === '') return 'an empty body';
  return /\bhtml\b/i.test(contentType) || /^\s*(\ufeff)?</.test(body) ? 'a web page' : 'plain text';
}

/** Whether a body is in the API's own language. */
export function isJson(body: string): boolean {
  return parsed(body) !== undefined;
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body.replace(/^\ufeff/, ''));
  } catch {
    return undefined;
  }
}

/** Fields whose texts stand for the whole. */
const general = [
  'detail',
  'message',
  'error',
  'reason',
  'title',
  'error_description',
  'msg',
  'text',
  'description',
];
/** Fields that say nothing to people. */
const silent = new Set([
  'status',
  'code',
  'type',
  'status_code',
  'statusCode',
  'count',
  'results',
  'success',
]);
/** Fields that hold others. */
const containers = ['errors', 'non_field_errors', 'details', 'data'];
/** What the API keeps of a snapshot may have such a name. */
const ownFields = new Set(['title', 'text', 'description']);
const deepest = 5;

interface Told {
  /** With the field that it is about. */
  text: string;
  isOfField: boolean;
}

function textsIn(json: unknown, depth = 0): Told[] {
  if (typeof json === 'string') return plainly(json.trim());
  if (typeof json !== 'object' || json === null || depth > deepest) return [];
  if (Array.isArray(json)) return listed(json, depth);
  const entries = Object.entries(json as Record<string, unknown>);
  const own = entries
    .filter(([name, value]) => isGeneral(name, value))
    .flatMap(([, value]) => textsIn(value, depth + 1));
  const attr = 'attr' in json && typeof json.attr === 'string' ? json.attr : undefined;
  const nested = entries
    .filter(([name]) => containers.includes(name))
    .flatMap(([, value]) => textsIn(value, depth + 1));
  const others = entries
    .filter(([name, value]) => !isTold(name, value) && typeof value !== 'string')
    .flatMap(([name, value]) => named(name, textsIn(value, depth + 1)));
  const plain = entries
    .filter(
      ([name, value]) =>
        !isTold(name, value) && typeof value === 'string' && own.length + nested.length === 0,
    )
    .flatMap(([name, value]) => named(name, textsIn(value, depth + 1)));
  const about = attr === undefined ? own : own.flatMap((told) => named(attr, [told]));
  return [...about, ...nested, ...others, ...plain];
}

/** Plain texts of a list belong together; what else it holds is told apart. */
function listed(list: unknown[], depth: number): Told[] {
  const texts = list.filter((one) => typeof one === 'string').map((text) => text.trim());
  const joined = texts.filter(Boolean).join(' ');
  return [
    ...plainly(joined),
    ...list.filter((one) => typeof one !== 'string').flatMap((one) => textsIn(one, depth + 1)),
  ];
}

/** A description or a title with a list of texts is a field of the request that is at fault. */
function isGeneral(name: string, value: unknown): boolean {
  return general.includes(name) && !(ownFields.has(name) && Array.isArray(value));
}

function isTold(name: string, value: unknown): boolean {
  return isGeneral(name, value) || containers.includes(name) || silent.has(name) || name === 'attr';
}

function named(field: string, texts: Told[]): Told[] {
  if (texts.length === 0) return [];
  return [{ text: `${field}: ${texts.map(({ text }) => text).join(' ')}`, isOfField: true }];
}

function plainly(text: string): Told[] {
  return text === '' ? [] : [{ text, isOfField: false }];
}

function titleOf(page: string): string {
  const title = /<title[^>]*>([^<]*)<\/title>/i.exec(page)?.[1];
  return title?.trim() || page.replace(/<(style|script)[\s\S]*?<\/\1>/gi, ' ').replace(/<[^>]*>/g, ' ');
}
