import { slotsUsed } from '../rules/slots.ts';
import type { ServerRef, Subject } from '../rules/steps.ts';
import type { Log } from '../text/log.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

/** The words of the `result` output; `kept` only in the post step, whose outputs go nowhere. */
export type Result =
  | 'created'
  | 'ready'
  | 'requested'
  | 'restored'
  | 'deleted'
  | 'already_absent'
  | 'listed'
  | 'pruned'
  | 'planned'
  | 'kept'
  | 'timed_out'
  | 'failed'
  | 'cancelled';

/** What is known of one server or snapshot that the step deals with. */
export interface Facts {
  /** Absent for a snapshot that no list shows. */
  server?: ServerRef;
  /** The snapshot's id, as soon as there is one. */
  id?: Id;
  /** As the API showed it last. */
  snapshot?: Snapshot;
  /** Absent as long as it is open. */
  result?: Result;
  /** The request's answer was lost and the snapshot was found in the list. */
  adopted?: boolean;
  /** What went wrong, or why. */
  remark?: string;
  /** How long the operation took, in milliseconds. */
  tookMs?: number;
  /** How long the server stood still for its snapshot, in milliseconds. */
  stoppedMs?: number;
  /** When the snapshot was seen complete, by the runner's clock. */
  completeAt?: Date;
}

/** What was asked of the API, as the journal names it. */
export type Act = 'create' | 'restore' | 'delete' | 'stop';

/** What a step says besides its result. */
export interface Annotation {
  level: 'notice' | 'warning';
  title: string;
  text: string;
}

/** What a subject tells of itself. */
export function factsOf(subject: Subject): Facts {
  if (!('listed' in subject)) return { id: subject.unlisted };
  const { listed } = subject;
  return { server: listed.server, id: listed.id, snapshot: listed };
}

/** Something that happened to a server, for the timeline. */
export interface Moment {
  what: 'snapshot requested' | 'snapshot complete' | 'job ended' | 'restore requested' | 'server back';
  at: Date;
  serverId: Id;
}

/** One line of the step's story: a server or a snapshot, and what became of it. */
export class Entry {
  #facts: Facts;
  readonly #onChange: () => void;

  constructor(facts: Facts, onChange: () => void) {
    this.#facts = facts;
    this.#onChange = onChange;
  }

  get facts(): Readonly<Facts> {
    return this.#facts;
  }

  /** Adds to what is known, and passes it on at once: a killed step must not take it along. */
  learn(news: Partial<Facts>): void {
    const before = this.#facts;
    this.#facts = { ...before, ...news };
    const { id, snapshot, result } = this.#facts;
    const same = id === before.id && snapshot?.status === before.snapshot?.status && result === before.result;
    if (!same) this.#onChange();
  }
}

/**
 * All that a step has seen and done, in order. The outputs, the summary and "was anything changed?" are read from
 * here, so none of them can forget what another one tells.
 */
export class Journal {
  readonly entries: Entry[] = [];
  readonly deletedIds: Id[] = [];
  /** What was going to be done, and why. */
  readonly plan: string[] = [];
  readonly annotations: Pick<Annotation, 'level' | 'text'>[] = [];
  /** Snapshots by server, after the step. */
  readonly slots = new Map<Id, number>();
  readonly moments: Moment[] = [];
  readonly #changes = new Map<string, string>();
  readonly #log: Log;
  readonly #publish: (journal: Journal) => void;

  constructor(log: Log, publish: (journal: Journal) => void) {
    this.#log = log;
    this.#publish = publish;
  }

  enter(facts: Facts): Entry {
    const entry = new Entry(facts, () => this.#publish(this));
    this.entries.push(entry);
    return entry;
  }

  entryOf(id: Id): Entry | undefined {
    return this.entries.find(({ facts }) => facts.id === id);
  }

  /** What the API was asked to change and has accepted, or may have: a sentence each. */
  get changes(): string[] {
    return [...this.#changes.values()];
  }

  /** Something may no longer be as it was before the step, until that is settled or taken back. */
  doubt(act: Act, id: Id, text: string): void {
    this.#changes.set(`${act} ${id}`, text);
  }

  /** It is certain now. */
  settle(act: Act, id: Id, text: string): void {
    this.#changes.set(`${act} ${id}`, text);
  }

  /** It did not happen. */
  takeBack(act: Act, id: Id): void {
    this.#changes.delete(`${act} ${id}`);
  }

  /** Whether it happened, or may have. */
  mayHave(act: Act, id: Id): boolean {
    return this.#changes.has(`${act} ${id}`);
  }

  deleted(id: Id, serverId: Id | undefined): void {
    this.deletedIds.push(id);
    const used = serverId === undefined ? undefined : this.slots.get(serverId);
    if (serverId !== undefined && used !== undefined) this.slots.set(serverId, used - 1);
    this.#publish(this);
  }

  /** Keeps the number of slots that each of the servers uses by this list. */
  counted(servers: Iterable<Id>, list: readonly Snapshot[]): void {
    for (const id of servers) this.slots.set(id, slotsUsed(id, list));
  }

  /** A server that was stopped for its snapshot runs again. */
  stood(serverId: Id, stoppedMs: number): void {
    for (const entry of this.entries) if (entry.facts.server?.id === serverId) entry.learn({ stoppedMs });
  }

  /** @param at by the runner's clock */
  happened(what: Moment['what'], at: Date, serverId: Id): void {
    this.moments.push({ what, at, serverId });
  }

  notice(title: string, text: string): void {
    this.annotate({ level: 'notice', title, text });
  }

  warning(title: string, text: string): void {
    this.annotate({ level: 'warning', title, text });
  }

  annotate({ level, title, text }: Annotation): void {
    this.annotations.push({ level, text });
    this.#log[level](title, text);
  }
}

/** From best to worst. A step with several targets ends with the worst word among them. */
const severity: readonly Result[] = [
  'already_absent',
  'listed',
  'pruned',
  'planned',
  'kept',
  'deleted',
  'created',
  'ready',
  'restored',
  'requested',
  'timed_out',
  'failed',
  'cancelled',
];

/** @param otherwise the word for a step without targets */
export function worst(results: readonly Result[], otherwise: Result): Result {
  return results.reduce(
    (worse, result) => (severity.indexOf(result) > severity.indexOf(worse) ? result : worse),
    results[0] ?? otherwise,
  );
}
