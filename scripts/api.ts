import { parseArgs } from 'node:util';
import { defaults, readPlan } from '../rehearsal/action/plan.ts';
import { rehearse } from '../rehearsal/action/rehearse.ts';

/**
 * The VPS.org API in memory behind a port until Ctrl-C. Its options are the inputs of rehearsal/action.yml:
 * `npm run api -- --port 8080 --form client --create-seconds 20 --faults create_lost`.
 */
const own = {
  port: { type: 'string', default: '0' },
  token: { type: 'string', default: 'token-for-tests' },
} as const;
const inputs = Object.fromEntries(
  Object.keys(defaults).map((name) => [optionOf(name), { type: 'string' as const }]),
);
const { values } = parseArgs({ options: { ...inputs, ...own } });
const { port, token } = values;
if (!/^\d+$/.test(port)) throw new Error('--port is a number');

const plan = readPlan((name) => String(values[optionOf(name) as keyof typeof values] ?? ''));
const around = { token, repository: process.env.GITHUB_REPOSITORY ?? 'octo-org/web', now: Date.now() };
const { url, serverIds, snapshotIds } = await rehearse(plan, around, Number(port));
console.log(`api_url: ${url}\napi_token: ${token}\nserver_id: ${serverIds}\nsnapshot_id: ${snapshotIds}`);
console.log('Ctrl-C ends it.');

function optionOf(input: string): string {
  return input.replaceAll('_', '-');
}
