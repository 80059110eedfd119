import { problem } from '../http/answers.ts';
import type { Handler } from './call.ts';
import { list } from './lists.ts';
import { serversAt } from './views.ts';

export const listServers: Handler = (call) => {
  const { settings, now } = call;
  if (settings.serversForbidden) return problem(403);
  return list(call, serversAt({ ...call, now: now - settings.serverListLagMs }), {
    status: (text) => (server) => server.status === text,
    location: (text) => (server) => server.location === text,
  });
};
