import { run } from './run.ts';

// Where an error was made says nothing here, and takes time.
Error.stackTraceLimit = 0;

process.exitCode = await run({
  argv: process.argv.slice(2),
  say: (line) => process.stdout.write(`${line}\n`),
  now: () => performance.now(),
});
