import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

/** What each folder may reach besides itself and the files at the top. A judge that shares code with the action shares its mistakes. */
const reach: Record<string, string[]> = {
  '.': ['draw', 'stage', 'judge', '../rehearsal'],
  draw: ['../rehearsal'],
  stage: ['draw', '../rehearsal', '../src'],
  judge: ['draw/account.ts', 'stage/record.ts', 'stage/play.ts', '../rehearsal'],
  selftest: [],
};

/** Data and dice. */
const shared = ['script.ts', 'dice.ts'];

const chaos = join(import.meta.dirname, '../../chaos');
const files = globSync('**/*.ts', { cwd: chaos }).map((file) => file.replaceAll('\\', '/'));

test.each(files.sort())('chaos/%s reaches only what it may', (file) => {
  const folder = posix.dirname(file);
  const source = readFileSync(join(chaos, file), 'utf8');
  const imports = [
    ...source.matchAll(/(import type|import|export)\b[^;]*?\bfrom '(\.[^']+)'|import '(\.[^']+)'/g),
  ];
  const targets = imports
    // Of how a job was played the judge knows the shape and nothing else.
    .filter(
      ([, how, from]) => !(folder === 'judge' && how === 'import type' && from?.endsWith('stage/play.ts')),
    )
    .map(([, , from = '', bare = '']) => posix.join(folder, from || bare));
  const allowed = [folder === '.' ? '' : `${folder}/`, ...shared, ...(reach[folder] ?? [])];
  const isAllowed = (target: string) =>
    (folder === '.' && !target.includes('/')) ||
    allowed.some((one) => one !== '' && `${target}/`.startsWith(one.endsWith('/') ? one : `${one}/`));
  expect(targets.filter((target) => !isAllowed(target))).toEqual([]);
});
