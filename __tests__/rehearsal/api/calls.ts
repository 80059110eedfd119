import { Api, type ApiOptions } from '../../../rehearsal/api/api.ts';
import type { Handled, HttpResponse } from '../../../rehearsal/http/answers.ts';

export const minute = 60_000;
export const start = Date.parse('2025-01-15T18:30:00Z');

export interface Sent {
  headers?: Record<string, string>;
  /** An object is sent as JSON. */
  body?: unknown;
}

/** An API whose clock stands still until `pass` moves it, with a server 12345. */
export function rehearse(options: ApiOptions = {}) {
  let time = start;
  const api = new Api({ now: () => time, ...options });
  api.addServer({ id: 12345, name: 'web-server-01' });

  async function handled(
    line: string,
    sent: Sent = {},
    sleep?: (ms: number) => Promise<void>,
  ): Promise<Handled> {
    const [method = '', path = ''] = line.split(' ');
    const headers = {
      authorization: 'Bearer token-for-tests',
      'content-type': 'application/json',
      ...sent.headers,
    };
    return api.handle({ method, path: `/api/v1${path}`, headers, body: textOf(sent.body) }, sleep);
  }

  async function call(line: string, sent?: Sent) {
    const response = await handled(line, sent);
    if (typeof response === 'string') throw new Error(`no answer but ${response}`);
    return { ...response, json: jsonOf(response) };
  }

  return {
    api,
    /** Sends a request like `GET /snapshots/`; anything but an answer is an error. */
    call,
    /** The same, for requests that may get no answer. */
    handled,
    create: (name = 'before', server_id = 12345) => call('POST /snapshots/', { body: { server_id, name } }),
    /** The entries of a list's first page. */
    results: async (path: string) => (await call(`GET ${path}`)).json.results,
    pass: (ms: number) => {
      time += ms;
    },
  };
}

function textOf(body: unknown): string {
  if (body === undefined) return '';
  return typeof body === 'string' ? body : JSON.stringify(body);
}

// biome-ignore lint/suspicious/noExplicitAny: answers are compared, not trusted.
function jsonOf({ body }: HttpResponse): any {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}
