import { readText, readValue } from './expressions.ts';
import { entries, field, fields, type MappingToken } from './parser.ts';

/** The events that a workflow runs on. */
export function eventsOf(workflow: MappingToken): string[] {
  const on = field(workflow, 'on');
  const names = fields(on).map(([name]) => name);
  return names.length > 0 ? names : entries(on).map((name) => readText(name, { contexts: {} }));
}

/** The inputs of an event as they are when nobody gives them. */
export function defaultsOf(workflow: MappingToken, event: string): Record<string, unknown> {
  const defined = fields(field(workflow, 'on', event, 'inputs'));
  return Object.fromEntries(
    defined.map(([name, one]) => [name, readValue(field(one, 'default'), { contexts: {} }) ?? '']),
  );
}
