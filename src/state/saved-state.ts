import { madeBy } from '../rules/adoption.ts';
import type { Nonce, Origin } from '../rules/ownership.ts';
import type { JobEnding, Policy } from '../rules/policy.ts';
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
  /** As the main step read them: to notice that they got lost, never to act by. */
  policies: Record<JobEnding, Policy>;
  /** The main step ended well, with all snapshots confirmed (or only requested, with `wait: false`). */
  succeeded: boolean;
  /** All snapshots were complete, and still the right ones a moment later. */
  confirmed: boolean;
  targets: Target[];
  /** How many notes the steps of the job had left when all was confirmed: what they did before is no rollback of what came after. */
  notesBefore?: number;
  /** Servers that the main step stopped, or asked to stop, and has not seen running since. */
  standing: Standing[];
}

export interface Standing {
  server: ServerRef;
  /** ISO 8601, by the runner's clock: just before the stop was requested. */
  stoppedAt: string;
  /** The stop may still take effect although it was not seen to. */
  unclear: boolean;
  /** A command line that starts it. */
  byHand: string;
}

export interface Target {
  server: ServerRef | null;
  /** The snapshot's name; with it, one whose id was never learnt is found. */
  name: string | null;
  /** `open` as long as the API has not answered; `refused`, so that there is nothing to look for; or the snapshot's id. */
  request: 'open' | 'refused' | { id: Id; doubtful?: boolean };
  /** Whether the server ran when the main step looked; null where servers may not be listed. */
  ran: boolean | null;
  /** ISO 8601, by the runner's clock. */
  requestedAt: string | null;
  completeAt: string | null;
  /** Of the complete snapshot, for a report of what is kept. */
  sizeMb: number | null;
  createdAt: string | null;
  /** How many of the server's slots were in use when the main step ended. */
  slotsUsed: number | null;
}

export const stateVersion = 2;

/** Undefined for text that is no state of this version. */
export function readSavedState(text: string): SavedState | undefined {
  try {
    const state = JSON.parse(text) as SavedState;
    return state.version === stateVersion && [state.targets, state.standing].every(Array.isArray)
      ? state
      : undefined;
  } catch {
    return undefined;
  }
}

export function newTarget(known: Partial<Target>): Target {
  return {
    server: null,
    name: null,
    request: 'open',
    ran: null,
    requestedAt: null,
    completeAt: null,
    sizeMb: null,
    createdAt: null,
    slotsUsed: null,
    ...known,
  };
}

/** Undefined as long as no id is known. */
export function idOfTarget({ request }: Target): Id | undefined {
  return typeof request === 'object' ? request.id : undefined;
}

/** Nothing but time and place says that it is ours. */
export function isDoubtful({ request }: Target): boolean {
  return typeof request === 'object' && request.doubtful === true;
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
