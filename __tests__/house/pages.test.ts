import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = (...patterns: string[]) =>
  globSync(patterns, { cwd: root })
    .map((file) => file.replaceAll('\\', '/'))
    .sort();

/** Fifty lines to a screen. */
const threeScreens = 150;

test.each(pages('docs/**/*.md'))('%s fits on three screens', (file) => {
  expect(read(file).split('\n').length).toBeLessThanOrEqual(threeScreens);
});

test.each(pages('*.md', '.github/**/*.md', 'docs/decisions/*.md'))(
  'the files that %s links to exist',
  (file) => {
    for (const [link, path = ''] of read(file).matchAll(/\]\((?!https?:|#)([^)#]+)(?:#[^)]*)?\)/g))
      expect(existsSync(join(root, dirname(file), path)), link).toBe(true);
  },
);

/** A sentence that stands on two pages is kept true on one of them. */
test('no page repeats another', () => {
  const told = new Map<string, string>();
  for (const file of pages('*.md', 'docs/**/*.md')) {
    const prose = read(file).replace(/^```.*?^```/gms, '');
    for (const [sentence] of prose.matchAll(/[^.|\n]{60,}\./g)) {
      const text = sentence.trim();
      expect(told.get(text) ?? file, text).toBe(file);
      told.set(text, file);
    }
  }
  expect(told.size).toBeGreaterThan(200);
});
