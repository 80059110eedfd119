import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a workflow run looks like from inside; everything has a default. */
export interface Surroundings {
  repository?: string;
  runId?: number;
  attempt?: number;
  sha?: string;
  actor?: string;
  workflow?: string;
  job?: string;
  eventName?: string;
  /** The webhook payload; it becomes the file at `GITHUB_EVENT_PATH`. */
  event?: object;
  serverUrl?: string;
  /** Nothing listens at the default: a rehearsal must not knock at GitHub's door by oversight. */
  apiUrl?: string;
  /** Whether the run was started with debug logging. */
  debug?: boolean;
  /** Where programs are found; as in this process unless told otherwise. */
  path?: string;
}

/** Creates the folders of a job below `home` and returns the variables that every step sees. */
export function environmentOf(surroundings: Surroundings, home: string): Record<string, string> {
  const temp = join(home, 'temp');
  const workspace = join(home, 'workspace');
  const eventPath = join(home, 'event.json');
  for (const folder of [temp, workspace]) mkdirSync(folder);
  writeFileSync(eventPath, JSON.stringify(surroundings.event ?? {}));
  return {
    PATH: surroundings.path ?? process.env.PATH ?? '',
    ...(process.env.SystemRoot && { SystemRoot: process.env.SystemRoot }),
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    ...runVariables(surroundings),
    GITHUB_EVENT_PATH: eventPath,
    GITHUB_WORKSPACE: workspace,
    RUNNER_TEMP: temp,
    RUNNER_NAME: 'rehearsal',
    RUNNER_OS: { win32: 'Windows', darwin: 'macOS' }[process.platform as string] ?? 'Linux',
    ...(surroundings.debug && { RUNNER_DEBUG: '1' }),
  };
}

/** What the context `github` has of a run, its token and its event apart. */
export function githubOf(surroundings: Surroundings): Record<string, string> {
  return Object.fromEntries(
    Object.entries(runVariables(surroundings)).map(([name, value]) => [
      name.replace('GITHUB_', '').toLowerCase(),
      value,
    ]),
  );
}

function runVariables(surroundings: Surroundings) {
  const { repository = 'octo-org/web', sha = 'c0ffee'.padEnd(40, '0'), actor = 'octocat' } = surroundings;
  return {
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_RUN_ID: String(surroundings.runId ?? 4242),
    GITHUB_RUN_NUMBER: '7',
    GITHUB_RUN_ATTEMPT: String(surroundings.attempt ?? 1),
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_ACTOR: actor,
    GITHUB_WORKFLOW: surroundings.workflow ?? 'deploy',
    GITHUB_JOB: surroundings.job ?? 'deploy',
    GITHUB_EVENT_NAME: surroundings.eventName ?? 'push',
    GITHUB_SERVER_URL: surroundings.serverUrl ?? 'https://github.com',
    GITHUB_API_URL: surroundings.apiUrl ?? 'http://127.0.0.1:9',
  };
}
