import { Api } from '../rehearsal/api/api.ts';
import { serve } from '../rehearsal/http/server.ts';
import { Contest, quantile, rehearsalTimes } from './contest.ts';
import type { Table } from './table.ts';

const token = 'bench-token';
const server = 12345;
/** Of real time, between two looks of a create. */
const intervalSeconds = 0.02;

/** What a step costs before its first request. */
export async function loadTable(rounds: number): Promise<Table> {
  const contest = new Contest();
  contest.script('an empty script', '');
  contest.script('a script that writes two command files', twoFiles);
  contest.action(
    'main, refused for an input',
    { with: { mode: 'bench', api_token: token } },
    { exitCode: 1 },
  );
  contest.action(
    'post, after a main step that left nothing',
    { with: { api_token: token } },
    { phase: 'post' },
  );
  const note = 'The action as a process, up to its first request, against an empty script. The goal is 1.3×.';
  return contest.table({ title: 'Load', note }, rounds, 'an empty script');
}

/** The API in memory beside a job, until it answers. */
export async function rehearsalTable(rounds: number): Promise<Table> {
  const times = await rehearsalTimes(rounds);
  const figures = [0.5, 0.25, 0.75, 1 - Number.EPSILON].map(
    (share) => `${quantile(times, share).toFixed(0)} ms`,
  );
  return {
    title: 'Rehearsal',
    note: 'The main step of the rehearsal as a process, until its API answers. The goal is 300 ms.',
    columns: ['', 'median', 'a quarter below', 'a quarter above', 'worst'],
    rows: [['rehearsal, started', ...figures]],
  };
}

/** What a step adds to the requests that it makes. */
export async function requestTables(rounds: number): Promise<Table[]> {
  const api = new Api({ token, createMs: 0 });
  api.addServer({ id: server, name: 'web-1' });
  const { url, close } = await serve(api);
  const inputs = { api_url: url, api_token: token };
  const list = new Contest();
  list.script('a script with the same request', bareList, { with: inputs });
  list.action('mode: list', { with: { ...inputs, mode: 'list' } });
  const note =
    'The same requests by a script that checks nothing, over a local connection. The goal is 1.1×.';
  const listed = await list.table({ title: 'List', note }, rounds, 'a script with the same request');
  const clear = () => {
    for (const { id } of api.snapshots()) api.removeSnapshot(id);
  };
  const create = new Contest(clear);
  const step = {
    with: { ...inputs, server_id: String(server), poll_interval_seconds: String(intervalSeconds) },
  };
  create.script('a script with the same requests and pauses', bareCreate, step);
  create.action('mode: create', step);
  const taken = await create.table(
    { title: 'Create', note: 'A snapshot that is complete at once: two lists, the request, three looks.' },
    rounds,
    'a script with the same requests and pauses',
  );
  await close();
  return [listed, taken];
}

const twoFiles = `
  const { appendFileSync } = process.getBuiltinModule('fs');
  for (const file of ['GITHUB_OUTPUT', 'GITHUB_STEP_SUMMARY']) appendFileSync(process.env[file], 'a=b\\n');
`;

const bare = `
  import { appendFileSync } from 'node:fs';
  const { INPUT_API_URL, INPUT_API_TOKEN, GITHUB_OUTPUT } = process.env;
  const headers = { authorization: 'Bearer ' + INPUT_API_TOKEN, 'content-type': 'application/json' };
  async function ask(path, options) {
    const answer = await fetch(INPUT_API_URL + path, { headers, ...options });
    if (!answer.ok) throw new Error(answer.status);
    return answer.json();
  }
  function output(name, value) {
    appendFileSync(GITHUB_OUTPUT, name + '=' + value + '\\n');
  }
`;

const bareList = `${bare}
  output('snapshots', JSON.stringify(await ask('/snapshots/')));
`;

const bareCreate = `${bare}
  await ask('/servers/');
  await ask('/snapshots/');
  const body = JSON.stringify({ server_id: ${server}, name: 'bench-' + process.pid, description: 'bench' });
  const { id } = await ask('/snapshots/', { method: 'POST', body });
  output('snapshot_id', id);
  await new Promise((resolve) => setTimeout(resolve, ${intervalSeconds * 1_000}));
  for (const path of ['/snapshots/', '/snapshots/', '/servers/']) await ask(path);
`;
