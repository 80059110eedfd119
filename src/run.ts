import type { Deps } from './deps.ts';
import { type Common, type Inputs, readInputs } from './inputs/inputs.ts';
import type { Raw } from './inputs/raw.ts';
import { planningPatienceMs } from './limits.ts';
import { carryOut } from './modes/mode.ts';
import { type Explanation, explain } from './report/explain.ts';
import { Journal, worst } from './report/journal.ts';
import { earlyOutputs, finalOutputs } from './report/outputs.ts';
import { type Story, summary } from './report/summary.ts';
import type { Log } from './text/log.ts';
import { oneLine } from './text/text.ts';
import type { Id } from './vps/id.ts';
import type { Reading } from './vps/list.ts';
import type { Clock } from './waiting/clock.ts';

/** Everything outside the program, as `run` needs it. */
export interface World {
  raw: Raw;
  clock: Clock;
  log: Log;
  /** From now on, this text appears nowhere. */
  mask(secret: string): void;
  /** A text without what was masked, for places that the runner does not mask. */
  clean(text: string): string;
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

/** The main step from its inputs to its report. Never throws: what goes wrong is told, and the step fails. */
export function runMain(world: World): Promise<void> {
  const mode = oneLine(world.raw('mode') || 'create', 20);
  return told(world, mode, async (journal) => {
    const inputs = readInputs(world.raw);
    const deps = await world.equip(inputs, journal, { patienceMs: planningPatienceMs });
    const about =
      'servers' in inputs
        ? { servers: inputs.servers, allowed: [] }
        : { servers: [], allowed: inputs.choice.servers };
    return { inputs, deps, ...about, act: () => perform(inputs, deps) };
  });
}

/** The post step, the same way: what becomes of the snapshots now that the job has ended. */
export async function runPost(world: World): Promise<void> {
  const saved = world.custody();
  if (saved === '') {
    world.log.info('The main step took no snapshot, so there is nothing to look after.');
    return;
  }
  await told(world, 'after the job', async (journal) => {
    const { reasonOf, takeOver } = await import('./modes/guard/read-state.ts');
    const work = takeOver(saved, world.raw, journal);
    journal.jobFailed = work.ending !== 'success';
    journal.reason = reasonOf(work);
    world.log.info(journal.reason);
    const { guard } = await import('./modes/guard/guard.ts');
    const planning = work.policy.restore ? {} : { patienceMs: planningPatienceMs };
    const deps = await world.equip(work, journal, planning);
    const servers = work.custody.targets.flatMap(({ server }) => server?.id ?? []);
    return { inputs: work, deps, servers, allowed: [], act: () => carryOut(guard, work, deps) };
  });
}

/** A step that is ready to act. */
interface Ready {
  inputs: Common;
  deps: Deps;
  /** The servers that it is about, as far as that is known beforehand. */
  servers: readonly Id[];
  /** Those that it may be about, where the inputs name snapshots. */
  allowed: readonly Id[];
  act(): Promise<void>;
}

/** The one place where errors end, for both steps alike, and the report begins. */
async function told(
  world: World,
  mode: string,
  prepare: (journal: Journal) => Promise<Ready>,
): Promise<void> {
  const { clock, log } = world;
  const startedAt = clock.now();
  const journal = new Journal(log, (news) => world.setOutputs(earlyOutputs(news)));
  let ready: Ready | undefined;
  let failure: Explanation | undefined;
  try {
    for (const input of ['api_token', 'github_token']) if (world.raw(input)) world.mask(world.raw(input));
    ready = await prepare(journal);
    await ready.act();
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
  const result = failure?.ending ?? journal.result ?? worst(words, 'listed');
  const tookMs = clock.now() - startedAt;
  world.setOutputs(finalOutputs(journal, result, tookMs));
  await report(world, { mode, result, journal, failure, tookMs, uses: world.uses }, ready);
  if (!failure && ready) finish(world, journal, ready);
}

/** Only a step that came to its very end without being stopped has ended well: the post step relies on it. */
function finish(world: World, journal: Journal, { deps }: Ready): void {
  if (!journal.whenDone) return;
  try {
    deps.signal.throwIfAborted();
    journal.whenDone();
  } catch (error) {
    const { title, message, ending } = explain(error, journal);
    world.log.error(title, message);
    world.fail();
    world.setOutputs({ result: ending });
  }
}

async function report(world: World, story: Story, ready: Ready | undefined): Promise<void> {
  const { journal, result } = story;
  const idle = result === 'kept' && journal.remarks.length === 0;
  if (!idle && (ready?.inputs.report.summary ?? world.raw('report') !== 'none'))
    world.writeSummary(summary(story));
  if (!ready || ready.inputs.dryRun || ready.deps.signal.aborted) return;
  const reporting = ready.inputs.report;
  if (!reporting.comment && !reporting.status) return;
  const known = journal.entries.flatMap(({ facts }) => facts.server?.id ?? []);
  const about = new Set([...ready.servers, ...known]);
  const servers = about.size > 0 ? [...about] : ready.allowed;
  const { origin, github, log } = ready.deps;
  const { reportToGitHub } = await import('./github/reports.ts');
  await reportToGitHub({ story, servers, reporting, github, log, runUrl: origin.runUrl, clean: world.clean });
}

/** Each mode is a chunk of its own, so that a step loads no more than it needs. */
async function perform(inputs: Inputs, deps: Deps): Promise<void> {
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
