import { type Answer, render } from '../http/answers.ts';
import { showAccount } from './account.ts';
import type { ApiCall, Handler } from './call.ts';
import { idPattern, readId } from './ids.ts';
import { switchPower } from './power.ts';
import { noSuchPath, notAllowed, throttled, unauthorized } from './refusals.ts';
import { listServers, showServer } from './servers.ts';
import type { Settings } from './settings.ts';
import {
  createSnapshot,
  createSnapshotOf,
  deleteSnapshot,
  listSnapshots,
  restoreSnapshot,
} from './snapshots.ts';

interface Route {
  path: RegExp;
  methods: Record<string, Handler>;
}

/** In the order of the framework: the path, what the client reads, who it is, how often it asks, the method. */
export function answer(call: ApiCall): Answer {
  const answered = routed(call);
  return readsJson(call.headers.accept) ? answered : browsable(answered, call.settings);
}

function routed(call: ApiCall): Answer {
  const met = routeFor(call.settings, call.path);
  if (!met) return withoutRoute(call);
  if (call.headers.authorization !== `Bearer ${call.settings.token}`) return unauthorized(call);
  const waitMs = throttle(call);
  if (waitMs > 0) return throttled(call, waitMs);
  const handler = met.methods[call.method];
  if (!handler) return notAllowed(call, Object.keys(met.methods));
  const id = met.path.exec(call.path)?.[1];
  return handler(call, id === undefined ? 0 : (readId(call.settings, id) ?? Number.NaN));
}

/** The endpoints of this form and no others; every path ends in a slash. */
function routesOf(settings: Settings): Route[] {
  const { form, createInList, createAtServer, power } = settings;
  const id = `(${idPattern(settings)})`;
  const create = createInList === 'method' ? {} : { POST: createSnapshot };
  return [
    ...route('/snapshots/', { GET: listSnapshots, ...create }),
    ...route(`/snapshots/${id}/`, { DELETE: deleteSnapshot }),
    ...route(`/snapshots/${id}/restore/`, { POST: restoreSnapshot }),
    ...route('/servers/', { GET: listServers }),
    ...(form === 'documented' ? [] : route(`/servers/${id}/`, { GET: showServer })),
    ...offered(createAtServer, `/servers/${id}/snapshot/`, createSnapshotOf),
    ...offered(power, `/servers/${id}/power/`, switchPower),
    ...route('/account/me/', { GET: showAccount }),
  ];
}

function route(path: string, methods: Route['methods']): Route[] {
  return [{ path: new RegExp(`^${path}$`), methods }];
}

function offered(offer: Settings['power'], path: string, post: Handler): Route[] {
  if (offer === 'absent') return [];
  return route(path, offer === 'method' ? {} : { POST: post });
}

/** Compiled once for each API. */
const routes = new WeakMap<Settings, Route[]>();

function routeFor(settings: Settings, path: string): Route | undefined {
  const known = routes.get(settings) ?? routesOf(settings);
  routes.set(settings, known);
  return known.find((one) => one.path.test(path));
}

/** A path that would be one with a slash at its end is sent there, whatever the method. */
function withoutRoute({ settings, path, query }: ApiCall): Answer {
  const isNearly = settings.manners === 'framework' && routeFor(settings, `${path}/`);
  if (!isNearly) return noSuchPath();
  const search = query.size === 0 ? '' : `?${query}`;
  return { status: 301, headers: { location: `${settings.basePath}${path}/${search}` } };
}

/** @returns for how many milliseconds requests are refused; 0 lets this one in and counts it */
function throttle({ settings, state, now }: ApiCall): number {
  if (!settings.throttle) return 0;
  const { requests, perMs } = settings.throttle;
  state.admitted = state.admitted.filter((at) => at > now - perMs);
  const oldest = state.admitted.at(-requests);
  if (oldest !== undefined) return oldest + perMs - now;
  state.admitted.push(now);
  return 0;
}

function readsJson(accept = '*/*'): boolean {
  return /application\/(json|\*)|\*\/\*/.test(accept);
}

/** Carried out all the same, and shown as a page for people. */
function browsable(answered: Answer, { errorBody }: Settings): Answer {
  const { status, body, headers } = render(answered, errorBody);
  if (!headers['content-type']?.startsWith('application/json')) return answered;
  const text = body.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
  const html = `<!DOCTYPE html>\n<html>\n<head><title>Django REST framework</title></head>\n<body><pre>HTTP ${status}\n\n${text}</pre></body>\n</html>\n`;
  return { status, html };
}
