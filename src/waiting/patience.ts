import { waitForOthersMs, waitForOthersShare } from '../limits.ts';

/**
 * How long others at a server may hold a step up, in milliseconds: a share of the time left, so that there is enough of
 * it for what comes next.
 */
export function patienceWith(msLeft: number): number {
  return Math.min(waitForOthersMs, msLeft * waitForOthersShare);
}
