import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Break, breaks, brokenSource } from './breaks.ts';

/** Every rule that is broken on purpose has to be noticed by a seed below this. */
const seeds = 2_000;
const root = join(import.meta.dirname, '../..');

/** Breaks one line in a copy of everything, and plays seeds there until a promise is broken. @returns a line of the table */
function noticed(one: Break): { line: string; isNoticed: boolean } {
  const copy = mkdtempSync(join(tmpdir(), 'chaos-'));
  try {
    for (const part of ['src', 'rehearsal', 'chaos', 'package.json'])
      cpSync(join(root, part), join(copy, part), { recursive: true });
    symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
    const file = join(copy, one.file);
    writeFileSync(file, brokenSource(readFileSync(file, 'utf8'), one));
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [join(copy, 'chaos/chaos.ts'), '--runs', String(seeds - 1)],
      { encoding: 'utf8', maxBuffer: 1e9 },
    );
    const [, seed, form] = /^seed (\d+), form (\w+)/m.exec(stdout) ?? [];
    const promise = /✗ (.*)/.exec(stdout)?.[1] ?? stderr.slice(0, 200);
    const what = `rule ${String(one.rule).padStart(2)}, ${one.what}`;
    if (status !== 1 || seed === undefined)
      return { line: `✗ ${what}: not noticed. ${promise}`, isNoticed: false };
    return { line: `✓ ${what}: seed ${seed} (${form}): ${promise}`, isNoticed: true };
  } finally {
    rmSync(copy, { recursive: true });
  }
}

const wanted = process.argv.slice(2).map(Number);
const results = breaks
  .filter(({ rule }) => wanted.length === 0 || wanted.includes(rule))
  .map((one) => {
    const result = noticed(one);
    process.stdout.write(`${result.line}\n`);
    return result;
  });
process.exitCode = results.every(({ isNoticed }) => isNoticed) ? 0 : 1;
