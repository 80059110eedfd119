import type { Deps } from './deps.ts';
import { type Common, type Inputs, type Raw, readInputs } from './inputs/inputs.ts';
import { carryOut } from './modes/plan.ts';
import { type Explanation, explain } from './report/explain.ts';
import { Journal, worst } from './report/journal.ts';
import type { Log } from './report/log.ts';
import { earlyOutputs, finalOutputs } from './report/outputs.ts';
import { summary } from './report/summary.ts';
import { oneLine } from './report/text.ts';
import type { Reading } from './vps/list.ts';
import type { Clock } from './waiting/clock.ts';
import { planningPatienceMs } from './waiting/patience.ts';

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
  /** What the main step saved for the post step; empty when it saved nothing. */
  custody(): string;
  /** @throws {Failure} when the environment cannot be used */
  equip(inputs: Common, journal: Journal, planning: Reading): Promise<Deps>;
}

/** One step from its inputs to its report. Never throws: what goes wrong is told, and the step fails. */
export function run(world: World, step: 'main' | 'post'): Promise<void> {
  return step === 'main' ? main(world) : post(world);
}

function main(world: World): Promise<void> {
  const mode = oneLine(world.raw('mode') || 'create', 20);
  return told(world, mode, async (journal) => {
    const inputs = readInputs(world.raw);
    const deps = await world.equip(inputs, journal, { patienceMs: planningPatienceMs });
    await perform(inputs, deps);
  });
}

async function post(world: World): Promise<void> {
  const saved = world.custody();
  if (saved === '') {
    world.log.info('The main step took no snapshot, so there is nothing to look after.');
    return;
  }
  await told(world, 'after the job', async (journal) => {
    const { reasonOf, takeOver } = await import('./modes/takeover.ts');
    const work = takeOver(saved, world.raw, journal);
    journal.reason = reasonOf(work);
    world.log.info(journal.reason);
    const { guard } = await import('./modes/guard.ts');
    await carryOut(guard, work, await world.equip(work, journal, {}));
  });
}

/** The one place where errors end, for both steps alike, and the report begins. */
async function told(world: World, mode: string, act: (journal: Journal) => Promise<void>): Promise<void> {
  const { clock, log } = world;
  const startedAt = clock.now();
  const journal = new Journal(log, (news) => world.setOutputs(earlyOutputs(news)));
  let failure: Explanation | undefined;
  try {
    world.mask(world.raw('api_token'));
    await act(journal);
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
  const idle = result === 'kept' && journal.remarks.length === 0;
  if (!idle) world.writeSummary(summary({ mode, result, journal, failure, tookMs, uses: world.uses }));
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
