import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder may reach besides itself. Nothing reaches `src/`: a stand-in that shares code shares mistakes. */
const reach: Record<string, string[]> = {
  http: [],
  api: ['http'],
  github: ['http'],
  runner: [],
  demo: ['api', 'http', 'runner', '../action.yml'],
};

const rehearsal = join(import.meta.dirname, '../../rehearsal');
const files = globSync('**/*.ts', { cwd: rehearsal }).map((file) => file.replaceAll('\\', '/'));

test.each(files.sort())('rehearsal/%s reaches only what it may', (file) => {
  const [folder = ''] = file.split('/');
  const source = readFileSync(join(rehearsal, file), 'utf8');
  const imports = [...source.matchAll(/(?:\bfrom|\bimport)[\s(]*'(\.[^']+)'/g)].map(([, from = '']) => from);
  const targets = imports.map((from) => posix.join(posix.dirname(file), from));
  const allowed = [folder, ...(reach[folder] ?? [])];
  expect(targets.filter((target) => !allowed.some((one) => `${target}/`.startsWith(`${one}/`)))).toEqual([]);
});
