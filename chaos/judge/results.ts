import type { Effect, Step } from '../stage/record.ts';
import { errorOf, type Facts, hasId, idsOf, isComplete, isRunning, minute, second } from './facts.ts';
import { plainName } from './restores.ts';
import { broken, type Violation } from './violation.ts';

/** Green is true, and red says what was changed. */
export function results(facts: Facts): Violation[] {
  return facts.steps.flatMap((step, place) => {
    if (step.end !== 'itself')
      return step.end === 'stuck' ? [broken('every step ends', `Step ${place} never ends`)] : [];
    return [...(step.red ? red(step, place, facts) : green(step, place, facts)), ...words(step, place)];
  });
}

/** The next step may begin at once. */
const instant = 0.001;

const truth = 'exit 0 only if the result is true';
const honesty = 'exit 1 always with an error that says what was changed';

function green(step: Step, place: number, facts: Facts): Violation[] {
  const { result = '' } = step.outputs;
  const wrong = step.annotations.some(({ level }) => level === 'error') ? ['an error is told'] : [];
  const lies = step.isPost ? guardLies(step, place, facts) : mainLies(step, place, facts);
  return [...wrong, ...lies].map((text) =>
    broken(
      truth,
      `Step ${place} (${step.isPost ? 'post' : step.inputs.mode || 'create'}): ${result}, but ${text}`,
    ),
  );
}

