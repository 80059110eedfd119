import { Failure } from '../errors.ts';
import { capitalised, serverName, snapshotName } from '../report/names.ts';
import { oneLine } from '../report/text.ts';
import { madeBy } from '../rules/adoption.ts';
import type { Custody, Target } from '../rules/custody.ts';
import { isOfRun, type Mark, type Origin, readMark } from '../rules/ownership.ts';
import { type Decision, decide, wordOf } from '../rules/policy.ts';
import { newerDeploys } from '../rules/staleness.ts';
import type { Snapshot } from '../vps/model.ts';
import type { GuardSeen, GuardWork } from './guardLook.ts';
import type { Plan, Step } from './plan.ts';
import { objectionTo } from './restoreRules.ts';

export type GuardStep = Extract<Step, { do: 'restore' | 'delete' | 'keep' }>;
type Keeping = Extract<Step, { do: 'keep' }>;

interface Found {
  target: Target;
  id: number;
  snapshot: Snapshot | undefined;
}

/** What becomes of each snapshot that the main step answers for. */
export function guardPlan(seen: GuardSeen, work: GuardWork): Plan<GuardStep> {
  const targets = work.custody.targets.filter(({ refused }) => !refused);
  const found = targets.flatMap((target) => allOf(target, seen, work));
  const missing = targets.filter((target) => !found.some((one) => one.target === target));
  return {
    steps: found.map((one) => stepFor(one, seen, work)),
    remarks: missing.map(({ server }) => ({
      level: 'notice',
      title: 'No snapshot found',
      text: `${server ? capitalised(serverName(server)) : 'A server'}: the main step ended before its request was answered, and no snapshot came of it.`,
    })),
  };
}

function allOf(target: Target, { snapshots = [], origin }: GuardSeen, { custody }: GuardWork): Found[] {
  const { id } = target;
  if (id !== null) return [{ target, id, snapshot: snapshots.find((snapshot) => snapshot.id === id) }];
  return madeFor(target, custody, snapshots, origin).map((snapshot) => ({
    target,
    id: snapshot.id,
    snapshot,
  }));
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
  if (isAnother(found))
    return notDone(
      found,
      'Snapshot changed',
      'it is no longer what the main step took',
      'Look at it at VPS.org before you use it.',
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

/** The deploys that restoring this snapshot would wipe: newer ones of another job. */
export function rivalsOf(
  snapshot: Snapshot,
  snapshots: readonly Snapshot[],
  work: GuardWork,
  origin: Origin,
): Snapshot[] {
  const rival = rivalTest(snapshot, work, origin);
  return rival && !work.force ? newerDeploys(snapshot, snapshots, rival) : [];
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

function isAnother({ target, snapshot }: Found): boolean {
  if (!snapshot) return false;
  const otherServer = target.server !== null && target.server.id !== snapshot.server.id;
  return otherServer || (target.name !== null && target.name !== snapshot.name);
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

function notDone(found: Found, title: string, text: string, next: string): Keeping {
  const { id, snapshot, target } = found;
  const server = snapshot?.server ?? target.server;
  const name = `${snapshotName({ id, name: snapshot?.name ?? target.name ?? '' })}${server ? ` of ${serverName(server)}` : ''}`;
  const failure = new Failure({
    title,
    message: `Not rolled back from ${name}: ${text.replace(/\.$/, '')}.`,
    next,
  });
  return { do: 'keep', id, snapshot, why: text, failure };
}

function whyOf({ ending, policy }: GuardWork): string {
  return `on_${ending} is ${wordOf(policy)}`;
}
