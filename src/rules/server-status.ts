import type { Id } from '../vps/id.ts';

/** What the API's words for a server mean. `active` and `restoring` are documented; the others are what such APIs use. */

const runningWords = new Set(['active', 'running', 'online', 'on', 'started']);
const restoringWords = new Set(['restoring']);
const suspendedWords = new Set(['suspended']);
const failureWords = new Set(['failed', 'failure', 'error', 'errored']);
const stoppedWords = new Set([
  ...['stopped', 'off', 'shutoff', 'shut_off', 'halted'],
  ...['inactive', 'powered_off', 'poweroff'],
]);

export function isRunning(status: string): boolean {
  return runningWords.has(status);
}

/** Whether a server runs by this list; undefined where that does not show. */
export function runsBy(
  servers: readonly { id: Id; status: string }[] | undefined,
  server: Id | undefined,
): boolean | undefined {
  const status = servers?.find(({ id }) => id === server)?.status;
  return status === undefined ? undefined : isRunning(status);
}

export function isStopped(status: string): boolean {
  return stoppedWords.has(status);
}

export function isRestoring(status: string): boolean {
  return restoringWords.has(status);
}

export function isSuspended(status: string): boolean {
  return suspendedWords.has(status);
}

export function isFailed(status: string): boolean {
  return failureWords.has(status);
}
