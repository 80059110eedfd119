import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Nonce } from '../rules/ownership.ts';

/**
 * What the steps of one job leave for each other: the job's half of the nonce. It lies in RUNNER_TEMP, which the runner
 * empties for every job, and which matrix legs do not share, while GITHUB_JOB is the same in all of them.
 * @param runnerTemp undefined on a runner without one; then every step is a job of its own
 */
export function readNonce(runnerTemp: string | undefined): Nonce {
  return { job: runnerTemp ? jobNonce(runnerTemp) : random(), step: random() };
}

function jobNonce(runnerTemp: string): string {
  const folder = join(runnerTemp, 'vps-snapshot-action');
  const file = join(folder, 'job');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, random(), { flag: 'wx' });
  } catch {
    // Another step of this job was here first, or the folder cannot be written to.
  }
  try {
    const kept = readFileSync(file, 'utf8');
    return /^[0-9a-f]{8}$/.test(kept) ? kept : random();
  } catch {
    return random();
  }
}

function random(): string {
  return Buffer.from(crypto.getRandomValues(new Uint8Array(4))).toString('hex');
}
