import { join } from 'node:path';
import { Session } from './ask.ts';
import type { Clock } from './clock.ts';
import { type Interview, interview } from './interview.ts';
import { type Environment, help, type Options, readOptions, usualUrl } from './options.ts';
import { judgeAll } from './questions/questions.ts';
import { Interrupted, Refusal } from './refusal.ts';
import { forms, rehearse, rehearsed, stage } from './rehearsals.ts';
import { asLines, asMarkdown, type Report, reportOn, summaryOf } from './report.ts';

export interface World {
  argv: string[];
  env: Environment;
  fetch: typeof globalThis.fetch;
  clock: Clock;
  say: (line: string) => void;
  /** A line that the next one may replace. */
  show: (line: string) => void;
  write: (file: string, text: string) => void;
  /** The first interruption, and the second. */
  interrupted: AbortSignal;
  hurried: AbortSignal;
}

/** Outside text could rewrite the screen; line feeds are the kit's own. */
const unprintable = /[^\P{C}\n]/gu;

/** @returns the exit code */
export async function run(world: World): Promise<number> {
  try {
    const options = readOptions(world.argv, world.env);
    if (options.isHelp) {
      world.say(help);
      return 0;
    }
    const reports = await (options.real ? askReal(world, options, options.real) : askInMemory(world));
    if (options.out !== undefined) writeReports(world, options.out, reports);
    return exitCode(world, reports);
  } catch (error) {
    if (error instanceof Interrupted) {
      world.say('Interrupted. Nothing was changed.');
      return 130;
    }
    if (!(error instanceof Refusal)) throw error;
    world.say(error.message.replace(unprintable, ' '));
    return 2;
  }
}

async function askReal(
  world: World,
  { circle }: Options,
  { url, token }: NonNullable<Options['real']>,
): Promise<Report[]> {
  const hide = (line: string) => line.replaceAll(token, 'token').replace(unprintable, ' ');
  const { fetch, clock, interrupted: signal } = world;
  const say = (line: string) => world.say(hide(line));
  const session = new Session({ url, token, fetch, clock, signal, say });
  say(
    circle
      ? `Walking the circle on server ${circle.server}: its data will be overwritten.`
      : `Asking ${url}, read-only.`,
  );
  const show = (line: string) => world.show(hide(line));
  const target = url === usualUrl ? url : 'another URL';
  return [await askOne({ session, tidying: world.hurried, circle, show }, target)];
}

async function askInMemory(world: World): Promise<Report[]> {
  const reports: Report[] = [];
  const circle = { server: '', confirm: stage.name };
  for (const form of forms) {
    const { api, fetch, clock } = rehearse({ form });
    world.say(`\nThe API in memory, ${form}`);
    const session = new Session({ ...rehearsed, fetch, clock, signal: world.interrupted, say: () => {} });
    const own = {
      ...circle,
      server: api.shownId(stage.id),
      confirm: form === 'client' ? stage.hostname : stage.name,
    };
    const asked: Interview = { session, tidying: world.hurried, circle: own, show: () => {} };
    reports.push(await askOne({ ...asked, say: world.say }, `The API in memory, ${form}`));
  }
  return reports;
}

async function askOne(asked: Interview & { say?: World['say'] }, target: string): Promise<Report> {
  const { session, say = session.connection.say } = asked;
  const seen = await interview(asked);
  const judged = judgeAll(seen);
  for (const one of judged) say(asLines(one));
  say(`${summaryOf(judged)}.`);
  return reportOn({ target, token: session.connection.token, seen, judged });
}

/** @throws {Refusal} when they cannot be written; the terminal has the findings all the same */
function writeReports({ write, say }: World, folder: string, reports: Report[]): void {
  const file = join(folder, 'conformance-report');
  try {
    write(`${file}.json`, `${JSON.stringify(reports, null, 2)}\n`);
    write(`${file}.md`, asMarkdown(reports));
  } catch (error) {
    throw new Refusal(`The report could not be written: ${(error as Error).message}. Choose another --out.`);
  }
  say(
    `Written: ${file}.md and .json. Token, account, names, ids and addresses are replaced in them; read them before you paste them.`,
  );
}

function exitCode({ interrupted }: World, reports: Report[]): number {
  if (interrupted.aborted) return 130;
  const isWhole = reports.every(({ circle }) => !circle || circle.ended_early === '');
  const isBorneOut = reports.every(({ questions }) =>
    questions.every(({ verdict }) => verdict !== 'contradicts'),
  );
  return isWhole && isBorneOut ? 0 : 1;
}
