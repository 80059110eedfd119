import { STATUS_CODES } from 'node:http';
import type { Settings } from '../api/options.ts';

export interface ApiRequest {
  method: string;
  /** Path and query, like `/api/v1/snapshots/?server_id=12345`. */
  path: string;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

export interface ApiResponse {
  status: number;
  /** Names in lower case. */
  headers: Record<string, string>;
  body: string;
}

/** `reset`: the connection dies without an answer. `hang`: there is never an answer. */
export type Handled = ApiResponse | 'reset' | 'hang';

/** What a handler decides; how it looks on the wire is settled later. */
export type Outcome = { status: number; json?: unknown } | Problem;

export interface Problem {
  status: number;
  problem: string;
  /** The request's field that is to blame, if it is a single one. */
  field?: string;
}

export function problem(status: number, text: string = nameOf(status), field?: string): Problem {
  return { status, problem: text, ...(field === undefined ? {} : { field }) };
}

export function render(outcome: Outcome, shape: Settings['errorBody']): ApiResponse {
  if ('problem' in outcome) return renderProblem(outcome, shape);
  return outcome.json === undefined ? bare(outcome.status) : json(outcome.status, outcome.json);
}

/** The page that a proxy puts up in place of the API. */
export function htmlPage(status: number): ApiResponse {
  const title = `${status} ${nameOf(status)}`;
  const body = `<html>\n<head><title>${title}</title></head>\n<body><center><h1>${title}</h1></center></body>\n</html>\n`;
  return { status, headers: { 'content-type': 'text/html' }, body };
}

export function json(status: number, value: unknown): ApiResponse {
  return { status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(value) };
}

export function bare(status: number): ApiResponse {
  return { status, headers: {}, body: '' };
}

function renderProblem({ status, problem, field }: Problem, shape: Settings['errorBody']): ApiResponse {
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
