import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { fleetTable } from './fleet.ts';
import { loadTable, rehearsalTable, requestTables } from './processes.ts';
import { scheduleTable } from './schedules.ts';
import { sizeTable } from './sizes.ts';
import { asMarkdown, asText } from './table.ts';

/** All figures in one sitting: `npm run bench -- --rounds 60 --write docs/benchmark.md`. */
const { values } = parseArgs({
  options: { rounds: { type: 'string', default: '30' }, write: { type: 'string' } },
});
const rounds = Number(values.rounds);
const waits = 2_000;
const machine = `Node.js ${process.version}, ${availableParallelism()} × ${cpus()[0]?.model.trim() ?? 'unknown'}; processes are whole ones, medians of ${rounds} rounds in turn.`;

const tables = [
  await loadTable(rounds),
  ...(await requestTables(rounds)),
  await rehearsalTable(Math.min(rounds, 15)),
  sizeTable(),
  scheduleTable(waits),
  await fleetTable(),
];
console.log(`${machine}\n`);
for (const table of tables) console.log(asText(table));
if (values.write !== undefined)
  writeFileSync(
    values.write,
    `# Benchmark\n\n${machine} Run it with \`npm run bench\`.\n\n${tables.map(asMarkdown).join('\n')}`,
  );
