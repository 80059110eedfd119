import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import type { ActionsMetadataProvider } from '@actions/languageservice';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { parse } from 'yaml';

const action = 'vps-snapshot-action';

/** The service imports JSON as bundlers allow it; Node.js asks for an attribute. */
registerHooks({
  load: (url, context, next) =>
    next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context),
});
const { registerLogger, validate } = await import('@actions/languageservice');

/** It remembers documents by name, so each gets a name of its own. */
let documents = 0;

/** It logs its own failures and goes on as if all were well. */
registerLogger({
  error(message) {
    throw new Error(message);
  },
  warn() {},
  info() {},
  log() {},
});

const workflowHead = 'on: push\n';
const jobHead = `${workflowHead}jobs:\n  job:\n    runs-on: ubuntu-latest\n`;

/**
 * What GitHub's own language service finds wrong with a workflow. It knows the inputs of the action whose `action.yml` is
 * in `root` (or in a folder below it), whether a step says `uses: ./`, `uses: $/folder` or `uses: OWNER/vps-snapshot-action@v1`.
 */
export async function lintWorkflow(text: string, root: string): Promise<string[]> {
  return lint('.github/workflows/linted.yml', withFetchableReferences(text), root);
}

/** The same for the text of an `action.yml`. */
export async function lintAction(text: string, root: string): Promise<string[]> {
  return lint('action.yml', text, root);
}

/** The YAML examples of a Markdown text that have jobs or steps, each completed to a whole workflow. */
export function workflowsIn(markdown: string): { line: number; workflow: string }[] {
  return [...markdown.matchAll(/^```ya?ml\n(.*?)^```/gms)].flatMap(({ index, 1: block = '' }) => {
    const workflow = wholeWorkflow(block);
    return workflow ? [{ line: markdown.slice(0, index).split('\n').length + 1, workflow }] : [];
  });
}

function wholeWorkflow(block: string): string | undefined {
  if (/^jobs:/m.test(block)) return /^on:/m.test(block) ? block : workflowHead + block;
  if (/^steps:/m.test(block)) return jobHead + indent(block, 4);
  if (/^\s*- (uses|name|id|run|if):/m.test(block)) return `${jobHead}    steps:\n${indent(block, 6)}`;
  return undefined;
}

const indent = (text: string, by: number) => text.replace(/^(?=.)/gm, ' '.repeat(by));

async function lint(name: string, text: string, root: string): Promise<string[]> {
  const document = TextDocument.create(`file:///${documents++}/${name}`, 'yaml', 0, text);
  const found = await validate(document, { actionsMetadataProvider: metadataIn(root) });
  const lines = text.split('\n');
  return found.flatMap(({ message, range }) => {
    const reason = typeof message === 'string' ? message : message.value;
    return namesLaterStep(reason, text) ? [] : [`${reason} (${lines[range.start.line]?.trim()})`];
  });
}

/** A post phase sees the steps that came after its own, of which the service does not know. */
function namesLaterStep(message: string, text: string): boolean {
  const [, id] = /^Context access might be invalid: ([\w-]+)$/.exec(message) ?? [];
  return id !== undefined && new RegExp(`\\bid: ${id}\\b`).test(text);
}

/** The language service asks only for actions of other repositories; a reusable workflow is none of them. */
function withFetchableReferences(text: string): string {
  return text.replace(/(uses:\s*)[.$]\/([\w./-]*)(?=\s|$)/g, (_, key: string, folder: string) =>
    [`${key}local/${action}`, folder && `/${folder}`, '@v1'].join(''),
  );
}

function metadataIn(root: string): ActionsMetadataProvider {
  return {
    async fetchActionMetadata({ name, path = '' }) {
      if (name !== action) return { name, description: '' };
      return parse(readFileSync(join(root, path, 'action.yml'), 'utf8'));
    },
  };
}
