import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Failure } from '../../src/errors.ts';
import { fail, input, inputNames, mask, saveState, setOutputs } from '../../src/runner/commands.ts';
import { runnerLog } from '../../src/runner/log.ts';
import { writeAtOnce } from '../../src/runner/stdout.ts';
import { startChild } from './child.ts';
import { readPlan } from './plan.ts';
import { refuseMisspelt } from './spelling.ts';

const { RUNNER_TEMP, GITHUB_REPOSITORY } = process.env;
const script = join(import.meta.dirname, '../server/index.js');
const log = runnerLog((text) => text);

/** Plays the API from here to the end of the job. Built to dist/rehearsal/main/, beside the process that it starts. */
async function main(): Promise<void> {
  refuseMisspelt(inputNames());
  const plan = readPlan(input);
  const token = `vps_${crypto.randomUUID().replaceAll('-', '')}`;
  mask(token);
  const folder = mkdtempSync(join(RUNNER_TEMP || tmpdir(), 'vps-rehearsal-'));
  // Before the process is there: however this step ends, its post step removes the folder, and the process goes with it.
  saveState(folder);
  const repository = GITHUB_REPOSITORY || 'unknown/unknown';
  const { url, serverIds, snapshotIds } = await startChild(script, { plan, token, repository, folder });
  setOutputs({ api_url: url, api_token: token, server_id: serverIds, snapshot_id: snapshotIds });
  log.info(`The API of VPS.org is played at ${url} until the job ends.`);
  log.info(`server_id: ${serverIds}`);
  if (snapshotIds) log.info(`snapshot_id: ${snapshotIds}`);
  if (plan.faults.length > 0) log.info(`What goes wrong: ${plan.faults.join(', ')}.`);
}

writeAtOnce();
main().catch((error: unknown) => {
  const { title, message, next } = error instanceof Failure ? error : internal(error);
  log.error(title, `${message}\n${next}`);
  fail();
});

function internal(error: unknown): Pick<Failure, 'title' | 'message' | 'next'> {
  const message = error instanceof Error ? error.message : String(error);
  return {
    title: 'Internal error',
    message,
    next: 'This is a bug in the rehearsal; report it with this log.',
  };
}
