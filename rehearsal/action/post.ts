import { rmSync } from 'node:fs';
import { savedState, writeSummary } from '../../src/runner/commands.ts';
import { runnerLog } from '../../src/runner/log.ts';
import { writeAtOnce } from '../../src/runner/stdout.ts';
import { fetchReport } from './fetch-report.ts';
import { conclusions, summary } from './summary.ts';

const log = runnerLog((text) => text);

/** Stops the API and tells what became of the rehearsal. It runs after the post steps of everything that was rehearsed. */
async function post(folder: string): Promise<void> {
  try {
    const report = await fetchReport(folder);
    for (const sentence of conclusions(report)) log.info(sentence);
    writeSummary(summary(report));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    log.warning(
      'Rehearsal lost',
      `The API in memory was gone before the job ended (${reason}), and what was asked of it with it.`,
    );
  }
  rmSync(folder, { recursive: true, force: true });
}

writeAtOnce();
const saved = savedState();
if (saved === '') log.info('The rehearsal had not begun.');
else void post(saved);
