import type { Deps } from './deps.ts';
import { type Inputs, type Raw, readInputs } from './inputs/inputs.ts';
import { carryOut } from './modes/plan.ts';
import { type Explanation, explain } from './report/explain.ts';
import { Journal, worst } from './report/journal.ts';
import type { Log } from './report/log.ts';
import { earlyOutputs, finalOutputs } from './report/outputs.ts';
import { summary } from './report/summary.ts';
import { oneLine } from './report/text.ts';
import type { Clock } from './waiting/clock.ts';

/** Everything outside the program, as `run` needs it. */
export interface World {
  raw: Raw;
  clock: Clock;
  log: Log;
  /** From now on, this text appears nowhere. */
  mask(secret: string): void;
  setOutputs(values: Record<string, string>): void;
  /** Best effort: a runner without summaries is no reason to fail. */
  writeSummary(markdown: string): void;
  /** The step will end red. */
  fail(): void;
  /** How a workflow refers to this action, `OWNER/REPO@REF`. */
  uses: string;
  /** @throws {Failure} when the environment cannot be used */
  equip(inputs: Inputs, journal: Journal): Promise<Deps>;
}

/** One step from its inputs to its report. Never throws: what goes wrong is told, and the step fails. */
export async function run(world: World): Promise<void> {
  const { clock, log } = world;
  const startedAt = clock.now();
  const journal = new Journal(log, (news) => world.setOutputs(earlyOutputs(news)));
  const mode = world.raw('mode') || 'create';
  let deps: Deps | undefined;
  let failure: Explanation | undefined;
  try {
    world.mask(world.raw('api_token'));
    const inputs = readInputs(world.raw);
    deps = await world.equip(inputs, journal);
    await perform(inputs, deps);
  } catch (error) {
    failure = explain(error, journal);
    if (error instanceof Error && error.stack) log.debug(error.stack);
  }
  log.endGroup();
  if (failure) {
    log.error(failure.title, failure.message);
    world.fail();
  }
  const words = journal.entries.flatMap(({ facts }) => facts.result ?? []);
  const result = failure?.ending ?? worst(words, 'listed');
  const tookMs = clock.now() - startedAt;
  world.setOutputs(finalOutputs(journal, result, tookMs));
  const story = {
    mode: oneLine(mode, 20),
    result,
    journal,
    failure,
    tookMs,
    now: deps?.vps.now(),
    uses: world.uses,
  };
  world.writeSummary(summary(story));
}

/** Each mode is a chunk of its own, so that a step loads no more than it needs. */
async function perform(inputs: Inputs, deps: Deps): Promise<void> {
  switch (inputs.mode) {
    case 'create':
      return carryOut((await import('./modes/create.ts')).create, inputs, deps);
    case 'wait':
      return carryOut((await import('./modes/wait.ts')).wait, inputs, deps);
    case 'restore':
      return carryOut((await import('./modes/restore.ts')).restore, inputs, deps);
    case 'delete':
      return carryOut((await import('./modes/delete.ts')).deleteMode, inputs, deps);
    case 'list':
      return carryOut((await import('./modes/list.ts')).list, inputs, deps);
  }
}
