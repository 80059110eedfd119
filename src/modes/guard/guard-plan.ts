import { Failure } from '../../errors.ts';
import { madeBy } from '../../rules/adoption.ts';
import { isOfRun, type Mark, type Origin, readMark } from '../../rules/ownership.ts';
import { type Decision, decide, wordOf } from '../../rules/policy.ts';
import type { Custody, Target } from '../../state/saved-state.ts';
import { capitalised, serverName, snapshotName } from '../../text/names.ts';
import { oneLine } from '../../text/text.ts';
import type { Id } from '../../vps/id.ts';
import type { Snapshot } from '../../vps/model.ts';
import type { Plan, Step } from '../mode.ts';
import { objectionTo } from '../restore/restore-plan.ts';
import type { GuardSeen, GuardWork } from './guard-look.ts';

export type GuardStep = Extract<Step, { do: 'restore' | 'delete' | 'keep' }>;
type Keeping = Extract<Step, { do: 'keep' }>;

interface Found {
  target: Target;
  id: Id;
  snapshot: Snapshot | undefined;
}

/** What becomes of each snapshot that the main step answers for. */
export function guardPlan(seen: GuardSeen, work: GuardWork): Plan<GuardStep> {
  const targets = work.custody.targets.filter(({ refused }) => !refused);
  const found = targets.flatMap((target) => allOf(target, seen, work));
  if (seen.trouble !== undefined) return notAsked(found, seen.trouble);
  const missing = targets.filter((target) => !found.some((one) => one.target === target));
  return {
    steps: found.map((one) => stepFor(one, seen, work)),
    remarks: missing.map(({ server, name }) => ({
      level: 'notice',
      title: 'No snapshot found',
      text: `${server ? capitalised(serverName(server)) : 'A server'}: the main step ended before its request was answered, and no list shows a snapshot that came of it. If one named ${name} appears later, delete it by hand.`,
    })),
  };
}

/** Cleaning up is no reason to turn a good job red. */
function notAsked(found: readonly Found[], trouble: string): Plan<GuardStep> {
  const ids = found.map(({ id }) => id).join(',');
  return {
    steps: found.map(({ id, snapshot }) => ({ do: 'keep', id, snapshot, why: 'VPS.org could not be asked' })),
    remarks: [
      {
        level: 'warning',
        title: 'Snapshot not deleted',
        text: `Snapshot ${ids || 'of the main step'} could not be deleted. ${trouble} Later: mode: delete with snapshot_id: ${ids}.`,
      },
    ],
  };
}

/** A request that was made twice may have led to two snapshots, which the main step settles when it confirms one. */
function allOf(target: Target, { snapshots = [], origin }: GuardSeen, { custody }: GuardWork): Found[] {
  const made = custody.confirmed ? [] : madeFor(target, custody, snapshots, origin);
  const ids = [target.id, ...made.map(({ id }) => id)].filter((id) => id !== null);
  return [...new Set(ids)].map((id) => ({ target, id, snapshot: snapshots.find((one) => one.id === id) }));
}

/** What the main step made for a target, found by its nonce. */
export function madeFor(
  target: Target,
  custody: Custody,
  list: readonly Snapshot[],
  origin: Origin,
): Snapshot[] {
  if (!target.server || target.name === null) return [];
  return madeBy(
    { serverId: target.server.id, name: target.name, mark: { ...origin, nonce: custody.nonce } },
    list,
  );
}

function stepFor(found: Found, seen: GuardSeen, work: GuardWork): GuardStep {
  const { id, snapshot } = found;
  const { policy, custody } = work;
  const decision = decide(policy, custody.succeeded && custody.confirmed, snapshot?.status === 'completed');
  if (decision === 'keep') return kept(found, work);
  if (isUnchecked(found, custody))
    return { do: 'keep', id, snapshot, why: 'the main step never saw whose it is' };
  if (isAnother(found, custody))
    return notDone(
      found,
      'Snapshot changed',
      'it is no longer what the main step took',
      'Look at it at VPS.org before you use it.',
      policy.restore ? notRolledBack : 'Not deleted:',
    );
  if (decision === 'delete') return { do: 'delete', id, snapshot, why: whyOf(work) };
  if (decision === 'lost_rollback' || !snapshot) return lost(found);
  return restoring(snapshot, found, decision, seen, work);
}

