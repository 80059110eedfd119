import type { GitHub } from './github/github.ts';
import type { Journal } from './report/journal.ts';
import type { Origin } from './rules/ownership.ts';
import type { Log } from './text/log.ts';
import type { Vps } from './vps/client.ts';
import type { Reading } from './vps/list.ts';
import type { Server, Snapshot } from './vps/model.ts';
import type { Clock } from './waiting/clock.ts';
import type { Poller } from './waiting/poller.ts';
import type { Pace } from './waiting/schedule.ts';

/** The world as a mode sees it. Everything with an effect comes through here. */
export interface Deps {
  vps: Vps;
  /** One each per step: what several wait for costs one list per look. */
  snapshots: Poller<Snapshot[]>;
  servers: Poller<Server[]>;
  pace: Pace;
  /** How patient reads are before anything is planned. */
  planning: Reading;
  journal: Journal;
  log: Log;
  clock: Clock;
  random: () => number;
  /** Aborted when the runner wants the step to stop. */
  signal: AbortSignal;
  /** On `clock`: when the step's own time is over. */
  deadline: number;
  origin: Origin;
  /** The IP addresses of the machine that the step runs on. */
  addresses: readonly string[];
  /** Loaded only when it is needed. */
  github(): Promise<GitHub>;
  /** Leaves one line for the post step, in place of the one before. False when that is not possible. */
  saveState(json: string): boolean;
  /** One GET without token and redirects; true for a 2xx. */
  probe(url: string): Promise<boolean>;
}
