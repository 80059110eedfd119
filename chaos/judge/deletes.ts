import type { Sent, Step } from '../stage/record.ts';
import {
  entriesIn,
  type Facts,
  hour,
  idIn,
  idsOf,
  isComplete,
  isEntryOf,
  isRunning,
  isStopped,
  lastShown,
  minute,
  second,
  wasWhole,
} from './facts.ts';
import { plainName, spanOf } from './restores.ts';
import { broken, type Violation } from './violation.ts';

const promise = 'a delete only of what the user named, this run made, or the policy allows';

/** What is asked to be deleted, whether it then is or not. */
export function deletes(facts: Facts): Violation[] {
  return facts.steps.flatMap((step, place) =>
    facts
      .sentBy(place)
      .filter(({ method }) => method === 'DELETE')
      .flatMap((sent) => {
        const id = facts.snapshot(idIn(sent.path));
        const around = { step, place, sent, facts };
        const why = id === undefined ? ofNone(around) : reasons(id, around);
        return why.map((text) =>
          broken(
            promise,
            `${step.isPost ? 'post' : 'main'} step of use ${step.use}, snapshot ${id} at ${sent.at}: ${text}`,
          ),
        );
      }),
  );
}

interface Around {
  step: Step;
  place: number;
  sent: Sent;
  facts: Facts;
}

/** What never was may be asked for when the user named it. */
function ofNone({ step, sent }: Around): string[] {
  const isNamed = step.inputs.mode === 'delete' && idsOf(step.inputs.snapshot_id).includes(idIn(sent.path));
  return isNamed ? [] : ['it never was'];
}

/** Why it must not be deleted; none when it may. */
function reasons(id: number, around: Around): string[] {
  const { step } = around;
  if (step.inputs.dry_run === 'true') return ['in a dry run'];
  if (step.isPost) return ofGuard(id, around);
  switch (step.inputs.mode || 'create') {
    case 'delete':
      return ofDelete(id, around);
    case 'prune':
      return [...ofPrune(id, around), ...unless(around)];
    case 'create':
      return isTwin(id, around) ? [] : [...ofLimit(id, around), ...unless(around)];
    case 'wait':
      return isTwin(id, around) ? [] : ['mode: wait deletes only what came twice'];
    default:
      return [`mode is ${step.inputs.mode}`];
  }
}

/** What others need is told by a whole list only. */
function unless({ place, sent, facts }: Around): string[] {
  const before = facts.sentBy(place).filter((one) => one.at <= sent.at);
  return wasWhole(before, '/snapshots/') ? [] : ['no list was whole'];
}

function ofDelete(id: number, { step, facts }: Around): string[] {
  const { snapshot_id = '', server_id = '', name } = step.inputs;
  const servers = idsOf(server_id).map((shown) => facts.server(shown));
  const isAllowed = servers.length === 0 || servers.includes(facts.serverOf(id));
  const isNamed = name
    ? plainName(id, facts) === name
    : idsOf(snapshot_id).some((shown) => facts.snapshot(shown) === id);
  return [
    ...(isNamed ? [] : ['nobody named it']),
    ...(isAllowed ? [] : ['server_id does not allow its server']),
  ];
}

/** One request led to two snapshots. */
function isTwin(id: number, { facts }: Around): boolean {
  const own = facts.ownOf(id);
  return (
    own !== undefined &&
    facts.own.some(
      (other) =>
        other.id !== id &&
        other.server === own.server &&
        facts.steps[other.step]?.use === facts.steps[own.step]?.use,
    )
  );
}

function ofPrune(id: number, around: Around): string[] {
  const { step, facts, sent } = around;
  const { keep_last: keepLast, keep_within: keepWithin, server_id = '' } = step.inputs;
  const server = facts.serverOf(id);
  const isOurs = (one: number) =>
    facts.makerOf(one)?.repository === facts.played.script.origin.repository && facts.keptMark(one);
  const complete = [...facts.played.api.state.snapshots.keys()]
    .filter(
      (one) => facts.serverOf(one) === server && isOurs(one) && isComplete(facts.statusOf(one, sent.at)),
    )
    .sort((one, other) => facts.createdAt(other) - facts.createdAt(one));
  const rank = complete.indexOf(id);
  const ageMs = sent.at - facts.createdAt(id);
  const within = spanOf(keepWithin);
  const isDone = isComplete(facts.statusOf(id, sent.at));
  return [
    ...(idsOf(server_id).some((shown) => facts.server(shown) === server)
      ? []
      : ['server_id does not name its server']),
    ...(isOurs(id) ? [] : ['this repository did not make it']),
    ...(rank === 0 ? ['it is the newest'] : []),
    ...(rank >= 0 && keepLast && rank < Number(keepLast) ? [`it is one of the last ${keepLast}`] : []),
    ...(isDone && within !== undefined && ageMs < within - minute
      ? [`it is younger than ${keepWithin}`]
      : []),
    ...alive(id, around),
  ];
}

