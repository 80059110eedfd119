import { uuidOf } from '../../rehearsal/api/api.ts';
import type { Maker } from '../script.ts';
import type { Played } from '../stage/play.ts';
import type { Effect, LateEffect, Sent, Step } from '../stage/record.ts';

export const second = 1_000;
export const minute = 60 * second;
export const hour = 60 * minute;

/** A snapshot that this job made. */
export interface Own {
  id: number;
  server: number;
  /** When it was made. */
  at: number;
  /** The step that asked for it, by its place. */
  step: number;
  name: string;
  description: string;
}

/** The truth about a job: what happened, whatever the action saw. Moments are milliseconds since its beginning. */
export class Facts {
  readonly played: Played;
  readonly own: Own[] = [];
  readonly #epoch: number;
  readonly #numbers = new Map<string, number>();
  readonly #snapshotNumbers = new Map<string, number>();

  constructor(played: Played, epoch: number) {
    this.played = played;
    this.#epoch = epoch;
    const { state } = played.api;
    for (const id of [...state.servers.keys(), 99]) this.#remember(this.#numbers, id);
    for (const id of [...state.snapshots.keys(), 799]) this.#remember(this.#snapshotNumbers, id);
    for (const [place, { effects }] of this.#effects())
      for (const effect of effects) if (effect.did === 'create') this.#learnOwn(effect, place);
  }

  get steps(): readonly Step[] {
    return this.played.steps;
  }

  /** The requests of a step to the API, in order. */
  sentBy(step: number): Sent[] {
    return this.played.sent.filter((one) => one.step === step && one.to === 'api');
  }

  /** What a step, or a request of it that took effect late, did. */
  effectsOf(step: number): { at: number; effect: Effect }[] {
    const now = this.sentBy(step).flatMap(({ at, effects }) => effects.map((effect) => ({ at, effect })));
    const late = this.played.late.filter((one) => this.#lateStepOf(one) === step);
    return [...now, ...late];
  }

  server(shown: string): number | undefined {
    return this.#numbers.get(shown.toLowerCase());
  }

  snapshot(shown: string): number | undefined {
    return this.#snapshotNumbers.get(shown.toLowerCase());
  }

  shown(id: number): string {
    return this.played.api.shownId(id);
  }

  serverOf(snapshot: number): number {
    return this.played.api.state.snapshots.get(snapshot)?.server ?? 0;
  }

  createdAt(snapshot: number): number {
    return (this.played.api.state.snapshots.get(snapshot)?.createdAt ?? 0) - this.#epoch;
  }

  /** Undefined while it does not exist. */
  statusOf(snapshot: number, at: number): string | undefined {
    const phase = this.played.api.state.snapshots.get(snapshot)?.phase ?? [];
    return phase.findLast(({ from }) => from <= this.#epoch + at)?.value?.status;
  }

  /** Every status that it had until a moment. */
  statusesOf(snapshot: number, until: number): string[] {
    const phase = this.played.api.state.snapshots.get(snapshot)?.phase ?? [];
    return phase.flatMap(({ from, value }) => (from <= this.#epoch + until && value ? value.status : []));
  }

  serverStatus(server: number, at: number): string {
    const status = this.played.api.state.servers.get(server)?.status ?? [];
    return status.findLast(({ from }) => from <= this.#epoch + at)?.value ?? '';
  }

  /** Every status that a server has from one moment to another. */
  serverStatuses(server: number, from: number, to: number): string[] {
    const status = this.played.api.state.servers.get(server)?.status ?? [];
    const between = status.filter((one) => one.from > this.#epoch + from && one.from <= this.#epoch + to);
    return [this.serverStatus(server, from), ...between.map(({ value }) => value)];
  }

  ownOf(snapshot: number): Own | undefined {
    return this.own.find(({ id }) => id === snapshot);
  }

  /** Undefined for one that was made by hand, or is ours. */
  makerOf(snapshot: number): Maker | undefined {
    return this.played.foreign.get(snapshot);
  }

  /** The mark, or our form of a name, stands in what the API keeps of it. */
  keptMark(snapshot: number): boolean {
    const record = this.played.api.state.snapshots.get(snapshot);
    const { keepDescriptions, form } = this.played.script.api;
    if (!record) return false;
    const kept =
      form === 'client' || keepDescriptions === false ? record.name : `${record.name} ${record.description}`;
    return markPattern.test(kept);
  }

  keptName(snapshot: number): boolean {
    return /^gha-.*-\d+-\d+-[0-9a-f]{6}\b/.test(this.played.api.state.snapshots.get(snapshot)?.name ?? '');
  }

  /** Whether others did something to a server, or to its snapshots, in a span of time. */
  wasMeddledWith(server: number, from: number, to: number): boolean {
    return this.played.deeds.some((deed) => deed.server === server && deed.at >= from && deed.at <= to);
  }

  *#effects(): Generator<[number, { effects: Effect[] }]> {
    for (const sent of this.played.sent) yield [sent.step, sent];
    for (const late of this.played.late) yield [this.#lateStepOf(late), { effects: [late.effect] }];
  }

  #learnOwn(effect: Extract<Effect, { snapshot: number }>, step: number): void {
    const record = this.played.api.state.snapshots.get(effect.snapshot);
    if (!record) return;
    const { id, server, name, description, createdAt } = record;
    this.own.push({ id, server, name, description, at: createdAt - this.#epoch, step });
  }

  /** The step that asked for it, without learning what came of it. */
  #lateStepOf({ at, effect }: LateEffect): number {
    const asked = this.played.sent.findLast(
      (sent) =>
        sent.at <= at && sent.effects.length === 0 && fateOf(sent) === 'unclear' && this.#mayDo(sent, effect),
    );
    return asked?.step ?? -1;
  }

  #mayDo(sent: Sent, effect: Effect): boolean {
    const { to, method, path, body } = sent;
    if (to !== 'api' || method === 'GET') return false;
    if (effect.did === 'create')
      return createServerOf(sent, this) === effect.server && this.#isTextOf(sent, effect);
    if (effect.did === 'restore')
      return path.endsWith('/restore/') && this.snapshot(idIn(path)) === effect.snapshot;
    if (effect.did === 'delete') return method === 'DELETE' && this.snapshot(idIn(path)) === effect.snapshot;
    const isPower = path.endsWith('/power/') && body.includes(`"${effect.did}"`);
    return isPower && this.server(idIn(path)) === effect.server;
  }

  #isTextOf({ body }: Sent, { snapshot }: { snapshot: number }): boolean {
    const name = this.played.api.state.snapshots.get(snapshot)?.name ?? '';
    return name === '' || body.includes(name.slice(0, 20));
  }

  #remember(numbers: Map<string, number>, id: number): void {
    const { idOffset = 0n } = this.played.script.api;
    numbers.set(String(BigInt(id) + idOffset), id);
    numbers.set(uuidOf(id), id);
  }
}

export const markPattern = /\[gha [^\s/[\]]+\/[^\s/[\]]+ run \d+\.\d+ [0-9a-f]{8}-[0-9a-f]{8}\]/;

/** The second part of a path, like `801` of `/snapshots/801/restore/`. */
export function idIn(path: string): string {
  return path.split('/')[2] ?? '';
}

/** The server that a request wants a snapshot of; undefined for any other request. */
export function createServerOf({ method, path, body }: Sent, facts: Facts): number | undefined {
  if (method !== 'POST') return undefined;
  if (/^\/servers\/[^/]+\/snapshot\/$/.test(path)) return facts.server(idIn(path));
  if (path !== '/snapshots/') return undefined;
  const [, id] = /"server_id":\s*"?([0-9a-f-]+)/.exec(body) ?? [];
  return id === undefined ? undefined : facts.server(id);
}

/** How an answer leaves a request that changes something, by what the API promises. */
export function fateOf({ answer }: Sent): 'accepted' | 'refused' | 'unclear' {
  if (!answer || typeof answer.status === 'string') return 'unclear';
  const { status, isJson, body } = answer;
  const isPage = !isJson && /^\s*</.test(body);
  if (status >= 200 && status < 300) {
    if (isPage) return 'unclear';
    return isJson && isRefusal(body) ? 'refused' : 'accepted';
  }
  if (status === 404) return 'refused';
  return status < 500 && status >= 400 && status !== 408 && isJson ? 'refused' : 'unclear';
}

function isRefusal(body: string): boolean {
  return /^\{"status":"(error|failed)"/.test(body);
}

/** Everything that people can read of a step. */
export function toldBy(step: Step): string {
  return [
    ...Object.values(step.outputs),
    ...step.annotations.flatMap(({ title, message }) => [title, message]),
    step.summary,
    ...step.lines,
  ].join('\n');
}

/** What nobody overlooks. */
export function annotatedBy(step: Step): string {
  return step.annotations.map(({ title, message }) => `${title}: ${message}`).join('\n');
}

export function errorOf(step: Step): string {
  return step.annotations
    .filter(({ level }) => level === 'error')
    .map(({ message }) => message)
    .join('\n');
}

export function hasId(text: string, shown: string): boolean {
  return new RegExp(`(?<![\\w-])${shown}(?![\\w-])`).test(text);
}

const completeWords = ['completed', 'complete', 'success', 'available', 'ready', 'done', 'finished'];
const runningWords = ['active', 'running', 'online', 'on', 'started'];
const stoppedWords = ['stopped', 'off', 'shutoff', 'halted', 'powered_off'];

export function isComplete(status: string | undefined): boolean {
  return status !== undefined && completeWords.includes(status);
}

export function isRunning(status: string): boolean {
  return runningWords.includes(status);
}

export function isStopped(status: string): boolean {
  return stoppedWords.includes(status);
}

export function idsOf(text = ''): string[] {
  return text.split(/[\s,]+/).filter((word) => word !== '');
}

/** The list of a kind that a step was shown last before a request: its entries, page by page. */
export function lastShown(
  sent: readonly Sent[],
  before: Sent,
  path: string,
): Record<string, unknown>[] | undefined {
  const [last, earlier = []] = readings(sent.slice(0, sent.indexOf(before)), path).reverse();
  if (!last) return undefined;
  // As long as its pages are still coming, what the reading before it showed is known too.
  return [...last, ...(isWhole(last) ? [] : earlier)].flatMap((one) => entriesIn(one) ?? []);
}

function isWhole(pages: readonly Sent[]): boolean {
  const ids = pages.flatMap((one) => entriesIn(one) ?? []).map(({ id, uuid }) => String(id ?? uuid));
  const counts = pages.map(({ answer }) => Number(/"count":(\d+)/.exec(answer?.body ?? '')?.[1] ?? 0));
  return new Set(ids).size >= Math.max(0, ...counts);
}

/** Whether a list was read of which as many entries came as it says there are. */
export function wasWhole(sent: readonly Sent[], path: string): boolean {
  return readings(sent, path).some(isWhole);
}

/** What was answered of a list, each reading from its first page on. */
function readings(sent: readonly Sent[], path: string): Sent[][] {
  const found: Sent[][] = [];
  for (const one of sent) {
    if (one.method !== 'GET' || one.path !== path || !entriesIn(one)) continue;
    if (/(^|&)page=([2-9]|\d\d)/.test(one.query)) found.at(-1)?.push(one);
    else found.push([one]);
  }
  return found;
}

/** Undefined for what is no list. */
export function entriesIn({ answer }: Sent): Record<string, unknown>[] | undefined {
  if (answer?.status !== 200 || !answer.isJson) return undefined;
  try {
    const json = JSON.parse(exactIds(answer.body));
    const entries = Array.isArray(json) ? json : json?.results;
    if (!Array.isArray(entries)) return undefined;
    return entries.filter((one) => typeof one === 'object' && one !== null);
  } catch {
    return undefined;
  }
}

/** Long ids would lose digits as numbers. */
function exactIds(body: string): string {
  return body.replace(/"id":(\d{16,})/g, '"id":"$1"');
}

export function isEntryOf(entry: Record<string, unknown>, id: number, facts: Facts): boolean {
  const { idOffset = 0n } = facts.played.script.api;
  return entry.uuid === uuidOf(id) || String(entry.id) === String(BigInt(id) + idOffset);
}
