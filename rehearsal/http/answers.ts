import { STATUS_CODES } from 'node:http';

export interface HttpRequest {
  method: string;
  /** Path and query, like `/api/v1/snapshots/?server_id=12345`. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

export interface HttpResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** `reset`: the connection dies without an answer. `hang`: there is never an answer. */
export type Handled = HttpResponse | 'reset' | 'hang';

/** What a stand-in decides; how it looks on the wire is settled later. */
export type Answer = { status: number; json?: unknown; headers?: Record<string, string> } | Problem;

export interface Problem {
  status: number;
  problem: string;
  /** The request's field that is to blame, if it is a single one. */
  field?: string;
}

/** The shape of error bodies; `fields` has the text under the name of the field that is to blame. */
export type ErrorBody = 'detail' | 'message' | 'error' | 'fields' | 'html' | 'empty';

export function problem(status: number, text: string = nameOf(status), field?: string): Problem {
  return { status, problem: text, ...(field === undefined ? {} : { field }) };
}

export function render(answer: Answer, shape: ErrorBody): HttpResponse {
  if ('problem' in answer) return renderProblem(answer, shape);
  const response = answer.json === undefined ? bare(answer.status) : json(answer.status, answer.json);
  return { ...response, headers: { ...response.headers, ...answer.headers } };
}

/** The page that a proxy puts up in place of the API. */
export function htmlPage(status: number): HttpResponse {
  const title = `${status} ${nameOf(status)}`;
  const body = `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}

export function json(status: number, value: unknown): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

export function bare(status: number): HttpResponse {
  return { status, headers: {}, body: '' };
}

function renderProblem({ status, problem, field }: Problem, shape: ErrorBody): HttpResponse {
  switch (shape) {
    case 'html':
      return htmlPage(status);
    case 'empty':
      return bare(status);
    case 'fields':
      return json(status, { [field ?? 'non_field_errors']: [problem] });
    default:
      return json(status, { [shape]: problem });
  }
}

function nameOf(status: number): string {
  return STATUS_CODES[status] ?? 'Unknown Status';
}
