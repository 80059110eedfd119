import { type Answer, problem } from '../http/answers.ts';
import { fieldsOf } from '../http/body.ts';
import type { Call } from '../http/fake.ts';
import type { State, Status } from './state.ts';

interface GitHubCall extends Call<State> {
  /** What the path has been cut off from. */
  root: string;
  /** The only one that is let in. */
  token: string;
}

/** `of` is the number, or the hash, in the path. */
type Handler = (call: GitHubCall, of: string) => Answer;

const longestComment = 65_536;
const longestDescription = 140;
const usualPage = 30;
const largestPage = 100;

/** Those endpoints that the action, and the workflows that are advised with it, use. */
const routes: { path: RegExp; methods: Record<string, Handler> }[] = [
  { path: /^\/actions\/runs\/(\d+)$/, methods: { GET: showRun } },
  { path: /^\/issues$/, methods: { POST: createIssue } },
  { path: /^\/issues\/(\d+)\/comments$/, methods: { GET: listComments, POST: createComment } },
  { path: /^\/issues\/comments\/(\d+)$/, methods: { PATCH: updateComment } },
  { path: /^\/statuses\/(\w+)$/, methods: { POST: createStatus } },
  { path: /^\/commits\/(\w+)\/status$/, methods: { GET: showStatus } },
];

export function answer(call: GitHubCall): Answer {
  const mayEnter = new RegExp(`^(token|bearer) ${call.token}$`, 'i');
  if (!mayEnter.test(call.headers.authorization ?? '')) return problem(401, 'Bad credentials');
  const route = routes.find(({ path }) => path.test(call.path));
  const handler = route?.methods[call.method];
  return route && handler ? handler(call, route.path.exec(call.path)?.[1] ?? '') : problem(404);
}

function showRun({ state }: GitHubCall, id: string): Answer {
  const run = state.runs.get(Number(id));
  if (!run) return problem(404);
  return { status: 200, json: { ...run, conclusion: run.status === 'completed' ? 'success' : null } };
}

function listComments(call: GitHubCall, issue: string): Answer {
  const { state, query } = call;
  if (!state.issues.has(Number(issue))) return problem(404);
  const size = Math.min(Number(query.get('per_page') ?? usualPage), largestPage);
  const page = Number(query.get('page') ?? 1);
  const all = state.comments.filter((comment) => comment.issue === Number(issue));
  const json = all.slice((page - 1) * size, page * size);
  const headers = page * size < all.length ? { link: `<${urlOf(call, page + 1)}>; rel="next"` } : {};
  return { status: 200, json, headers };
}

function createComment({ state, body }: GitHubCall, issue: string): Answer {
  if (!state.issues.has(Number(issue))) return problem(404);
  const text = commentIn(body);
  if (text === undefined) return problem(422, 'Validation Failed');
  const workflow = { user: { type: 'Bot' }, author_association: 'NONE' } as const;
  const comment = { id: state.nextCommentId++, issue: Number(issue), body: text, ...workflow };
  state.comments.push(comment);
  return { status: 201, json: comment };
}

function updateComment({ state, body }: GitHubCall, id: string): Answer {
  const comment = state.comments.find((one) => one.id === Number(id));
  if (!comment) return problem(404);
  const text = commentIn(body);
  if (text === undefined) return problem(422, 'Validation Failed');
  comment.body = text;
  return { status: 200, json: comment };
}

function createStatus({ state, body }: GitHubCall, sha: string): Answer {
  const fields = fieldsOf(body);
  const { state: word, context = 'default', description = '', target_url = null } = fields;
  const known = ['error', 'failure', 'pending', 'success'].includes(String(word));
  if (!known || String(description).length > longestDescription) return problem(422, 'Validation Failed');
  const status = { sha, context: String(context), state: String(word), description: String(description) };
  state.statuses.push({ ...status, target_url: target_url === null ? null : String(target_url) });
  return { status: 201, json: { ...status, target_url } };
}

/** The newest of each context, as GitHub combines them. */
function showStatus({ state }: GitHubCall, sha: string): Answer {
  const newest = new Map(
    state.statuses.filter((status) => status.sha === sha).map((status) => [status.context, status]),
  );
  const statuses = [...newest.values()];
  return { status: 200, json: { sha, state: combined(statuses), total_count: statuses.length, statuses } };
}

function combined(statuses: Status[]): string {
  const words = statuses.map((status) => status.state);
  if (words.some((word) => word === 'error' || word === 'failure')) return 'failure';
  return words.length === 0 || words.includes('pending') ? 'pending' : 'success';
}

function createIssue({ state, body }: GitHubCall): Answer {
  const { title, body: text = '' } = fieldsOf(body);
  if (typeof title !== 'string' || title === '') return problem(422, 'Validation Failed');
  const issue = { number: Math.max(0, ...state.issues) + 1, title, body: String(text) };
  state.issues.add(issue.number);
  state.opened.push(issue);
  return { status: 201, json: issue };
}

/** The same list at another page. */
function urlOf({ headers, root, path, query }: GitHubCall, page: number): string {
  const parameters = new URLSearchParams(query);
  parameters.set('page', String(page));
  return `http://${headers.host}${root}${path}?${parameters}`;
}

/** Undefined for one that GitHub would not take. */
function commentIn(body: string): string | undefined {
  const { body: text } = fieldsOf(body);
  const fits = typeof text === 'string' && text.trim() !== '' && text.length <= longestComment;
  return fits ? text : undefined;
}
