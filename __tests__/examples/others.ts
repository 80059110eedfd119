import {
  cancelled,
  deleted,
  type Example,
  failure,
  halfDeployed,
  kept,
  noLaterStep,
  nothingDeployed,
  olderSnapshots,
  rolledBack,
  rolledBackInTime,
  run,
  skipped,
  success,
} from './endings.ts';

/** The same where there is more than one job, or no guard. */
export const others: Record<string, Example> = {
  'README.md: Keep a few, prune at night': {
    world: olderSnapshots,
    success: { jobs: { prune: success }, snapshots: ['702', '703', '704'], called: [] },
    'failing deploy': nothingDeployed,
    'failing later step': nothingDeployed,
    cancel: {
      world: { ...olderSnapshots, cancelledAt: 'DELETE /snapshots/701/', api: { deleteTakesMs: 60_000 } },
      jobs: { prune: cancelled },
      snapshots: ['701', '702', '703', '704'],
      told: ['error: Cancelled'],
      called: [],
    },
  },
  'README.md: Explicit steps, in one job or across jobs': {
    success: { jobs: { job: success }, ...deleted },
    'failing deploy': { jobs: { job: failure }, ...rolledBack, told: [] },
    'failing later step': noLaterStep,
    cancel: { jobs: { job: cancelled }, ...kept },
  },
  'docs/from-curl.md: The whole of it': {
    success: { jobs: { job: success }, ...deleted },
    'failing deploy': { jobs: { job: failure }, ...rolledBack },
    'failing later step': noLaterStep,
    cancel: { jobs: { job: cancelled }, ...halfDeployed },
  },
  'examples/across-jobs.yml': {
    success: {
      jobs: {
        snapshot: success,
        deploy: success,
        'smoke-test': success,
        'roll-back': skipped,
        'clean-up': success,
      },
      ...deleted,
    },
    'failing deploy': {
      jobs: {
        snapshot: success,
        deploy: failure,
        'smoke-test': skipped,
        'roll-back': success,
        'clean-up': skipped,
      },
      ...rolledBack,
      told: [],
    },
    'failing later step': {
      jobs: {
        snapshot: success,
        deploy: success,
        'smoke-test': failure,
        'roll-back': success,
        'clean-up': skipped,
      },
      ...rolledBack,
      told: [],
    },
    cancel: {
      jobs: {
        snapshot: success,
        deploy: cancelled,
        'smoke-test': skipped,
        'roll-back': skipped,
        'clean-up': skipped,
      },
      ...kept,
    },
  },
  'examples/end-pending-status.yml': {
    success: {
      jobs: { deploy: success, 'end-status': success },
      ...deleted,
      posted: ['vps-snapshot/12345 success: deleted (snapshot 801)'],
    },
    'failing deploy': {
      jobs: { deploy: failure, 'end-status': success },
      ...rolledBack,
      posted: ['vps-snapshot/12345 failure: restored (snapshot 801)'],
    },
    'failing later step': {
      jobs: { deploy: failure, 'end-status': success },
      ...rolledBack,
      posted: ['vps-snapshot/12345 failure: restored (snapshot 801)'],
    },
    cancel: {
      jobs: { deploy: cancelled, 'end-status': success },
      ...halfDeployed,
      posted: ['vps-snapshot/12345 failure: kept (snapshot 801): on_cancelled is keep'],
    },
    also: {
      'the runner was lost': {
        world: { pendingSince: run },
        jobs: { deploy: success, 'end-status': success },
        ...deleted,
        posted: [
          'vps-snapshot/99 error: The runner was lost: look at the server',
          'vps-snapshot/12345 success: deleted (snapshot 801)',
        ],
      },
    },
  },
  'examples/fleet-in-waves.yml': {
    success: {
      jobs: { canary: success, 'rest (12346)': success, 'rest (12347)': success },
      snapshots: ['12345#1', '12346#1', '12347#1'],
      called: [12345, 12346, 12347].flatMap((id) => [`./deploy.sh ${id}`, `./smoke-test.sh ${id}`]),
    },
    'failing deploy': {
      jobs: { canary: failure, rest: skipped },
      ...rolledBack,
      called: ['./deploy.sh 12345'],
    },
    'failing later step': {
      jobs: { canary: failure, rest: skipped },
      ...rolledBack,
      called: ['./deploy.sh 12345', './smoke-test.sh 12345'],
    },
    cancel: {
      jobs: { canary: cancelled, rest: skipped },
      ...rolledBackInTime,
      called: ['./deploy.sh 12345'],
    },
    also: {
      'the first of the rest fails': {
        world: { programs: { './smoke-test.sh 12346': 'fails' } },
        jobs: { canary: success, 'rest (12346)': failure, 'rest (12347)': cancelled },
        snapshots: ['12345#1', '12346#1'],
        restored: ['12346#1'],
        told: ['warning: Rolled back'],
        called: [12345, 12346].flatMap((id) => [`./deploy.sh ${id}`, `./smoke-test.sh ${id}`]),
      },
    },
  },
  'examples/guarded-deploy-caller.yml': {
    success: {
      jobs: { 'staging / deploy': success, 'production / deploy': success },
      ...deleted,
      called: ['./deploy.sh', './deploy.sh', './smoke-test.sh'],
    },
    'failing deploy': {
      jobs: { 'staging / deploy': failure, production: skipped },
      ...rolledBack,
      snapshots: ['23456#1'],
      restored: ['23456#1'],
    },
    'failing later step': {
      jobs: { 'staging / deploy': success, 'production / deploy': failure },
      ...rolledBack,
      snapshots: ['12345#1'],
      restored: ['12345#1'],
      called: ['./deploy.sh', './deploy.sh', './smoke-test.sh'],
    },
    cancel: {
      jobs: { 'staging / deploy': cancelled, production: skipped },
      ...rolledBackInTime,
      snapshots: ['23456#1'],
      restored: ['23456#1'],
    },
  },
  'examples/guarded-deploy.yml': {
    world: { inputs: { server_id: '12345', command: './deploy.sh && ./smoke-test.sh' } },
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': { jobs: { deploy: failure }, ...rolledBack },
    'failing later step': { jobs: { deploy: failure }, ...rolledBack },
    cancel: { jobs: { deploy: cancelled }, ...rolledBackInTime },
  },
  'examples/nightly-prune.yml': {
    world: { ...olderSnapshots, eventName: 'schedule' },
    success: { jobs: { prune: success }, snapshots: ['702', '703', '704'], called: [] },
    'failing deploy': nothingDeployed,
    'failing later step': nothingDeployed,
    cancel: {
      world: { cancelledAt: 'DELETE /snapshots/701/', api: { deleteTakesMs: 60_000 } },
      jobs: { prune: cancelled },
      snapshots: ['701', '702', '703', '704'],
      told: ['error: Cancelled'],
      called: [],
    },
    also: {
      'by hand, a dry run': {
        world: { eventName: 'workflow_dispatch', inputs: { dry_run: true } },
        jobs: { prune: success },
        snapshots: ['701', '702', '703', '704'],
        called: [],
      },
    },
  },
  'examples/rehearsal.yml': {
    // It brings an API of its own, so that of the scene sees nothing.
    success: {
      world: { inputs: { deploy: 'succeeds' } },
      jobs: { deploy: success },
      snapshots: [],
      called: [],
    },
    'failing deploy': {
      world: { inputs: { deploy: 'fails' } },
      jobs: { deploy: failure },
      snapshots: [],
      told: ['warning: Rolled back'],
      called: [],
    },
    'failing later step': noLaterStep,
    cancel: { never: 'its deploy only compares two words' },
  },
  'examples/roll-back-by-hand.yml': {
    world: olderSnapshots,
    success: {
      jobs: { 'roll-back': success },
      snapshots: ['701', '702', '703', '704'],
      restored: ['703'],
      called: [],
    },
    'failing deploy': nothingDeployed,
    'failing later step': nothingDeployed,
    cancel: {
      world: { cancelledAt: 'POST /snapshots/703/restore/' },
      jobs: { 'roll-back': cancelled },
      snapshots: ['701', '702', '703', '704'],
      restored: ['703'],
      told: ['error: Cancelled'],
      called: [],
    },
    also: {
      'an older one by its id': {
        world: { inputs: { snapshot_id: '702' } },
        jobs: { 'roll-back': success },
        snapshots: ['701', '702', '703', '704'],
        restored: ['702'],
        called: [],
      },
      'a dry run': {
        world: { inputs: { dry_run: true } },
        jobs: { 'roll-back': success },
        snapshots: ['701', '702', '703', '704'],
        called: [],
      },
      'there is none': {
        world: { snapshots: [] },
        jobs: { 'roll-back': failure },
        snapshots: [],
        told: ['error: Which snapshot?'],
        called: [],
      },
    },
  },
  'examples/tell-people.yml': {
    success: {
      jobs: { deploy: success, tell: skipped },
      ...deleted,
      posted: ['vps-snapshot/12345 success: deleted (snapshot 801)'],
    },
    'failing deploy': {
      jobs: { deploy: failure, tell: success },
      ...rolledBack,
      posted: [
        `chat: Deploy ended with failure. Server 12345 was rolled back: restored (snapshot 801). See ${run}`,
        `issue: Deploy ended with failure. Server 12345 was rolled back: restored (snapshot 801). See ${run}`,
        'vps-snapshot/12345 failure: restored (snapshot 801)',
      ],
    },
    'failing later step': {
      jobs: { deploy: failure, tell: success },
      ...rolledBack,
      posted: [
        `chat: Deploy ended with failure. Server 12345 was rolled back: restored (snapshot 801). See ${run}`,
        `issue: Deploy ended with failure. Server 12345 was rolled back: restored (snapshot 801). See ${run}`,
        'vps-snapshot/12345 failure: restored (snapshot 801)',
      ],
    },
    cancel: {
      jobs: { deploy: cancelled, tell: success },
      ...halfDeployed,
      posted: [
        `chat: Deploy ended with cancelled. Server 12345 is not known to be rolled back: kept (snapshot 801): on_cancelled is keep. See ${run}`,
        `issue: Deploy ended with cancelled. Server 12345 is not known to be rolled back: kept (snapshot 801): on_cancelled is keep. See ${run}`,
        'vps-snapshot/12345 failure: kept (snapshot 801): on_cancelled is keep',
      ],
    },
  },
  'examples/three-steps.yml': {
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': { jobs: { deploy: failure }, ...rolledBack, told: [] },
    'failing later step': { jobs: { deploy: failure }, ...rolledBack, told: [] },
    cancel: { jobs: { deploy: cancelled }, ...kept },
  },
};
