import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { systemClock } from './clock.ts';
import { Interrupted } from './refusal.ts';
import { run } from './run.ts';

const interruption = new AbortController();
const hurry = new AbortController();

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.on(signal, () => {
    const next = interruption.signal.aborted ? hurry : interruption;
    next.abort(new Interrupted());
  });
}

process.exitCode = await run({
  argv: process.argv.slice(2),
  env: process.env,
  fetch,
  clock: systemClock,
  say: (line) => process.stdout.write(`${process.stdout.isTTY ? '\r\x1b[K' : ''}${line}\n`),
  show: (line) => {
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${line}`);
  },
  write: (file, text) => {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  },
  interrupted: interruption.signal,
  hurried: hurry.signal,
});
