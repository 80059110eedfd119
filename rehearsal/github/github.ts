import type { Answer } from '../http/answers.ts';
import { type Call, Fake } from '../http/fake.ts';
import { answer } from './routes.ts';
import { type Comment, emptyState, type Issue, type State, type Status } from './state.ts';

export interface GitHubOptions {
  /** `owner/repo`, the only one there is; `octo-org/web`. */
  repository?: string;
  /** The only token that is let in; the rehearsal runner's. */
  token?: string;
  /** Empty as at api.github.com; `/api/v3` on a GitHub Enterprise Server. */
  basePath?: string;
  /** Milliseconds since 1970, for the ledger; `Date.now` unless told otherwise. */
  now?: () => number;
}

/** As much of the GitHub REST API as the action uses, in memory. It starts empty. Its root is the repository's. */
export class GitHubApi extends Fake<State> {
  readonly #root: string;
  readonly #token: string;

  constructor(options: GitHubOptions = {}) {
    const { repository = 'octo-org/web', token = 'ghs_rehearsal', basePath = '', now = Date.now } = options;
    const root = `${basePath}/repos/${repository}`;
    super(emptyState(), { now, basePath, root, errorBody: 'message' });
    this.#root = root;
    this.#token = token;
  }

  /** A run of the repository, or what has become of it. */
  addRun(id: number, status = 'completed'): void {
    this.state.runs.set(id, { id, status });
  }

  addPullRequest(number: number): void {
    this.state.issues.add(number);
  }

  /** Somebody comments, a visitor unless told otherwise. Returns the comment's id. */
  addComment(issue: number, body: string, author: Partial<Comment> = {}): number {
    const id = this.state.nextCommentId++;
    const visitor = { user: { type: 'User' }, author_association: 'NONE' } as const;
    this.state.comments.push({ id, issue, body, ...visitor, ...author });
    return id;
  }

  get comments(): readonly Comment[] {
    return this.state.comments;
  }

  get issues(): readonly Issue[] {
    return this.state.opened;
  }

  get statuses(): readonly Status[] {
    return this.state.statuses;
  }

  protected override answer(call: Call<State>): Answer {
    return answer({ ...call, root: this.#root, token: this.#token });
  }
}
