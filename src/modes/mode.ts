import type { Deps } from '../deps.ts';
import { type Failure, Refusal } from '../errors.ts';
import type { Common } from '../inputs/inputs.ts';
import type { Facts } from '../report/journal.ts';
import { serverName, snapshotName } from '../text/names.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

export interface ServerRef {
  id: Id;
  name?: string;
}

/** One thing to do, and why where that is not the user's plain word. */
export type Step =
  | { do: 'create'; server: ServerRef; name: string; description: string }
  | { do: 'wait'; id: Id; snapshot: Snapshot | undefined }
  | { do: 'restore'; snapshot: Snapshot; server: ServerRef; thenDelete?: boolean }
  | { do: 'delete'; id: Id; snapshot: Snapshot | undefined; why?: string }
  | { do: 'keep'; id: Id; snapshot: Snapshot | undefined; why: string; failure?: Failure }
  | { do: 'show'; snapshot: Snapshot };

/** What will be done, as data: refusing, printing and carrying out all read the same. */
export interface Plan<Kind extends Step = Step> {
  steps: Kind[];
  remarks: Remark[];
}

export interface Remark {
  level: 'notice' | 'warning';
  title: string;
  text: string;
}

/** A mode: what is there now, what follows from it, and doing that. */
export interface Mode<Inputs extends Common, Seen, Kind extends Step> {
  /** Reads only. */
  look(inputs: Inputs, deps: Deps): Promise<Seen>;
  /** Pure. */
  plan(seen: Seen, inputs: Inputs): Plan<Kind> | Refusal;
  /** Tells the journal what came of each step. @throws {Failure} when one of them did not come off */
  perform(plan: Plan<Kind>, inputs: Inputs, deps: Deps, seen: Seen): Promise<void>;
}

/** Look, plan, perform: every refusal comes before any change, and a dry run is a plan that is only told. */
export async function carryOut<Inputs extends Common, Seen, Kind extends Step>(
  mode: Mode<Inputs, Seen, Kind>,
  inputs: Inputs,
  deps: Deps,
): Promise<void> {
  const { journal, log } = deps;
  log.group('Looking');
  const seen = await mode.look(inputs, deps);
  const plan = mode.plan(seen, inputs);
  if (plan instanceof Refusal) throw plan;
  for (const { level, title, text } of plan.remarks) journal[level](title, text);
  journal.plan.push(...plan.steps.map(sentence));
  if (inputs.dryRun) {
    log.group('Plan (dry run: nothing is changed)');
    journal.result = 'planned';
    const makesRoom = plan.steps.some((step) => step.do === 'create');
    for (const step of plan.steps) {
      log.info(`Would ${sentence(step)}`);
      if (!makesRoom || step.do === 'create') journal.enter({ ...subject(step), result: 'planned' });
    }
    return;
  }
  for (const step of plan.steps)
    if (step.do !== 'show' && step.do !== 'keep') log.info(`Going to ${sentence(step)}.`);
  await mode.perform(plan, inputs, deps, seen);
}

/** `create snapshot pre-deploy of server 12345 (web-1)`. */
export function sentence(step: Step): string {
  switch (step.do) {
    case 'create':
      return `create snapshot ${step.name} of ${serverName(step.server)}`;
    case 'wait':
      return `wait for ${named(step)}`;
    case 'restore':
      return `restore ${serverName(step.server)} from ${snapshotName(step.snapshot)}${step.thenDelete ? ', then delete that' : ''}`;
    case 'delete':
      return `delete ${named(step)}${step.why ? ` (${step.why})` : ''}`;
    case 'keep':
      return `keep ${named(step)} (${step.why})`;
    case 'show':
      return `show ${snapshotName(step.snapshot)}`;
  }
}

function named({ id, snapshot }: { id: Id; snapshot: Snapshot | undefined }): string {
  return snapshot
    ? `${snapshotName(snapshot)} of ${serverName(snapshot.server)}`
    : `snapshot ${id}, which no list shows`;
}

function subject(step: Step): Facts {
  if (step.do === 'create') return { server: step.server };
  const id = 'id' in step ? step.id : step.snapshot.id;
  return step.snapshot ? { server: step.snapshot.server, id, snapshot: step.snapshot } : { id };
}
