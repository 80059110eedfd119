import type { Deps, Reach } from './deps.ts';
import { type GitHub, openGitHub } from './github/github.ts';
import type { Common } from './inputs/common.ts';
import { isLoopback } from './inputs/values.ts';
import { serverPoller, snapshotPoller } from './reading/pollers.ts';
import { ownAddresses } from './runner/addresses.ts';
import { jobFolder, readOrigin, readPlace } from './runner/origin.ts';
import { useProxies } from './runner/proxy.ts';
import { verifyCertificates } from './runner/tls.ts';
import { notesIn, readNonce } from './state/job-folder.ts';
import { oneLine } from './text/text.ts';
import { version } from './version.ts';
import { connect, noneYet } from './vps/client.ts';
import type { Reading } from './vps/reading.ts';
import { probe } from './waiting/probe.ts';

type Surroundings = Pick<Deps, 'journal' | 'log' | 'clock' | 'signal' | 'saveState'>;

/** What the modes work with, from the real network and the real machine. @throws {Failure} */
export function realDeps(inputs: Common, planning: Reading, surroundings: Surroundings): Deps {
  const { log, clock, signal } = surroundings;
  verifyCertificates(log);
  useProxies(log);
  const origin = readOrigin((run) => readNonce(jobFolder(), run));
  const { fetch } = globalThis;
  const { random } = Math;
  const userAgent = `vps-snapshot-action/${version} (${origin.repository}; run ${origin.runId})`;
  const isRehearsal = isLoopback(new URL(inputs.apiUrl).hostname);
  const pace = { intervalMs: inputs.pollIntervalMs, isRehearsal };
  const { apiUrl, apiToken: token } = inputs;
  const shown = noneYet();
  const reach = (deadline: number): Reach => {
    const timing = { clock, random, signal, deadline, log, pace };
    const vps = connect({ ...timing, apiUrl, token, userAgent, fetch }, shown);
    return {
      vps,
      snapshots: snapshotPoller({ ...timing, vps }),
      servers: serverPoller({ ...timing, vps }),
      deadline,
      async probe(url) {
        const started = clock.now();
        const heard = await probe(url, { fetch, clock, signal, deadline });
        log.debug(`GET ready_url → ${oneLine(heard.words)} in ${Math.round(clock.now() - started)} ms`);
        return heard;
      },
    };
  };
  const access = { place: readPlace(), token: inputs.githubToken, userAgent, fetch, clock, signal, log };
  let github: Promise<GitHub> | undefined;
  return {
    ...surroundings,
    ...reach(clock.now() + inputs.timeoutMs),
    reach,
    random,
    pace,
    planning,
    origin,
    addresses: ownAddresses(),
    notes: notesIn(jobFolder(), origin),
    github() {
      github ??= openGitHub(access);
      return github;
    },
  };
}
