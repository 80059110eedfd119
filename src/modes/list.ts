import type { ListInputs } from '../inputs/inputs.ts';
import { inventoryLine } from '../report/inventory.ts';
import { factsOf } from '../report/journal.ts';
import { newestFirst } from '../rules/age.ts';
import type { Step } from '../rules/steps.ts';
import { count } from '../text/format.ts';
import { byId } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';

interface ListSeen {
  snapshots: Snapshot[];
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Shows what there is. */
export const list: Mode<ListInputs, ListSeen, Extract<Step, { do: 'show' }>> = {
  async look(_inputs, deps) {
    return { snapshots: await deps.vps.listSnapshots(deps.planning), now: deps.vps.now() };
  },

  plan({ snapshots }, { servers }) {
    const wanted =
      servers.length === 0 ? snapshots : snapshots.filter(({ server }) => servers.includes(server.id));
    const sorted = wanted.toSorted((one, other) => byId(one.server, other.server) || newestFirst(one, other));
    return { steps: sorted.map((snapshot) => ({ do: 'show' as const, snapshot })), annotations: [] };
  },

  async perform({ steps }, { inputs, seen }, { journal, log }) {
    const { snapshots, now } = seen;
    log.group(count(steps.length, 'snapshot'));
    for (const { snapshot } of steps) {
      journal.enter({ ...factsOf({ listed: snapshot }), result: 'listed' });
      log.info(`${snapshot.server.id}: ${inventoryLine(snapshot, now)}`);
    }
    const shown = new Set(snapshots.map(({ server }) => server.id));
    journal.counted(inputs.servers.length > 0 ? inputs.servers : shown, snapshots);
    return {};
  },
};