/** Room for one more: of this repository, of a run that is over, and no more than needed. */
function ofLimit(id: number, around: Around): string[] {
  const { step, facts, sent, place } = around;
  const server = facts.serverOf(id);
  const before = facts
    .sentBy(place)
    .filter(
      (one) =>
        one.method === 'DELETE' &&
        one.at <= sent.at &&
        facts.serverOf(facts.snapshot(idIn(one.path)) ?? 0) === server,
    );
  const others = new Set(before.map(({ path }) => path)).size;
  const began = [...facts.played.api.state.snapshots.keys()].filter(
    (one) =>
      facts.serverOf(one) === server && facts.statusOf(one, (before[0]?.at ?? sent.at) - 0.001) !== undefined,
  );
  const isMeddled = facts.wasMeddledWith(server, step.startedAt - minute, sent.at);
  return [
    ...(step.inputs.at_limit === 'delete_oldest' ? [] : ['at_limit does not allow it']),
    ...(facts.makerOf(id)?.repository === facts.played.script.origin.repository && facts.keptMark(id)
      ? []
      : ['this repository did not make it']),
    ...(others > Math.max(0, began.length - 4) && !isMeddled ? [`${others} go, of ${began.length}`] : []),
    ...alive(id, around),
  ];
}

/** A run is over when GitHub said so to this step, when it is too old to live, or when it was an earlier attempt of this one. */
function alive(id: number, { facts, place, sent }: Around): string[] {
  const maker = facts.makerOf(id);
  if (!maker || sent.at - facts.createdAt(id) > 35 * 24 * hour) return [];
  const { runId, attempt, repository } = facts.played.script.origin;
  if (maker.runId === runId && maker.repository === repository) {
    if (Number(maker.attempt) < Number(attempt)) return [];
    return ['this run made it'];
  }
  return saidOver(maker.runId, { facts, place }) ? [] : [`run ${maker.runId} may be going on`];
}

export function saidOver(runId: string, { facts, place }: Pick<Around, 'facts' | 'place'>): boolean {
  return facts.played.sent.some(
    (one) =>
      one.to === 'github' &&
      one.step === place &&
      one.path.endsWith(`/actions/runs/${runId}`) &&
      one.answer?.body.includes('"status":"completed"') === true,
  );
}

/** After the job. */
function ofGuard(id: number, around: Around): string[] {
  const { step, facts } = around;
  const { ending } = facts.played;
  const main = facts.steps.find((one) => one.use === step.use && !one.isPost);
  const policy = (step.inputs[`on_${ending}`] ?? '').replace(/\s/g, '');
  const own = facts.ownOf(id);
  const isMadeHere = own !== undefined && facts.steps[own.step] === main;
  const isWaitedFor =
    main?.inputs.mode === 'wait' &&
    idsOf(main.inputs.snapshot_id).some((shown) => facts.snapshot(shown) === id);
  if (!isMadeHere && !isWaitedFor) return ['the main step neither made it nor waited for it'];
  const isUnfinished = !isComplete(facts.statusOf(id, Math.max(0, around.sent.at - minute)));
  if (ending === 'cancelled' && isMadeHere && isUnfinished && main?.inputs.stop_server === 'true') return [];
  const spared = [...unconfirmed(id, around), ...evidence(id, around), ...standing(id, around)];
  if (policy === 'delete') return spared;
  if (policy !== 'restore,delete') return [`on_${ending} is ${policy || 'empty'}`];
  if (!main || main.red) return spared;
  return [
    ...(ending === 'cancelled' ? ['after a cancel nothing is deleted'] : []),
    ...evidence(id, around),
    ...unproved(id, around),
  ];
}

/** Another step of this job asked for its restore, and nobody knows that it came off. */
function unconfirmed(id: number, { facts, sent }: Around): string[] {
  if (facts.statusOf(id, sent.at - 0.001) === undefined) return [];
  const asked = facts.steps.some(
    (one, place) =>
      one.inputs.mode === 'restore' &&
      !one.isPost &&
      !isRestored(one, facts.shown(id)) &&
      facts.effectsOf(place).some(({ effect }) => effect.did === 'restore' && effect.snapshot === id),
  );
  return asked && !facts.played.script.runner.noTemp
    ? ['its restore by a step of this job is not confirmed']
    : [];
}

