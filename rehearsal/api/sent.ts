import { type Problem, problem } from '../http/answers.ts';
import { fieldsOf, parsed } from '../http/body.ts';
import type { ApiCall } from './call.ts';

/** The fields of the JSON object that was sent, or why it is none. */
export function sentFields(call: ApiCall): { fields: Record<string, unknown> } | Problem {
  const type = call.headers['content-type'] ?? '';
  const isJson = /^application\/json\b/.test(type);
  if (call.settings.manners === 'documented') return isJson ? { fields: fieldsOf(call.body) } : problem(415);
  if (call.body === '') return { fields: {} };
  if (!isJson) return problem(415, `Unsupported media type "${type}" in request.`);
  const value = parsed(call.body);
  if (value === call.body)
    return problem(400, 'JSON parse error - Expecting value: line 1 column 1 (char 0)');
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { fields: { ...value } };
  const text = 'Invalid data. Expected a dictionary.';
  return problem(400, text, { non_field_errors: text });
}

/** The documentation knows no requests with a body but those to create and to switch; the framework ignores a body. */
export function unwantedBody({ settings, body }: ApiCall): Problem | undefined {
  if (body === '' || settings.manners === 'framework') return undefined;
  return problem(400, 'This request takes no body');
}

/** All digits of an integer that was sent in a body, where a number would lose some. */
export function digitsOf(body: string, field: string): string | undefined {
  return new RegExp(`"${field}"\\s*:\\s*(\\d+)\\s*[,}]`).exec(body)?.[1];
}
