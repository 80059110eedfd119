import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import guard from '../../action.yml';
import rehearsal from '../../rehearsal/action.yml';
import type { Outcome } from '../../rehearsal/runner/contexts.ts';
import { Job, type StepOptions, type StepResult } from '../../rehearsal/runner/job.ts';
import { temporaryFolder } from './temporary-folder.ts';

type Inputs = NonNullable<StepOptions['with']>;

const root = join(import.meta.dirname, '../..');

/** One job that rehearses: steps of the built rehearsal action first, then steps of the built main action. */
export class RehearsedJob implements AsyncDisposable {
  /** `RUNNER_TEMP` of all steps. */
  readonly temp = temporaryFolder();
  readonly #first = new Job({
    dist: join(root, 'rehearsal'),
    manifest: rehearsal,
    env: { RUNNER_TEMP: this.temp },
  });
  readonly #then = new Job({ dist: root, manifest: guard, env: { RUNNER_TEMP: this.temp } });
  #rehearsal: StepResult | undefined;

  /** A step of the rehearsal action, as fast as tests need it. */
  async rehearses(inputs: Inputs = {}, during: StepOptions['during'] = () => {}): Promise<StepResult> {
    const usual = { create_seconds: '0.3', restore_seconds: '0.8' };
    this.#rehearsal = await this.#first.uses({ with: { ...usual, ...inputs }, during });
    return this.#rehearsal;
  }

  /** A step of the main action, of which the outputs of the last rehearsal are inputs. */
  uses(inputs: Inputs): Promise<StepResult> {
    const { api_url = '', api_token = '', server_id = '' } = this.#rehearsal?.outputs ?? {};
    const pace = { poll_interval_seconds: '0.1', timeout_minutes: '0.25' };
    return this.#then.uses({ with: { api_url, api_token, server_id, ...pace, ...inputs } });
  }

  /** The job comes to this end: the post steps of the main action, then those of the rehearsals. */
  async ends(ending: Outcome): Promise<{ guards: StepResult[]; rehearsals: StepResult[] }> {
    if (ending === 'cancelled') this.#then.cancel();
    else this.#then.run(ending);
    return { guards: await this.#then.post(), rehearsals: await this.#first.post() };
  }

  /** Processes that were started in this job and still run. Only Linux tells. */
  get processes(): string[] {
    if (process.platform !== 'linux') return [];
    return readdirSync('/proc').filter((pid) => /^\d+$/.test(pid) && environmentOf(pid).includes(this.temp));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#then.end();
    await this.#first.end();
  }
}

/** Nothing of the job is left: no process, and nobody at these addresses. */
export async function expectGone(job: RehearsedJob, ...urls: (string | undefined)[]): Promise<void> {
  for (let look = 0; look < 100 && job.processes.length > 0; look++) await sleep(50);
  expect(job.processes).toEqual([]);
  for (const url of urls) await expect(fetch(`${url}/servers/`)).rejects.toThrow('fetch failed');
}

/** Empty for a process that is gone, or somebody else's. */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'utf8');
  } catch {
    return '';
  }
}
