import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** What an action of its own needs of `src/` to read its inputs and to speak: nothing that judges the API. */
const speech = [
  'errors.ts',
  'inputs/raw.ts',
  'inputs/values.ts',
  'rules/ownership.ts',
  'runner',
  'text',
  'vps/id.ts',
];

/** What each folder may reach besides itself. No stand-in reaches `src/`: one that shares code shares mistakes. */
const reach: Record<string, string[]> = {
  http: [],
  api: ['http'],
  github: ['http'],
  runner: [],
  workflow: ['runner'],
  demo: ['api', 'http', 'runner', '../action.yml'],
  action: ['api', 'http', ...speech.map((one) => `../src/${one}`)],
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
