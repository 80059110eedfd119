import { madeBy } from '../rules/adoption.ts';
import type { Nonce, Origin } from '../rules/ownership.ts';
import type { ServerRef } from '../rules/steps.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

/**
 * What the main step leaves for the post step: which snapshots it answers for. Identity only; what to do with them is
 * read from the inputs when the job has ended. Never a token.
 */
export interface SavedState {
  version: typeof stateVersion;
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
  server: ServerRef | null;
  /** The snapshot's name; with it, one whose id was never learnt is found. */
  name: string | null;
  /** `open` as long as the API has not answered; `refused`, so that there is nothing to look for; or the snapshot's id. */
  request: 'open' | 'refused' | { id: Id };
  /** ISO 8601, by the runner's clock. */
  requestedAt: string | null;
  completeAt: string | null;
  /** How many of the server's slots were in use when the main step ended. */
  slotsUsed: number | null;
}

export const stateVersion = 2;

/** Undefined for text that is no state of this version. */
export function readSavedState(text: string): SavedState | undefined {
  try {
    const state = JSON.parse(text) as SavedState;
    return state.version === stateVersion && Array.isArray(state.targets) ? state : undefined;
  } catch {
    return undefined;
  }
}

export function newTarget(known: Partial<Target>): Target {
  return {
    server: null,
    name: null,
    request: 'open',
    requestedAt: null,
    completeAt: null,
    slotsUsed: null,
    ...known,
  };
}

/** Undefined as long as no id is known. */
export function idOfTarget({ request }: Target): Id | undefined {
  return typeof request === 'object' ? request.id : undefined;
}

/** The ids of all snapshots that the main step learnt of. */
export function idsIn({ targets }: SavedState): Id[] {
  return targets.flatMap((target) => idOfTarget(target) ?? []);
}

/** What the main step may have made for a target, found by its nonce. */
export function madeFor(
  target: Target,
  { nonce, origin }: { nonce: Nonce; origin: Origin },
  list: readonly Snapshot[],
): Snapshot[] {
  if (!target.server || target.name === null) return [];
  const request = { serverId: target.server.id, name: target.name, mark: { ...origin, nonce } };
  return madeBy(request, list);
}
