import type { Octokit } from '@octokit/rest';
import type { Liveness } from '../rules/liveness.ts';
import { type Clock, second } from '../waiting/clock.ts';
import { within } from '../waiting/limits.ts';

/** Where this run stands on GitHub. */
export interface Place {
  /** `https://api.github.com`, or that of a GitHub Enterprise Server. */
  apiUrl: string;
  /** `owner/repo`. */
  repository: string;
  /** Null when the event is about none. */
  pullRequest: number | null;
  /** The commit that statuses belong to: for a pull request its head, not the merge. */
  headSha: string;
}

export interface Status {
  context: string;
  state: 'success' | 'failure' | 'pending' | 'error';
  description: string;
  targetUrl: string;
}

/** The part of GitHub that this action uses. */
export interface GitHub {
  readonly place: Place;
  /** Whether a run of this repository is over. Never throws: what cannot be told is unknown. */
  livenessOf(runId: string): Promise<Liveness>;
  /** One comment per marker: created, or updated in place. Throws when GitHub refuses. */
  comment(marker: string, body: string): Promise<void>;
  /** Throws when GitHub refuses. */
  setStatus(status: Status): Promise<void>;
}

export interface Access {
  place: Place;
  token: string;
  userAgent: string;
  fetch: typeof globalThis.fetch;
  clock: Clock;
  signal: AbortSignal;
}

const requestTimeoutMs = 20 * second;

/** Loads the client only now: most steps never talk to GitHub. */
export async function openGitHub(access: Access): Promise<GitHub> {
  const { place, token, userAgent } = access;
  const { Octokit } = await import('@octokit/rest');
  const octokit = new Octokit({
    baseUrl: place.apiUrl,
    userAgent,
    request: { fetch: impatient(access) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    ...(token && { auth: token }),
  });
  const [owner = '', repo = ''] = place.repository.split('/');
  return {
    place,
    livenessOf: (runId) => livenessOf(octokit, { owner, repo, run_id: Number(runId) }),
    async comment(marker, body) {
      const issue = { owner, repo, issue_number: place.pullRequest ?? 0 };
      const comments = await octokit.paginate(octokit.rest.issues.listComments, { ...issue, per_page: 100 });
      const before = comments.find((comment) => comment.body?.startsWith(marker));
      if (before) await octokit.rest.issues.updateComment({ owner, repo, comment_id: before.id, body });
      else await octokit.rest.issues.createComment({ ...issue, body });
    },
    async setStatus({ context, state, description, targetUrl }) {
      const target = targetUrl ? { target_url: targetUrl } : {};
      const commit = { owner, repo, sha: place.headSha };
      await octokit.rest.repos.createCommitStatus({ ...commit, context, state, description, ...target });
    },
  };
}

async function livenessOf(
  octokit: Octokit,
  run: { owner: string; repo: string; run_id: number },
): Promise<Liveness> {
  try {
    const { data } = await octokit.rest.actions.getWorkflowRun(run);
    return { is: data.status === 'completed' ? 'over' : 'going_on' };
  } catch (error) {
    return { is: 'unknown', why: `GitHub ${reasonOf(error)}; the job needs permissions: actions: read` };
  }
}

/** What GitHub said, in a few words: `answered 403`, or that it did not answer. */
export function reasonOf(error: unknown): string {
  const status = (error as { status?: unknown }).status;
  return typeof status === 'number' ? `answered ${status}` : 'did not answer';
}

function impatient({ fetch, clock, signal }: Access): typeof globalThis.fetch {
  return (url, init) =>
    within({ ms: requestTimeoutMs, clock, signal }, (stop) => fetch(url, { ...init, signal: stop }));
}
