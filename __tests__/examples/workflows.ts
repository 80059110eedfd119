import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WorkflowFile } from '../../rehearsal/workflow/parser.ts';
import { workflowsIn } from '../helpers/workflow-lint.ts';

export const root = join(import.meta.dirname, '../..');

/** A workflow that the project advises, by the name under which `endings.ts` speaks of it. */
export interface Advised extends WorkflowFile {
  name: string;
}

/** Every example of the README and of `docs/` by its heading, and every file of `examples/` by its path. */
export function advised(): Advised[] {
  return [
    ...files('README.md', 'docs/**/*.md').flatMap(inMarkdown),
    ...files('examples/**/*.yml').map((file) => ({ name: file, file, text: read(file) })),
  ];
}

const files = (...patterns: string[]) =>
  globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();
const read = (file: string) => readFileSync(join(root, file), 'utf8');

/** The second under one heading has a number. */
function inMarkdown(file: string): Advised[] {
  const markdown = read(file);
  const lines = withoutCode(markdown).split('\n');
  const seen = new Map<string, number>();
  return workflowsIn(markdown).map(({ line, workflow }) => {
    const heading = lines.slice(0, line).findLast((one) => /^#+ /.test(one)) ?? '';
    const title = `${file}: ${heading.replace(/^#+ /, '')}`;
    const number = (seen.get(title) ?? 0) + 1;
    seen.set(title, number);
    return { name: number === 1 ? title : `${title} (${number})`, file, text: workflow };
  });
}

/** With as many lines: what begins with # in there is no heading. */
function withoutCode(markdown: string): string {
  return markdown.replace(/^```.*?^```/gms, (block) => block.replace(/.+/g, ''));
}
