import type { GitHub } from './github/github.ts';
import type { Journal } from './report/journal.ts';
import type { Notes } from './rules/notes.ts';
import type { Origin } from './rules/ownership.ts';
import type { Log } from './text/log.ts';
import type { Vps } from './vps/client.ts';
import type { Server, Snapshot } from './vps/model.ts';
import type { Reading } from './vps/reading.ts';
import type { Clock } from './waiting/clock.ts';
import type { Poller } from './waiting/poller.ts';
import type { Probed } from './waiting/probe.ts';
import type { Pace } from './waiting/schedule.ts';

/** What knows a deadline of its own. */
export interface Reach {
  vps: Vps;
  /** One each per step: what several wait for costs one list per look. */
  snapshots: Poller<Snapshot[]>;
  servers: Poller<Server[]>;
  /** On the clock: when the time is over. */
  deadline: number;
  /** One GET without token. */
  probe(url: string): Promise<Probed>;
}

/** The world as a mode sees it. Everything with an effect comes through here. */
export interface Deps extends Reach {
  /** The same anew, for what must be over at another time. It has to learn the API's ids from lists of its own. */
  reach(deadline: number): Reach;
  pace: Pace;
  /** How patient reads are before anything is planned. */
  planning: Reading;
  journal: Journal;
  log: Log;
  clock: Clock;
  random: () => number;
  /** Aborted when the runner wants the step to stop. */
  signal: AbortSignal;
  origin: Origin;
  /** The IP addresses of the machine that the step runs on. */
  addresses: readonly string[];
  /** Loaded only when it is needed. */
  github(): Promise<GitHub>;
  /** What the steps of one job leave for its guards. */
  notes: Notes;
  /** Leaves one line for the post step, in place of the one before. False when that is not possible. */
  saveState(json: string): boolean;
}
