import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { context } from '@actions/github';
import type { Place } from '../github/github.ts';
import type { Nonce, Origin } from '../rules/ownership.ts';

/** Who runs this step, as GitHub's context tells it. */
export function readOrigin(): Origin {
  const { sha, actor, runId, runAttempt, serverUrl } = context;
  const repository = process.env.GITHUB_REPOSITORY || 'unknown/unknown';
  return {
    repository,
    runId: String(runId || 0),
    attempt: String(runAttempt || 1),
    nonce: readNonce(process.env.RUNNER_TEMP),
    sha,
    actor,
    runUrl: runId ? `${serverUrl}/${repository}/actions/runs/${runId}` : '',
  };
}

/** Where this run stands on GitHub, for reports and for asking about other runs. */
export function readPlace(): Place {
  const { apiUrl, payload, sha } = context;
  const pullRequest = payload.pull_request;
  return {
    apiUrl,
    repository: process.env.GITHUB_REPOSITORY || 'unknown/unknown',
    pullRequest: pullRequest?.number ?? (payload.issue?.pull_request ? payload.issue.number : null),
    headSha: pullRequest?.head?.sha ?? sha,
  };
}

/**
 * The job's half is kept in RUNNER_TEMP, which the runner empties for every job (and which matrix legs do not share,
 * while GITHUB_JOB is the same in all of them).
 */
function readNonce(folder: string | undefined): Nonce {
  return { job: folder ? jobNonce(folder) : random(), step: random() };
}

function jobNonce(folder: string): string {
  const file = join(folder, 'vps-snapshot-action', 'job');
  try {
    mkdirSync(join(folder, 'vps-snapshot-action'), { recursive: true });
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
