import { Api, type ApiOptions, type SnapshotSeed } from '../../rehearsal/api/api.ts';
import { GitHubApi } from '../../rehearsal/github/github.ts';
import { serve } from '../../rehearsal/http/server.ts';
import { type Ending, Programs } from '../../rehearsal/workflow/programs.ts';
import { openSite } from './site.ts';

/** What an example finds; everything has a default. */
export interface World {
  api?: ApiOptions;
  /** Snapshots of server 12345 that are there already. */
  snapshots?: (Partial<SnapshotSeed> & { id: number })[];
  /** Of who dispatches or calls it. */
  inputs?: Record<string, unknown>;
  /** The event that starts it; the first that it names. */
  eventName?: string;
  event?: object;
  /** Earlier runs of the repository. They are over. */
  runs?: number[];
  /** The address of a run whose guard left the status of server 99 pending, and never spoke again. */
  pendingSince?: string;
  /** How the programs end that do not simply succeed. One that hangs is waited for, and the run is cancelled then. */
  programs?: Record<string, Ending>;
  /** A request to the API, like `DELETE /snapshots/801/`, after which the run is cancelled. */
  cancelledAt?: string;
}

/** What came of a run outside of it. A snapshot of the run is named by its server, like `12345#1`. */
export interface Effects {
  /** The snapshots that there are afterwards. */
  snapshots: string[];
  /** Each restore that was accepted, by its snapshot. */
  restored: string[];
  /** Each accepted stop and start with its server, like `stop 12345`. */
  power: string[];
  /** The programs that scripts called, in their order. */
  called: string[];
  /** What was posted to a chat, said in an issue and in a comment, and the last commit status of each server. */
  posted: string[];
}

/** Programs that reach beyond the machine. */
const programs = ['ssh', 'scp', 'rsync', 'gh', 'git', 'docker', 'npm', 'sudo'];

/** As the examples have them; then those of the variables for staging and preview. */
const servers = [12345, 12346, 12347, 23456, 34567];

/** Snapshots and restores take long enough to be seen by a machine that does much else. */
const pace = { createMs: 200, restoreMs: 1_200, stopTakesMs: 200, startTakesMs: 200 };

export const secrets = { apiToken: 'token-for-tests', gitHubToken: 'ghs_rehearsal' };
/** The same as defaults of inputs; a rehearsal is slower, for its example looks once a second. */
export const paceOf = { poll_interval_seconds: '0.1', create_seconds: '0.5', restore_seconds: '3' };

/** The world around an example of this text: VPS.org, GitHub, the rest of the web, and the programs of its scripts. */
export async function openScene(text: string, world: World) {
  const api = new Api({ ...pace, ...world.api });
  for (const id of servers) api.addServer({ id, name: `web-${id}` });
  for (const seed of world.snapshots ?? []) api.addSnapshot({ server: 12345, ...seed });
  const github = new GitHubApi();
  github.addPullRequest(7);
  for (const id of world.runs ?? []) github.addRun(id);
  if (world.pendingSince) github.state.statuses.push(pendingStatus(world.pendingSince));
  const site = await openSite();
  const [vps, gitHub] = await Promise.all([serve(api), serve(github)]);
  const played = new Programs({
    programs,
    scripts: scriptsIn(text + JSON.stringify(world.inputs ?? {})),
    endings: world.programs ?? {},
  });
  return {
    urls: { vps: vps.url, gitHub: gitHub.url },
    programs: played,
    secrets: { VPS_API_TOKEN: secrets.apiToken, CHAT_WEBHOOK_URL: `${site.url}/chat` },
    vars: {
      VPS_SERVER_ID: '12345',
      VPS_STAGING_SERVER_ID: '23456',
      VPS_PREVIEW_SERVER_ID: '34567',
      VPS_READY_URL: `${site.url}/health`,
    },
    /** The text with the address of an example on the web that is there. */
    text: text.replaceAll('https://www.example.com', site.url),
    /** Acts once, as soon as the request has come after which the run is cancelled. */
    whenToCancel(act: () => void): void {
      if (!world.cancelledAt) return;
      const watching = setInterval(() => {
        if (!api.ledger.some(({ method, path }) => `${method} ${path}` === world.cancelledAt)) return;
        clearInterval(watching);
        act();
      }, 5);
      watching.unref();
    },
    effects: (): Effects => ({
      ...snapshotsAt(api, world),
      power: api.state.powerActions.map(({ action, server }) => `${action} ${server}`),
      called: played.calls,
      posted: [...site.posted.map((body) => `chat: ${JSON.parse(body).text}`), ...postedAt(github)],
    }),
    async [Symbol.asyncDispose](): Promise<void> {
      played.clear();
      site.close();
      await Promise.all([vps.close(), gitHub.close()]);
    },
  };
}

/** The files of the repository that scripts call. */
function scriptsIn(text: string): string[] {
  const all = [...text.matchAll(/(?<![\w./-])\.\/[\w/-]+\.sh\b/g)].map(([script]) => script);
  return [...new Set(all)];
}

function pendingStatus(target_url: string) {
  const sha = 'c0ffee'.padEnd(40, '0');
  return { sha, context: 'vps-snapshot/99', state: 'pending', description: '', target_url };
}

function snapshotsAt(api: Api, { snapshots = [] }: World): Pick<Effects, 'snapshots' | 'restored'> {
  const older = new Set(snapshots.map(({ id }) => id));
  const made = [...api.state.snapshots.values()].filter(({ id }) => !older.has(id));
  const nameOf = (id: number | undefined) => {
    const snapshot = made.find((one) => one.id === id);
    if (!snapshot) return String(id);
    const before = made.filter((one) => one.server === snapshot.server && one.id <= snapshot.id);
    return `${snapshot.server}#${before.length}`;
  };
  return {
    snapshots: api
      .snapshots()
      .map(({ id }) => nameOf(id))
      .sort(),
    restored: api.state.restores.map(({ snapshot }) => nameOf(snapshot)).sort(),
  };
}

function postedAt({ issues, comments, statuses }: GitHubApi): string[] {
  const last = new Map(statuses.map((status) => [status.context, status]));
  return [
    ...issues.map(({ body }) => `issue: ${body}`),
    ...comments.map(({ body }) => `comment: ${/^#.*(?= in )/m.exec(body)}`),
    ...[...last].map(([context, { state, description }]) => `${context} ${state}: ${description}`),
  ];
}
