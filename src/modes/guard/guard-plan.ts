import type { Annotation } from '../../report/journal.ts';
import { notRuledOut } from '../../report/not-ruled-out.ts';
import { type Note, restoredByStep } from '../../rules/notes.ts';
import { ownedBy } from '../../rules/owners.ts';
import { decide, wordOf } from '../../rules/policy.ts';
import { isComplete } from '../../rules/snapshot-status.ts';
import { fullName, idOf, listed, type Step, subjectIn } from '../../rules/steps.ts';
import { idOfTarget, madeFor, type SavedState, type Target } from '../../state/saved-state.ts';
import { capitalised, serverName } from '../../text/references.ts';
import type { Plan } from '../mode.ts';
import { type GuardSeen, type GuardWork, type Listed, openTargets } from './guard-look.ts';
import {
  type Found,
  givenUp,
  isAnother,
  isUnchecked,
  lost,
  notRestorable,
  whyNeeded,
  whySpared,
} from './guard-objections.ts';

export type GuardStep = Extract<Step, { do: 'restore' | 'delete' | 'keep' | 'give_up' }>;

/** What becomes of each snapshot that the main step answers for. */
export function guardPlan(seen: GuardSeen, work: GuardWork): Plan<GuardStep> {
  const targets = openTargets(work.saved);
  const all = targets.flatMap((target) => allOf(target, seen, work.saved));
  const missing = targets.filter((target) => !all.some((one) => one.target === target));
  if (seen.is === 'unreachable') return leftAlone({ all, missing }, seen.trouble, work);
  const list: Listed = seen.is === 'listed' ? seen : { ...seen, is: 'listed', ...nothingListed };
  const planned = all.map((found) => ({ found, step: stepFor(found, list, work) }));
  return {
    steps: planned.map(({ step }) => step),
    annotations: [
      ...missing.map(notFound),
      ...(work.policy.restore ? notRuledOut(list.snapshots) : []),
      ...(work.policy.delete
        ? planned.flatMap(({ found, step }) => sparedAfterwards(found, step, list))
        : []),
    ],
  };
}

const nothingListed = {
  snapshots: [],
  servers: undefined,
  foreign: [],
  runs: () => ({ is: 'unknown', why: 'it was not asked for' }) as const,
};

function notFound({ server, name }: Target): Annotation {
  return {
    level: 'notice',
    title: 'No snapshot found',
    text: `${server ? capitalised(serverName(server)) : 'A server'}: the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named ${name} appears later, delete it by hand.`,
  };
}

/** Cleaning up is no reason to turn a good job red. */
function leftAlone(
  { all, missing }: { all: readonly Found[]; missing: readonly Target[] },
  trouble: string,
  { policy }: GuardWork,
): Plan<GuardStep> {
  const ids = all.map(({ subject }) => idOf(subject)).join(',');
  const notDeleted: Annotation = {
    level: 'warning',
    title: 'Snapshot not deleted',
    text: `Snapshot ${ids} could not be deleted. ${trouble} Later: mode: delete with snapshot_id: ${ids}.`,
  };
  return {
    steps: all.map(({ subject }) => ({ do: 'keep', subject, why: 'VPS.org could not be asked' })),
    annotations: [
      ...(policy.delete && ids ? [notDeleted] : []),
      ...missing.map((target) => notLookedFor(target, trouble)),
    ],
  };
}

function notLookedFor({ server, name }: Target, trouble: string): Annotation {
  return {
    level: 'warning',
    title: 'Snapshot not looked for',
    text: `${server ? capitalised(serverName(server)) : 'A server'}: the main step ended before its request was answered, and VPS.org could not be asked what came of it. ${trouble} If there is a snapshot named ${name}, delete it by hand.`,
  };
}

/** A request that was made twice may have led to two snapshots, which the main step settles when it confirms one. */
function allOf(target: Target, seen: GuardSeen, { made: own, nonce, targets }: SavedState): Found[] {
  const list = seen.is === 'listed' ? seen.snapshots : [];
  const others = targets.filter((one) => one !== target).map(idOfTarget);
  const made = own
    ? madeFor(target, { nonce, origin: seen.origin }, list).filter(({ id }) => !others.includes(id))
    : [];
  const ids = [idOfTarget(target), ...made.map(({ id }) => id)].filter((id) => id !== undefined);
  return [...new Set(ids)].map((id) => {
    const subject = subjectIn(list, id);
    return {
      target,
      subject: 'listed' in subject ? { listed: ownedBy(target.server, subject.listed) } : subject,
    };
  });
}

