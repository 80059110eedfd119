import type { Sent, Step } from '../stage/record.ts';
import {
  entriesIn,
  type Facts,
  fateOf,
  hour,
  idIn,
  idsOf,
  isComplete,
  isEntryOf,
  lastShown,
  minute,
  second,
} from './facts.ts';
import { broken, type Violation } from './violation.ts';

const only = 'a restore only of a complete snapshot that this step made or the user named';

/** What is restored, and how often. */
export function restores(facts: Facts): Violation[] {
  return facts.steps.flatMap((step, place) => {
    const asked = facts
      .sentBy(place)
      .filter(({ method, path }) => method === 'POST' && path.endsWith('/restore/'));
    return [
      ...asked.flatMap((sent) => objections(sent, { step, place, facts })),
      ...accepted(place, facts),
      ...asked.flatMap((later, index) =>
        asked.slice(0, index).flatMap((earlier) => repeated(earlier, later, { place, facts })),
      ),
    ];
  });
}

interface Around {
  step: Step;
  place: number;
  facts: Facts;
}

function objections(sent: Sent, around: Around): Violation[] {
  const { step, facts } = around;
  const id = facts.snapshot(idIn(sent.path));
  if (id === undefined) return [broken(only, `${sent.path} names no snapshot that ever was`)];
  const what = `${step.isPost ? 'post' : 'main'} step of use ${step.use}, snapshot ${id} of server ${facts.serverOf(id)} at ${sent.at}`;
  const reasons = [
    ...(step.inputs.dry_run === 'true' ? ['in a dry run'] : []),
    ...(step.isPost ? [...notOfGuard(id, around), ...again(id, facts)] : notNamed(id, sent, around)),
    ...incomplete(id, sent, facts),
  ];
  return [
    ...reasons.map((why) => broken(only, `${what}: ${why}`)),
    ...(step.inputs.force === 'true'
      ? []
      : stale(id, sent, around).map((why) => broken('no stale restore', `${what}: ${why}`))),
  ];
}

/** The guard restores what its own step confirmed, when the policy for this ending says so. */
function notOfGuard(id: number, { step, facts }: Around): string[] {
  const main = facts.steps.find((other) => other.use === step.use && !other.isPost);
  const policy = (step.inputs[`on_${facts.played.ending}`] ?? '').replace(/\s/g, '');
  const isPolicy = policy === 'restore' || policy === 'restore,delete';
  return [
    ...(isPolicy ? [] : [`on_${facts.played.ending} is ${policy || 'empty'}`]),
    ...(main && !main.red ? [] : ['the main step was red']),
    ...(main ? notOfMain(id, main, facts) : []),
  ];
}

/** A step of this job with `mode: restore` has had it accepted, and left word of that. */
function again(id: number, facts: Facts): string[] {
  const server = facts.serverOf(id);
  const isDone = facts.steps.some(
    (step, place) =>
      step.inputs.mode === 'restore' &&
      facts.effectsOf(place).some(({ effect }) => effect.did === 'restore' && effect.server === server),
  );
  return isDone && !facts.played.script.runner.noTemp ? ['a step of this job asked for it before'] : [];
}

/** What the main step of a guard answers for. */
function notOfMain(id: number, main: Step, facts: Facts): string[] {
  const mode = main.inputs.mode || 'create';
  const text = mode === 'create' ? main.outputs.snapshot_id : main.inputs.snapshot_id;
  const own = facts.ownOf(id);
  const isOwn = own !== undefined && facts.steps[own.step] === main;
  const isAnothers = facts.makerOf(id) !== undefined || (own !== undefined && !isOwn);
  return [
    ...(mode === 'create' || mode === 'wait' ? [] : [`the main step is mode: ${mode}`]),
    ...(idsOf(text).some((shown) => facts.snapshot(shown) === id)
      ? []
      : ['the main step did not answer for it']),
    ...(mode === 'create' && isAnothers ? ['another made it'] : []),
  ];
}

