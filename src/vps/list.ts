import { mostPages } from '../limits.ts';
import { UnreadableAnswer } from './errors.ts';
import type { Http } from './http.ts';
import type { Id } from './id.ts';
import { type Page, readPage } from './model.ts';

export interface Reading {
  /** See {@link Call.patienceMs}. */
  patienceMs?: number;
}

interface Listing<Item> extends Reading {
  apiUrl: string;
  path: string;
  read: (item: unknown) => Item;
}

/**
 * All pages of a list; what moved to the next page while it was read counts once. Of `next` only path and query are used, so that the token stays with our own origin even
 * when a proxy hands out `http://` links.
 * @throws {UnreadableAnswer} when the list cannot be had whole: another host, a page seen twice, too many pages.
 */
export async function wholeList<Item extends { id: Id }>(
  http: Http,
  listing: Listing<Item>,
): Promise<Item[]> {
  const { path, read, patienceMs } = listing;
  const items: Item[] = [];
  const visited = new Set<string>();
  for (let next: string | null = path; next !== null; ) {
    if (visited.has(next)) throw new UnreadableAnswer(`GET ${path}`, `its page ${next} comes again`);
    if (visited.size === mostPages) throw new UnreadableAnswer(`GET ${path}`, `more than ${mostPages} pages`);
    visited.add(next);
    const patience = patienceMs === undefined ? {} : { patienceMs };
    const page: Page<Item> = await http.send({
      method: 'GET',
      path: next,
      read: (json) => readPage(json, read),
      ...patience,
    });
    items.push(...page.items);
    next = page.next === null ? null : following(page.next, next, listing);
  }
  return [...new Map(items.map((item) => [item.id, item])).values()];
}

/** The path below `apiUrl` that a `next` link stands for. */
function following(next: string, current: string, { apiUrl, path }: Listing<unknown>): string {
  const base = new URL(apiUrl);
  const root = base.pathname.replace(/\/$/, '');
  const here = `${apiUrl}${current}`;
  const url = URL.canParse(next, here) ? new URL(next, here) : undefined;
  if (!url || url.host !== base.host || !url.pathname.startsWith(`${root}/`)) {
    throw new UnreadableAnswer(`GET ${path}`, `its next page is not on ${base.host}`);
  }
  return url.pathname.slice(root.length) + url.search;
}
