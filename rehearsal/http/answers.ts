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
export type Answer = Result | Problem;

interface Result {
  status: number;
  json?: unknown;
  /** A page in place of JSON. */
  html?: string;
  headers?: Record<string, string>;
}

export interface Problem {
  status: number;
  problem: string;
  /** What is wrong with each of the request's fields that are to blame. */
  fields?: Record<string, string>;
  headers?: Record<string, string>;
}

/**
 * The shape of error bodies; `fields` has each text under the name of the field that is to blame, and so has `framework`
 * when a field is to blame, but `detail` when none is.
 */
export type ErrorBody = 'detail' | 'message' | 'error' | 'fields' | 'framework' | 'html' | 'empty';

export function problem(
  status: number,
  text: string = nameOf(status),
  fields?: Record<string, string>,
): Problem {
  return { status, problem: text, ...(fields && { fields }) };
}

export function render(answer: Answer, shape: ErrorBody): HttpResponse {
  const response = 'problem' in answer ? renderProblem(answer, shape) : renderResult(answer);
  return { ...response, headers: { ...response.headers, ...answer.headers } };
}

/** The page that a proxy puts up in place of the API. */
export function htmlPage(status: number): HttpResponse {
  const title = `${status} ${nameOf(status)}`;
  const body = `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`;
  return html(status, body);
}

export function html(status: number, body: string): HttpResponse {
  return { status, headers: { 'content-type': 'text/html' }, body };
}

/** A `bigint` is written with all its digits. */
export function json(status: number, value: unknown): HttpResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: written(value) };
}

/** Most answers have no `bigint`, and are written faster without looking for one. */
function written(value: unknown): string {
  try {
    return JSON.stringify(value);
  } catch {
    const marked = JSON.stringify(value, (_, member) =>
      typeof member === 'bigint' ? `\u0000${member}` : member,
    );
    return marked.replace(/"\\u0000(-?\d+)"/g, '$1');
  }
}

export function bare(status: number): HttpResponse {
  return { status, headers: {}, body: '' };
}

function renderResult({ status, json: value, html: page }: Result): HttpResponse {
  if (page !== undefined) return html(status, page);
  return value === undefined ? bare(status) : json(status, value);
}

function renderProblem({ status, problem: text, fields }: Problem, shape: ErrorBody): HttpResponse {
  switch (shape) {
    case 'html':
      return htmlPage(status);
    case 'empty':
      return bare(status);
    case 'fields':
      return json(status, texts(fields ?? { non_field_errors: text }));
    case 'framework':
      return json(status, fields ? texts(fields) : { detail: text });
    default:
      return json(status, { [shape]: text });
  }
}

function texts(fields: Record<string, string>): Record<string, string[]> {
  return Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]]));
}

function nameOf(status: number): string {
  return STATUS_CODES[status] ?? 'Unknown Status';
}
