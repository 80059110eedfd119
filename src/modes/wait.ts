import type { WaitInputs } from '../inputs/inputs.ts';
import { confirmed } from '../operations/verify-snapshots.ts';
import { untilComplete } from '../operations/wait-until-complete.ts';
import { watchSnapshots } from '../reading/pollers.ts';
import type { Origin } from '../rules/ownership.ts';
import { chosen } from '../rules/selection.ts';
import { Keeper } from '../state/recorder.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode, Step } from './mode.ts';
import { choiceRefusal } from './selection-refusal.ts';

interface WaitSeen {
  snapshots: Snapshot[];
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Waits for snapshots that an earlier step requested. */
export const wait: Mode<WaitInputs, WaitSeen, Extract<Step, { do: 'wait' }>> = {
  async look(inputs, deps) {
    // Before anything can fail, so that the post step can at least name them.
    if (!inputs.dryRun)
      new Keeper({ made: false, targets: inputs.choice.ids.map((id) => ({ id })), inputs }, deps);
    return {
      snapshots: await deps.vps.listSnapshots(deps.planning),
      origin: deps.origin,
      now: deps.vps.now(),
    };
  },

  plan({ snapshots, origin, now }, { choice }) {
    const refusal = choiceRefusal(chosen(choice, snapshots, origin).problems, now);
    if (refusal) return refusal;
    const steps = choice.ids.map((id) => ({
      do: 'wait' as const,
      id,
      snapshot: snapshots.find((one) => one.id === id),
    }));
    return { steps, remarks: [] };
  },

  async perform({ steps }, inputs, deps) {
    deps.log.group('Waiting until complete');
    const awaited = steps.map(({ id, snapshot }) => ({
      entry: deps.journal.enter(snapshot ? { server: snapshot.server, id, snapshot } : { id }),
      id,
      server: snapshot?.server,
    }));
    const { servers } = inputs.choice;
    const [expected] = servers.length === 1 ? servers : [];
    const known = steps.map(({ id, snapshot }) => ({
      id,
      server: snapshot?.server ?? (expected === undefined ? null : { id: expected }),
      name: snapshot?.name ?? null,
    }));
    const keeper = new Keeper({ made: false, targets: known, inputs }, deps);
    const complete = await untilComplete(awaited, watchSnapshots(deps), inputs, deps);
    checkServers(complete, inputs, deps.vps.now());
    const kept = await confirmed(complete, inputs, deps);
    for (const [index, snapshot] of kept.entries()) {
      awaited[index]?.entry.learn({ id: snapshot.id, snapshot, result: 'ready' });
    }
    keeper.confirmed(
      kept,
      awaited.map(({ entry }) => entry.facts.completeAt),
    );
    deps.journal.rollback = kept.map(({ id }) => id);
  },
};

/** A snapshot that no list showed at first could not be checked against server_id until now. */
function checkServers(complete: Snapshot[], { choice }: WaitInputs, now: number): void {
  const { problems } = chosen(choice, complete, { repository: '' });
  const refusal = choiceRefusal(problems, now);
  if (refusal) throw refusal;
}
