import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { expect, test } from 'vitest';

const kit = join(import.meta.dirname, '../../conformance');
const files = globSync('**/*.ts', { cwd: kit }).map((file) => file.replaceAll('\\', '/'));

/** A kit that shares code with the action shares its mistakes. */
test.each(files.sort())(
  'conformance/%s reaches only the kit, and for its rehearsals the API in memory',
  (file) => {
    const source = readFileSync(join(kit, file), 'utf8');
    const imports = [...source.matchAll(/(?:\bfrom|\bimport)[\s(]*'([^']+)'/g)].map(([, from = '']) => from);
    const beyond = imports
      .filter((from) => !from.startsWith('node:'))
      .map((from) => posix.join(posix.dirname(file), from))
      .filter((target) => target.startsWith('..') || !files.includes(target));
    const allowed = file === 'rehearsals.ts' ? /^\.\.\/rehearsal\// : /^$/;
    expect(beyond.filter((target) => !allowed.test(target))).toEqual([]);
  },
);
