import { existsSync } from 'node:fs';
import { redactor } from '../../src/text/text.ts';
import type { Task, Word } from './child.ts';
import { openDesk } from './desk.ts';
import { rehearse } from './rehearse.ts';
import { type Report, reportOf } from './report.ts';

/**
 * The API in memory, in a process that outlives the step that started it. It ends when the post step asks it to. Should
 * that never come (the job was killed, the runner lost): when its folder goes, which the runner empties before the next
 * job, or else when no job of a hosted runner can still be going on. On a live runner it is found by the variable
 * RUNNER_TRACKING_ID, which it inherits, and killed at the end of the job (JobExtension.cs).
 */
const longestJobMs = 6 * 3_600_000;
const lookMs = 1_000;

process.once('message', async (task) => {
  const word: Word = await play(task as Task).catch((error: Error) => ({ problem: error.message }));
  process.send?.(word, () => 'problem' in word && process.exit(1));
});
async function play({ plan, token, repository, folder }: Task): Promise<Word> {
  const startedAt = Date.now();
  const { api, url, serverIds, snapshotIds } = await rehearse(plan, { token, repository, now: startedAt });
  const report = () => redacted(reportOf(api, startedAt), token);
  await openDesk(folder, { report, end: () => process.exit() });
  setInterval(() => existsSync(folder) || process.exit(), lookMs);
  setTimeout(() => process.exit(), longestJobMs);
  return { url, serverIds, snapshotIds };
}

function redacted(report: Report, token: string): Report {
  return JSON.parse(redactor(token)(JSON.stringify(report)));
}