function notNamed(id: number, sent: Sent, { step, place, facts }: Around): string[] {
  const { mode, snapshot_id = '', server_id = '', name } = step.inputs;
  if (mode !== 'restore') return [`mode is ${mode}`];
  const servers = idsOf(server_id).map((shown) => facts.server(shown));
  const isWrongServer = servers.length > 0 && !servers.includes(facts.serverOf(id));
  const wrongServer = isWrongServer ? ['server_id does not allow its server'] : [];
  if (name) return [...wrongServer, ...(plainName(id, facts) === name ? [] : ['its name is another one'])];
  if (snapshot_id !== 'latest')
    return [
      ...wrongServer,
      ...(idsOf(snapshot_id).some((shown) => facts.snapshot(shown) === id) ? [] : ['nobody named it']),
    ];
  const ours = (one: number) =>
    facts.ownOf(one) !== undefined ||
    facts.makerOf(one)?.repository === facts.played.script.origin.repository;
  // Which one is the latest is settled with the first request: one that was lost may yet come.
  const mine = facts.sentBy(place);
  const first = mine.find(({ method, path }) => method === 'POST' && path.endsWith('/restore/')) ?? sent;
  const list = lastShown(mine, first, '/snapshots/') ?? [];
  const newer = [...facts.played.api.state.snapshots.keys()].filter(
    (other) =>
      facts.serverOf(other) === facts.serverOf(id) &&
      ours(other) &&
      facts.keptMark(other) &&
      facts.createdAt(other) > facts.createdAt(id) + second &&
      list.some((entry) => isEntryOf(entry, other, facts) && isComplete(String(entry.status).toLowerCase())),
  );
  return [
    ...wrongServer,
    ...(ours(id) ? [] : ['it is not of this repository']),
    ...newer.map((other) => `snapshot ${other} is newer`),
  ];
}

export function plainName(id: number, facts: Facts): string {
  return (facts.played.api.state.snapshots.get(id)?.name ?? '').split(' [')[0] ?? '';
}

/** One that somebody deleted a moment ago was complete. */
function incomplete(id: number, sent: Sent, facts: Facts): string[] {
  const statuses = facts.statusesOf(id, sent.at);
  return statuses.some(isComplete) ? [] : [`it is ${statuses.at(-1) ?? 'not there'}`];
}

/** What forbids a restore of what this run made: seen in the last list before it. */
function stale(id: number, sent: Sent, around: Around): string[] {
  const { facts, place } = around;
  const mine = facts.sentBy(place);
  const shown = lastShown(mine, sent, '/snapshots/') ?? [];
  const isShown = (other: number) => shown.some((entry) => isEntryOf(entry, other, facts));
  const rivals = [...facts.played.api.state.snapshots.keys()].filter(
    (other) =>
      other !== id &&
      facts.serverOf(other) === facts.serverOf(id) &&
      isNewer(other, id, facts) &&
      isShown(other) &&
      isRival(other, id, around),
  );
  return [
    ...rivals.map((other) => `snapshot ${other} is of a newer deploy, and was shown`),
    ...tooOld(id, sent, around),
    ...foreign(id, sent, around),
  ];
}

/** The times that the API tells may be whole seconds, and equal ones count as newer. */
function isNewer(other: number, id: number, facts: Facts): boolean {
  const { form, timeFormat = form === 'documented' ? 'seconds' : 'microseconds' } = facts.played.script.api;
  const grain = timeFormat === 'seconds' ? second : 1;
  return Math.floor(facts.createdAt(other) / grain) >= Math.floor(facts.createdAt(id) / grain);
}

function isRival(other: number, id: number, { step, facts }: Around): boolean {
  const { runId, attempt, repository } = facts.played.script.origin;
  const made = facts.makerOf(id);
  const isOfRun = facts.ownOf(id) !== undefined || (made?.runId === runId && made.repository === repository);
  const isAdopted = facts.ownOf(id) === undefined && made === undefined && step.isPost;
  if (!isOfRun || isAdopted) return false;
  const maker = facts.makerOf(other);
  if (!maker || !(facts.keptMark(other) || facts.keptName(other))) return false;
  const isSameRun = maker.runId === runId && maker.repository === repository;
  return step.isPost
    ? !(isSameRun && maker.attempt === attempt) && !(isSameRun && maker.attempt === made?.attempt)
    : !isSameRun;
}

