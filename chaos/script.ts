import type { ApiOptions, Fault, Form, ServerSeed, SnapshotSeed } from '../rehearsal/api/api.ts';

/** Everything that happens to one job from outside, as a seed draws it. Times are milliseconds since its beginning. */
export interface Script {
  seed: number;
  form: Form;
  /** Nothing goes wrong. */
  isCalm: boolean;
  api: ApiOptions;
  servers: (Partial<ServerSeed> & { id: number })[];
  /** Those that were there before. */
  snapshots: Foreign[];
  origin: Origin;
  /** The steps with this action, in order. */
  uses: Use[];
  /** How the job ends when each step was good, and how long its deploy takes. */
  ending: Ending;
  deployMs: number;
  /** What others do meanwhile. */
  others: Other[];
  faults: Fault[];
  interruptions: Interruption[];
  /** How long a request and its answer travel. */
  latencyMs: { least: number; most: number } | undefined;
  /** The post steps get no inputs, as in nested composite actions. */
  lostInputs: boolean;
  runner: RunnerTrouble;
  github: GitHubScript;
  /** When the service behind `ready_url` answers: as soon as its server runs, or never. */
  site: 'with the server' | 'never';
}

export type Ending = 'success' | 'failure' | 'cancelled';

/** Who made a snapshot, as a mark says it. */
export interface Maker {
  repository: string;
  runId: string;
  attempt: string;
  job: string;
  step: string;
}

/** A snapshot that no step of this job makes. */
export interface Foreign extends SnapshotSeed {
  id: number;
  maker: Maker | undefined;
}

export interface Origin extends Omit<Maker, 'step'> {
  /** One for each use of the action. */
  steps: string[];
}

/** One `uses:` of the action. */
export interface Use {
  inputs: Record<string, string>;
  /** Inputs that are outputs of an earlier use. */
  outputs: Record<string, { use: number; output: string }>;
  /** As `if:` has it. */
  runs: 'success()' | 'failure()' | 'always()';
  /** Whether the deploy comes right before it. */
  afterDeploy: boolean;
  /** What is told when the runner stops it: the step's own time limit, or somebody cancels the job. */
  stoppedAs: 'failure' | 'cancelled';
}

export interface Other {
  at: Moment;
  does:
    | { what: 'deploy'; snapshot: Omit<Foreign, 'id'>; endsMs: number; runEndsMs: number }
    | {
        what: 'fill' | 'restore' | 'stop' | 'start' | 'reboot' | 'delete oldest' | 'delete newest';
        server: number;
      };
}

/** A time, or a request of a step: `use` counts from 0. */
export type Moment =
  | { ms: number }
  | ({ use: number; isPost: boolean } & ({ request: number } | { ms: number }));

export interface Interruption {
  at: { use: number; isPost: boolean } & ({ request: number; side: 'before' | 'after' } | { ms: number });
  how: 'SIGINT' | 'SIGTERM' | 'kill';
}

/** Which of the runner's files cannot be written. */
export interface RunnerTrouble {
  noState: boolean;
  noTemp: boolean;
  noOutput: boolean;
}

export interface GitHubScript {
  token: string;
  /** What other runs have come to. */
  runs: { id: number; status: string }[];
  faults: Fault[];
  pullRequest: number | undefined;
}
