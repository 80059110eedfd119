import type { Sent, Step } from '../stage/record.ts';
import { entriesIn, type Facts, minute, second } from './facts.ts';
import { broken, type Violation } from './violation.ts';

/** Deadlines, and no more requests than needed. */
export function times(facts: Facts): Violation[] {
  return facts.steps.flatMap((step, place) => {
    const sent = facts.sentBy(place);
    return [...late(step, place, facts), ...afterTheEnd(place, facts), ...tooMany(sent, place)];
  });
}

/** What a step may take after its time is over: a last word to start a server, and what GitHub is told. */
const lastWordMs = 2 * second;
const githubMs = 3 * 20 * second;
const defaultMs = 60 * minute;

function late(step: Step, place: number, facts: Facts): Violation[] {
  const limit = limitOf(step, facts);
  const tookMs = step.endedAt - step.startedAt;
  const reports = /comment|status/.test(step.inputs.report ?? '') ? githubMs : 0;
  const found = [];
  if (tookMs > limit + lastWordMs + reports)
    found.push(broken('the deadline is obeyed', `Step ${place} took ${tookMs} ms of ${limit}`));
  const afterwards = facts
    .sentBy(place)
    .filter((one) => one.at > step.startedAt + limit && !one.path.endsWith('/power/'));
  found.push(
    ...afterwards.map((one) =>
      broken(
        'the deadline is obeyed',
        `Step ${place} sends ${one.method} ${one.path} at ${one.at}, its limit was ${limit}`,
      ),
    ),
  );
  if (step.end === 'forced')
    found.push(broken('a signal ends a step within 2 s', `Step ${place} did not end by itself`));
  return found;
}

function limitOf(step: Step, { played }: Facts): number {
  const asked = Number(step.inputs.timeout_minutes) * minute || defaultMs;
  return step.isPost && played.ending === 'cancelled' ? Math.min(asked, 180 * second) : asked;
}

function afterTheEnd(place: number, facts: Facts): Violation[] {
  return facts.played.sent
    .filter((one) => one.step === place && one.isLate)
    .map((one) =>
      broken('no request after the end', `Step ${place} sends ${one.method} ${one.path} at ${one.at}`),
    );
}

/** A page of several, or a list that is short of its count, is read on. */
function isWhole(one: Sent): boolean {
  const entries = entriesIn(one);
  if (!entries) return false;
  const json = JSON.parse(one.answer?.body ?? 'null');
  return !json.next && (json.count ?? 0) <= entries.length;
}

/** Whole lists of a kind that were answered well at the same moment, pages apart. */
function tooMany(sent: readonly Sent[], place: number): Violation[] {
  const seen = new Map<string, number>();
  for (const one of sent) {
    if (
      one.method !== 'GET' ||
      !['/snapshots/', '/servers/'].includes(one.path) ||
      /page/.test(one.query) ||
      !isWhole(one)
    )
      continue;
    const key = `${one.path} at ${one.at}`;
    seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return [...seen]
    .filter(([, count]) => count > 2)
    .map(([key, count]) =>
      broken('one whole list per tick and kind', `Step ${place} reads ${key} ${count} times`),
    );
}
