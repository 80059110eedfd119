import { type Answer, problem } from '../http/answers.ts';
import { showAccount } from './account.ts';
import type { ApiCall, Handler } from './call.ts';
import { listServers } from './servers.ts';
import { createSnapshot, deleteSnapshot, listSnapshots, restoreSnapshot } from './snapshots.ts';

/** The documented endpoints and no others; every path ends in a slash. */
const routes: { path: RegExp; methods: Record<string, Handler> }[] = [
  { path: /^\/snapshots\/$/, methods: { GET: listSnapshots, POST: createSnapshot } },
  { path: /^\/snapshots\/(\d+)\/$/, methods: { DELETE: deleteSnapshot } },
  { path: /^\/snapshots\/(\d+)\/restore\/$/, methods: { POST: restoreSnapshot } },
  { path: /^\/servers\/$/, methods: { GET: listServers } },
  { path: /^\/account\/me\/$/, methods: { GET: showAccount } },
];

export function answer(call: ApiCall): Answer {
  const route = routes.find(({ path }) => path.test(call.path));
  if (!route) return problem(404);
  if (call.headers.authorization !== `Bearer ${call.settings.token}`) return problem(401);
  const handler = route.methods[call.method];
  if (!handler) return problem(405);
  return handler(call, Number(route.path.exec(call.path)?.[1] ?? 0));
}
