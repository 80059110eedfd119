import type { Sent, Step } from '../stage/record.ts';
import {
  annotatedBy,
  createServerOf,
  entriesIn,
  type Facts,
  fateOf,
  hasId,
  isEntryOf,
  type Own,
  second,
  toldBy,
  wasWhole,
} from './facts.ts';
import { broken, type Violation } from './violation.ts';

const settling = 20 * second;
/** Requests that are sent at once after a look are still so far from it, by the way they travel. */
const slack = 50;

/** At most one snapshot per server and step, and none lost. */
export function snapshots(facts: Facts): Violation[] {
  return [
    ...facts.steps.flatMap((step, place) => (step.isPost ? [] : askedFor(step, place, facts))),
    ...lost(facts),
  ];
}

function askedFor(step: Step, place: number, facts: Facts): Violation[] {
  const sent = facts.sentBy(place);
  const byServer = new Map<number, Sent[]>();
  for (const one of sent) {
    const server = createServerOf(one, facts);
    if (server !== undefined) byServer.set(server, [...(byServer.get(server) ?? []), one]);
  }
  return [...byServer].flatMap(([server, asked]) => [
    ...asked.flatMap((one, index) =>
      asked.slice(0, index).flatMap((earlier) => repeated(earlier, one, { server, sent, facts })),
    ),
    ...texts(asked[0], step, facts),
  ]);
}

interface Around {
  server: number;
  sent: Sent[];
  facts: Facts;
}

function repeated(earlier: Sent, later: Sent, { server, sent, facts }: Around): Violation[] {
  const fate = fateOf(earlier);
  const what = `server ${server}: POST at ${later.at} after that at ${earlier.at}, answered ${earlier.answer?.status}`;
  if (fate === 'refused') return [];
  if (fate === 'accepted')
    return [broken('no second snapshot: an acceptance is never asked for again', what)];
  const since = earlier.answeredAt ?? later.at;
  const looks = sent.filter(
    (one) =>
      one.path === '/snapshots/' &&
      one.at >= since &&
      (one.answeredAt ?? later.at) <= later.at &&
      entriesIn(one),
  );
  if (later.at - since < settling - slack)
    return [broken('no second snapshot: a lost request is looked for, for 20 s', what)];
  if (looks.length === 0) return [broken('no second snapshot: a lost request is looked for', what)];
  if (!wasWhole(looks, '/snapshots/'))
    return [broken('no second snapshot: nothing is absent by a list that is not whole', what)];
  const made = earlier.effects.flatMap((effect) => (effect.did === 'create' ? effect.snapshot : []));
  const shown = made.filter((id) =>
    looks.some((look) => entriesIn(look)?.some((entry) => isEntryOf(entry, id, facts))),
  );
  return shown.map((id) =>
    broken(
      'no second snapshot: one that is shown is not asked for again',
      `${what}; snapshot ${id} was shown`,
    ),
  );
}

/** The first request for each server carries the mark; later ones may have to do with less. */
function texts(first: Sent | undefined, step: Step, facts: Facts): Violation[] {
  if (!first) return [];
  const { repository, runId, attempt, job } = facts.played.script.origin;
  const mark = `[gha ${repository} run ${runId}.${attempt} ${job}-${step.nonce}]`;
  const { description = '', label } = JSON.parse(first.body || '{}') as Record<string, string>;
  const text = label ?? description;
  if (text.endsWith(` ${mark}`) && text.length <= 200) return [];
  return [
    broken(
      'every snapshot carries the ownership mark',
      `${first.path} was asked for with ${JSON.stringify(text)}`,
    ),
  ];
}

function lost(facts: Facts): Violation[] {
  const end = Number.MAX_SAFE_INTEGER;
  const told = facts.steps.map(toldBy).join('\n');
  const annotated = facts.steps.map(annotatedBy).join('\n');
  return facts.own
    .filter(({ id }) => facts.statusOf(id, end) !== undefined)
    .filter((own) => !isNamed(own, { told, annotated }, facts) && !isLeftInState(own, facts))
    .map(({ id, server, step, name }) =>
      broken(
        'no snapshot is lost',
        `Snapshot ${id} (${name}) of server ${server}, asked for by step ${step}, is there, and nothing names it`,
      ),
    );
}

function isNamed(
  { id, name, server }: Own,
  { told, annotated }: { told: string; annotated: string },
  facts: Facts,
): boolean {
  if (hasId(told, facts.shown(id))) return true;
  const plain = name.split(' [')[0] ?? name;
  if (plain.length > 5 && annotated.includes(plain)) return true;
  // Without an owner, one of the user's name may be of any server of the step.
  const isNobodys = facts.played.script.api.ownerAs === 'none' && !facts.keptName(id);
  return (!facts.keptMark(id) && hasId(annotated, facts.shown(server))) || isNobodys;
}

/** Where nobody was left to tell: what was saved for the post step names it. */
function isLeftInState({ id, name, step }: Own, facts: Facts): boolean {
  const main = facts.steps[step];
  const post = facts.steps.find((one) => one.isPost && one.use === main?.use);
  const isSilent =
    post === undefined ||
    post.end !== 'itself' ||
    post.signalledAt !== undefined ||
    facts.played.script.lostInputs;
  const state = main?.saved.at(-1) ?? '';
  return isSilent && (hasId(state, facts.shown(id)) || state.includes(name.split(' [')[0] ?? name));
}
