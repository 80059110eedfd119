import type { WaitInputs } from '../inputs/inputs.ts';
import { verifySnapshots } from '../operations/verify-snapshots.ts';
import { waitUntilComplete } from '../operations/wait-until-complete.ts';
import { factsOf } from '../report/journal.ts';
import type { Origin } from '../rules/ownership.ts';
import { selected } from '../rules/selection.ts';
import { idOf, listed, type Step, type Subject, subjectIn } from '../rules/steps.ts';
import { Recorder } from '../state/recorder.ts';
import type { Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';
import { selectionRefusal } from './selection-refusal.ts';

interface WaitSeen {
  snapshots: Snapshot[];
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

/** Waits for snapshots that an earlier step requested. */
export const wait: Mode<WaitInputs, WaitSeen, Extract<Step, { do: 'wait' }>> = {
  /** So that the post step can at least name them. */
  prepare(inputs, deps) {
    const targets = inputs.selection.ids.map((id) => ({ request: { id } }));
    new Recorder({ made: false, targets, inputs }, deps);
  },

  async look(_inputs, deps) {
    const snapshots = await deps.vps.listSnapshots(deps.planning);
    return { snapshots, origin: deps.origin, now: deps.vps.now() };
  },

  plan({ snapshots, origin, now }, { selection }) {
    const refusal = selectionRefusal(selected(selection, snapshots, origin).problems, now);
    if (refusal) return refusal;
    const steps = selection.ids.map((id) => ({ do: 'wait' as const, subject: subjectIn(snapshots, id) }));
    return { steps, annotations: [] };
  },

  async perform({ steps }, { inputs }, deps) {
    deps.log.group('Waiting until complete');
    const awaited = steps.map(({ subject }) => ({
      entry: deps.journal.enter(factsOf(subject)),
      id: idOf(subject),
      server: listed(subject)?.server,
    }));
    const targets = steps.map(({ subject }) => targetOf(subject, inputs));
    const recorder = new Recorder({ made: false, targets, inputs }, deps);
    const complete = await waitUntilComplete(awaited, deps);
    checkServers(complete, inputs, deps.vps.now());
    const kept = await verifySnapshots(complete, deps);
    for (const [index, snapshot] of kept.entries()) {
      awaited[index]?.entry.learn({ id: snapshot.id, snapshot, result: 'ready' });
    }
    recorder.confirm(
      kept,
      awaited.map(({ entry }) => entry.facts.completeAt),
    );
    return { seal: () => recorder.succeed(), rollback: kept.map(({ id }) => id) };
  },
};

/** What is known of a snapshot before it is complete; where one server is allowed, it can only be of that. */
function targetOf(subject: Subject, { selection }: WaitInputs) {
  const [only, ...others] = selection.servers;
  const expected = only !== undefined && others.length === 0 ? { id: only } : null;
  const snapshot = listed(subject);
  return {
    request: { id: idOf(subject) },
    server: snapshot?.server ?? expected,
    name: snapshot?.name ?? null,
  };
}

/** A snapshot that no list showed at first could not be checked against server_id until now. */
function checkServers(complete: Snapshot[], { selection }: WaitInputs, now: number): void {
  const { problems } = selected(selection, complete, { repository: '' });
  const refusal = selectionRefusal(problems, now);
  if (refusal) throw refusal;
}
