import {
  allSlotsTaken,
  cancelled,
  deleted,
  type Example,
  failure,
  halfDeployed,
  kept,
  noLaterStep,
  pullRequest,
  rolledBack,
  rolledBackAndDeleted,
  rolledBackInTime,
  skipped,
  success,
} from './endings.ts';

/** A snapshot of each server. */
const allThree = ['12345#1', '12346#1', '12347#1'];

/** What becomes of the server where one job has a guard, by what the text of each example says. */
export const guards: Record<string, Example> = {
  'README.md: vps-snapshot-action': {
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': { jobs: { deploy: failure }, ...rolledBack },
    'failing later step': { jobs: { deploy: failure }, ...rolledBack },
    cancel: { jobs: { deploy: cancelled }, ...halfDeployed },
  },
  'README.md: Snapshot during the build': {
    success: { jobs: { job: success }, ...deleted, called: ['./build.sh', './deploy.sh'] },
    'failing deploy': { jobs: { job: failure }, ...rolledBack, called: ['./build.sh', './deploy.sh'] },
    'failing later step': noLaterStep,
    cancel: { jobs: { job: cancelled }, ...halfDeployed, called: ['./build.sh', './deploy.sh'] },
    also: {
      'failing build': {
        world: { programs: { './build.sh': 'fails' } },
        jobs: { job: failure },
        ...deleted,
        called: ['./build.sh'],
      },
      'cancel during the build': {
        world: { programs: { './build.sh': 'hangs' } },
        jobs: { job: cancelled },
        ...deleted,
        called: ['./build.sh'],
      },
    },
  },
  'examples/continue-on-error.yml': {
    later: './report.sh',
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': {
      jobs: { deploy: success },
      ...rolledBack,
      told: ['notice: Rolled back'],
      called: ['./deploy.sh', './report.sh'],
    },
    'failing later step': { jobs: { deploy: failure }, ...rolledBack },
    cancel: { jobs: { deploy: cancelled }, ...halfDeployed },
  },
  'examples/guard.yml': {
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': { jobs: { deploy: failure }, ...rolledBackAndDeleted },
    'failing later step': { jobs: { deploy: failure }, ...rolledBackAndDeleted },
    cancel: { jobs: { deploy: cancelled }, ...rolledBackInTime },
    also: {
      'all slots are taken': {
        world: allSlotsTaken,
        jobs: { deploy: success },
        snapshots: ['702', '703', '704', '705'],
        told: ['notice: Oldest snapshot deleted'],
      },
    },
  },
  'examples/one-step-only.yml': {
    later: './warm-the-cache.sh',
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': { jobs: { deploy: failure }, ...rolledBack },
    'failing later step': { jobs: { deploy: failure }, ...kept },
    cancel: { jobs: { deploy: cancelled }, ...kept },
  },
  'examples/pull-requests.yml': {
    world: pullRequest('octo-org/web'),
    success: {
      jobs: { preview: success },
      ...deleted,
      posted: [
        'comment: ### ✅ VPS.org snapshot: after the job – deleted',
        'vps-snapshot/34567 success: deleted (snapshot 801)',
      ],
    },
    'failing deploy': {
      jobs: { preview: failure },
      ...rolledBack,
      snapshots: ['34567#1'],
      restored: ['34567#1'],
      posted: [
        'comment: ### ⚠️ VPS.org snapshot: after the job – restored',
        'vps-snapshot/34567 failure: restored (snapshot 801)',
      ],
    },
    'failing later step': {
      jobs: { preview: failure },
      ...rolledBack,
      snapshots: ['34567#1'],
      restored: ['34567#1'],
      posted: [
        'comment: ### ⚠️ VPS.org snapshot: after the job – restored',
        'vps-snapshot/34567 failure: restored (snapshot 801)',
      ],
    },
    cancel: {
      jobs: { preview: cancelled },
      ...halfDeployed,
      snapshots: ['34567#1'],
      posted: [
        'comment: ### ⚠️ VPS.org snapshot: after the job – kept',
        'vps-snapshot/34567 failure: kept (snapshot 801): on_cancelled is keep',
      ],
    },
    also: {
      'from a fork': {
        world: pullRequest('stranger/web'),
        jobs: { preview: skipped },
        snapshots: [],
        called: [],
      },
      'from Dependabot': {
        world: pullRequest('octo-org/web', 'dependabot[bot]'),
        jobs: { preview: skipped },
        snapshots: [],
        called: [],
      },
    },
  },
  'examples/quiesce-database.yml': {
    success: {
      jobs: { deploy: success },
      ...deleted,
      called: ['./worker.sh stop', './worker.sh start', './deploy.sh', './smoke-test.sh'],
    },
    'failing deploy': {
      jobs: { deploy: failure },
      ...rolledBack,
      called: ['./worker.sh stop', './worker.sh start', './deploy.sh'],
    },
    'failing later step': {
      jobs: { deploy: failure },
      ...rolledBack,
      called: ['./worker.sh stop', './worker.sh start', './deploy.sh', './smoke-test.sh'],
    },
    cancel: {
      jobs: { deploy: cancelled },
      ...halfDeployed,
      called: ['./worker.sh stop', './worker.sh start', './deploy.sh'],
    },
    also: {
      'the snapshot fails': {
        world: { api: { createEndsAs: 'failed' } },
        jobs: { deploy: failure },
        snapshots: ['12345#1'],
        told: ['error: Snapshot failed', 'warning: Snapshot left'],
        called: ['./worker.sh stop', './worker.sh start'],
      },
      'cancelled while the snapshot is taken': {
        world: { api: { createMs: 60_000 }, cancelledAt: 'POST /snapshots/' },
        jobs: { deploy: cancelled },
        snapshots: ['12345#1'],
        told: ['error: Cancelled', 'warning: Snapshot left'],
        called: ['./worker.sh stop', './worker.sh start'],
      },
    },
  },
  'examples/several-servers.yml': {
    success: { jobs: { deploy: success }, ...deleted },
    'failing deploy': {
      jobs: { deploy: failure },
      snapshots: allThree,
      restored: allThree,
      told: ['warning: Rolled back'],
    },
    'failing later step': {
      jobs: { deploy: failure },
      snapshots: allThree,
      restored: allThree,
      told: ['warning: Rolled back'],
    },
    cancel: { jobs: { deploy: cancelled }, ...halfDeployed, snapshots: allThree },
    also: {
      'one cannot be served': {
        world: allSlotsTaken,
        jobs: { deploy: failure },
        snapshots: ['701', '702', '703', '704', '705'],
        told: ['error: Snapshot limit reached'],
        called: [],
      },
    },
  },
  'examples/snapshot-during-build.yml': {
    success: {
      jobs: { deploy: success },
      ...deleted,
      called: ['./build.sh', './deploy.sh', './smoke-test.sh'],
    },
    'failing deploy': { jobs: { deploy: failure }, ...rolledBack, called: ['./build.sh', './deploy.sh'] },
    'failing later step': {
      jobs: { deploy: failure },
      ...rolledBack,
      called: ['./build.sh', './deploy.sh', './smoke-test.sh'],
    },
    cancel: { jobs: { deploy: cancelled }, ...halfDeployed, called: ['./build.sh', './deploy.sh'] },
    also: {
      'failing build': {
        world: { programs: { './build.sh': 'fails' } },
        jobs: { deploy: failure },
        ...deleted,
        called: ['./build.sh'],
      },
      'cancel during the build': {
        world: { programs: { './build.sh': 'hangs' } },
        jobs: { deploy: cancelled },
        ...deleted,
        called: ['./build.sh'],
      },
    },
  },
  'examples/staging-reset.yml': {
    world: pullRequest('octo-org/web'),
    later: './try-everything.sh',
    success: {
      jobs: { try: success },
      ...rolledBackAndDeleted,
      restored: ['23456#1'],
      told: ['notice: Rolled back'],
    },
    'failing deploy': {
      jobs: { try: failure },
      ...rolledBackAndDeleted,
      restored: ['23456#1'],
    },
    'failing later step': {
      jobs: { try: failure },
      ...rolledBackAndDeleted,
      restored: ['23456#1'],
    },
    cancel: { jobs: { try: cancelled }, ...rolledBackInTime, snapshots: ['23456#1'], restored: ['23456#1'] },
    also: {
      'from a fork': {
        world: pullRequest('stranger/web'),
        jobs: { try: skipped },
        snapshots: [],
        called: [],
      },
    },
  },
  'examples/stopped-server.yml': {
    world: { api: { power: 'offered' } },
    deploy: './migrate.sh',
    success: { jobs: { migrate: success }, ...kept, power: ['stop 12345', 'start 12345'] },
    'failing deploy': { jobs: { migrate: failure }, ...rolledBack, power: ['stop 12345', 'start 12345'] },
    'failing later step': { jobs: { migrate: failure }, ...rolledBack, power: ['stop 12345', 'start 12345'] },
    cancel: { jobs: { migrate: cancelled }, ...halfDeployed, power: ['stop 12345', 'start 12345'] },
    also: {
      'the snapshot fails': {
        world: { api: { power: 'offered', createEndsAs: 'failed' } },
        jobs: { migrate: failure },
        snapshots: ['12345#1'],
        power: ['stop 12345', 'start 12345'],
        told: ['error: Snapshot failed', 'warning: Snapshot left'],
        called: [],
      },
      'cancelled while the snapshot is taken': {
        world: { api: { power: 'offered', createMs: 60_000 }, cancelledAt: 'POST /snapshots/' },
        jobs: { migrate: cancelled },
        // One that is not complete goes, so that nothing keeps the server from being started.
        snapshots: [],
        power: ['stop 12345', 'start 12345'],
        told: ['error: Cancelled', 'notice: Server started again'],
        called: [],
      },
    },
  },
};
