import { Failure } from '../../errors.ts';
import { neededAsEvidence } from '../../rules/evidence.ts';
import { isByRun, type Maker, makerOf } from '../../rules/newer-deploys.ts';
import { lastNoteOn } from '../../rules/notes.ts';
import { type Origin, readMark, sameJob } from '../../rules/ownership.ts';
import { objectionTo } from '../../rules/restorable.ts';
import { isStopped } from '../../rules/server-status.ts';
import { isSuspiciouslyEmpty } from '../../rules/snapshot-status.ts';
import { idOf, listed, type Step, type Subject } from '../../rules/steps.ts';
import { isDoubtful, type SavedState, type Target } from '../../state/saved-state.ts';
import { serverName, snapshotName } from '../../text/references.ts';
import { oneLine } from '../../text/text.ts';
import { shortfallOf } from '../../vps/list.ts';
import type { Snapshot } from '../../vps/model.ts';
import type { GuardWork, Listed } from './guard-look.ts';

export type GivenUp = Extract<Step, { do: 'give_up' }>;

export interface Found {
  target: Target;
  subject: Subject;
}

interface Spared {
  why: string;
  level: 'notice' | 'warning';
}

/** Why a snapshot is not deleted although the policy has it; undefined when it may go. */
export function whySpared(
  { target, subject }: Found,
  { snapshots, runs, origin, now, notes }: Listed,
  proved?: 'requested' | undefined,
): Spared | undefined {
  const note = lastNoteOn(idOf(subject), notes);
  if (note?.act === 'restore' && note.state === 'requested' && proved === undefined)
    return warn('a step of this job asked for its restore, which is not confirmed');
  if (note?.act === 'restore' && note.state === 'unready')
    return warn('its server is restored, and ready_url does not answer');
  if (isDoubtful(target))
    return warn('it may be somebody else’s, for nothing but its time says that it is ours');
  const snapshot = listed(subject);
  if (!snapshot) return undefined;
  if (isSuspiciouslyEmpty(snapshot, snapshots))
    return warn('its size is 0, while other snapshots are larger');
  const evidence = neededAsEvidence(snapshot, snapshots, { runs, origin, now });
  return evidence === undefined
    ? undefined
    : {
        why: `${evidence} (with permissions: actions: read, GitHub tells when that run is over)`,
        level: 'notice',
      };
}

/** A server that stands still after the deploy may yet need its snapshot; one that is rolled back is looked after then. */
export function whyNeeded({ target, subject }: Found, { servers }: Listed): Spared | undefined {
  const server = listed(subject)?.server ?? target.server;
  const status = servers?.find(({ id }) => id === server?.id)?.status;
  if (!server || target.ran !== true || status === undefined || !isStopped(status)) return undefined;
  return warn(
    `${serverName(server)} ran before the deploy and stands still now: look at it, and start it if nobody stopped it on purpose`,
  );
}

function warn(why: string): Spared {
  return { why, level: 'warning' };
}

/** Why a snapshot that should be restored is not. */
export function notRestorable(
  found: Found,
  snapshot: Snapshot,
  { seen, work }: { seen: Listed; work: GuardWork },
): GivenUp | undefined {
  const { server } = snapshot;
  const { saved, force } = work;
  if (saved.targets.filter((target) => target.server?.id === server.id).length > 1)
    return givenUp(found, {
      title: 'Two snapshots of one server',
      why: `the step with the policy answers for more than one snapshot of ${serverName(server)}, and it can only be restored from one`,
      next: 'Give each step with mode: wait one snapshot per server.',
    });
  if (seen.foreign.includes(server.id) && !force)
    return givenUp(found, {
      title: 'Restored by someone else',
      why: `${serverName(server)} was being restored by someone else when the job ended, and that was not overwritten`,
      next: 'Look at what it was restored to before anything else is done to it. force: true restores all the same.',
    });
  const isRival = rivalTest(snapshot, saved, seen.origin);
  const objection = objectionTo(snapshot, seen, { maxAgeMs: undefined, force, isRival });
  if (!objection) return undefined;
  const { title, text, next } = objection;
  return givenUp(found, { title, why: text, next });
}

/** A job is no rival of itself, nor of the job of the same run that took the snapshot. */
function rivalTest(
  snapshot: Snapshot,
  { made, nonce }: SavedState,
  origin: Origin,
): ((maker: Maker) => boolean) | undefined {
  const mark = readMark(snapshot.description);
  if (!made && !isByRun(makerOf(snapshot), origin)) return undefined;
  // Where our own mark was lost, so may be those of others: whatever is newer may be a deploy.
  if (mark === null) return () => true;
  const own = [{ ...origin, nonce }, mark];
  return (maker) => {
    if (maker === 'unknown') return false;
    if ('mark' in maker) return !own.some((one) => sameJob(one, maker.mark));
    return !own.some(({ runId, attempt }) => runId === maker.run.runId && attempt === maker.run.attempt);
  };
}

/** What the step did not make itself, and no list had shown it, was never checked. */
export function isUnchecked({ target, subject }: Found, { made, confirmed }: SavedState): boolean {
  return !made && !confirmed && (target.server === null || 'unlisted' in subject);
}

/** The name that the API keeps is known only from the lists. */
export function isAnother({ target, subject }: Found, { confirmed }: SavedState): boolean {
  const snapshot = listed(subject);
  if (!snapshot) return false;
  const otherServer = target.server !== null && target.server.id !== snapshot.server.id;
  return otherServer || (confirmed && target.name !== null && target.name !== snapshot.name);
}

export function lost(found: Found, { snapshots, notes }: Listed): GivenUp {
  const snapshot = listed(found.subject);
  const isDeleted = lastNoteOn(idOf(found.subject), notes)?.act === 'delete';
  const gone = isDeleted ? 'a step of this job with mode: delete has deleted it' : 'it is gone from the list';
  const status = snapshot
    ? `its status is "${oneLine(snapshot.status, 40)}"`
    : (shortfallOf(snapshots) ?? gone);
  return givenUp(found, {
    title: 'Not rolled back',
    why: `it was complete before the deploy, and now ${status}`,
    next: `${stands} Use another snapshot (mode: list shows them) or a backup.`,
  });
}

/** What a reader after a failed deploy wants to know first. */
export const stands = 'What the job did to the server stands.';

interface Reason {
  title: string;
  /** The beginning of the message; `Not rolled back from` unless told otherwise. */
  what?: string;
  why: string;
  next: string;
}

export function givenUp({ subject, target }: Found, reason: Reason): GivenUp {
  const { title, what = 'Not rolled back from', why, next } = reason;
  const snapshot = listed(subject);
  const server = snapshot?.server ?? target.server;
  const name = snapshotName({ id: idOf(subject), name: snapshot?.name ?? target.name ?? '' });
  const message = `${what} ${name}${server ? ` of ${serverName(server)}` : ''}: ${why.replace(/\.$/, '')}.`;
  return { do: 'give_up', subject, why, failure: new Failure({ title, message, next }) };
}
