import { type RunningApi, startApi } from '../api/start.ts';
import { type Around, beginningOf } from './beginning.ts';
import type { Plan } from './plan.ts';

export interface Rehearsal extends RunningApi {
  /** The ids of its servers and snapshots as inputs take them: separated by commas, in the order of the plan. */
  serverIds: string;
  snapshotIds: string;
}

/** Plays what is planned, on a free port unless told otherwise. */
export async function rehearse(plan: Plan, around: Around, port?: number): Promise<Rehearsal> {
  const beginning = beginningOf(plan, around);
  const running = await startApi(beginning, port);
  const shown = ({ id }: { id: number }) => running.api.shownId(id);
  return {
    ...running,
    serverIds: beginning.servers.map(shown).join(),
    snapshotIds: beginning.snapshots.map(shown).join(),
  };
}
