import type { Octokit as Client } from '@octokit/rest';
import { githubRequestsInFlight, githubTimeoutMs } from '../limits.ts';
import type { Liveness } from '../rules/liveness.ts';
import type { Log } from '../text/log.ts';
import { oneLine } from '../text/text.ts';
import type { Clock } from '../waiting/clock.ts';
import { Gate } from '../waiting/gate.ts';
import { within } from '../waiting/time-limit.ts';

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
  log: Log;
}

/** Loads the client only now: most steps never talk to GitHub. */
export async function openGitHub(access: Access): Promise<GitHub> {
  const { place, token, userAgent } = access;
  const { Octokit } = await import('@octokit/rest');
  const octokit = new Octokit({
    baseUrl: place.apiUrl,
    userAgent,
    request: { fetch: restrained(access) },
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
      const before = comments.find((comment) => comment.body?.startsWith(marker) && isTrusted(comment));
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

/** Anyone may write our marker; only a bot or someone who may write to the repository is believed to be us. */
function isTrusted({
  user,
  author_association,
}: {
  user: { type: string } | null;
  author_association: string;
}): boolean {
  return user?.type === 'Bot' || ['OWNER', 'MEMBER', 'COLLABORATOR'].includes(author_association);
}

async function livenessOf(
  octokit: Client,
  run: { owner: string; repo: string; run_id: number },
): Promise<Liveness> {
  try {
    const { data } = await octokit.rest.actions.getWorkflowRun(run);
    if (data.status === 'completed') return { is: 'over' };
    return { is: 'going_on', ...(data.status === 'waiting' && { onlyApprovals: true }) };
  } catch (error) {
    const reason = reasonOf(error);
    return { is: 'unknown', why: `GitHub ${reason}${hintAt(reason, 'actions: read')}` };
  }
}

/** Where what GitHub said sounds like it, the permission that may be missing. */
export function hintAt(reason: string, permission: string): string {
  return /^answered 40[34]/.test(reason) ? `; the job needs permissions: ${permission}` : '';
}

/** What GitHub said, in a few words. Octokit gives an error without any answer the status 500. */
export function reasonOf(error: unknown): string {
  const { response } = error as { response?: { status: number; data?: { message?: unknown } } };
  if (!response) return 'did not answer';
  const words = response.data?.message;
  return `answered ${response.status}${typeof words === 'string' ? ` (${oneLine(words, 200)})` : ''}`;
}

/** Neither too long for one request nor too many at a time. */
function restrained({ fetch, clock, signal, log }: Access): typeof globalThis.fetch {
  const limit = { ms: githubTimeoutMs, clock, signal };
  const gate = new Gate(githubRequestsInFlight);
  const timed: typeof globalThis.fetch = async (url, init) => {
    const started = clock.now();
    let outcome = 'no answer';
    try {
      const response = await within(limit, (stop) => whole(fetch(url, { ...init, signal: stop })));
      outcome = String(response.status);
      return response;
    } finally {
      const { pathname } = new URL(String(url));
      log.debug(
        `GitHub: ${init?.method} ${pathname} → ${outcome} in ${Math.round(clock.now() - started)} ms`,
      );
    }
  };
  return (url, init) => gate.pass(() => timed(url, init), signal);
}

/** The answer with its body read, so that the time limit holds for all of it. */
async function whole(answer: Promise<Response>): Promise<Response> {
  const response = await answer;
  const { status, statusText, headers } = response;
  return new Response((await response.text()) || null, { status, statusText, headers });
}
