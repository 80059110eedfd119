import { type Answer, problem } from '../http/answers.ts';
import type { ApiCall } from './call.ts';

/** Tells whether an entry is wanted, given the text of a query parameter; `undefined` when that text makes no sense. */
type Filter<T> = (text: string) => ((entry: T) => boolean) | undefined;

/** Answers with the entries that the query asks for. An unknown parameter is refused: a real API would ignore it silently. */
export function list<T>(call: ApiCall, entries: T[], filters: Record<string, Filter<T>>): Answer {
  let wanted = entries;
  for (const [name, text] of call.query) {
    if (name === 'page' && isPaged(call)) continue;
    const filter = filters[name]?.(text);
    if (!filter) return problem(400, 'Invalid parameters', name);
    wanted = wanted.filter(filter);
  }
  return isPaged(call)
    ? page(call, wanted)
    : { status: 200, json: { count: wanted.length, results: wanted } };
}

function isPaged({ settings }: ApiCall): boolean {
  return settings.pageSize !== undefined || settings.nextLoops;
}

function page<T>(call: ApiCall, entries: T[]): Answer {
  const { pageSize = entries.length, nextLoops } = call.settings;
  const current = Number(call.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(entries.length / (pageSize || 1)));
  if (!Number.isInteger(current) || current < 1 || current > last) return problem(404, 'Invalid page');
  const results = entries.slice((current - 1) * pageSize, current * pageSize);
  const follower = nextLoops ? current : current + 1;
  return {
    status: 200,
    json: { count: entries.length, next: follower > last ? null : link(call, follower), results },
  };
}

function link({ settings, headers, path, query }: ApiCall, page: number): string {
  const parameters = new URLSearchParams(query);
  parameters.set('page', String(page));
  return `${settings.nextOrigin ?? originOf(headers.host)}${settings.basePath}${path}?${parameters}`;
}

function originOf(host = 'admin.vps.org'): string {
  const isLoopback = /^(localhost|127\.|\[::1\])/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}`;
}
