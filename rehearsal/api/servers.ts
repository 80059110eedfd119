import type { Handler } from './call.ts';
import { list } from './lists.ts';
import { forbidden, noSuch } from './refusals.ts';
import { serversAt } from './views.ts';
import { shownServer, shownServerWhole } from './wire.ts';

export const listServers: Handler = (call) => {
  const { settings, now } = call;
  if (settings.serversForbidden) return forbidden(call);
  return list(call, {
    entries: serversAt({ ...call, now: now - settings.serverListLagMs }),
    filters: {
      status: (text) => (server) => server.status === text,
      location: (text) => (server) => server.location === text,
    },
    show: (view) => shownServer(call, view),
  });
};

export const showServer: Handler = (call, id) => {
  const { settings, now } = call;
  if (settings.serversForbidden) return forbidden(call);
  const server = serversAt({ ...call, now: now - settings.serverListLagMs }).find((one) => one.id === id);
  return server ? { status: 200, json: shownServerWhole(call, server) } : noSuch(call, 'Server');
};