function isRestored({ outputs }: Step, shown: string): boolean {
  const all: { snapshot_id: unknown; result: string }[] = JSON.parse(outputs.snapshots ?? '[]');
  return all.some(({ snapshot_id, result }) => String(snapshot_id) === shown && result === 'restored');
}

/** Deleted only after a restore that is over, and not sooner than the shortest one. */
function unproved(id: number, { facts, place, sent }: Around): string[] {
  const server = facts.serverOf(id);
  const restore = facts.steps
    .flatMap((_, other) => (other <= place ? facts.effectsOf(other) : []))
    .find(({ effect }) => effect.did === 'restore' && effect.snapshot === id);
  const noted = facts.steps.some(
    (one, other) =>
      one.inputs.mode === 'restore' &&
      !one.isPost &&
      !one.red &&
      facts.effectsOf(other).some(({ effect }) => effect.did === 'restore' && effect.snapshot === id),
  );
  if (noted) return [];
  if (!restore) return ['it was not restored from'];
  const lag = facts.played.script.api.serverListLagMs ?? 0;
  const later = facts.serverStatuses(server, Math.max(restore.at, sent.at - lag - 3 * minute), sent.at);
  const isBack = later.some(isRunning);
  return [
    ...(sent.at - restore.at < 5 * minute ? ['less than 5 min after the request to restore it'] : []),
    ...(isBack || facts.wasMeddledWith(server, restore.at, sent.at) ? [] : ['the server does not run']),
  ];
}

/** It is all that keeps a run with an older snapshot from rolling back over this deploy. */
function evidence(id: number, { facts, place, sent }: Around): string[] {
  const server = facts.serverOf(id);
  if (facts.ownOf(id) === undefined || !facts.keptMark(id)) return [];
  const shown = lastShown(facts.sentBy(place), sent, '/snapshots/') ?? [];
  const marked = [...facts.played.foreign.keys()].filter(
    (one) =>
      facts.serverOf(one) === server &&
      facts.keptMark(one) &&
      shown.some((entry) => isEntryOf(entry, one, facts)),
  );
  const { repository, runId } = facts.played.script.origin;
  const isOver = (one: number) => {
    const maker = facts.makerOf(one);
    return (
      maker?.repository === repository && (maker.runId === runId || saidOver(maker.runId, { facts, place }))
    );
  };
  const older = marked.filter(
    (one) =>
      facts.createdAt(one) < facts.createdAt(id) - second &&
      facts.makerOf(one)?.runId !== runId &&
      facts.statusOf(one, sent.at) !== undefined,
  );
  const covered = (one: number) =>
    marked.some(
      (other) => other !== one && facts.createdAt(other) > facts.createdAt(one) - second && isOver(other),
    );
  return older
    .filter(
      (one) =>
        !covered(one) &&
        saidGoingOn(facts.makerOf(one)?.runId ?? '', { facts, place }) &&
        facts.makerOf(one)?.repository === repository,
    )
    .map(
      (one) =>
        `snapshot ${one} of a run that goes on is older, and nothing else keeps that from rolling back`,
    );
}

function saidGoingOn(runId: string, { facts, place }: Pick<Around, 'facts' | 'place'>): boolean {
  return facts.played.sent.some(
    (one) =>
      one.to === 'github' &&
      one.step === place &&
      one.path.endsWith(`/actions/runs/${runId}`) &&
      /"status":"(in_progress|queued|pending|requested)"/.test(
        one.answer?.status === 200 ? one.answer.body : '',
      ),
  );
}

/** A server that ran before the deploy and stands still now may need its snapshot. */
function standing(id: number, { step, facts, place, sent }: Around): string[] {
  const server = facts.serverOf(id);
  const main = facts.steps.find((one) => one.use === step.use && !one.isPost);
  if (!main || main.red) return [];
  const first = facts
    .sentBy(facts.steps.indexOf(main))
    .find((one) => one.path === '/servers/' && entriesIn(one));
  const ranAt = first && entriesIn(first)?.find((entry) => isEntryOf(entry, server, facts))?.status;
  const now = lastShown(facts.sentBy(place), sent, '/servers/')?.find((entry) =>
    isEntryOf(entry, server, facts),
  )?.status;
  return isRunning(String(ranAt)) && isStopped(String(now))
    ? ['its server ran before the deploy and stands still now']
    : [];
}
