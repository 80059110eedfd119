import { isAccepted } from '../ask.ts';
import { fieldsOf } from '../json.ts';
import { countOf, entriesOf, hasNext, nextQuery } from '../lists.ts';
import { formOf, idsOf, integerFirst } from '../objects.ts';
import { told } from './answers.ts';
import { agrees, contradicts, finding, notAnswered, type Question } from './question.ts';

const shape: Question = {
  id: 'list-shape',
  question: 'What is a list?',
  assumes: '`results` with or without `count` and `next`, or a bare array.',
  judge: ({ look: { servers, snapshots } }) => {
    const first = snapshots.pages[0];
    if (!first || !isAccepted(first)) return notAnswered(first ? told(first) : 'there is none');
    const broken = [...snapshots.pages, ...servers.pages].find(
      (page) => isAccepted(page) && !entriesOf(page),
    );
    if (broken) return contradicts(`${told({ ...broken, json: undefined })}, or without a list of objects`);
    if (Array.isArray(first.json)) return agrees('a bare array');
    return agrees(`an object with ${Object.keys(fieldsOf(first.json)).join(', ')}`);
  },
};

const count: Question = {
  id: 'list-count',
  question: 'Is `count` the number of entries on all pages?',
  assumes: 'It is never less than what is there. A list that stays short of its `count` proves no absence.',
  judge: ({ look: { servers, snapshots } }) => {
    const lists = [snapshots, servers].filter((list) => list.count !== undefined);
    if (lists.length === 0) return notAnswered('no list has a count');
    const numbers = lists.map(({ count: all, entries }) => `${entries.length} entries of ${all}`).join('; ');
    return finding(
      lists.every((list) => list.count === list.entries.length),
      numbers,
    );
  },
};

const size: Question = {
  id: 'page-size',
  question: 'How many entries has a page, and does `page_size` change that?',
  assumes: 'Where there are pages, `page_size=100` gets up to 100. Where a list is one page it is not sent.',
  judge: ({ look: { inHalves, snapshots } }) => {
    const first = snapshots.pages[0];
    if (!inHalves) return notAnswered('no list has two entries');
    const [page] = inHalves.pages;
    const isPaged = [first, page].some((one) => one && hasNext(one));
    const entries = page && entriesOf(page)?.length;
    const asked = Math.min(100, Math.ceil(inHalves.whole.entries.length / 2));
    if (!isPaged) return agrees('a list is one page');
    const answer = page && entries === undefined ? told(page) : `asked for ${asked}, ${entries} came`;
    return finding(entries === asked, answer);
  },
};

const next: Question = {
  id: 'next-link',
  question: 'Where does `next` lead?',
  assumes: 'Its query leads to the next page of the same list. Its scheme, host, port and path are not used.',
  judge: ({ look: { inHalves } }) => {
    const [page] = inHalves?.pages ?? [];
    if (!page || !hasNext(page)) return notAnswered('there is no `next` to be seen');
    const query = nextQuery(page);
    const number = new URLSearchParams(query).get('page');
    if (query === undefined) return contradicts('nowhere, on the first of two pages');
    return finding(number !== '1', number === null ? 'to a query without `page`' : `to page ${number}`);
  },
};

const past: Question = {
  id: 'past-last-page',
  question: 'What does a page past the last get?',
  assumes: '404: the list is read again, for it may have become shorter.',
  judge: ({ look: { pastLastPage, snapshots } }) => {
    const [first] = snapshots.pages;
    if (!first || !hasNext(first)) return notAnswered(`lists have no pages: ${told(pastLastPage)}`);
    const entries = entriesOf(pastLastPage)?.length;
    return finding(
      pastLastPage.status === 404,
      entries === undefined ? told(pastLastPage) : `${entries} entries`,
    );
  },
};

const order: Question = {
  id: 'list-order',
  question: 'In which order is a list, and is it the same from page to page?',
  assumes: 'Any order, the same from page to page: an entry that is on no page is missing.',
  judge: ({ look: { inHalves } }) => {
    if (!inHalves) return notAnswered('no list has two entries');
    const { whole, pages } = inHalves;
    const halves = pages.map((page) => entriesOf(page));
    const isPaged =
      pages.every(isAccepted) && pages.some((page) => hasNext(page) || countOf(page) === undefined);
    const all = whole.entries.map((entry) => integerFirst(idsOf(entry)));
    if (!isPaged || all.some((id) => id === '')) return notAnswered(`one page, ${orderOf(whole.entries)}`);
    const met = halves.flatMap((half) => half ?? []).map((entry) => integerFirst(idsOf(entry)));
    const distinctIds = new Set(met);
    const expected = Math.min(all.length, 200);
    return finding(
      distinctIds.size === expected && met.length === expected,
      `${orderOf(whole.entries)}; in two pages ${distinctIds.size} of ${expected} entries came`,
    );
  },
};

function orderOf(entries: Record<string, unknown>[]): string {
  const times = entries.map((entry) => Date.parse(String(entry.created_at)));
  const pairs = times.slice(1).map((time, index) => time - (times[index] ?? time));
  const isKnown = pairs.some((gap) => gap !== 0) && entries.every((one) => formOf(idsOf(one)) !== 'no id');
  if (!isKnown) return 'order not to be told';
  if (pairs.every((gap) => gap >= 0)) return 'oldest first';
  return pairs.every((gap) => gap <= 0) ? 'newest first' : 'neither newest nor oldest first';
}

export const pageQuestions = [shape, count, size, next, past, order];
