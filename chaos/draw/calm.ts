import type { ApiOptions } from '../../rehearsal/api/api.ts';
import type { Script } from '../script.ts';
import { shownId } from './account.ts';

/** Ways of the API in which every step has to come off. */
const harmless: readonly (keyof ApiOptions)[] = [
  ...(['form', 'token', 'listOrder', 'longerText', 'deleteInProgress', 'powerAnswer'] as const),
  ...(['repeatedPower', 'startWhileSnapshotting', 'timeFormat', 'nextOrigin'] as const),
  ...(['pageSize', 'idOffset', 'createAnswer', 'createInList', 'clockSkewMs', 'bareLists'] as const),
  ...(['snapshotListLagMs', 'serverListLagMs', 'deleteTakesMs', 'largestPage'] as const),
];

/** What makes a step fail or do less, with everybody's good will. */
const demanding = ['timeout_minutes', 'stop_server', 'ready_url', 'dry_run', 'poll_interval_seconds'];

/** The same where nothing goes wrong: one server that runs, nobody else, no trouble. */
export function calmed(script: Script): Script {
  const options = Object.entries(script.api).filter(
    ([name, value]) => harmless.some((one) => one === name) && value !== 'refused',
  );
  const api: ApiOptions = Object.fromEntries(options);
  const [server] = script.servers;
  return {
    ...script,
    api,
    isCalm: true,
    servers: server ? [{ ...server, status: 'active' }] : [],
    snapshots: [],
    uses: script.uses.map((use) => ({
      ...use,
      inputs: {
        ...use.inputs,
        ...Object.fromEntries(demanding.map((name) => [name, ''])),
        ...(use.inputs.server_id !== undefined && server && { server_id: shownId(server.id, api) }),
      },
    })),
    others: [],
    faults: [],
    interruptions: [],
    lostInputs: false,
    runner: { noState: false, noTemp: false, noOutput: false },
  };
}
