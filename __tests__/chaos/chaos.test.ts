import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const chaos = join(import.meta.dirname, '../../chaos/chaos.ts');

/** What `npm run chaos` says, and its exit code. A process of its own: nothing else moves its promises about. */
function played(...argv: string[]): Promise<{ code: number | null; said: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [chaos, ...argv]);
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk;
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, said }));
  });
}

test.each(['documented', 'client', 'both'])(
  'no promise is broken in 400 jobs, form %s',
  async (form) => {
    const { code, said } = await played('--runs', '400', '--form', form);
    expect(said).toMatch(/^Seeds 1 to 400: 400 jobs, \d+ requests, every promise kept;/);
    expect(code).toBe(0);
  },
  120_000,
);

test('a seed is the same job each time, byte for byte', async () => {
  const withoutRate = ({ said }: { said: string }) => said.replace(/; \d+ a second, \d+ MB/g, '');
  const [one, other] = await Promise.all(
    ['7', '7'].map((seed) => played('--runs', '15', '--seed', seed, '--show')),
  );
  expect(one && withoutRate(one)).toContain('ledger');
  expect(one && withoutRate(one)).toBe(other && withoutRate(other));
}, 60_000);
