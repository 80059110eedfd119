import { largestPage, listReadings, mostPages } from '../limits.ts';
import { ApiError, UnreadableAnswer } from './api-error.ts';
import type { Http } from './http.ts';
import type { Id } from './id.ts';
import { type Page, readPage } from './model.ts';
import type { Reading } from './reading.ts';

const shortfalls = new WeakMap<readonly unknown[], string>();

/** Why a list may not be all there is; undefined for a whole one. What it shows is there, but nothing is absent by it. */
export function shortfallOf(list: readonly unknown[]): string | undefined {
  return shortfalls.get(list);
}

export function isWhole(list: readonly unknown[]): boolean {
  return shortfallOf(list) === undefined;
}

const leaving = new WeakMap<readonly unknown[], readonly Id[]>();

/** What the list shows on its way out: absent to everybody, but it takes its slot until it is gone. */
export function leavingIn(list: readonly unknown[]): readonly Id[] {
  return leaving.get(list) ?? [];
}

/** The list without those that are on their way out. */
export function staying<Item extends { id: Id }>(
  all: readonly Item[],
  leaves: (item: Item) => boolean,
): Item[] {
  const list = likewise(
    all.filter((item) => !leaves(item)),
    all,
  );
  leaving.set(
    list,
    all.filter(leaves).map(({ id }) => id),
  );
  return list;
}

/** A list made from another one lacks what that lacked. */
export function likewise<Made>(made: Made[], from: readonly unknown[]): Made[] {
  const shortfall = shortfallOf(from);
  if (shortfall !== undefined) shortfalls.set(made, shortfall);
  leaving.set(made, leavingIn(from));
  return made;
}

/** A list of the API, read whole each time. */
export class List<Item extends { id: Id }> {
  readonly #http: Http;
  readonly #path: string;
  readonly #read: (item: Record<string, unknown>) => Item;
  /** It has come in pages before, so larger ones are asked for from the first request on. */
  #isPaged = false;

  /** @param path with a slash at both ends */
  constructor(http: Http, path: string, read: (item: Record<string, unknown>) => Item) {
    this.#http = http;
    this.#path = path;
    this.#read = read;
  }

  /**
   * All of it: a list that shrinks or shifts while its pages are read is read again, a few times. What is missing all
   * the same, {@link shortfallOf} tells.
   */
  async read(reading: Reading = {}): Promise<Item[]> {
    let best: Item[] = [];
    for (let readings = 1; readings <= listReadings; readings++) {
      const { items, of, vanished } = await this.#once(reading);
      if (items.length >= of && !vanished) return items;
      if (items.length >= best.length) best = items;
      shortfalls.set(best, `only ${best.length} of ${of || 'more'} entries came`);
    }
    return best;
  }

  /** What one reading gave, and how many there should be. Entries count once, though they may move between pages. */
  async #once(reading: Reading): Promise<{ items: Item[]; of: number; vanished: boolean }> {
    const items = new Map<Id, Item>();
    const visited = new Set<string>();
    let count: number | undefined;
    let query: string | undefined = this.#isPaged ? sized : '';
    while (query !== undefined) {
      this.#check(query, visited);
      const page: Page<Item> | 'vanished' = await this.#page(query, reading);
      if (page === 'vanished') return { items: [...items.values()], of: count ?? 0, vanished: true };
      if (page.next !== null && !this.#isPaged) {
        this.#isPaged = true;
        query = sized;
        continue;
      }
      const before = items.size;
      for (const item of page.items) items.set(item.id, item);
      count = page.count ?? count;
      query = queryAfter(page, query, items.size > before ? (count ?? 0) - items.size : 0);
    }
    return { items: [...items.values()], of: count ?? 0, vanished: false };
  }

  #check(query: string, visited: Set<string>): void {
    const path = this.#path;
    if (visited.has(query)) throw unreadable(path, `its page ${path}${query} comes again`);
    if (visited.size === mostPages) throw unreadable(path, `more than ${mostPages} pages`);
    visited.add(query);
  }

  /** `vanished`: the list has become shorter since the page before was read, or the API takes no such question. */
  async #page(query: string, reading: Reading): Promise<Page<Item> | 'vanished'> {
    try {
      return await this.#http.send({
        ...reading,
        method: 'GET',
        path: `${this.#path}${query}`,
        read: (json) => readPage(json, this.#read),
      });
    } catch (error) {
      const isRefused = error instanceof ApiError && (error.status === 404 || error.status === 400);
      if (isRefused && pageIn(query) > 1) return 'vanished';
      throw error;
    }
  }
}

function unreadable(path: string, problem: string): UnreadableAnswer {
  return new UnreadableAnswer(`GET ${path}`, problem);
}

/** @param missing how many entries are still to come, where no link leads to them */
function queryAfter({ next }: Page<unknown>, query: string, missing: number): string | undefined {
  if (next !== null) return queryOf(next);
  return missing > 0 ? following(query) : undefined;
}

const sized = `?page_size=${largestPage}`;

/**
 * Of a `next` link only the query is used, on the endpoint that was asked: servers build links from a Host header, which
 * proxies change, and the token must not follow them elsewhere.
 */
function queryOf(next: string): string {
  const [, query = ''] = /\?([^#]*)/.exec(next) ?? [];
  return `?${query}`;
}

function pageIn(query: string): number {
  return Number(new URLSearchParams(query).get('page') ?? 1);
}

/** The page after this one, where no link leads to it. */
function following(query: string): string {
  const parameters = new URLSearchParams(query);
  parameters.set('page', String(pageIn(query) + 1));
  return `?${parameters}`;
}
