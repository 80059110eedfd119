import type { Deps } from './deps.ts';
import { Failure } from './errors.ts';
import { type Inputs, idleInputs, readInputs } from './inputs/inputs.ts';
import { foreignInputs } from './inputs/spelling.ts';
import { carryOut, type Outcome } from './modes/mode.ts';
import { isActing, promiseOf } from './rules/policy.ts';
import { runStep, type Task, type World } from './run.ts';
import { oneLine } from './text/text.ts';
import { untilTheDeadline, whilePlanning } from './vps/reading.ts';

/** The main step from its inputs to its report. Never throws: what goes wrong is told, and the step fails. */
export function runMain(world: World): Promise<void> {
  const mode = oneLine(world.raw('mode') || 'create', 20);
  return runStep(world, mode, async (journal) => {
    for (const name of foreignInputs(world.inputNames()))
      world.log.debug(`Input ${name} is none of this action’s.`);
    for (const text of idleInputs(world.raw)) journal.warning('Input not used', text);
    const inputs = readInputs(world.raw);
    // Everything else works without: nobody is refused a rollback for a full disk.
    if (inputs.mode === 'create' && !world.canSetOutputs()) throw noOutputs();
    const promise = promiseIn(inputs);
    if (promise.reason) world.log.info(promise.reason);
    const planning = isWorthWaiting(inputs) ? untilTheDeadline : whilePlanning;
    return {
      ...promise,
      inputs,
      planning,
      about: serversIn(inputs),
      act: (deps) => perform(inputs, deps),
    };
  });
}

function serversIn(inputs: Inputs): Task['about'] {
  return 'servers' in inputs
    ? { servers: inputs.servers, allowed: [] }
    : { servers: [], allowed: inputs.selection.servers };
}

/** What the post step will do, told before the deploy. */
function promiseIn(inputs: Inputs): Pick<Task, 'reason' | 'pending'> {
  if (!('policies' in inputs)) return {};
  return { reason: promiseOf(inputs.policies), pending: isActing(inputs.policies) };
}

function noOutputs(): Failure {
  return new Failure({
    title: 'Outputs not written',
    message: 'GITHUB_OUTPUT cannot be written, so no later step would learn the id.',
    next: 'Check the runner’s disk.',
  });
}

/** Something was requested before, or is to be rolled back: an outage is no reason to give up. */
function isWorthWaiting({ mode }: Inputs): boolean {
  return mode === 'restore' || mode === 'wait';
}

/** Each mode is a chunk of its own, so that a step loads no more than it needs. */
async function perform(inputs: Inputs, deps: Deps): Promise<Outcome> {
  switch (inputs.mode) {
    case 'create':
      return carryOut((await import('./modes/create/create.ts')).create, inputs, deps);
    case 'wait':
      return carryOut((await import('./modes/wait.ts')).wait, inputs, deps);
    case 'restore':
      return carryOut((await import('./modes/restore/restore.ts')).restore, inputs, deps);
    case 'delete':
      return carryOut((await import('./modes/delete.ts')).deleteMode, inputs, deps);
    case 'prune':
      return carryOut((await import('./modes/prune.ts')).prune, inputs, deps);
    case 'list':
      return carryOut((await import('./modes/list.ts')).list, inputs, deps);
  }
}
