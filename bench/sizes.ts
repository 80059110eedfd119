import { globSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './contest.ts';
import type { Table } from './table.ts';

/** What the runner fetches, file by file. */
export function sizeTable(): Table {
  const files = globSync('dist/**/*.js', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
  const rows = files
    .map((file) => ({ file, bytes: statSync(join(root, file)).size }))
    .sort((one, other) => one.file.localeCompare(other.file, 'en', { numeric: true }))
    .map(({ file, bytes }) => [file, bytes.toLocaleString('en')]);
  const note = 'index.js is what a step always loads; the numbered files are loaded when a mode needs them.';
  return { title: 'Sizes', note, columns: ['file', 'bytes'], rows };
}
