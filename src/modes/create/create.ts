import type { CreateInputs } from '../../inputs/inputs.ts';
import { freeSlots } from '../../operations/free-slots.ts';
import {
  requestSnapshots,
  warnOfLostMarks,
  warnOfPossibleTwins,
} from '../../operations/request-snapshots.ts';
import { verifySnapshots } from '../../operations/verify-snapshots.ts';
import { waitUntilComplete } from '../../operations/wait-until-complete.ts';
import { Recorder } from '../../state/recorder.ts';
import type { Mode } from '../mode.ts';
import { type CreateSeen, createLook } from './create-look.ts';
import { type CreateStep, createPlan } from './create-plan.ts';

/** Takes a snapshot of each server, as one unit: all of them complete, or the step fails. */
export const create: Mode<CreateInputs, CreateSeen, CreateStep> = {
  look: createLook,
  plan: createPlan,

  async perform(plan, { inputs, seen }, deps) {
    const { journal, log } = deps;
    const orders = plan.steps.filter((step) => step.do === 'create');
    const deletions = plan.steps.filter((step) => step.do === 'delete');
    const targets = orders.map(({ server, name }) => ({ server, name }));
    const recorder = new Recorder({ made: true, targets, inputs }, deps);
    try {
      await freeSlots(deletions, deps);
    } catch (error) {
      for (const index of orders.keys()) recorder.refused(index);
      throw error;
    }
    log.group(`Requesting ${orders.length === 1 ? 'the snapshot' : `${orders.length} snapshots`}`);
    const requested = await requestSnapshots(orders, { ...seen, recorder }, deps);
    warnOfLostMarks(requested, deps);
    warnOfPossibleTwins(requested, inputs, deps);
    const seal = () => recorder.succeed();
    if (!inputs.wait) {
      for (const { entry } of requested) entry.learn({ result: 'requested' });
      const left = seen.snapshots.filter(({ id }) => !journal.deletedIds.includes(id));
      journal.counted(inputs.servers, [...left, ...requested.map(({ snapshot }) => snapshot)]);
      return { seal };
    }
    log.group('Waiting until complete');
    const complete = await waitUntilComplete(requested, deps);
    const kept = await verifySnapshots(complete, deps);
    for (const [index, snapshot] of kept.entries()) {
      requested[index]?.entry.learn({ id: snapshot.id, snapshot, result: 'created' });
    }
    recorder.confirm(
      kept,
      requested.map(({ entry }) => entry.facts.completeAt),
    );
    return { seal, rollback: kept.map(({ id }) => id) };
  },
};
