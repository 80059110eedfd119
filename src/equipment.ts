import type { Deps } from './deps.ts';
import type { Inputs } from './inputs/inputs.ts';
import type { Journal } from './report/journal.ts';
import type { Log } from './report/log.ts';
import { ownAddresses, useProxies } from './runner/machine.ts';
import { readOrigin } from './runner/origin.ts';
import { version } from './version.ts';
import { connect } from './vps/client.ts';
import { planningPatienceMs } from './vps/http.ts';
import { knock } from './vps/knock.ts';
import type { Clock } from './waiting/clock.ts';

interface Surroundings {
  inputs: Inputs;
  journal: Journal;
  log: Log;
  clock: Clock;
  signal: AbortSignal;
}

/** What the modes work with, from the real network and the real machine. @throws {Failure} */
export function equip({ inputs, journal, log, clock, signal }: Surroundings): Deps {
  useProxies(log);
  const origin = readOrigin();
  const deadline = clock.now() + inputs.timeoutMs;
  const { fetch } = globalThis;
  const { random } = Math;
  const vps = connect({
    apiUrl: inputs.apiUrl,
    token: inputs.apiToken,
    userAgent: `vps-snapshot-action/${version} (${origin.repository}; run ${origin.runId})`,
    ...{ fetch, clock, random, signal, deadline, log },
  });
  return {
    ...{ vps, journal, log, clock, random, signal, deadline, origin },
    planning: { patienceMs: planningPatienceMs },
    addresses: ownAddresses(),
    knock: (url) => knock(url, { fetch, clock, signal }),
  };
}
