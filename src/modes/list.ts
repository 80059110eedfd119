import type { ListInputs } from '../inputs/inputs.ts';
import { inventoryLine } from '../report/inventory.ts';
import { factsOf } from '../report/journal.ts';
import { newestFirst } from '../rules/age.ts';
import type { Step } from '../rules/steps.ts';
import { count } from '../text/format.ts';
import { byId, type Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';

interface ListSeen {
  /** The servers that the user named, by the ids that lists show; empty: all. */
  wanted: Id[];
  snapshots: Snapshot[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Shows what there is. */
export const list: Mode<ListInputs, ListSeen, Extract<Step, { do: 'show' }>> = {
  async look(inputs, deps) {
    const snapshots = await deps.vps.listSnapshots(deps.planning);
    const wanted = await deps.vps.serverIds(inputs.servers);
    return { wanted, snapshots, now: deps.vps.now() };
  },

  plan({ wanted, snapshots }) {
    const chosen =
      wanted.length === 0 ? snapshots : snapshots.filter(({ server }) => wanted.includes(server.id));
    const sorted = chosen.toSorted((one, other) => byId(one.server, other.server) || newestFirst(one, other));
    return { steps: sorted.map((snapshot) => ({ do: 'show' as const, snapshot })), annotations: [] };
  },

  async perform({ steps }, { seen }, { journal, log }) {
    const { wanted, snapshots, now } = seen;
    log.group(count(steps.length, 'snapshot'));
    for (const { snapshot } of steps) {
      journal.enter({ ...factsOf({ listed: snapshot }), result: 'listed' });
      log.info(`${snapshot.server.id}: ${inventoryLine(snapshot, now)}`);
    }
    const shown = new Set(snapshots.map(({ server }) => server.id));
    journal.counted(wanted.length > 0 ? wanted : shown, snapshots);
    return {};
  },
};
