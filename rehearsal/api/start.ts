import type { Fault } from '../http/faults.ts';
import { type RunningServer, serve } from '../http/server.ts';
import { Api } from './api.ts';
import type { ApiOptions } from './options.ts';
import type { ServerSeed, SnapshotSeed } from './state.ts';

/** An account before its first request, and how its API behaves from then on. */
export interface Beginning {
  options: ApiOptions;
  servers: (Partial<ServerSeed> & { id: number })[];
  snapshots?: SnapshotSeed[];
  faults?: Fault[];
}

export interface RunningApi extends RunningServer {
  api: Api;
}

/** The API in memory behind a port of the loopback address; a free one unless told otherwise. */
export async function startApi(
  { options, servers, snapshots = [], faults = [] }: Beginning,
  port?: number,
): Promise<RunningApi> {
  const api = new Api(options);
  for (const server of servers) api.addServer(server);
  for (const snapshot of snapshots) api.addSnapshot(snapshot);
  for (const fault of faults) api.fail(fault);
  return { api, ...(await serve(api, port === undefined ? {} : { port })) };
}
