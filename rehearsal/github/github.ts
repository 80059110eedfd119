import { settle } from '../api/options.ts';
import { type ApiRequest, type ApiResponse, type Handled, problem, render } from '../http/answers.ts';
import { type Fault, FaultQueue, spoil } from '../http/faults.ts';
import { type LedgerEntry, parsed } from '../http/ledger.ts';
import { answer } from './routes.ts';
import { type Comment, emptyState, type State, type Status } from './state.ts';

export type { Comment, Run, State, Status } from './state.ts';

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

/** Errors as GitHub words them. */
const settings = settle({ errorBody: 'message' });

/** As much of the GitHub REST API as the action uses, in memory. It starts empty. */
export class GitHubApi {
  /** Every request in the order of arrival; paths begin below `/repos/OWNER/REPO` where they have it. */
  readonly ledger: LedgerEntry[] = [];
  readonly state: State = emptyState();
  readonly basePath: string;
  readonly #root: string;
  readonly #token: string;
  readonly #now: () => number;
  readonly #faults = new FaultQueue();

  constructor(options: GitHubOptions = {}) {
    const { repository = 'octo-org/web', token = 'ghs_rehearsal', basePath = '', now = Date.now } = options;
    this.basePath = basePath;
    this.#root = `${basePath}/repos/${repository}`;
    this.#token = token;
    this.#now = now;
  }

  /** Carries a request out at once; `sleep` is needed only for answers that a fault holds back. */
  async handle(request: ApiRequest, sleep?: (ms: number) => Promise<void>): Promise<Handled> {
    const at = this.#now();
    const { method, headers } = request;
    const { path, query } = this.#locate(request.path);
    const effect = this.#faults.meet(method, path);
    const truth = (processed: boolean) => this.#answer(request, processed);
    const handled = effect ? spoil(effect, truth, settings) : truth(true);
    const status = typeof handled === 'string' ? handled : handled.status;
    this.ledger.push({ at, method, path, query, status, body: parsed(request.body), headers });
    if (effect?.kind === 'hold') await sleep?.(effect.ms);
    return handled;
  }

  /** Queues something that goes wrong. */
  fail(fault: Fault): void {
    this.#faults.add(fault);
  }

  /** A run of the repository, or what has become of it. */
  addRun(id: number, status = 'completed'): void {
    this.state.runs.set(id, { id, status });
  }

  addPullRequest(number: number): void {
    this.state.issues.add(number);
  }

  /** Somebody comments. Returns the comment's id. */
  /** By a visitor, unless told otherwise. */
  addComment(issue: number, body: string, author: Partial<Comment> = {}): number {
    const id = this.state.nextCommentId++;
    const visitor = { user: { type: 'User' }, author_association: 'NONE' } as const;
    this.state.comments.push({ id, issue, body, ...visitor, ...author });
    return id;
  }

  get comments(): readonly Comment[] {
    return this.state.comments;
  }

  get statuses(): readonly Status[] {
    return this.state.statuses;
  }

  #answer(request: ApiRequest, processed: boolean): ApiResponse {
    const { method, headers, body } = request;
    const { path, query, isOurs } = this.#locate(request.path);
    if (!new RegExp(`^(token|bearer) ${this.#token}$`, 'i').test(headers.authorization ?? ''))
      return render(problem(401, 'Bad credentials'), settings.errorBody);
    const state = processed ? this.state : structuredClone(this.state);
    const parameters = new URLSearchParams(query);
    const { nextPage, ...outcome } = answer({
      ...{ state, method, body },
      path: isOurs ? path : '',
      query: parameters,
    });
    const response = render(outcome, settings.errorBody);
    if (nextPage === undefined) return response;
    parameters.set('page', String(nextPage));
    const next = `http://${headers.host}${this.#root}${path}?${parameters}`;
    return { ...response, headers: { ...response.headers, link: `<${next}>; rel="next"` } };
  }

  #locate(target: string): { path: string; query: string; isOurs: boolean } {
    const [, path = '', query = ''] = /^([^?]*)\??(.*)$/s.exec(target) ?? [];
    const isOurs = path.startsWith(`${this.#root}/`);
    return { path: isOurs ? path.slice(this.#root.length) : path, query, isOurs };
  }
}