function mainLies(step: Step, place: number, facts: Facts): string[] {
  const { result = '' } = step.outputs;
  const allowed = expected[step.inputs.mode || 'create'] ?? [];
  if (!allowed.includes(result) && result !== 'planned')
    return [`mode ${step.inputs.mode} has no such result`];
  if (result === 'planned')
    return facts
      .sentBy(place)
      .filter(({ method }) => method !== 'GET')
      .map(({ method, path }) => `${method} ${path} was sent`);
  if (result === 'created' || (result === 'requested' && step.inputs.mode !== 'restore'))
    return createLies(step, place, facts);
  if (result === 'listed') return listLies(step, facts);
  if (result === 'ready')
    return idsOf(step.inputs.snapshot_id).flatMap((shown) => notComplete(facts.snapshot(shown), step, facts));
  if (result === 'restored' || result === 'requested') return restoreLies(step, place, facts);
  if (result === 'deleted' || result === 'already_absent')
    return idsOf(step.inputs.snapshot_id).flatMap((shown) => stillThere(facts.snapshot(shown), step, facts));
  return idsOf((step.outputs.deleted_ids ?? '').replace(/[[\]"]/g, '')).flatMap((shown) =>
    stillThere(facts.snapshot(shown), step, facts),
  );
}

const expected: Record<string, string[]> = {
  create: ['created', 'requested'],
  wait: ['ready'],
  restore: ['restored', 'requested'],
  delete: ['deleted', 'already_absent'],
  list: ['listed'],
  prune: ['pruned'],
};

/** Everything that is there, where nothing keeps the list from being read whole. */
function listLies(step: Step, facts: Facts): string[] {
  const { script, deeds } = facts.played;
  const isOdd = script.api.unstableReadings !== undefined || script.api.countAhead !== undefined;
  if (isOdd || deeds.length > 0 || script.faults.some(({ when }) => when.method === 'GET')) return [];
  const wanted = idsOf(step.inputs.server_id).map((shown) => facts.server(shown));
  const listed = step.outputs.snapshot_id ?? '';
  return [...facts.played.foreign.keys()]
    .filter(
      (id) => wanted.length === 0 || (wanted.includes(facts.serverOf(id)) && script.api.ownerAs !== 'none'),
    )
    .filter((id) => !hasId(listed, facts.shown(id)))
    .map((id) => `snapshot ${id} is not in it`);
}

function lagOf({ played }: Facts): number {
  return (played.script.api.snapshotListLagMs ?? 0) + (played.script.api.serverListLagMs ?? 0) + 2 * minute;
}

function createLies(step: Step, place: number, facts: Facts): string[] {
  const servers = [...new Set(idsOf(step.inputs.server_id).map((shown) => facts.server(shown)))];
  const ids = idsOf(step.outputs.snapshot_id).map((shown) => facts.snapshot(shown));
  if (ids.length !== servers.length) return [`${ids.length} ids for ${servers.length} servers`];
  return ids.flatMap((id, index) => {
    const server = servers[index];
    if (id === undefined) return ['an id that never was'];
    if (facts.serverOf(id) !== server) return [`snapshot ${id} is not of server ${server}`];
    const made = facts.own.filter((own) => own.step === place && own.server === server);
    const isOwn = made.some((own) => own.id === id);
    if (!isOwn && !isDoubtful(id, step, facts)) return [`snapshot ${id} is not of this step`];
    return step.outputs.result === 'created' ? notComplete(id, step, facts) : [];
  });
}

/** Adopted with a warning, for the API kept no mark of ours. */
function isDoubtful(id: number, step: Step, facts: Facts): boolean {
  return (
    facts.makerOf(id) === undefined &&
    step.annotations.some(
      ({ title, message }) => title === 'Snapshot without our mark' && hasId(message, facts.shown(id)),
    )
  );
}

function notComplete(id: number | undefined, step: Step, facts: Facts): string[] {
  if (id === undefined) return ['a snapshot that never was'];
  const status = facts.statusOf(id, step.endedAt);
  if (isComplete(status) || isComplete(facts.statusOf(id, step.endedAt - instant))) return [];
  if (isComplete(facts.statusOf(id, step.endedAt - lagOf(facts)))) return [];
  if (facts.wasMeddledWith(facts.serverOf(id), step.endedAt - lagOf(facts), step.endedAt)) return [];
  return [`snapshot ${id} is ${status ?? 'not there'}`];
}

function stillThere(id: number | undefined, step: Step, facts: Facts): string[] {
  const status = id === undefined ? undefined : facts.statusOf(id, step.endedAt);
  return status === undefined || status === 'deleting' ? [] : [`snapshot ${id} is there (${status})`];
}

function restoreLies(step: Step, place: number, facts: Facts): string[] {
  const restored = facts
    .effectsOf(place)
    .flatMap(({ at, effect }) => (effect.did === 'restore' ? { at, ...effect } : []));
  const missing = restored.length === 0 ? ['nothing was restored'] : [];
  const named = idsOf(step.inputs.snapshot_id).flatMap((shown) => facts.snapshot(shown) ?? []);
  const left = named.filter((id) => !restored.some(({ snapshot }) => snapshot === id));
  const going =
    step.outputs.result === 'restored' ? restored.flatMap((one) => notBack(one, step, facts)) : [];
  return [...missing, ...left.map((id) => `snapshot ${id} was not restored`), ...going];
}

/** The restore is over: nothing of it is still to come. */
function notBack({ at, server }: { at: number; server: number }, step: Step, facts: Facts): string[] {
  const { restoreStartsAfterMs = 0, restoreMs, restoreStages, serverListLagMs = 0 } = facts.played.script.api;
  const usual = typeof restoreMs === 'function' ? restoreMs(server) : (restoreMs ?? 8 * minute);
  const tookMs = restoreStartsAfterMs + (restoreStages?.reduce((sum, { ms }) => sum + ms, 0) ?? usual);
  const isOver = step.endedAt >= at + tookMs;
  if (!isOver)
    return facts.wasMeddledWith(server, at, step.endedAt) ? [] : [`the restore of server ${server} goes on`];
  const status = facts.serverStatus(server, step.endedAt - instant);
  const isFine = isRunning(status) || isRunning(facts.serverStatus(server, step.endedAt - serverListLagMs));
  if (isFine || facts.wasMeddledWith(server, at, step.endedAt)) return [];
  return step.annotations.some(
    ({ level, message }) => level === 'warning' && hasId(message, facts.shown(server)),
  )
    ? []
    : [`server ${server} is ${status}`];
}

/** Nobody can tell a restore of somebody else's that begins within seconds of a request that was lost. */
function mayPassForOurs(id: number, place: number, facts: Facts): boolean {
  return facts
    .sentBy(place)
    .some(
      ({ method, path, at }) =>
        method === 'POST' &&
        path.endsWith('/restore/') &&
        facts.wasMeddledWith(facts.serverOf(id), at - second, at + 20 * second + lagOf(facts)),
    );
}

/** Green after a policy of restore, only with every one of them restored. */
function guardLies(step: Step, place: number, facts: Facts): string[] {
  const main = facts.steps.find((one) => one.use === step.use && !one.isPost);
  const policy = (step.inputs[`on_${facts.played.ending}`] ?? '').replace(/\s/g, '');
  if (!main || main.red || !/^restore/.test(policy) || step.state === '' || main.outputs.result === 'planned')
    return [];
  if (!['create', 'wait'].includes(main.inputs.mode || 'create') || main.inputs.dry_run === 'true') return [];
  const ids = idsOf(main.outputs.snapshot_id).flatMap((shown) => facts.snapshot(shown) ?? []);
  const restored = facts
    .effectsOf(place)
    .flatMap(({ at, effect }) => (effect.did === 'restore' ? { at, ...effect } : []));
  const elsewhere = facts.steps.flatMap((_, other) =>
    other === place
      ? []
      : facts.effectsOf(other).flatMap(({ effect }) => (effect.did === 'restore' ? effect.server : [])),
  );
  const left = ids.filter(
    (id) =>
      !restored.some(({ snapshot }) => snapshot === id) &&
      !elsewhere.includes(facts.serverOf(id)) &&
      !mayPassForOurs(id, place, facts),
  );
  const claimed = facts.steps.some(
    (one) => one.inputs.mode === 'wait' && !one.isPost && one.use !== step.use,
  );
  return [
    ...(claimed ? [] : left.map((id) => `snapshot ${id} was not restored`)),
    ...restored.flatMap((one) => notBack(one, step, facts)),
  ];
}

/** The effects that a step knows of, or has to reckon with, stand in its error. */
function red(step: Step, place: number, facts: Facts): Violation[] {
  const error = errorOf(step);
  const what = (text: string) =>
    broken(honesty, `Step ${place} (${step.isPost ? 'post' : step.inputs.mode || 'create'}): ${text}`);
  if (error === '') return [what('no error')];
  const effects = facts.effectsOf(place).filter(({ at }) => at <= step.endedAt);
  const isNothing = error.includes('Nothing was changed.');
  const changes = effects.filter(
    ({ effect }) =>
      !isUndone(
        effect,
        effects.map((one) => one.effect),
      ),
  );
  return [
    ...(isNothing && changes.length > 0
      ? [what(`"Nothing was changed.", and there was ${JSON.stringify(changes.map(({ effect }) => effect))}`)]
      : []),
    ...effects
      .filter(({ effect }) => !isTold(effect, error, facts))
      .map(({ effect }) => what(`says nothing of ${JSON.stringify(effect)}`)),
  ];
}

/** A server that was stopped runs again. */
function isUndone(effect: Effect, all: readonly Effect[]): boolean {
  if (effect.did === 'stop' || effect.did === 'start')
    return all.some((other) => other.did === 'start' && other.server === effect.server);
  return (
    effect.did === 'create' &&
    all.some((other) => other.did === 'delete' && other.snapshot === effect.snapshot)
  );
}

function isTold(effect: Effect, error: string, facts: Facts): boolean {
  const hasServer = hasId(error, facts.shown(effect.server));
  if (!('snapshot' in effect)) return effect.did === 'start' || hasServer;
  const has = hasId(error, facts.shown(effect.snapshot));
  if (effect.did === 'create') return has || hasServer || error.includes(plainName(effect.snapshot, facts));
  if (effect.did === 'restore') return /restor/i.test(error) && (has || hasServer);
  return has;
}

function words(step: Step, place: number): Violation[] {
  const texts = [
    ...step.annotations.flatMap(({ title, message }) => [title, message]),
    ...Object.values(step.outputs),
    step.summary,
  ].join('\n');
  const odd = /\bundefined\b|\bNaN\b|\[object |Internal error/.exec(texts)?.[0];
  const errors = step.annotations.filter(({ level }) => level === 'error').length;
  return [
    ...(odd ? [broken('words that people understand', `Step ${place} says ${odd}`)] : []),
    ...(errors > 1 ? [broken('one error per step', `Step ${place} has ${errors}`)] : []),
  ];
}
