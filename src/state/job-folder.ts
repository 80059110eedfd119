import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Note, Notes } from '../rules/notes.ts';
import type { Nonce, Origin } from '../rules/ownership.ts';

/**
 * What the steps of one job leave for each other: the job's half of the nonce. It lies in RUNNER_TEMP, which the runner
 * empties for every job, and which matrix legs do not share, while GITHUB_JOB is the same in all of them. As the folder
 * may be left over or shared all the same, it says of which run and attempt it is.
 * @param runnerTemp undefined on a runner without one; then every step is a job of its own
 */
export function readNonce(runnerTemp: string | undefined, run: Run): Nonce {
  return { job: runnerTemp ? jobNonce(runnerTemp, run) : random(), step: random() };
}

interface Run {
  runId: string;
  attempt: string;
}

function jobNonce(runnerTemp: string, { runId, attempt }: Run): string {
  const folder = join(runnerTemp, 'vps-snapshot-action');
  const file = join(folder, `job-${runId}-${attempt}`);
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

/** Tells one from another and guards nothing; a generator fit for secrets would be loaded for it alone. */
function random(): string {
  return Math.floor(Math.random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}

/** @param runnerTemp undefined on a runner without one; then steps know nothing of each other */
export function notesIn(
  runnerTemp: string | undefined,
  { runId, attempt, nonce }: Pick<Origin, 'runId' | 'attempt' | 'nonce'>,
): Notes {
  if (!runnerTemp) return { leave: () => false, all: () => [], firstGuardAt: (now) => now };
  const job = `${runId}-${attempt}-${nonce.job}`;
  const file = join(runnerTemp, 'vps-snapshot-action', `notes-${job}`);
  const guardFile = join(runnerTemp, 'vps-snapshot-action', `guard-${job}`);
  return {
    leave(note) {
      try {
        appendFileSync(file, `${JSON.stringify({ ...note, step: nonce.step })}\n`);
        return true;
      } catch {
        return false;
      }
    },
    all: () => notesOf(file),
    firstGuardAt: (now) => firstIn(guardFile, now),
  };
}

/** The moment that stands in the file; when there is none, this one does from now on. */
function firstIn(file: string, now: Date): Date {
  try {
    writeFileSync(file, now.toISOString(), { flag: 'wx' });
    return now;
  } catch {
    // Another guard was here first, or the folder cannot be written to.
  }
  try {
    const kept = new Date(readFileSync(file, 'utf8'));
    return kept <= now ? kept : now;
  } catch {
    return now;
  }
}

function notesOf(file: string): Note[] {
  try {
    const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
    return lines.map((line) => JSON.parse(line) as Note);
  } catch {
    return [];
  }
}