function stepFor(found: Found, seen: Listed, work: GuardWork): GuardStep {
  const { subject } = found;
  const { policy, saved } = work;
  const snapshot = listed(subject);
  const complete = snapshot !== undefined && isComplete(snapshot.status);
  const decision = decide(policy, saved.succeeded && saved.confirmed, complete);
  if (isTwin(found, saved)) return twin(found, work);
  if (decision === 'keep') return kept(found, work);
  if (isUnchecked(found, saved)) return { do: 'keep', subject, why: 'the main step never saw whose it is' };
  if (isAnother(found, saved))
    return givenUp(found, {
      title: 'Snapshot changed',
      what: policy.restore ? 'Not rolled back from' : 'Not deleted:',
      why: 'it is no longer what the main step took',
      next: 'Look at it at VPS.org before you use it.',
    });
  if (decision === 'delete') return deletion(found, seen, whyOf(work));
  return rollback(found, seen, work);
}

function rollback(found: Found, seen: Listed, work: GuardWork): GuardStep {
  const snapshot = listed(found.subject);
  const note = restoredByStep((snapshot?.server ?? found.target.server)?.id, seen.notes);
  if (note && note.snapshot !== idOf(found.subject)) return restoredFromAnother(found, note);
  const told = note?.state;
  if (told === 'confirmed') return restoredAlready(found, seen, work);
  if (!snapshot || !isComplete(snapshot.status)) return lost(found, seen);
  const objection = told === 'requested' ? undefined : notRestorable(found, snapshot, { seen, work });
  const thenDelete = work.policy.delete && whySpared(found, seen, told) === undefined;
  return objection ?? { do: 'restore', snapshot, thenDelete };
}

function deletion(found: Found, seen: Listed, why: string): GuardStep {
  const { subject } = found;
  const spared = whySpared(found, seen) ?? whyNeeded(found, seen);
  return spared ? { do: 'keep', subject, ...spared } : { do: 'delete', subject, why };
}

/** A step of this job with `mode: restore` has done it: that counts. */
function restoredAlready(found: Found, seen: Listed, work: GuardWork): GuardStep {
  const why = 'a step of this job with mode: restore has restored the server already';
  const isThere = listed(found.subject) !== undefined;
  if (work.policy.delete && isThere && work.ending !== 'cancelled')
    return deletion(found, seen, `${why}, and ${whyOf(work)}`);
  return { do: 'keep', subject: found.subject, why, level: 'notice' };
}

/** What a step of this job did on purpose is not undone. */
function restoredFromAnother(found: Found, { snapshot, state }: Pick<Note, 'snapshot' | 'state'>): GuardStep {
  const done = state === 'confirmed' ? 'has restored' : 'asked to restore, which is not confirmed,';
  return givenUp(found, {
    title: 'Restored from another snapshot',
    why: `a step of this job with mode: restore ${done} the server from snapshot ${snapshot}`,
    next: 'Look at the server before anything else is done to it.',
  });
}

/** A snapshot that is restored from, and kept although the policy has it deleted then: somebody should know why. */
function sparedAfterwards(found: Found, step: GuardStep, seen: Listed): Annotation[] {
  if (step.do !== 'restore' || step.thenDelete) return [];
  const spared = whySpared(found, seen, 'requested');
  const text = `${capitalised(fullName(found.subject))} is kept after the restore: ${spared?.why}.`;
  return spared ? [{ level: spared.level, title: 'Snapshot kept', text }] : [];
}

/** It showed only after the main step had confirmed its sibling: a second one from one request. */
function isTwin({ target, subject }: Found, { confirmed }: SavedState): boolean {
  return confirmed && idOf(subject) !== idOfTarget(target);
}

function twin({ subject, target }: Found, { policy }: GuardWork): GuardStep {
  const why = `it came of the same request as snapshot ${idOfTarget(target)}`;
  return policy.delete && !policy.restore ? { do: 'delete', subject, why } : { do: 'keep', subject, why };
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

function whyOf({ ending, policy }: GuardWork): string {
  return ending ? `on_${ending} is ${wordOf(policy)}` : 'no policy is set';
}
