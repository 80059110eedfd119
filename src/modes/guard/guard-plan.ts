import { Failure } from '../../errors.ts';
import type { Annotation } from '../../report/journal.ts';
import { isOfRun, type Mark, type Origin, readMark } from '../../rules/ownership.ts';
import { decide, wordOf } from '../../rules/policy.ts';
import { objectionTo } from '../../rules/restorable.ts';
import { isComplete } from '../../rules/snapshot-status.ts';
import { idOf, listed, type Step, type Subject, subjectIn } from '../../rules/steps.ts';
import { idOfTarget, madeFor, type SavedState, type Target } from '../../state/saved-state.ts';
import { capitalised, serverName, snapshotName } from '../../text/names.ts';
import { oneLine } from '../../text/text.ts';
import type { Snapshot } from '../../vps/model.ts';
import type { Plan } from '../mode.ts';
import { type GuardSeen, type GuardWork, type Listed, openTargets } from './guard-look.ts';

export type GuardStep = Extract<Step, { do: 'restore' | 'delete' | 'keep' | 'give_up' }>;

interface Found {
  target: Target;
  subject: Subject;
}

/** What becomes of each snapshot that the main step answers for. */
export function guardPlan(seen: GuardSeen, work: GuardWork): Plan<GuardStep> {
  const targets = openTargets(work.saved);
  const found = targets.flatMap((target) => allOf(target, seen, work.saved));
  if (seen.is === 'unreachable') return leftAlone(found, seen.trouble);
  const missing = targets.filter((target) => !found.some((one) => one.target === target));
  const list: Listed = seen.is === 'listed' ? seen : { ...seen, is: 'listed', ...nothingListed };
  return {
    steps: found.map((one) => stepFor(one, list, work)),
    annotations: missing.map(notFound),
  };
}

const nothingListed = { snapshots: [], servers: undefined, foreign: [] };

function notFound({ server, name }: Target): Annotation {
  return {
    level: 'notice',
    title: 'No snapshot found',
    text: `${server ? capitalised(serverName(server)) : 'A server'}: the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named ${name} appears later, delete it by hand.`,
  };
}

/** Cleaning up is no reason to turn a good job red. */
function leftAlone(found: readonly Found[], trouble: string): Plan<GuardStep> {
  const ids = found.map(({ subject }) => idOf(subject)).join(',');
  return {
    steps: found.map(({ subject }) => ({ do: 'keep', subject, why: 'VPS.org could not be asked' })),
    annotations: [
      {
        level: 'warning',
        title: 'Snapshot not deleted',
        text: `Snapshot ${ids || 'of the main step'} could not be deleted. ${trouble} Later: mode: delete with snapshot_id: ${ids}.`,
      },
    ],
  };
}

/** A request that was made twice may have led to two snapshots, which the main step settles when it confirms one. */
function allOf(target: Target, seen: GuardSeen, { confirmed, nonce }: SavedState): Found[] {
  const list = seen.is === 'listed' ? seen.snapshots : [];
  const made = confirmed ? [] : madeFor(target, { nonce, origin: seen.origin }, list);
  const ids = [idOfTarget(target), ...made.map(({ id }) => id)].filter((id) => id !== undefined);
  return [...new Set(ids)].map((id) => ({ target, subject: subjectIn(list, id) }));
}

function stepFor(found: Found, seen: Listed, work: GuardWork): GuardStep {
  const { subject } = found;
  const { policy, saved } = work;
  const snapshot = listed(subject);
  const complete = snapshot !== undefined && isComplete(snapshot.status);
  const decision = decide(policy, saved.succeeded && saved.confirmed, complete);
  if (decision === 'keep') return kept(found, work);
  if (isUnchecked(found, saved)) return { do: 'keep', subject, why: 'the main step never saw whose it is' };
  if (isAnother(found, saved))
    return givenUp(found, {
      title: 'Snapshot changed',
      what: policy.restore ? 'Not rolled back from' : 'Not deleted:',
      why: 'it is no longer what the main step took',
      next: 'Look at it at VPS.org before you use it.',
    });
  if (decision === 'delete') return { do: 'delete', subject, why: whyOf(work) };
  if (decision === 'lost_rollback' || !snapshot) return lost(found);
  return (
    notRestorable(found, snapshot, { seen, work }) ?? {
      do: 'restore',
      snapshot,
      thenDelete: decision === 'restore_then_delete',
    }
  );
}

/** Why a snapshot that should be restored is not. */
function notRestorable(
  found: Found,
  snapshot: Snapshot,
  { seen, work }: { seen: Listed; work: GuardWork },
): GuardStep | undefined {
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
      next: 'Look at what it was restored to. force: true restores all the same.',
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
): ((mark: Mark) => boolean) | undefined {
  const mark = readMark(snapshot.description);
  if (!made && !isOfRun(mark, origin)) return undefined;
  const own = [nonce.job, mark?.nonce.job];
  return (other) => !own.includes(other.nonce.job);
}

/** What the step did not make itself, and no list had shown it, was never checked. */
function isUnchecked({ target, subject }: Found, { made, confirmed }: SavedState): boolean {
  return !made && !confirmed && (target.server === null || 'unlisted' in subject);
}

/** The name that the API keeps is known only from the lists. */
function isAnother({ target, subject }: Found, { confirmed }: SavedState): boolean {
  const snapshot = listed(subject);
  if (!snapshot) return false;
  const otherServer = target.server !== null && target.server.id !== snapshot.server.id;
  return otherServer || (confirmed && target.name !== null && target.name !== snapshot.name);
}

function kept(found: Found, work: GuardWork): GuardStep {
  const { subject } = found;
  const { policy, saved } = work;
  if (!policy.restore) return { do: 'keep', subject, why: whyOf(work) };
  const why = 'it was not confirmed complete before the deploy, so nothing is restored from it';
  if (!saved.succeeded) return { do: 'keep', subject, why };
  const next = 'With wait: false, set the policies on a later step with mode: wait.';
  return givenUp(found, { title: 'Not rolled back', why, next });
}

function lost(found: Found): GuardStep {
  const snapshot = listed(found.subject);
  const status = snapshot ? `its status is "${oneLine(snapshot.status, 40)}"` : 'it is gone from the list';
  return givenUp(found, {
    title: 'Not rolled back',
    why: `it was complete before the deploy, and now ${status}`,
    next: 'Use another snapshot or a backup of the server.',
  });
}

interface Reason {
  title: string;
  /** The beginning of the message; `Not rolled back from` unless told otherwise. */
  what?: string;
  why: string;
  next: string;
}

function givenUp({ subject, target }: Found, reason: Reason): GuardStep {
  const { title, what = 'Not rolled back from', why, next } = reason;
  const snapshot = listed(subject);
  const server = snapshot?.server ?? target.server;
  const name = snapshotName({ id: idOf(subject), name: snapshot?.name ?? target.name ?? '' });
  const message = `${what} ${name}${server ? ` of ${serverName(server)}` : ''}: ${why.replace(/\.$/, '')}.`;
  return { do: 'give_up', subject, why, failure: new Failure({ title, message, next }) };
}

function whyOf({ ending, policy }: GuardWork): string {
  return ending ? `on_${ending} is ${wordOf(policy)}` : 'no policy is set';
}
