import type { Deps } from './deps.ts';
import { type GitHub, openGitHub } from './github/github.ts';
import type { Common } from './inputs/inputs.ts';
import type { Journal } from './report/journal.ts';
import { ownAddresses, useProxies } from './runner/machine.ts';
import { readOrigin, readPlace } from './runner/origin.ts';
import type { Log } from './text/log.ts';
import { version } from './version.ts';
import { connect } from './vps/client.ts';
import type { Reading } from './vps/list.ts';
import type { Clock } from './waiting/clock.ts';
import { knock } from './waiting/probe.ts';

interface Surroundings {
  inputs: Common;
  journal: Journal;
  log: Log;
  clock: Clock;
  signal: AbortSignal;
  /** How patient reads are before anything is planned. */
  planning: Reading;
  saveCustody(json: string): boolean;
}

/** What the modes work with, from the real network and the real machine. @throws {Failure} */
export function equip(surroundings: Surroundings): Deps {
  const { inputs, journal, log, clock, signal, planning, saveCustody } = surroundings;
  useProxies(log);
  const origin = readOrigin();
  const deadline = clock.now() + inputs.timeoutMs;
  const { fetch } = globalThis;
  const { random } = Math;
  const userAgent = `vps-snapshot-action/${version} (${origin.repository}; run ${origin.runId})`;
  const access = { place: readPlace(), token: inputs.githubToken, ...{ userAgent, fetch, clock, signal } };
  let github: Promise<GitHub> | undefined;
  const vps = connect({
    apiUrl: inputs.apiUrl,
    token: inputs.apiToken,
    ...{ userAgent, fetch, clock, random, signal, deadline, log },
  });
  journal.now = vps.now;
  return {
    ...{ vps, journal, log, clock, random, signal, deadline, origin },
    ...{ planning, saveCustody },
    addresses: ownAddresses(),
    github() {
      github ??= openGitHub(access);
      return github;
    },
    knock: (url) => knock(url, { fetch, clock, signal, deadline }),
  };
}
