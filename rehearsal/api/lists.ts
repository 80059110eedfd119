import type { Answer } from '../http/answers.ts';
import type { ApiCall } from './call.ts';
import { isPaged, page, pageParameters } from './pages.ts';
import { wrongFields } from './refusals.ts';

/** Tells whether an entry is wanted, given the text of a query parameter; `undefined` when that text makes no sense. */
type Filter<T> = (text: string) => ((entry: T) => boolean) | undefined;

interface List<T> {
  entries: T[];
  filters: Record<string, Filter<T>>;
  /** An entry as it looks on the wire. */
  show: (entry: T) => unknown;
}

/**
 * Answers with the entries that the query asks for. An unknown parameter is refused with the documentation's manners,
 * although a real API would ignore it silently.
 */
export function list<T>(call: ApiCall, { entries, filters, show }: List<T>): Answer {
  const { settings } = call;
  const ignoresUnknown = settings.manners === 'framework';
  let wanted = entries;
  for (const [name, text] of call.query) {
    const isKnown = name in filters;
    if (!isKnown && (ignoresUnknown || (isPaged(settings) && pageParameters.includes(name)))) continue;
    const filter = filters[name]?.(text);
    if (!filter) return wrongFields(call, { [name]: 'Enter a number.' }, 'Invalid parameters');
    wanted = wanted.filter(filter);
  }
  if (settings.bareLists) return { status: 200, json: wanted.map(show) };
  if (isPaged(settings)) return page(call, wanted.map(show));
  return { status: 200, json: { count: wanted.length, results: wanted.map(show) } };
}
