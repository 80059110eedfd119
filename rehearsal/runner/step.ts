import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { type CommandFiles, createCommandFiles, readCommandFiles } from './command-files.ts';
import { CommandReader, type Level, type LogEvent } from './commands.ts';
import { ExpressionError } from './contexts.ts';

export interface Annotation {
  level: Level;
  title?: string;
  message: string;
}

/** What one phase, main or post, of a step left behind. */
export interface Phase extends CommandFiles {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  stdout: string;
  stderr: string;
  annotations: Annotation[];
  masks: string[];
  groups: string[];
  debug: string[];
  durationMs: number;
}

export interface Program {
  command: string;
  args: string[];
  env: Record<string, string>;
  cwd: string;
  /** How long its streams are listened to once it has ended, for what others still write there. */
  lingerMs?: number | undefined;
  /** Whether it leads a group of processes of its own, which `endGroup` can end. */
  leads?: boolean;
  /** Where the folder with this phase's command files is made. */
  home: string;
  during?: ((child: ChildProcess) => void) | undefined;
  onLine?: ((line: string) => void) | undefined;
}

/** Runs a program in a process of its own, with fresh command files, and listens to both of its streams. */
export async function runPhase({ command, args, env, cwd, home, ...program }: Program): Promise<Phase> {
  const { during, onLine, leads = false, lingerMs = usualLinger } = program;
  const folder = mkdtempSync(join(home, 'commands-'));
  const phase = { stdout: '', stderr: '', annotations: [], masks: [], groups: [], debug: [] };
  const printed = { outputs: {}, state: {} };
  const commands = new CommandReader();
  const variables = { ...env, ...createCommandFiles(folder) };

  const started = performance.now();
  const child = spawn(command, args, {
    cwd,
    env: variables,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: leads && hasGroups,
  });
  const hear = (line: string) => {
    onLine?.(line);
    note(commands.read(line), phase, printed);
  };
  eachLine(child.stdout, hear, (chunk) => {
    phase.stdout += chunk;
  });
  eachLine(child.stderr, hear, (chunk) => {
    phase.stderr += chunk;
  });
  const ended = endOf(child, lingerMs);
  if (child.pid !== undefined) during?.(child);
  const [exitCode, signal] = await ended;

  const files = readCommandFiles(folder);
  return {
    ...phase,
    ...files,
    outputs: { ...printed.outputs, ...files.outputs },
    state: { ...printed.state, ...files.state },
    annotations: [
      ...phase.annotations,
      ...files.problems.map((message) => ({ level: 'error' as const, message })),
    ],
    exitCode,
    signal,
    durationMs: performance.now() - started,
  };
}

/** `ProcessInvoker` has no more patience with streams that a child of the step holds open, in milliseconds. */
const usualLinger = 5_000;

async function endOf(child: ChildProcess, lingerMs: number): Promise<[number | null, NodeJS.Signals | null]> {
  const closed = new Promise<void>((resolve) => {
    child.once('close', () => resolve());
  });
  const [exitCode, signal] = await once(child, 'exit');
  await Promise.race([closed, sleep(lingerMs, undefined, { ref: false })]);
  return [exitCode, signal];
}

const hasGroups = process.platform !== 'win32';

/** Ends what a program that led its group has started and left behind. */
export function endGroup({ pid }: ChildProcess): void {
  if (!hasGroups || pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Nobody is left.
  }
}

/** What there is of a phase that ended before its program had begun. @throws what is no `ExpressionError` */
export function neverBegun(error: unknown): Phase {
  if (!(error instanceof ExpressionError)) throw error;
  return {
    exitCode: null,
    signal: null,
    stdout: '',
    stderr: '',
    annotations: [{ level: 'error', message: error.message }],
    masks: [],
    groups: [],
    debug: [],
    durationMs: 0,
    outputs: {},
    state: {},
    env: {},
    summary: '',
    problems: [],
  };
}

type Heard = Pick<Phase, 'annotations' | 'masks' | 'groups' | 'debug'>;

function note(event: LogEvent, heard: Heard, printed: Pick<Phase, 'outputs' | 'state'>): void {
  switch (event.kind) {
    case 'annotation': {
      const { kind: _, ...annotation } = event;
      heard.annotations.push(annotation);
      break;
    }
    case 'mask':
      heard.masks.push(event.value);
      break;
    case 'group':
      heard.groups.push(event.title);
      break;
    case 'debug':
      heard.debug.push(event.message);
      break;
    case 'set-output':
      printed.outputs[event.name] = event.value;
      break;
    case 'save-state':
      printed.state[event.name] = event.value;
      break;
  }
}

function eachLine(stream: Readable, take: (line: string) => void, chunked: (chunk: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8').on('data', (chunk: string) => {
    chunked(chunk);
    const lines = (rest + chunk).split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) take(line);
  });
  stream.on('end', () => {
    if (rest !== '') take(rest);
  });
}
