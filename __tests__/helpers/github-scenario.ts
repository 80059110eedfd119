import { GitHubApi, type GitHubOptions } from '../../rehearsal/github/github.ts';
import { serve } from '../../rehearsal/http/server.ts';
import { marked } from './marked.ts';
import { type Scene, stage } from './scenario.ts';

export const pullRequest = 7;
export const headSha = 'feed'.padEnd(40, '0');
const event = { pull_request: { number: pullRequest, head: { sha: headSha } } };

interface Options {
  scene?: Parameters<typeof stage>[0];
  github?: GitHubOptions;
  /** Runs and their status. */
  runs?: Record<number, string>;
  /** Requests that GitHub refuses with 403. */
  forbidden?: RegExp;
}

/** A scene in which GitHub stands behind real sockets too; the event is about pull request 7 unless told otherwise. */
export async function stageWithGitHub(options: Options = {}) {
  const github = new GitHubApi(options.github);
  github.addPullRequest(pullRequest);
  for (const [id, status] of Object.entries(options.runs ?? {})) github.addRun(Number(id), status);
  const { forbidden: path } = options;
  if (path)
    github.fail({ when: { path }, times: Number.POSITIVE_INFINITY, do: { kind: 'status', status: 403 } });
  const running = await serve(github);
  const { job, ...rest } = options.scene ?? {};
  const scene: Scene = await stage({
    ...rest,
    job: { apiUrl: running.url, eventName: 'pull_request', event, ...job },
  });
  return {
    github,
    scene,
    /** Every request to GitHub so far, like `GET /actions/runs/4000 200`. */
    get asked(): string[] {
      return github.ledger.map(({ method, path, status }) => `${method} ${path} ${status}`);
    },
    async [Symbol.asyncDispose](): Promise<void> {
      await scene[Symbol.asyncDispose]();
      await running.close();
    },
  };
}

/** The description of a snapshot that a run of the scene's repository made. */
export function madeBy(run: number, repository = 'octo-org/web'): string {
  return marked({ repository, run: String(run) });
}

/** A moment so many hours ago. */
export function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}