function restoring(
  snapshot: Snapshot,
  found: Found,
  decision: Decision,
  seen: GuardSeen,
  work: GuardWork,
): GuardStep {
  const { server } = snapshot;
  if (work.custody.targets.filter((target) => target.server?.id === server.id).length > 1) {
    return notDone(
      found,
      'Two snapshots of one server',
      `the step with the policy answers for more than one snapshot of ${serverName(server)}, and it can only be restored from one`,
      'Give each step with mode: wait one snapshot per server.',
    );
  }
  if (seen.foreign.includes(server.id) && !work.force) {
    return notDone(
      found,
      'Restored by someone else',
      `${serverName(server)} was being restored by someone else when the job ended, and that was not overwritten`,
      'Look at what it was restored to. force: true restores all the same.',
    );
  }
  const rival = rivalTest(snapshot, work, seen.origin);
  const restoreSeen = { ...seen, snapshots: seen.snapshots ?? [] };
  const objection = objectionTo(snapshot, restoreSeen, { maxAgeMs: undefined, force: work.force }, rival);
  if (objection) return notDone(found, objection.title, objection.text, objection.next);
  return { do: 'restore', snapshot, server, thenDelete: decision === 'restore_then_delete' };
}

/** A job is no rival of itself, nor of the job of the same run that took the snapshot. */
function rivalTest(
  snapshot: Snapshot,
  { custody }: GuardWork,
  origin: Origin,
): ((mark: Mark) => boolean) | undefined {
  const mark = readMark(snapshot.description);
  if (!custody.made && !isOfRun(mark, origin)) return undefined;
  const own = [custody.nonce.job, mark?.nonce.job];
  return (other) => !own.includes(other.nonce.job);
}

/** What the step did not make itself, and no list had shown it, was never checked. */
function isUnchecked({ target, snapshot }: Found, { made, confirmed }: Custody): boolean {
  return !made && !confirmed && (target.server === null || snapshot === undefined);
}

/** The name that the API keeps is known only from the lists. */
function isAnother({ target, snapshot }: Found, { confirmed }: Custody): boolean {
  if (!snapshot) return false;
  const otherServer = target.server !== null && target.server.id !== snapshot.server.id;
  return otherServer || (confirmed && target.name !== null && target.name !== snapshot.name);
}

function kept(found: Found, work: GuardWork): Keeping {
  const { id, snapshot } = found;
  const { policy, custody } = work;
  if (!policy.restore) return { do: 'keep', id, snapshot, why: whyOf(work) };
  const why = 'it was not confirmed complete before the deploy, so nothing is restored from it';
  if (!custody.succeeded) return { do: 'keep', id, snapshot, why };
  return notDone(
    found,
    'Not rolled back',
    why,
    'With wait: false, set the policies on a later step with mode: wait.',
  );
}

function lost(found: Found): Keeping {
  const status = found.snapshot
    ? `its status is "${oneLine(found.snapshot.status, 40)}"`
    : 'it is gone from the list';
  return notDone(
    found,
    'Not rolled back',
    `it was complete before the deploy, and now ${status}`,
    'Use another snapshot or a backup of the server.',
  );
}

const notRolledBack = 'Not rolled back from';

function notDone(found: Found, title: string, text: string, next: string, what = notRolledBack): Keeping {
  const { id, snapshot, target } = found;
  const server = snapshot?.server ?? target.server;
  const name = `${snapshotName({ id, name: snapshot?.name ?? target.name ?? '' })}${server ? ` of ${serverName(server)}` : ''}`;
  const failure = new Failure({
    title,
    message: `${what} ${name}: ${text.replace(/\.$/, '')}.`,
    next,
  });
  return { do: 'keep', id, snapshot, why: text, failure };
}

function whyOf({ ending, policy }: GuardWork): string {
  return ending ? `on_${ending} is ${wordOf(policy)}` : 'no policy is set';
}
