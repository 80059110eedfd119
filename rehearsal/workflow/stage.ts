import type { patience } from '../runner/cancel.ts';
import type { Surroundings } from '../runner/environment.ts';
import type { Action } from '../runner/manifest.ts';
import type { WorkflowFile } from './parser.ts';
import type { Programs } from './programs.ts';

/** All that a workflow finds around it. */
export interface Stage {
  /** The run; its token is `github.token` and `secrets.GITHUB_TOKEN`. */
  run: Surroundings & { token: string };
  secrets: Record<string, string>;
  vars: Record<string, string>;
  programs: Programs;
  /** What a step `uses:`; undefined for an action that is not played, which then simply succeeds. */
  actionOf(reference: string): Action | undefined;
  /** The workflow that a job `uses:`. */
  workflowOf(reference: string): WorkflowFile;
  /** Aborted when somebody cancels the run. */
  signal: AbortSignal;
  /** How long a cancelled step has for each signal, in milliseconds; as long as the runner gives it. */
  patience?: typeof patience;
  /** How long the runner listens to what outlives a step, in milliseconds. */
  lingerMs?: number;
  /** Takes every line that a step prints. */
  onLine?: (line: string) => void;
}
