import type { Deps } from '../deps.ts';
import { Failure, Refusal } from '../errors.ts';
import type { WaitInputs } from '../inputs/inputs.ts';
import { lookAfterServers } from '../operations/look-after.ts';
import { verifySnapshots } from '../operations/verify-snapshots.ts';
import { waitUntilComplete } from '../operations/wait-until-complete.ts';
import { knownSelection } from '../reading/known-ids.ts';
import { visibleServers } from '../reading/visible-servers.ts';
import { factsOf } from '../report/journal.ts';
import type { Origin } from '../rules/ownership.ts';
import { endings } from '../rules/policy.ts';
import { fromEarlierAttempt } from '../rules/restorable.ts';
import { type Selection, selected } from '../rules/selection.ts';
import { isRunning, runsBy } from '../rules/server-status.ts';
import { idOf, listed, type Step, type Subject, subjectIn } from '../rules/steps.ts';
import { Recorder } from '../state/recorder.ts';
import type { Server, Snapshot } from '../vps/model.ts';
import type { Mode } from './mode.ts';
import { selectionRefusal } from './shared-refusals.ts';

interface WaitSeen {
  /** Undefined when the token may not list servers. */
  servers: Server[] | undefined;
  selection: WaitInputs['selection'];
  snapshots: Snapshot[];
  origin: Origin;
  /** Milliseconds since 1970, by the API's clock. */
  now: number;
}

const reRunAll = 'Re-run all jobs, so that a new snapshot is taken before the deploy.';

/** Waits for snapshots that an earlier step requested. */
export const wait: Mode<WaitInputs, WaitSeen, Extract<Step, { do: 'wait' }>> = {
  /** So that the post step can at least name them. */
  prepare(inputs, deps) {
    const targets = inputs.selection.ids.map((id) => ({ request: { id } }));
    new Recorder({ made: false, targets, inputs }, deps);
  },

  async look(inputs, deps) {
    const snapshots = await deps.vps.listSnapshots(deps.planning);
    const selection = await knownSelection(inputs.selection, deps);
    const servers = await visibleServers(deps);
    return { selection, servers, snapshots, origin: deps.origin, now: deps.vps.now() };
  },

  plan({ selection, snapshots, origin, now }, inputs) {
    const refusal = selectionRefusal(selected(selection, snapshots, origin).problems, now);
    const restores = endings.some((ending) => inputs.policies[ending].restore);
    const named = snapshots.filter(({ id }) => selection.ids.includes(id));
    const stale = restores
      ? named.flatMap((one) => fromEarlierAttempt(one, { origin, now }) ?? [])[0]
      : undefined;
    if (refusal) return refusal;
    if (stale) return new Refusal({ title: stale.title, message: stale.text, next: reRunAll });
    const steps = selection.ids.map((id) => ({ do: 'wait' as const, subject: subjectIn(snapshots, id) }));
    return { steps, annotations: [] };
  },

  async perform({ steps }, { inputs, seen }, deps) {
    const { selection } = seen;
    deps.log.group('Waiting until complete');
    const awaited = steps.map(({ subject }) => ({
      entry: deps.journal.enter(factsOf(subject)),
      id: idOf(subject),
      server: listed(subject)?.server,
    }));
    const running = (seen.servers ?? []).filter(({ status }) => isRunning(status));
    const targets = steps.map(({ subject }) => {
      const target = targetOf(subject, selection);
      return { ...target, ran: runsBy(seen.servers, target.server?.id) ?? null };
    });
    const recorder = new Recorder({ made: false, targets, inputs }, deps);
    const complete = await waitUntilComplete(awaited, deps);
    checkServers(complete, selection, deps.vps.now());
    const kept = await verifySnapshots(complete, deps);
    for (const [index, snapshot] of kept.entries()) {
      awaited[index]?.entry.learn({ id: snapshot.id, snapshot, result: 'ready' });
    }
    const owners = kept.map(({ server }) => server.id);
    recorder.confirm(
      kept,
      awaited.map(({ entry }) => entry.facts.completeAt),
      (server) => runsBy(seen.servers, server),
    );
    claim(kept, inputs, deps);
    await lookAfterServers(
      running.filter(({ id }) => owners.includes(id)),
      deps,
    );
    return { seal: () => recorder.succeed(), rollback: kept.map(({ id }) => id) };
  },
};

/** From now on the guard of this step answers for them, and that of the step that requested them leaves them alone. */
function claim(kept: readonly Snapshot[], { policies }: WaitInputs, { notes }: Deps): void {
  const written = kept.map(({ id }) => notes.leave({ act: 'claim', snapshot: id, state: 'confirmed' }));
  if (written.every(Boolean) || !endings.some((ending) => policies[ending].restore)) return;
  throw new Failure({
    title: 'Claim not written',
    message:
      'RUNNER_TEMP cannot be written, so the step that requested the snapshots would not know that this one rolls back to them, and might delete them first.',
    next: 'Check the disk and RUNNER_TEMP of the runner.',
  });
}

/** What is known of a snapshot before it is complete; where one server is allowed, it can only be of that. */
function targetOf(subject: Subject, { servers }: Selection) {
  const [only, ...others] = servers;
  const expected = only !== undefined && others.length === 0 ? { id: only } : null;
  const snapshot = listed(subject);
  return {
    request: { id: idOf(subject) },
    server: snapshot?.server ?? expected,
    name: snapshot?.name ?? null,
  };
}

/** A snapshot that no list showed at first could not be checked against server_id until now. */
function checkServers(complete: Snapshot[], selection: Selection, now: number): void {
  const { problems } = selected(selection, complete, { repository: '' });
  const refusal = selectionRefusal(problems, now);
  if (refusal) throw refusal;
}
