import type { Deps } from './deps.ts';
import type { Common } from './inputs/common.ts';
import type { Raw } from './inputs/raw.ts';
import { tokenForms } from './inputs/token.ts';
import { shortestSecret } from './limits.ts';
import type { Outcome } from './modes/mode.ts';
import { type Explanation, explain } from './report/explain.ts';
import { Journal, worst } from './report/journal.ts';
import { earlyOutputs, finalOutputs } from './report/outputs.ts';
import type { Story } from './report/summary.ts';
import type { Log } from './text/log.ts';
import type { Id } from './vps/id.ts';
import type { Reading } from './vps/reading.ts';
import type { Clock } from './waiting/clock.ts';

/** Everything outside the program, as `run` needs it. */
export interface World {
  raw: Raw;
  /** The names of all inputs that the runner hands on, ours or not, as it writes them. */
  inputNames(): string[];
  clock: Clock;
  log: Log;
  /** From now on, this text appears nowhere. */
  mask(secret: string): void;
  /** A text without what was masked, for places that the runner does not mask. */
  clean(text: string): string;
  setOutputs(values: Record<string, string>): void;
  /** Whether later steps will get what is set. */
  canSetOutputs(): boolean;
  /** Best effort: a runner without summaries is no reason to fail. */
  writeSummary(markdown: string): void;
  /** The step will end red. */
  fail(): void;
  /** How a workflow refers to this action, `OWNER/REPO@REF`. */
  uses: string;
  /** What the main step saved for the post step; empty when it saved nothing. */
  savedState(): string;
  /** @throws {Failure} when the environment cannot be used */
  equip(inputs: Common, journal: Journal, planning: Reading): Promise<Deps>;
}

/** What a step is to do, read from its inputs. */
export interface Task {
  inputs: Common;
  /** How patient reads are before anything is planned. */
  planning: Reading;
  about: {
    /** The servers that it is about, as far as that is known beforehand. */
    servers: readonly Id[];
    /** Those that it may be about, where the inputs name snapshots. */
    allowed: readonly Id[];
  };
  /** In the main step what will happen at the end of the job, in the post step why what follows is done; may be empty. */
  reason?: string;
  /** In the post step: the job did not succeed. */
  jobFailed?: boolean;
  /** In the main step: its post step will have the last word. */
  pending?: boolean;
  act(deps: Deps): Promise<Outcome>;
}

/** How far a step came. */
interface Course {
  task?: Task;
  deps?: Deps;
  outcome: Outcome;
  failure?: Explanation;
}

/** A step from its inputs to its report, for both steps alike. */
export async function runStep(
  world: World,
  mode: string,
  read: (journal: Journal) => Promise<Task>,
): Promise<void> {
  const { clock } = world;
  const startedAt = clock.now();
  const journal = new Journal(world.log, (news) => world.setOutputs(earlyOutputs(news)));
  const course = await act(world, journal, read);
  const { task, deps, outcome, failure } = course;
  const words = journal.entries.flatMap(({ facts }) => facts.result ?? []);
  const result = failure?.ending ?? outcome.result ?? worst(words, 'listed');
  const tookMs = clock.now() - startedAt;
  world.setOutputs(finalOutputs(journal, result, tookMs));
  const story: Story = {
    mode,
    result,
    journal,
    failure,
    // A step that failed before the deploy leaves nothing that its promise would still be about.
    reason: (failure && task?.jobFailed === undefined ? undefined : task?.reason) ?? '',
    jobFailed: task?.jobFailed ?? false,
    pending: task?.pending ?? false,
    rollback: failure?.rollback ?? outcome.rollback ?? [],
    byHand: deps?.vps.byHand,
    now: deps?.vps.now(),
    endedAt: clock.date(),
    tookMs,
    uses: world.uses,
  };
  await writeSummary(world, story, task);
  if (task && deps) await tellGitHub(story, { task, deps, clean: world.clean });
  if (!failure && deps && outcome.seal) seal(world, journal, { deps, seal: outcome.seal });
}

/** The one place where errors end. */
async function act(
  world: World,
  journal: Journal,
  read: (journal: Journal) => Promise<Task>,
): Promise<Course> {
  const course: Course = { outcome: {} };
  try {
    for (const form of tokenForms(world.raw('api_token'))) world.mask(form);
    if (world.raw('github_token').length >= shortestSecret) world.mask(world.raw('github_token'));
    course.task = await read(journal);
    course.deps = await world.equip(course.task.inputs, journal, course.task.planning);
    course.outcome = await course.task.act(course.deps);
  } catch (error) {
    course.failure = explain(error, journal);
    if (error instanceof Error && error.stack) world.log.debug(error.stack);
  }
  world.log.endGroup();
  if (course.failure) fail(world, course.failure);
  return course;
}

function fail(world: World, { title, message }: Explanation): void {
  world.log.error(title, message);
  world.fail();
}

/** Only a step that came to its very end without being stopped has ended well: the post step relies on it. */
function seal(world: World, journal: Journal, last: { deps: Deps; seal: () => void }): void {
  try {
    last.deps.signal.throwIfAborted();
    last.seal();
  } catch (error) {
    const failure = explain(error, journal);
    fail(world, failure);
    world.setOutputs({ result: failure.ending });
  }
}

async function writeSummary(world: World, story: Story, task: Task | undefined): Promise<void> {
  const idle = story.result === 'kept' && story.journal.annotations.length === 0;
  const wanted = task ? task.inputs.report.summary : world.raw('report') !== 'none';
  if (!wanted || idle) return;
  const { summary } = await import('./report/summary.ts');
  world.writeSummary(summary(story));
}

async function tellGitHub(
  story: Story,
  { task, deps, clean }: { task: Task; deps: Deps; clean: World['clean'] },
): Promise<void> {
  const { report: reporting, dryRun } = task.inputs;
  if (dryRun || deps.signal.aborted || !(reporting.comment || reporting.status)) return;
  const known = story.journal.entries.flatMap(({ facts }) => facts.server?.id ?? []);
  const certain = new Set([...task.about.servers, ...known]);
  const servers = certain.size > 0 ? [...certain] : task.about.allowed;
  const { origin, github, log } = deps;
  const { reportToGitHub } = await import('./github/reports.ts');
  await reportToGitHub({ story, servers, reporting, github, log, runUrl: origin.runUrl, clean });
}
