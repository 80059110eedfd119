import { type Asked, type Exchange, isAccepted, type Session } from './ask.ts';
import { type Fields, fieldsOf, isObject } from './json.ts';

/** A list, read page by page. */
export interface Reading {
  pages: Exchange[];
  entries: Fields[];
  /** The last `count` that was told. */
  count: number | undefined;
  /** Every page was a list, and no entry is missing by its count. */
  isWhole: boolean;
}

const mostPages = 100;

interface Wanted {
  /** See {@link Asked.what}. */
  what?: Asked['what'];
  /** The query of the first page, with its question mark. */
  first?: string;
}

/** Of a link to the next page only the query is used. Without one, a `count` that is larger leads to the next number. */
export async function readWhole(
  session: Session,
  path: string,
  { what, first = '' }: Wanted = {},
): Promise<Reading> {
  const pages: Exchange[] = [];
  const entries: Fields[] = [];
  const visited = new Set<string>();
  let count: number | undefined;
  let isWhole = true;
  for (let query: string | undefined = first; query !== undefined && pages.length < mostPages; ) {
    if (visited.has(query)) break;
    visited.add(query);
    const page = await session.ask({ path: `${path}${query}`, ...(what !== undefined && { what }) });
    pages.push(page);
    const results = entriesOf(page);
    isWhole = results !== undefined;
    if (!results) break;
    entries.push(...results);
    count = countOf(page) ?? count;
    const isShort = results.length > 0 && entries.length < (count ?? 0);
    query = nextQuery(page) ?? (isShort ? numbered(first, pages.length + 1) : undefined);
  }
  return { pages, entries, count, isWhole: isWhole && entries.length >= (count ?? 0) };
}

/** `undefined` for what is no list. */
export function entriesOf(exchange: Exchange): Fields[] | undefined {
  const { json } = exchange;
  const list = Array.isArray(json) ? json : fieldsOf(json).results;
  return isAccepted(exchange) && Array.isArray(list) && list.every(isObject) ? list.map(fieldsOf) : undefined;
}

export function countOf({ json }: Exchange): number | undefined {
  const { count } = fieldsOf(json);
  return typeof count === 'number' ? count : undefined;
}

export function hasNext({ json }: Exchange): boolean {
  return 'next' in fieldsOf(json);
}

/** With its question mark; `undefined` on the last page. */
export function nextQuery({ json }: Exchange): string | undefined {
  const { next } = fieldsOf(json);
  if (typeof next !== 'string' || !URL.canParse(next, 'https://api.invalid')) return undefined;
  return new URL(next, 'https://api.invalid').search;
}

function numbered(first: string, page: number): string {
  const parameters = new URLSearchParams(first);
  parameters.set('page', String(page));
  return `?${parameters}`;
}
