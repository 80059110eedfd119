import { registerHooks } from 'node:module';
import type { MappingToken, TemplateToken } from '@actions/workflow-parser/templates/tokens/index';

/** GitHub's parser imports JSON as bundlers allow it; Node.js asks for an attribute. */
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { convertWorkflowTemplate, isMapping, NoOperationTraceWriter, parseWorkflow } = await import(
  '@actions/workflow-parser'
);
export const { isBasicExpression, isBoolean, isNumber, isSequence, isString } = await import(
  '@actions/workflow-parser'
);
export const { ensureStatusFunction } = await import('@actions/workflow-parser/model/converter/if-condition');
export type { MappingToken, TemplateToken };
export { isMapping };

/** A workflow's text, and the path that it has in its repository. */
export interface WorkflowFile {
  file: string;
  text: string;
}

/** Reads a workflow as GitHub does. @throws what GitHub would say of one that it refuses */
export async function parse({ file, text }: WorkflowFile): Promise<MappingToken> {
  const { context, value } = parseWorkflow({ name: file, content: text }, new NoOperationTraceWriter());
  if (value && context.errors.count === 0) await convertWorkflowTemplate(context, value);
  const problems = context.errors.getErrors().map(({ message }) => message);
  if (problems.length > 0 || !value || !isMapping(value))
    throw new Error([`${file} is no workflow`, ...problems].join('\n'));
  return value;
}

/** What a mapping has under a key; nothing when there is no mapping. */
export function field(mapping: TemplateToken | undefined, ...keys: string[]): TemplateToken | undefined {
  return keys.reduce((token, key) => (token && isMapping(token) ? token.find(key) : undefined), mapping);
}

/** The keys of a mapping and what stands there. */
export function fields(mapping: TemplateToken | undefined): [string, TemplateToken][] {
  if (!mapping || !isMapping(mapping)) return [];
  return [...mapping].map(({ key, value }) => [key.toString(), value]);
}

/** The entries of a sequence; of a single value that one. */
export function entries(token: TemplateToken | undefined): TemplateToken[] {
  if (!token) return [];
  return isSequence(token) ? [...token] : [token];
}
