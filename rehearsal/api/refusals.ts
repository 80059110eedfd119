import { type Answer, type Problem, problem } from '../http/answers.ts';
import type { ApiCall } from './call.ts';

/** Both texts of a refusal: the plain one, and that of Django REST framework. */
function worded({ settings }: ApiCall, status: number, text: string): Problem {
  return settings.manners === 'framework' ? problem(status, text) : problem(status);
}

/** Looks the same for every path that nobody answers to, with a token or without. */
export function noSuchPath(): Answer {
  return { status: 404, html: page('Not Found', 'The requested resource was not found on this server.') };
}

export function brokenDown(): Answer {
  return { status: 500, html: page('Server Error (500)', '') };
}

export function noSuch(call: ApiCall, kind: 'Snapshot' | 'Server'): Problem {
  return worded(call, 404, `No ${kind} matches the given query.`);
}

export function unauthorized(call: ApiCall): Problem {
  const text = call.headers.authorization
    ? 'Invalid token.'
    : 'Authentication credentials were not provided.';
  return { ...worded(call, 401, text), headers: { 'www-authenticate': 'Bearer' } };
}

export function forbidden(call: ApiCall): Problem {
  return worded(call, 403, 'You do not have permission to perform this action.');
}

export function notAllowed(call: ApiCall, methods: string[]): Problem {
  if (call.settings.permissionBeforeMethod) return forbidden(call);
  const refusal = worded(call, 405, `Method "${call.method}" not allowed.`);
  return { ...refusal, headers: { allow: methods.join(', ') } };
}

export function throttled({ settings }: ApiCall, waitMs: number): Problem {
  const seconds = Math.ceil(waitMs / 1_000);
  const text = `Request was throttled. Expected available in ${seconds} second${seconds === 1 ? '' : 's'}.`;
  return { ...problem(429, text), headers: settings.retryAfter ? { 'retry-after': String(seconds) } : {} };
}

/** What is wrong with each field, for which the documentation has but one text. */
export function wrongFields(call: ApiCall, fields: Record<string, string>, documented: string): Problem {
  if (call.settings.manners === 'framework') return problem(400, 'Invalid input.', fields);
  const [first] = Object.keys(fields);
  return problem(400, documented, first === undefined ? undefined : { [first]: documented });
}

function page(title: string, text: string): string {
  return `<!doctype html>\n<html lang="en">\n<head>\n  <title>${title}</title>\n</head>\n<body>\n  <h1>${title}</h1><p>${text}</p>\n</body>\n</html>\n`;
}
