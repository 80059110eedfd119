import { Session } from '../../conformance/ask.ts';
import { interview } from '../../conformance/interview.ts';
import type { Seen } from '../../conformance/questions/question.ts';
import { type Judged, judgeAll } from '../../conformance/questions/questions.ts';
import { type Rehearsal, rehearse, rehearsed, stage } from '../../conformance/rehearsals.ts';
import type { Api, ApiOptions, Effect } from '../../rehearsal/api/api.ts';

/** How the API in memory behaves. */
export interface Behaviour extends ApiOptions {
  /** The circle is walked. */
  walks?: boolean;
  /** What was there before, and what goes wrong. */
  given?: (api: Api) => void;
}

export const minute = 60_000;
export const documented: Behaviour = { form: 'documented' };
export const client: Behaviour = { form: 'client' };

export function staged({ given, walks: _, ...options }: Behaviour): Rehearsal {
  const rehearsal = rehearse(options);
  given?.(rehearsal.api);
  return rehearsal;
}

/** The server of the circle, as one who walks it has to name it. */
export function consent(api: Api, { form }: ApiOptions): { server: string; confirm: string } {
  return { server: api.shownId(stage.id), confirm: form === 'client' ? stage.hostname : stage.name };
}

/** What comes of every question. */
export async function interviewed(behaviour: Behaviour): Promise<Judged[]> {
  return judgeAll(await seenIn(behaviour));
}

export async function seenIn(behaviour: Behaviour): Promise<Seen> {
  const { api, fetch, clock } = staged(behaviour);
  const { signal } = new AbortController();
  const session = new Session({ ...rehearsed, fetch, clock, signal, say: () => {} });
  const circle = behaviour.walks ? consent(api, behaviour) : undefined;
  return interview({ session, tidying: signal, circle, show: () => {} });
}

type Entry = Record<string, unknown>;

/** From now on the entries of this list are altered. */
export function alter(api: Api, path: string, change: (entry: Entry) => Entry): void {
  const of = (answer: unknown): unknown => {
    const page = answer as { results?: Entry[] };
    return page.results ? { ...page, results: page.results.map(change) } : answer;
  };
  always(api, { method: 'GET', path }, { kind: 'echo', of });
}

export function always(api: Api, when: { method?: string; path: RegExp | string }, effect: Effect): void {
  api.fail({ when, times: Number.POSITIVE_INFINITY, do: effect });
}

/** An entry without these fields. */
export function without(...fields: string[]): (entry: Entry) => Entry {
  return (entry) => Object.fromEntries(Object.entries(entry).filter(([field]) => !fields.includes(field)));
}
