import { expect } from 'vitest';
import { type ApiOptions, type Form, uuidOf } from '../../rehearsal/api/api.ts';
import type { PowerAction } from '../../rehearsal/api/state.ts';
import { minute } from '../../src/limits.ts';
import type { JobEnding } from '../../src/rules/policy.ts';
import { type SavedState, type Standing, stateVersion } from '../../src/state/saved-state.ts';
import { killedAfter, postStep } from './guarded.ts';
import { id } from './ids.ts';
import { type Rehearsal, rehearsed, type Setting } from './rehearsed.ts';
import { epoch } from './virtual-clock.ts';

/** The forms in which power is offered. */
export const powered: Form[] = ['client', 'both'];

/** Two servers that run and one that stands still. */
export const threeServers = [
  { id: 1, name: 'web-1', hostname: 'web-1' },
  { id: 2, name: 'web-2', hostname: 'web-2' },
  { id: 3, name: 'idle', hostname: 'idle', status: 'stopped' },
];

/** How a server is called by an account of this form. */
export function shown(form: Form, id: number): string {
  return form === 'client' ? uuidOf(id) : String(id);
}

/** A step that takes a snapshot of each of its servers while they stand still; all of the three unless told otherwise. */
export function stopping(form: Form, setting: Setting = {}, of: number[] = [1, 2, 3]): Rehearsal {
  const inputs = {
    server_id: of.map((id) => shown(form, id)).join(),
    stop_server: 'true',
    ...setting.inputs,
  };
  return rehearsed({ servers: threeServers, ...setting, api: { form, ...setting.api }, inputs });
}

/** The same, killed at its n-th save: nothing of it reaches the API from then on. */
export async function killedAtSave(saves: number, form: Form, setting: Setting = {}): Promise<Rehearsal> {
  let isDead = false;
  const main = stopping(form, { ...setting, network: () => (isDead ? 'ECONNRESET' : undefined) });
  main.saved.push = (json) => {
    const count = Array.prototype.push.call(main.saved, json);
    if (count === saves) {
      isDead = true;
      main.signal();
    }
    return count;
  };
  await main.run();
  return killedAfter(saves, main);
}

/** The post step of such a step, run at once. */
export function postOfStopping(main: Rehearsal, ends: JobEnding, post: Setting = {}): Promise<Rehearsal> {
  return postStep(main, { ends, post: { ...post, inputs: { stop_server: 'true', ...post.inputs } } }).run();
}

/** What was accepted for a server, in order. */
export function powerOf({ api }: Rehearsal, id: number): PowerAction[] {
  return api.state.powerActions.filter(({ server }) => server === id).map(({ action }) => action);
}

/**
 * The promise: what was stopped runs, some minutes after the last step, or its error has the way to start it; and what
 * stood still before was left alone.
 */
export async function expectPromiseKept(last: Rehearsal): Promise<void> {
  await last.clock.advance(3 * minute);
  const asked = last.api.state.powerActions.map(({ action }) => action);
  expect(asked.filter((action) => action !== 'start' && action !== 'stop')).toEqual([]);
  for (const { id, status } of last.api.servers()) {
    if (id === 3) expect([powerOf(last, id), status]).toEqual([[], 'stopped']);
    else if (status !== 'active') expect(last.error?.message).toMatch(startOf(id));
  }
}

/** The command line that starts a server. */
export function startOf(id: number): RegExp {
  return new RegExp(
    `curl -X POST .+'\\{"action":"start"\\}' https://\\S+/servers/(${uuidOf(id)}|${id})/power/`,
  );
}

/** All servers that ran before run again. */
export async function expectRunning(last: Rehearsal): Promise<void> {
  await expectPromiseKept(last);
  expect(last.api.servers().map(({ status }) => status)).toEqual(['active', 'active', 'stopped']);
}

/** Requests that begin a step: power first of all. */
export function firstRequests(step: Rehearsal, count: number): string[] {
  return step.ledger.slice(0, count).map(({ method, path, body }) => {
    const action = (body as { action?: string } | undefined)?.action;
    return [method, path, action].filter(Boolean).join(' ');
  });
}

interface Left {
  /** What is not told of the state: the main step stopped server 1, saw that, and requested nothing. */
  state?: Partial<SavedState>;
  standing?: Partial<Standing>;
  ends?: JobEnding;
  /** Of the account. */
  api?: ApiOptions;
  servers?: Setting['servers'];
  post?: Setting;
}

const nothing = { restore: false, delete: false };

/** The post step of a main step that was killed a minute after it asked server 1 to stop. */
export function afterKilled({ state, standing, ends = 'failure', api, servers, post }: Left = {}): Rehearsal {
  const main = rehearsed({
    servers: servers ?? [{ id: 1, name: 'web-1', status: 'stopped' }],
    api: { form: 'both', ...api },
  });
  const saved: SavedState = {
    version: stateVersion,
    apiUrl: 'https://admin.vps.org/api/v1',
    made: true,
    nonce: main.origin.nonce,
    policies: { success: nothing, failure: nothing, cancelled: nothing },
    ...{ succeeded: false, confirmed: false, targets: [] },
    standing: [
      {
        server: { id: id(1), name: 'web-1' },
        stoppedAt: new Date(epoch - minute).toISOString(),
        unclear: false,
        byHand: 'curl by hand',
        ...standing,
      },
    ],
    ...state,
  };
  main.saved.push(JSON.stringify(saved));
  return postStep(main, { ends, ...(post && { post }) });
}
