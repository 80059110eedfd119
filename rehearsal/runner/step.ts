import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type CommandFiles, createCommandFiles, readCommandFiles } from './command-files.ts';
import { CommandReader, type Level, type LogEvent } from './commands.ts';

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

interface Program {
  node: string;
  script: string;
  env: Record<string, string>;
  cwd: string;
  /** Where the folder with this phase's command files is made. */
  home: string;
  during?: ((child: ChildProcess) => void) | undefined;
  onLine?: ((line: string) => void) | undefined;
}

/** Runs a script in a process of its own, with fresh command files, and listens to both of its streams. */
export async function runPhase({ node, script, env, cwd, home, during, onLine }: Program): Promise<Phase> {
  const folder = mkdtempSync(join(home, 'commands-'));
  const phase = { stdout: '', stderr: '', annotations: [], masks: [], groups: [], debug: [] };
  const printed = { outputs: {}, state: {} };
  const commands = new CommandReader();
  const variables = { ...env, ...createCommandFiles(folder) };

  const started = performance.now();
  const child = spawn(node, [script], { cwd, env: variables, stdio: ['ignore', 'pipe', 'pipe'] });
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
  const closed = once(child, 'close');
  if (child.pid !== undefined) during?.(child);
  const [exitCode, signal] = await closed;

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
