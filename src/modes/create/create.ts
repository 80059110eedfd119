import type { Deps } from '../../deps.ts';
import { eachOf, Failure, failuresOf, gathered, Refusal } from '../../errors.ts';
import type { CreateInputs } from '../../inputs/inputs.ts';
import { freeSlots } from '../../operations/free-slots.ts';
import { lookAfterServers } from '../../operations/look-after.ts';
import {
  isTold,
  type Requested,
  requestSnapshots,
  warnOfLostMarks,
  warnOfPossibleTwins,
} from '../../operations/request-snapshots.ts';
import { Standstill } from '../../operations/standstill.ts';
import { verifySnapshots } from '../../operations/verify-snapshots.ts';
import { waitUntilComplete } from '../../operations/wait-until-complete.ts';
import { runsBy } from '../../rules/server-status.ts';
import { Recorder } from '../../state/recorder.ts';
import { failureFrom, VpsError } from '../../vps/errors.ts';
import type { Snapshot } from '../../vps/model.ts';
import type { Mode, Plan, Task } from '../mode.ts';
import { type CreateSeen, createLook } from './create-look.ts';
import { type CreateStep, createPlan } from './create-plan.ts';

type CreateTask = Task<CreateInputs, CreateSeen>;

/** Takes a snapshot of each server, as one unit: all of them complete, or the step fails. */
export const create: Mode<CreateInputs, CreateSeen, CreateStep> = {
  look: createLook,
  plan: createPlan,

  async perform(plan, task, deps) {
    const { inputs, seen } = task;
    const targets = ordersIn(plan).map(({ server, name }) => ({
      ...{ server, name },
      ran: runsBy(seen.servers, server.id) ?? null,
    }));
    const recorder = new Recorder({ made: true, targets, inputs }, deps);
    const seal = () => recorder.succeed();
    if (!inputs.wait) {
      await requestOnly(plan, { ...task, recorder }, deps);
      return { seal };
    }
    const { requested, complete } = await taken(plan, { ...task, recorder }, deps);
    const kept = await verifySnapshots(complete, deps);
    const untold = requested.map(({ snapshot }) => !isTold(snapshot));
    warnOfLostMarks(
      kept.filter((_, index) => untold[index]),
      deps,
    );
    for (const [index, snapshot] of kept.entries()) {
      requested[index]?.entry.learn({ id: snapshot.id, snapshot, result: 'created' });
    }
    recorder.confirm(
      kept,
      requested.map(({ entry }) => entry.facts.completeAt),
    );
    await lookAfterServers(
      targets.flatMap(({ server, ran }) => (ran === true ? server : [])),
      deps,
    );
    return { seal, rollback: kept.map(({ id }) => id) };
  },
};

type Recorded = CreateTask & { recorder: Recorder };

async function requestOnly(plan: Plan<CreateStep>, task: Recorded, deps: Deps): Promise<void> {
  const { inputs, seen } = task;
  const requested = await requestAll(plan, task, deps);
  for (const { entry } of requested) entry.learn({ result: 'requested' });
  const left = seen.snapshots.filter(({ id }) => !deps.journal.deletedIds.includes(id));
  deps.journal.counted(seen.wanted, [...left, ...requested.map(({ snapshot }) => snapshot)]);
  warnOfPossibleTwins(requested, inputs, deps);
}

interface Taken {
  requested: Requested[];
  complete: Snapshot[];
}

/** All snapshots, complete; and every server that was stopped for them runs again, whatever happens. */
async function taken(plan: Plan<CreateStep>, task: Recorded, deps: Deps): Promise<Taken> {
  const { inputs, recorder } = task;
  const standstill = new Standstill(recorder, deps);
  try {
    const now = inputs.stopServer
      ? await beforehand(plan, recorder, () => stopped(plan, { ...task, standstill }, deps))
      : { plan, seen: task.seen };
    const requested = await standstill.hurry((brief) =>
      requestAll(now.plan, { ...task, seen: now.seen, standstill }, brief),
    );
    warnOfPossibleTwins(requested, inputs, deps);
    deps.log.group('Waiting until complete');
    const complete = await waitUntilComplete(
      requested,
      deps,
      ({ server }) => server && standstill.start(server.id),
    );
    await standstill.allRunning();
    return { requested, complete };
  } catch (error) {
    throw await startedAgain(standstill, error, deps);
  }
}

/** Stops the servers, and plans anew: while they stopped, slots may have been filled and runs may have ended. */
async function stopped(
  plan: Plan<CreateStep>,
  { inputs, standstill }: CreateTask & { standstill: Standstill },
  deps: Deps,
): Promise<{ plan: Plan<CreateStep>; seen: CreateSeen }> {
  deps.log.group('Stopping');
  await standstill.stop(plan.steps.flatMap((step) => (step.do === 'stop' ? step.server : [])));
  return await standstill.hurry(async (brief) => {
    const seen = await createLook(inputs, brief);
    const again = createPlan(seen, inputs);
    if (again instanceof Refusal) throw again;
    return { plan: again, seen };
  });
}

/** What comes before the requests: when it fails, none was made, and nobody needs to look for what came of them. */
async function beforehand<T>(plan: Plan<CreateStep>, recorder: Recorder, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    for (const index of ordersIn(plan).keys()) recorder.refused(index);
    throw error;
  }
}

/** @returns the error, with what became of the servers if they do not run again */
async function startedAgain(standstill: Standstill, error: unknown, deps: Deps): Promise<unknown> {
  const why = error instanceof VpsError ? failureFrom(error) : error;
  const known = why instanceof Failure ? eachOf(why) : [];
  const isOver = (ends: readonly Failure[]) =>
    deps.signal.aborted ||
    deps.clock.now() >= deps.deadline ||
    ends.some(({ ending }) => ending === 'timed_out');
  if (isOver(known)) {
    await standstill.lastWords();
    return error;
  }
  const failures = (await failuresOf([standstill.allRunning()])).flatMap(eachOf);
  if (isOver(failures)) await standstill.lastWords();
  const more = failures.filter((failure) => !known.includes(failure));
  return more.length === 0 || known.length === 0
    ? error
    : gathered([...known, ...more], known.length + more.length);
}

async function requestAll(
  plan: Plan<CreateStep>,
  { seen, recorder, standstill }: Recorded & { standstill?: Standstill },
  deps: Deps,
): Promise<Requested[]> {
  const orders = ordersIn(plan);
  await beforehand(plan, recorder, async () => {
    const doomed = plan.steps.filter((step) => step.do === 'delete');
    await freeSlots(doomed, deps);
    standstill?.check();
  });
  deps.log.group(`Requesting ${orders.length === 1 ? 'the snapshot' : `${orders.length} snapshots`}`);
  const requested = await requestSnapshots(orders, { ...seen, recorder }, deps);
  warnOfLostMarks(requested.map(({ snapshot }) => snapshot).filter(isTold), deps);
  return requested;
}

function ordersIn(plan: Plan<CreateStep>) {
  return plan.steps.filter((step) => step.do === 'create');
}
