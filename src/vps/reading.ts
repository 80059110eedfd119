import { planningPatienceMs } from '../limits.ts';
import type { VpsError } from './errors.ts';

/** How long a safe request is made again. */
export interface Reading {
  /** In milliseconds since the first try; until the deadline when not given. */
  patienceMs?: (trouble: VpsError) => number;
  /** On the clock: no request and no pause goes beyond it. The step's when not given. */
  deadline?: number;
}

export function forAtMost(ms: number): Reading {
  return { patienceMs: () => ms };
}

/** Before anything was requested: an outage is sat out, while what a later try hardly mends is told soon. */
export const whilePlanning: Reading = {
  patienceMs: ({ isOutage }) => (isOutage ? Number.POSITIVE_INFINITY : planningPatienceMs),
};

/** A rollback, or a snapshot that is on its way, is worth waiting for. */
export const untilTheDeadline: Reading = {};
