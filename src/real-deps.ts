import type { Deps } from './deps.ts';
import { type GitHub, openGitHub } from './github/github.ts';
import type { Common } from './inputs/common.ts';
import { serverPoller, snapshotPoller } from './reading/pollers.ts';
import { ownAddresses } from './runner/addresses.ts';
import { jobFolder, readOrigin, readPlace } from './runner/origin.ts';
import { useProxies } from './runner/proxy.ts';
import { readNonce } from './state/job-folder.ts';
import { version } from './version.ts';
import { connect } from './vps/client.ts';
import type { Reading } from './vps/list.ts';
import { probe } from './waiting/probe.ts';

type Surroundings = Pick<Deps, 'journal' | 'log' | 'clock' | 'signal' | 'saveState'>;

/** What the modes work with, from the real network and the real machine. @throws {Failure} */
export function realDeps(inputs: Common, planning: Reading, surroundings: Surroundings): Deps {
  const { log, clock, signal } = surroundings;
  useProxies(log);
  const origin = readOrigin(readNonce(jobFolder()));
  const { fetch } = globalThis;
  const { random } = Math;
  const userAgent = `vps-snapshot-action/${version} (${origin.repository}; run ${origin.runId})`;
  const deadline = clock.now() + inputs.timeoutMs;
  const pace = { intervalMs: inputs.pollIntervalMs };
  const timing = { clock, random, signal, deadline, log, pace };
  const vps = connect({ ...timing, apiUrl: inputs.apiUrl, token: inputs.apiToken, userAgent, fetch });
  const access = { place: readPlace(), token: inputs.githubToken, userAgent, fetch, clock, signal };
  let github: Promise<GitHub> | undefined;
  return {
    ...surroundings,
    ...timing,
    vps,
    snapshots: snapshotPoller({ ...timing, vps }),
    servers: serverPoller({ ...timing, vps }),
    planning,
    origin,
    addresses: ownAddresses(),
    github() {
      github ??= openGitHub(access);
      return github;
    },
    probe: (url) => probe(url, { fetch, clock, signal, deadline }),
  };
}
