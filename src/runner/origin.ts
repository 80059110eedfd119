import { context } from '@actions/github';
import type { Place } from '../github/github.ts';
import type { Nonce, Origin } from '../rules/ownership.ts';

/** Who runs this step, as GitHub's context tells it. */
export function readOrigin(nonceOf: (run: { runId: string; attempt: string }) => Nonce): Origin {
  const { sha, actor, runId, runAttempt, serverUrl } = context;
  const repository = process.env.GITHUB_REPOSITORY || 'unknown/unknown';
  const run = { runId: String(runId || 0), attempt: String(runAttempt || 1) };
  return {
    repository,
    ...run,
    nonce: nonceOf(run),
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

/** The folder that the runner empties for every job; undefined on a runner without one. */
export function jobFolder(): string | undefined {
  return process.env.RUNNER_TEMP || undefined;
}
