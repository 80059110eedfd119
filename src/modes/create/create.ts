import type { Deps } from '../../deps.ts';
import { Failure, gathered, Refusal } from '../../errors.ts';
import type { CreateInputs } from '../../inputs/inputs.ts';
import { makeRoom } from '../../operations/free-slots.ts';
import { requestSnapshot } from '../../operations/request-snapshot.ts';
import { confirmed } from '../../operations/verify-snapshots.ts';
import { type Awaited, untilComplete } from '../../operations/wait-until-complete.ts';
import { untilRested } from '../../operations/wait-until-idle.ts';
import { visibleServers, watchSnapshots } from '../../reading/pollers.ts';
import { askForRuns } from '../../reading/run-liveness.ts';
import type { Runs } from '../../rules/liveness.ts';
import { defaultWords, description, generatedName, type Origin, readMark } from '../../rules/ownership.ts';
import { Keeper } from '../../state/recorder.ts';
import { capitalised, serverName, snapshotName } from '../../text/names.ts';
import { oneLine } from '../../text/text.ts';
import type { Server, Snapshot } from '../../vps/model.ts';
import type { Mode, ServerRef, Step } from '../mode.ts';
import { createRefusal, createRemarks, deletion, freeable, roomFor } from './create-plan.ts';

export interface CreateSeen {
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  snapshots: Snapshot[];
  origin: Origin;
  /** The runs whose snapshots may have to go, when the oldest may. */
  runs: Runs;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

type CreateStep = Extract<Step, { do: 'delete' | 'create' }>;
type Order = Extract<Step, { do: 'create' }>;

/** Takes a snapshot of each server, as one unit: all of them complete, or the step fails. */
export const create: Mode<CreateInputs, CreateSeen, CreateStep> = {
  async look(inputs, deps) {
    const servers = await restingServers(inputs, deps);
    const snapshots = await deps.vps.listSnapshots(deps.planning);
    const seen = { servers, snapshots, origin: deps.origin, now: deps.vps.now() };
    const couldGo = inputs.atLimit === 'delete_oldest' ? freeable(seen, inputs.servers) : [];
    return { ...seen, runs: await askForRuns(couldGo, deps) };
  },

  plan(seen, inputs) {
    const servers = inputs.servers.map(
      (id): ServerRef => seen.servers?.find((server) => server.id === id) ?? { id },
    );
    const room = inputs.atLimit === 'delete_oldest' ? roomFor(seen, servers) : [];
    const refusal = createRefusal(seen, servers, room);
    if (refusal) return refusal;
    const words = inputs.description ?? defaultWords(seen.origin);
    const deletions = room.flatMap(({ doomed }) => doomed).map(deletion);
    const creations = servers.map((server) => ({
      do: 'create' as const,
      server,
      name: inputs.name ?? generatedName(seen.origin, server.id),
      description: description(words, seen.origin),
    }));
    return { steps: [...deletions, ...creations], remarks: createRemarks(seen, servers) };
  },

  async perform(plan, inputs, deps, seen) {
    const steps = plan.steps.filter((step) => step.do === 'create');
    const targets = steps.map(({ server, name }) => ({ server, name }));
    const keeper = new Keeper({ made: true, targets, inputs }, deps);
    try {
      await makeRoom(
        plan.steps.filter((step) => step.do === 'delete'),
        deps,
      );
    } catch (error) {
      for (const index of steps.keys()) keeper.refused(index);
      throw error;
    }
    deps.log.group(`Requesting ${steps.length === 1 ? 'the snapshot' : `${steps.length} snapshots`}`);
    const watch = watchSnapshots(deps);
    const requested = await requestAll(steps, seen, watch, inputs, deps, keeper);
    warnOfLostMarks(requested, deps);
    warnOfPossibleTwins(requested, inputs, deps);
    if (!inputs.wait) {
      for (const { entry } of requested) entry.learn({ result: 'requested' });
      const left = seen.snapshots.filter(({ id }) => !deps.journal.deletedIds.includes(id));
      deps.journal.counted(inputs.servers, [...left, ...requested.map(({ snapshot }) => snapshot)]);
      return;
    }
    deps.log.group('Waiting until complete');
    const complete = await untilComplete(requested, watch, inputs, deps);
    const kept = await confirmed(complete, inputs, deps);
    for (const [index, snapshot] of kept.entries()) {
      requested[index]?.entry.learn({ id: snapshot.id, snapshot, result: 'created' });
    }
    keeper.confirmed(
      kept,
      requested.map(({ entry }) => entry.facts.completeAt),
    );
    deps.journal.rollback = kept.map(({ id }) => id);
  },
};

async function restingServers(inputs: CreateInputs, deps: Deps): Promise<Server[] | undefined> {
  const servers = await visibleServers(deps);
  return servers && !inputs.dryRun ? untilRested(inputs.servers, servers, inputs, deps) : servers;
}

interface Requested extends Awaited {
  snapshot: Snapshot;
  repeated: boolean;
}

/** All requests side by side. When one fails, the others are still settled, so that no snapshot goes unnamed. */
async function requestAll(
  steps: readonly Order[],
  seen: CreateSeen,
  watch: ReturnType<typeof watchSnapshots>,
  inputs: CreateInputs,
  deps: Deps,
  keeper: Keeper,
): Promise<Requested[]> {
  const entries = steps.map(({ server }) => {
    const running = seen.servers?.find(({ id }) => id === server.id)?.status === 'active';
    return deps.journal.enter({
      server,
      ...(running ? { remark: 'taken while the server was running' } : {}),
    });
  });
  const outcomes = await Promise.allSettled(
    steps.map(async (order, index): Promise<Requested | undefined> => {
      const { snapshot, adopted, repeated } = await requestSnapshot(
        { order, before: seen.snapshots, watch, inputs },
        deps,
      );
      keeper.answered(index, snapshot);
      const entry = entries[index];
      entry?.learn({ id: snapshot.id, snapshot, server: order.server, adopted });
      const how = adopted ? 'found in the list after its answer was lost' : 'requested';
      deps.log.info(`${capitalised(snapshotName(snapshot))} of ${serverName(order.server)}: ${how}.`);
      return entry && { entry, id: snapshot.id, server: order.server, snapshot, repeated };
    }),
  );
  const failures = outcomes.flatMap((outcome, index) => {
    if (outcome.status === 'fulfilled') return [];
    if (!(outcome.reason instanceof Failure)) throw outcome.reason;
    if (outcome.reason instanceof Refusal) keeper.refused(index);
    entries[index]?.learn({ result: outcome.reason.ending, remark: oneLine(outcome.reason.message) });
    return [outcome.reason];
  });
  if (failures.length > 0) throw gathered(failures, steps.length);
  return outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' && outcome.value) || []);
}

function warnOfLostMarks(requested: readonly Requested[], deps: Deps): void {
  const unmarked = requested.filter(({ snapshot }) => readMark(snapshot.description) === null);
  if (unmarked.length === 0) return;
  deps.journal.warning(
    'Mark lost',
    `VPS.org did not keep the description of ${unmarked.map(({ snapshot }) => snapshotName(snapshot)).join(', ')}, so nothing later can tell that this repository made it.`,
  );
}

/** A second snapshot is looked for after the wait, if it can be told from another job's. */
function warnOfPossibleTwins(
  requested: readonly Requested[],
  { wait, name }: CreateInputs,
  { journal }: Deps,
): void {
  const inDoubt = requested.filter(
    ({ snapshot, repeated }) => repeated && (!wait || (name && readMark(snapshot.description) === null)),
  );
  for (const { snapshot } of inDoubt) {
    journal.warning(
      'Perhaps one snapshot too many',
      `${capitalised(snapshotName(snapshot))} of ${serverName(snapshot.server)} was requested again after an answer was lost. If another one named ${snapshot.name} appears beside it, delete that by hand.`,
    );
  }
}
