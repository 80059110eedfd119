import { type Id, readId } from './id.ts';

/** What the API's JSON means to this action. Only what is needed must be there; the rest may be missing or new. */

export interface Server {
  id: Id;
  name: string;
  /** Lower case. Documented: `active`, `restoring`; others exist. */
  status: string;
  /** IP addresses, as the API writes them. */
  addresses: string[];
}

export interface Snapshot {
  id: Id;
  server: { id: Id; name: string };
  name: string;
  /** Lower case. Documented: `in_progress`, `completed`; a word for failure exists but is not documented. */
  status: string;
  /** Unknown until the snapshot is complete. */
  sizeMb: number | null;
  /** ISO 8601, UTC, by the API's clock. */
  createdAt: string | null;
  /** The text that a mark stands in, wherever the API keeps it. */
  description: string;
}

/** Whose a snapshot is that names no server. */
export const nobody = { id: '0' as Id, name: 'no server' };

/** Says what is missing; the caller knows the endpoint. */
export class Malformed extends Error {}

/** @param id as the directory of servers has it */
export function readServer(json: Record<string, unknown>, id: Id): Server {
  return {
    id,
    name: text(json.name) || text(json.hostname) || `server ${id}`,
    status: word(json.status),
    addresses: addressFields.flatMap((field) => texts(json[field])),
  };
}

/** By the documentation `ip_address`; the vendor's clients read the others, as a list or as one text. */
const addressFields = ['ip_address', 'ipv4', 'ipv6', 'ipv4_addresses', 'ipv6_addresses'];

/** The server that a snapshot belongs to, as far as it says; all ways that were seen or may be expected. */
export function ownerIn(json: Record<string, unknown>): Record<string, unknown> {
  const { server } = json;
  if (typeof server === 'object' && server !== null) return server as Record<string, unknown>;
  const plain = readId(server) ?? readId(json.server_id);
  const uuid = readId(json.server_uuid);
  return { ...(plain && { id: plain }), ...(uuid && { uuid }) };
}

interface Names {
  id: Id;
  /** Undefined for one that names no server. */
  server: Id | undefined;
}

/** @param names the ids as the directories have them */
export function readSnapshot(json: Record<string, unknown>, { id, server }: Names): Snapshot {
  const status = word(json.status);
  const owner = ownerIn(json);
  const label = text(json.label);
  const description = text(json.description);
  const markable = [description, label, text(json.name)];
  return {
    id,
    server: server
      ? { id: server, name: text(owner.name) || text(owner.hostname) || `server ${server}` }
      : nobody,
    name: withoutMark(text(json.name)) || withoutMark(label),
    status: status || 'unknown',
    sizeMb: typeof json.size_mb === 'number' ? json.size_mb : null,
    createdAt: readTime(json.created_at),
    description: markable.find(endsInMark) ?? markable.find(hasMark) ?? (description || label),
  };
}

/** What our marks begin with; what they say is not this folder's business. */
const markStart = '[gha ';

function hasMark(words: string): boolean {
  return words.includes(markStart);
}

/** Somebody's own words may have the same beginning in them. */
function endsInMark(words: string): boolean {
  return hasMark(words) && words.trimEnd().endsWith(']');
}

function withoutMark(words: string): string {
  return hasMark(words) ? words.slice(0, words.lastIndexOf(markStart)).trim() : words;
}

/** An entry that is on its way out is not there any more, except that it takes its slot. */
export function isGone({ status }: Snapshot): boolean {
  return status === 'deleted' || status === 'deleting';
}

export interface Page<Item> {
  items: Item[];
  /** How many there are in all, where the API says so. */
  count: number | undefined;
  next: string | null;
}

/** One page of a list: `{"count": 2, "results": [...], "next": "..."}`, or a bare array, which is all there is. */
export function readPage<Item>(json: unknown, read: (item: Record<string, unknown>) => Item): Page<Item> {
  if (Array.isArray(json))
    return { items: json.map((item) => read(object(item, 'an entry'))), count: undefined, next: null };
  const page = object(json, 'a list');
  const { results, count } = page;
  if (!Array.isArray(results)) throw new Malformed('a list without "results"');
  return {
    items: results.map((item) => read(object(item, 'an entry'))),
    count: typeof count === 'number' ? count : undefined,
    next: text(page.next) || null,
  };
}

export function object(json: unknown, what: string): Record<string, unknown> {
  if (typeof json !== 'object' || json === null || Array.isArray(json))
    throw new Malformed(`no object for ${what}`);
  return json as Record<string, unknown>;
}

/** A time without a zone is UTC, wherever this machine stands. */
function readTime(json: unknown): string | null {
  if (typeof json !== 'string') return null;
  const isNaive = /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(json);
  const time = isNaive ? `${json.replace(' ', 'T')}Z` : json;
  return Number.isNaN(Date.parse(time)) ? null : time;
}

function text(json: unknown): string {
  return typeof json === 'string' ? json : '';
}

/** A status in one spelling: `In progress`, `in-progress` and `in_progress` are one. */
function word(json: unknown): string {
  return text(json)
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, '_');
}

function texts(json: unknown): string[] {
  const list = Array.isArray(json) ? json : [json];
  return list.flatMap((one) => text(one).split(/[\s,]+/)).filter((one) => one !== '');
}
