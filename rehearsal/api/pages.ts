import { type Answer, problem } from '../http/answers.ts';
import type { ApiCall } from './call.ts';
import type { Settings } from './settings.ts';

export const pageParameters = ['page', 'page_size'];

export function isPaged({ pageSize, nextLoops, countAhead }: Settings): boolean {
  return pageSize !== undefined || nextLoops || countAhead > 0;
}

/** One page of a list, by the query's `page` and `page_size`. */
export function page(call: ApiCall, entries: unknown[]): Answer {
  const { nextLoops, nextMissing, countAhead } = call.settings;
  const size = sizeFor(call, entries.length);
  const current = Number(call.query.get('page') ?? 1);
  const last = Math.max(1, Math.ceil(entries.length / (size || 1)));
  if (!Number.isInteger(current) || current < 1 || current > last) return problem(404, 'Invalid page.');
  const follower = nextLoops ? current : current + 1;
  const links = {
    next: follower > last ? null : link(call, follower),
    previous: current === 1 ? null : link(call, current - 1),
  };
  const count = entries.length + countAhead;
  const results = entriesOn(call, entries, { current, size });
  return { status: 200, json: { count, ...(!nextMissing && links), results } };
}

/** Nonsense gets the usual size, too much the largest. */
function sizeFor({ settings, query }: ApiCall, all: number): number {
  const asked = Number(query.get('page_size'));
  if (Number.isInteger(asked) && asked > 0) return Math.min(asked, settings.largestPage);
  return Math.min(settings.pageSize ?? all, all);
}

function entriesOn(
  call: ApiCall,
  entries: unknown[],
  { current, size }: { current: number; size: number },
): unknown[] {
  const from = (current - 1) * size;
  const to = Math.min(from + size, entries.length);
  const { readings } = call.state;
  if (current === 1) readings.set(call.path, (readings.get(call.path) ?? 0) + 1);
  const isStable = current === 1 || (readings.get(call.path) ?? 1) > call.settings.unstableReadings;
  return isStable ? entries.slice(from, to) : entries.slice(from - 1, to - 1);
}

function link({ settings, headers, path, query }: ApiCall, number: number): string {
  const parameters = new URLSearchParams(query);
  parameters.set('page', String(number));
  return `${settings.nextOrigin ?? originOf(headers.host)}${settings.basePath}${path}?${parameters}`;
}

function originOf(host = 'admin.vps.org'): string {
  const isLoopback = /^(localhost|127\.|\[::1\])/.test(host);
  return `${isLoopback ? 'http' : 'https'}://${host}`;
}
