import type { Act } from './stage.ts';

const snapshot_id = '${{ steps.snap.outputs.snapshot_id }}';

/** What the demo shows, one job after the other. */
export const acts: Act[] = [
  {
    title: 'A deploy goes wrong, and three steps put it right',
    async play({ says, uses, deploys, visits }) {
      says('A web server is running. Before anything is deployed to it, a snapshot:');
      await uses('Snapshot before the deploy', {
        id: 'snap',
        with: { server_id: '12345' },
        gives: { result: 'created', snapshot_id: '801', status: 'completed', size_mb: '5120' },
      });

      visits('200 OK');
      says('Now comes a deploy, and it is not a good one:');
      deploys('failure');
      visits('500 Internal Server Error');

      says(
        'The job has failed, so its step with "if: failure()" runs. It knows the id from the outputs of the first:',
      );
      await uses('Roll back', {
        with: { mode: 'restore', snapshot_id },
        gives: { result: 'restored', snapshot_id: '801' },
      });
      visits('200 OK');

      says('The site is back. A server holds five snapshots, so this one is deleted again:');
      await uses('Delete the snapshot', {
        with: { mode: 'delete', snapshot_id },
        gives: { result: 'deleted', deleted_ids: '[801]' },
      });
    },
  },
];
