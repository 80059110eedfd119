import type { Deps } from '../deps.ts';
import { ApiError } from '../vps/api-error.ts';
import type { Server } from '../vps/model.ts';

/** The servers that the token may see; undefined when it may not list them at all. */
export async function visibleServers(deps: Deps): Promise<Server[] | undefined> {
  try {
    return await deps.vps.listServers(deps.planning);
  } catch (error) {
    if (error instanceof ApiError && error.isNotPermitted) return undefined;
    throw error;
  }
}
