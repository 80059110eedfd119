import type { Act } from './stage.ts';

const snapshot = 'Snapshot before the deploy';
const guard = {
  server_id: '12345',
  on_success: 'delete',
  on_failure: 'restore,delete',
  on_cancelled: 'restore',
};
const taken = { result: 'created', snapshot_id: '801', status: 'completed', size_mb: '5120' };

const day = 86_400_000;

/** What the deploys of former months left behind, each with the mark of its run. */
const leftovers = [40, 50, 60, 70, 80].map((age, index) => ({
  id: 705 - index,
  name: `gha-web-${4100 - index}-1-c0ffee`,
  description: `Before a deploy [gha octo-org/web run ${4100 - index}.1 0000000${index}-c0ffee00]`,
  created_at: Date.now() - age * day,
}));

/** What the demo shows, one job after the other. */
export const acts: Act[] = [
  {
    title: 'A deploy that goes well',
    async play({ says, uses, deploys, visits, ends }) {
      says('A web server is running. Before anything is deployed to it, one step takes a snapshot:');
      await uses(snapshot, { with: guard, gives: taken });
      says('Then the deploy, and it is a good one:');
      deploys('success');
      visits('200 OK');
      says('A server holds five snapshots. So when the job has ended, the same step frees the slot again:');
      await ends({ result: 'deleted' });
    },
  },
  {
    title: 'A deploy that fails, and is rolled back',
    async play({ says, uses, deploys, visits, ends }) {
      says('The same job a day later:');
      await uses(snapshot, { with: guard, gives: taken });
      visits('200 OK');
      says('This time the deploy is not a good one:');
      deploys('failure');
      visits('500 Internal Server Error');
      says('The job has failed, so the step that took the snapshot puts the server back:');
      await ends({ result: 'restored', tells: ['warning: Rolled back'] });
      visits('200 OK');
    },
  },
  {
    title: 'A deploy that somebody cancels',
    pace: { restoreMs: 6_000 },
    leaves: [801],
    async play({ says, uses, deploys, visits, ends, rests }) {
      await uses(snapshot, { with: guard, gives: taken });
      says('In the middle of the deploy, somebody presses "Cancel workflow":');
      deploys('cancelled');
      visits('500 Internal Server Error');
      says('GitHub gives a cancelled job little time. The rollback is requested, and what is open is said:');
      await ends({
        timeout_minutes: '0.05',
        result: 'timed out',
        tells: ['warning: Rollback requested', 'error: Rollback requested, not confirmed'],
      });
      visits('no answer (the server is restoring)');
      says('The job is gone, and VPS.org goes on by itself. A while later:');
      await rests();
      visits('200 OK');
    },
  },
  {
    title: 'A server without a free slot',
    snapshots: leftovers,
    leaves: [705],
    async play({ says, uses, ends }) {
      says('Deploys of former months left their snapshots, and a server holds five:');
      await uses(snapshot, {
        with: { server_id: '12345', on_success: 'delete' },
        gives: { result: 'failed', snapshot_id: '' },
        tells: ['error: Snapshot limit reached'],
        fails: true,
      });
      says(
        'A step that tidies up, as a weekly workflow would, keeps the newest one that this repository made:',
      );
      await uses('Prune', {
        with: { mode: 'prune', server_id: '12345', keep_last: '1' },
        gives: { result: 'pruned', deleted_ids: '[704,703,702,701]' },
      });
      says('Now there is room:');
      await uses('Snapshot before the next deploy', {
        with: { server_id: '12345', on_success: 'delete' },
        gives: { ...taken, snapshot_id: '801' },
      });
      await ends({ result: 'deleted' }, {}, {});
    },
  },
];
