import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import { stringify } from 'yaml';
import type { WorkflowFile } from '../../rehearsal/workflow/parser.ts';
import { hanging } from '../../rehearsal/workflow/programs.ts';
import { eventOf, ownAction, type Seen } from './play.ts';
import { openScene, secrets, type World } from './scene.ts';
import { root } from './workflows.ts';

/** The same run on nektos/act, a workflow engine that shares nothing with this one. */
export async function playOnAct(act: string, example: WorkflowFile, world: World = {}): Promise<Seen> {
  await using scene = await openScene(example.text, world);
  const home = mkdtempSync(join(tmpdir(), 'act-'));
  try {
    const repository = join(home, 'repository');
    const workflow = join(repository, '.github/workflows/example.yml');
    mkdirSync(join(workflow, '..'), { recursive: true });
    writeFileSync(workflow, scene.text);
    scene.programs.checkOut(repository);
    isRepository(repository);
    copyActions(join(home, 'actions'), scene.urls.vps);
    cpSync(join(root, 'examples'), join(home, 'workflows/.github/workflows'), { recursive: true });
    const event = join(home, 'event.json');
    const inputs = Object.entries(world.inputs ?? {}).map(([name, value]) => [name, String(value)]);
    writeFileSync(event, JSON.stringify({ ...world.event, inputs: Object.fromEntries(inputs) }));
    linkNode(home);

    const pairs = (flag: string, values: object) =>
      Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
    const child = spawn(
      act,
      [
        await eventOf(example, world),
        ...['--workflows', workflow, '--eventpath', event, '--json', '--use-new-action-cache'],
        ...['--platform', 'ubuntu-latest=-self-hosted', '--platform', 'self-hosted=-self-hosted'],
        ...['--local-repository', `OWNER/vps-snapshot-action@v1=${join(home, 'actions')}`],
        ...['--local-repository', `YOUR-ORG/workflows@main=${join(home, 'workflows')}`],
        ...pairs('--secret', { ...scene.secrets, GITHUB_TOKEN: secrets.gitHubToken }),
        ...pairs('--var', scene.vars),
        ...pairs('--env', {
          GITHUB_API_URL: scene.urls.gitHub,
          GITHUB_RUN_ID: 4242,
          HTTPS_PROXY: 'http://127.0.0.1:9',
          NO_PROXY: '127.0.0.1',
        }),
        ...pairs('--input', world.inputs ?? {}),
      ],
      {
        cwd: repository,
        env: { HOME: home, PATH: [scene.programs.path, join(home, 'node')].join(delimiter) },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const cancel = () => child.kill('SIGINT');
    scene.whenToCancel(cancel);
    const jobs: Record<string, string> = {};
    const told: string[] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (line) => {
        const entry = entryOf(line);
        if (entry.raw_output && entry.msg?.trim() === hanging) cancel();
        if (entry.jobResult) jobs[nameOf(entry)] = entry.jobResult;
        if (isAnnotation(entry)) told.push(`${entry.command}: ${entry.kvPairs?.title ?? entry.arg}`);
      });
    await once(child, 'close');
    return { ...scene.effects(), jobs, told: told.sort() };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

/** This repository's actions with the address and the pace of the scene as defaults. */
function copyActions(folder: string, apiUrl: string): void {
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  for (const path of ['.', 'rehearsal']) {
    mkdirSync(join(folder, path), { recursive: true });
    const { manifest } = ownAction(path, apiUrl);
    writeFileSync(join(folder, path, 'action.yml'), stringify(manifest));
  }
}

/** As much of git as act reads of a repository. */
function isRepository(folder: string): void {
  const git = join(folder, '.git');
  const sha = 'c0ffee'.padEnd(40, '0');
  mkdirSync(join(git, 'refs/heads'), { recursive: true });
  mkdirSync(join(git, 'objects'));
  writeFileSync(join(git, 'HEAD'), 'ref: refs/heads/main\n');
  writeFileSync(join(git, 'refs/heads/main'), `${sha}\n`);
  writeFileSync(join(git, 'config'), '[remote "origin"]\n\turl = https://github.com/octo-org/web\n');
}

/** act takes Node.js from the `PATH`. */
function linkNode(home: string): void {
  mkdirSync(join(home, 'node'));
  symlinkSync(process.execPath, join(home, 'node/node'));
}

/** A line of act's log. */
interface Entry {
  msg?: string;
  /** It is what a step printed. */
  raw_output?: boolean;
  /** A command that a step printed. */
  command?: string;
  arg?: string;
  kvPairs?: Record<string, string>;
  jobID?: string;
  jobResult?: string;
  matrix?: Record<string, unknown>;
}

function entryOf(line: string): Entry {
  try {
    return JSON.parse(line);
  } catch {
    return {};
  }
}

function nameOf({ jobID = '', matrix = {} }: Entry): string {
  const leg = Object.values(matrix);
  return leg.length > 0 ? `${jobID} (${leg.join(', ')})` : jobID;
}

function isAnnotation({ command = '' }: Entry): boolean {
  return ['error', 'warning', 'notice'].includes(command);
}
