import type { Id } from '../vps/id.ts';

/**
 * What a step of a job has done to a snapshot, for the guards of the same job. `claim`: it has waited for a snapshot that
 * an earlier step requested, and its guard answers for it from then on.
 */
export interface Note {
  act: 'restore' | 'delete' | 'claim';
  snapshot: Id;
  /** Absent for a snapshot that no list showed. */
  server?: Id;
  /**
   * `requested` is written before the request, `refused` when nothing came of it, `unready` when the server is restored
   * and its ready_url did not answer.
   */
  state: 'requested' | 'confirmed' | 'unready' | 'refused';
  /** Which step, as its nonce. */
  step: string;
}

/** The notes that the steps of one job leave for its guards. */
export interface Notes {
  /** Best effort: where nothing can be written, guards know less. False then. */
  leave(note: Omit<Note, 'step'>): boolean;
  /** All of this job, in order. */
  all(): Note[];
  /** When the first guard of this job that asked this began: `now` if that is the one who asks. By the machine's date. */
  firstGuardAt(now: Date): Date;
}

/** The last word on a snapshot by a step of the same job. */
export function lastNoteOn(snapshot: Id, notes: readonly Note[]): Note | undefined {
  return notes.findLast((note) => note.snapshot === snapshot && note.act !== 'claim');
}

/** What the last step of the same job with `mode: restore` has come to at a server; undefined where there is none. */
export function restoredByStep(
  server: Id | undefined,
  notes: readonly Note[],
): (Note & { state: 'requested' | 'confirmed' }) | undefined {
  const note = notes.findLast((one) => one.act === 'restore' && one.server === server);
  return server === undefined || note === undefined || note.state === 'refused'
    ? undefined
    : { ...note, state: note.state === 'unready' ? 'confirmed' : note.state };
}

/** Whether another step's guard answers for a snapshot: the last that waited for it. @param step this step, as its nonce */
export function isClaimedByAnother(snapshot: Id, notes: readonly Note[], step: string): boolean {
  const claim = notes.findLast((note) => note.snapshot === snapshot && note.act === 'claim');
  return claim !== undefined && claim.step !== step;
}