function tooOld(id: number, sent: Sent, { step, facts }: Around): string[] {
  const ageMs = sent.at - facts.createdAt(id);
  const { clockSkewMs = 0, dateHeader = true } = facts.played.script.api;
  if (clockSkewMs !== 0 && !dateHeader) return [];
  const { runId, attempt } = facts.played.script.origin;
  const maker = facts.makerOf(id);
  const isEarlier = maker?.runId === runId && Number(maker.attempt) < Number(attempt) && facts.keptMark(id);
  const most = step.isPost ? undefined : spanOf(step.inputs.max_age);
  return [
    ...(isEarlier && ageMs > hour + minute ? ['an earlier attempt made it more than an hour ago'] : []),
    ...(most !== undefined && ageMs > most + 5 * minute ? [`it is older than ${step.inputs.max_age}`] : []),
  ];
}

export function spanOf(text = ''): number | undefined {
  const [, number, unit] = /^(\d+)([mhdw])$/.exec(text) ?? [];
  const units: Record<string, number> = { m: minute, h: hour, d: 24 * hour, w: 168 * hour };
  return number === undefined || unit === undefined ? undefined : Number(number) * (units[unit] ?? 0);
}

/** A restore that somebody else began, and that was seen, is not overwritten. */
function foreign(id: number, sent: Sent, { place, facts }: Around): string[] {
  const mine = facts.sentBy(place);
  const server = facts.serverOf(id);
  const asked = mine.filter(
    (other) =>
      other.method === 'POST' &&
      other.path.endsWith('/restore/') &&
      other.at < sent.at &&
      facts.serverOf(facts.snapshot(idIn(other.path)) ?? 0) === server,
  );
  if (asked.length > 0) return [];
  const entry = lastShown(mine, sent, '/servers/')?.find((one) => isEntryOf(one, server, facts));
  return entry?.status === 'restoring' ? ['the server was being restored by somebody else'] : [];
}

function accepted(place: number, facts: Facts): Violation[] {
  const servers = facts
    .effectsOf(place)
    .flatMap(({ effect }) => (effect.did === 'restore' ? effect.server : []));
  return (
    [...new Set(servers)]
      .filter((server) => servers.filter((other) => other === server).length > 1)
      // Whoever reboots a server during its restore hides it from everybody.
      .filter((server) => !facts.wasMeddledWith(server, 0, Number.POSITIVE_INFINITY))
      .map((server) =>
        broken(
          'at most one restore per server and decision',
          `Server ${server} was restored more than once by step ${place}`,
        ),
      )
  );
}

function repeated(
  earlier: Sent,
  later: Sent,
  { place, facts }: { place: number; facts: Facts },
): Violation[] {
  const of = (sent: Sent) => facts.serverOf(facts.snapshot(idIn(sent.path)) ?? 0);
  if (of(earlier) !== of(later) || earlier.path !== later.path) return [];
  const what = `${later.path} at ${later.at} after that at ${earlier.at}, answered ${earlier.answer?.status}`;
  const fate = fateOf(earlier);
  if (fate === 'accepted') return [broken('at most one restore per server and decision', what)];
  if (fate === 'refused') return [];
  const since = earlier.answeredAt ?? later.at;
  const looked = (path: string) =>
    facts
      .sentBy(place)
      .some(
        (one) =>
          one.path === path && one.at >= since && (one.answeredAt ?? later.at) <= later.at && entriesIn(one),
      );
  const missing = ['/snapshots/', '/servers/'].filter((path) => !looked(path));
  if (later.at - since < 20 * second - 50)
    return [broken('a lost restore is looked for before it is asked for again', `${what}: too soon`)];
  return missing.map((path) =>
    broken('a lost restore is looked for before it is asked for again', `${what}: no look at ${path}`),
  );
}
