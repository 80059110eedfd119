import type { Nonce } from '../rules/ownership.ts';
import type { Id } from '../vps/id.ts';

/**
 * What the main step leaves for the post step: which snapshots it answers for. Identity only; what to do with them is
 * read from the inputs when the job has ended. Never a token.
 */
export interface Custody {
  version: typeof custodyVersion;
  apiUrl: string;
  /** Whether this step requested the snapshots itself, or waited for those of an earlier step. */
  made: boolean;
  nonce: Nonce;
  /** The main step ended well, with all snapshots confirmed (or only requested, with `wait: false`). */
  succeeded: boolean;
  /** All snapshots were complete, and still the right ones a moment later. */
  confirmed: boolean;
  targets: Target[];
}

export interface Target {
  server: { id: Id; name?: string } | null;
  /** The snapshot's name; with it, one whose id was never learnt is found. */
  name: string | null;
  /** Null as long as the API has not answered. */
  id: Id | null;
  /** The API refused, so that there is nothing to look for. */
  refused: boolean;
  /** ISO 8601, by the runner's clock. */
  requestedAt: string | null;
  completeAt: string | null;
  /** How many of the server's slots were in use when the main step ended. */
  slotsUsed: number | null;
}

export const custodyVersion = 1;

/** Undefined for text that is no custody of this version. */
export function readCustody(text: string): Custody | undefined {
  try {
    const custody = JSON.parse(text) as Custody;
    return custody.version === custodyVersion && Array.isArray(custody.targets) ? custody : undefined;
  } catch {
    return undefined;
  }
}

export function newTarget(facts: Partial<Target>): Target {
  return {
    ...{
      server: null,
      name: null,
      id: null,
      refused: false,
      requestedAt: null,
      completeAt: null,
      slotsUsed: null,
    },
    ...facts,
  };
}
