import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { complaints, differences } from '../../scripts/check-dist.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'check-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(name: string, files: Record<string, string>): string {
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(folder, name, file, '..'), { recursive: true });
    writeFileSync(join(folder, name, file), text);
  }
  return join(folder, name);
}

test('files that differ, are missing or are left over are named', () => {
  const committed = write('dist', { 'main/index.js': 'old', 'main/left.js': '', 'LICENSES.txt': 'same' });
  const built = write('new', { 'main/index.js': 'new', 'post/index.js': '', 'LICENSES.txt': 'same' });
  expect(differences(built, built)).toEqual([]);
  expect(differences(committed, built)).toEqual([
    `differs: ${join('main', 'index.js')}`,
    `not built from any source: ${join('main', 'left.js')}`,
    `missing: ${join('post', 'index.js')}`,
  ]);
  expect(differences(join(folder, 'none'), built)).toHaveLength(3);
});

test.each([
  [{ size: 60_000 }, 'the limit is'],
  [{ modules: ['/x/node_modules/undici/index.js'] }, 'contains undici'],
  [{ modules: ['C:\\x\\node_modules\\undici\\index.js'] }, 'contains undici'],
  [{ imports: ['node:http'] }, 'imports node:http'],
  [{ imports: ['fs', 'http'] }, 'imports http'],
])('%j in an entry is refused', (flaw, complaint) => {
  const sound = { name: 'main', size: 59_999, modules: ['/x/src/undici.ts'], imports: ['node:https', 'fs'] };
  expect(complaints(sound)).toEqual([]);
  expect(complaints({ ...sound, ...flaw })).toEqual([expect.stringContaining(complaint)]);
});
