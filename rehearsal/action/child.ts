import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Failure } from '../../src/errors.ts';
import type { Plan } from './plan.ts';

/** What the process of the API is told. */
export interface Task {
  plan: Plan;
  token: string;
  repository: string;
  /** Its own; when that goes, it goes. */
  folder: string;
}

/** What it says in return. Ids are separated by commas. */
export type Word = Ready | { problem: string };

export interface Ready {
  url: string;
  serverIds: string;
  snapshotIds: string;
}

/**
 * Starts it, apart from this process and its signals, and lets go of it as soon as its port answers.
 * @throws {Failure} when it does not come up
 */
export async function startChild(script: string, task: Task): Promise<Ready> {
  const child = spawn(process.execPath, [script], {
    detached: true,
    windowsHide: true,
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  child.send(task);
  const word = await firstWordOf(child);
  if ('problem' in word) throw notStarted(word.problem);
  if (child.connected) child.disconnect();
  child.unref();
  return word;
}

function firstWordOf(child: ChildProcess): Promise<Word> {
  const told = once(child, 'message').then(([word]) => word as Word);
  const ended = once(child, 'exit').then(([code, signal]) => ({
    problem: `its process ended (${code ?? signal})`,
  }));
  return Promise.race([told, ended]).catch((error: Error) => ({ problem: error.message }));
}

function notStarted(problem: string): Failure {
  return new Failure({
    title: 'Rehearsal not started',
    message: `The API in memory did not start: ${problem}.`,
    next: 'Run the job again. If it happens again, report it with this log.',
  });
}
