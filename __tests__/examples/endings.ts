import type { Seen } from './play.ts';
import type { World } from './scene.ts';

/**
 * How an example ends in one way. What is not said is as usual: nothing restored, stopped, told or posted, and the deploy
 * and the later step were called unless something before them had failed.
 */
export interface Ending extends Partial<Seen> {
  jobs: Seen['jobs'];
  snapshots: Seen['snapshots'];
  /** Where it finds something else than the other endings of its example. */
  world?: World;
}

/** An ending that an example cannot have, and why. */
type Never = { never: string };

export interface Example {
  /** What all its endings find. */
  world?: World;
  /** The program that deploys; `./deploy.sh`. */
  deploy?: string;
  /** One that a later step calls; `./smoke-test.sh`. */
  later?: string;
  success: Ending;
  'failing deploy': Ending | Never;
  'failing later step': Ending | Never;
  cancel: Ending | Never;
  /** Further ones that its text speaks of. */
  also?: Record<string, Ending>;
}

export const success = 'success';
export const failure = 'failure';
export const cancelled = 'cancelled';
export const skipped = 'skipped';

export const nothingDeployed: Never = { never: 'it deploys nothing' };
export const noLaterStep: Never = { never: 'the deploy is its last step' };

// What becomes of server 12345 and its snapshot.
export const deleted = { snapshots: [] };
export const kept = { snapshots: ['12345#1'] };
export const rolledBack = { snapshots: ['12345#1'], restored: ['12345#1'], told: ['warning: Rolled back'] };
export const rolledBackAndDeleted = { ...rolledBack, snapshots: [] };
export const rolledBackInTime = {
  ...rolledBack,
  told: ['warning: Rollback requested', 'warning: Rolled back'],
};
export const halfDeployed = { snapshots: ['12345#1'], told: ['warning: Perhaps half deployed'] };

const day = 24 * 3_600_000;
const daysAgo = (days: number) => new Date(Date.now() - days * day);
/** The description of a snapshot that a run of this repository made. */
const madeBy = (run: number) => `Before a deploy [gha octo-org/web run ${run}.1 ffffffff-eeeeeeee]`;

/** Three of this repository, the oldest first, and one that a colleague made. */
export const olderSnapshots = {
  runs: [4001, 4002, 4003],
  snapshots: [
    { id: 701, created_at: daysAgo(4), description: madeBy(4001) },
    { id: 702, created_at: daysAgo(3.5), description: madeBy(4002) },
    { id: 703, created_at: daysAgo(2), description: madeBy(4003) },
    { id: 704, created_at: daysAgo(1), description: 'before I tried something' },
  ],
} satisfies World;

export const allSlotsTaken = {
  runs: olderSnapshots.runs,
  snapshots: [...olderSnapshots.snapshots, { id: 705, created_at: daysAgo(5), description: 'keep this' }],
} satisfies World;

export const pullRequest = (repository: string, login = 'octocat') => ({
  eventName: 'pull_request',
  event: {
    action: 'labeled',
    label: { name: 'try-on-staging' },
    pull_request: {
      number: 7,
      user: { login },
      head: { sha: 'feed'.padEnd(40, '0'), repo: { full_name: repository } },
    },
  },
});
/** The run of every example. */
export const run = 'https://github.com/octo-org/web/actions/runs/4242';
