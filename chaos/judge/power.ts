import type { Sent, Step } from '../stage/record.ts';
import {
  createServerOf,
  entriesIn,
  errorOf,
  type Facts,
  fateOf,
  idIn,
  isEntryOf,
  isRunning,
  isStopped,
  lastShown,
  minute,
} from './facts.ts';
import { broken, type Violation } from './violation.ts';

/** Who stops a server starts it, and nobody else's server is started. */
export function power(facts: Facts): Violation[] {
  return [
    ...facts.steps.flatMap((step, place) =>
      facts
        .sentBy(place)
        .filter(({ path }) => path.endsWith('/power/'))
        .flatMap((sent) => asked(sent, { step, place, facts })),
    ),
    ...leftStanding(facts),
  ];
}

interface Around {
  step: Step;
  place: number;
  facts: Facts;
}

function actionOf({ body }: Sent): string {
  return /"action":"(\w+)"/.exec(body)?.[1] ?? '';
}

function asked(sent: Sent, { step, place, facts }: Around): Violation[] {
  const server = facts.server(idIn(sent.path)) ?? 0;
  const what = `step ${place} asks server ${server} to ${actionOf(sent)} at ${sent.at}`;
  if (actionOf(sent) === 'stop')
    return notToStop(server, sent, { step, place, facts }).map((why) =>
      broken('only a running server is stopped, for its snapshot', `${what}: ${why}`),
    );
  if (actionOf(sent) !== 'start') return [broken('power is stop and start and nothing else', what)];
  return mayStart(server, sent, facts)
    ? []
    : [broken('a server that this step did not stop is not started', what)];
}

function notToStop(server: number, sent: Sent, { step, place, facts }: Around): string[] {
  const shown = lastShown(facts.sentBy(place), sent, '/servers/')?.find((entry) =>
    isEntryOf(entry, server, facts),
  );
  const state = step.saved.join('\n');
  const isRepeated = facts
    .sentBy(place)
    .some((one) => one.path === sent.path && one.at < sent.at && actionOf(one) === 'stop');
  const again = facts
    .sentBy(place)
    .some(
      (one) =>
        one.path === sent.path && one.at < sent.at && actionOf(one) === 'stop' && fateOf(one) !== 'refused',
    );
  return [
    ...(step.inputs.stop_server === 'true' && !step.isPost && step.inputs.dry_run !== 'true'
      ? []
      : ['stop_server is not set']),
    ...(isRepeated || (shown && isRunning(String(shown.status)))
      ? []
      : [`it was shown ${shown?.status ?? 'in no list'}`]),
    ...(state.includes('"standing":[{') ? [] : ['nothing was saved before']),
    ...(again ? ['a second time'] : []),
  ];
}

/** A step of this job stopped it, or restored it. */
function mayStart(server: number, sent: Sent, facts: Facts): boolean {
  const before = facts.played.sent.filter((one) => one.to === 'api' && one.at <= sent.at);
  const wasStopped = before.some(
    (one) =>
      one.path.endsWith('/power/') && actionOf(one) === 'stop' && facts.server(idIn(one.path)) === server,
  );
  const restored = before.filter(
    (one) => one.path.endsWith('/restore/') && facts.serverOf(facts.snapshot(idIn(one.path)) ?? 0) === server,
  );
  const [first] = restored;
  return wasStopped || (first !== undefined && ranBefore(server, first, facts));
}

/** By what the step was shown before it asked for the restore, or the main step before the deploy. */
function ranBefore(server: number, restore: Sent, facts: Facts): boolean {
  const lists = facts.played.sent.filter(
    (one) => one.to === 'api' && one.path === '/servers/' && one.at <= restore.at,
  );
  return lists.some((list) =>
    entriesIn(list)?.some((entry) => isEntryOf(entry, server, facts) && isRunning(String(entry.status))),
  );
}

function leftStanding(facts: Facts): Violation[] {
  const stops = facts.played.sent.filter(
    (one) => one.to === 'api' && one.path.endsWith('/power/') && actionOf(one) === 'stop',
  );
  const servers = new Set(stops.flatMap((one) => facts.server(idIn(one.path)) ?? []));
  return [...servers].flatMap((server) => {
    const stoppedHere = facts.steps
      .flatMap((_, place) => facts.effectsOf(place))
      .some(({ effect }) => effect.did === 'stop' && effect.server === server);
    const end = facts.serverStatus(server, facts.played.endedAt + 44 * minute);
    if (!stoppedHere || !isStopped(end) || isExcused(server, facts)) return [];
    const errors = facts.steps.map(errorOf).join('\n');
    const byHand = new RegExp(
      `curl -X POST .*"action":"start".*/servers/${facts.shown(server)}|curl -X POST .*"action":"start"`,
    );
    if (byHand.test(errors)) return [];
    return [
      broken(
        'a server that the step stopped runs again, or an error names it',
        `Server ${server} is ${end} in the end`,
      ),
    ];
  });
}

/** It ran again, and then a restore stopped it. */
function ranUntilRestored(server: number, facts: Facts): boolean {
  return facts.steps
    .flatMap((_, place) => facts.effectsOf(place))
    .some(
      ({ at, effect }) =>
        effect.did === 'restore' &&
        effect.server === server &&
        isRunning(facts.serverStatus(server, at - 0.001)),
    );
}

/** Nobody was left who could start it, or somebody else stopped it since. */
function isExcused(server: number, facts: Facts): boolean {
  const posts = facts.steps.filter((step) => step.isPost);
  const isDead = posts.some((step) => step.end === 'killed');
  const accepted = facts.played.sent.find((one) => createServerOf(one, facts) === server);
  return (
    isDead ||
    ranUntilRestored(server, facts) ||
    facts.wasMeddledWith(server, accepted?.at ?? 0, facts.played.endedAt + 44 * minute) ||
    facts.played.script.runner.noState
  );
}
