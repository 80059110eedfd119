import type { Failure } from '../errors.ts';
import { serverName, snapshotName } from '../text/references.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

export interface ServerRef {
  id: Id;
  name?: string;
}

/** What a step deals with: a snapshot that a list shows, or the id of one that none does. */
export type Subject = { listed: Snapshot } | { unlisted: Id };

/** One thing to do, and why where that is not the user's plain word. */
export type Step =
  /** `label` is for an API that keeps one text only. */
  | { do: 'create'; server: ServerRef; name: string; description: string; label: string }
  /** While its snapshot is taken; whoever stops a server starts it. */
  | { do: 'stop'; server: ServerRef }
  | { do: 'wait'; subject: Subject }
  | { do: 'restore'; snapshot: Snapshot; thenDelete: boolean }
  | { do: 'delete'; subject: Subject; why?: string }
  /** `level`: somebody should know that it was kept although the policy has it deleted. */
  | { do: 'keep'; subject: Subject; why: string; level?: 'notice' | 'warning' }
  /** What the policy asks for cannot be done: the snapshot is kept, and that is a failure. */
  | { do: 'give_up'; subject: Subject; why: string; failure: Failure }
  | { do: 'show'; snapshot: Snapshot };

export type Creation = Extract<Step, { do: 'create' }>;
export type Restoration = Extract<Step, { do: 'restore' }>;
export type Deletion = Extract<Step, { do: 'delete' }>;

export function subjectIn(list: readonly Snapshot[], id: Id): Subject {
  const found = list.find((snapshot) => snapshot.id === id);
  return found ? { listed: found } : { unlisted: id };
}

export function idOf(subject: Subject): Id {
  return 'listed' in subject ? subject.listed.id : subject.unlisted;
}

/** Undefined for a snapshot that no list shows. */
export function listed(subject: Subject): Snapshot | undefined {
  return 'listed' in subject ? subject.listed : undefined;
}

/** `snapshot 802 (pre-deploy) of server 12345 (web-1)`, as far as known. */
export function fullName(subject: Subject): string {
  return 'listed' in subject
    ? `${snapshotName(subject.listed)} of ${serverName(subject.listed.server)}`
    : `snapshot ${subject.unlisted}`;
}

/** `create snapshot pre-deploy of server 12345 (web-1)`. */
export function sentenceOf(step: Step): string {
  switch (step.do) {
    case 'create':
      return `create snapshot ${step.name} of ${serverName(step.server)}`;
    case 'stop':
      return `stop ${serverName(step.server)} while its snapshot is taken`;
    case 'wait':
      return `wait for ${named(step.subject)}`;
    case 'restore':
      return `restore ${serverName(step.snapshot.server)} from ${snapshotName(step.snapshot)}${step.thenDelete ? ', then delete that' : ''}`;
    case 'delete':
      return `delete ${named(step.subject)}${step.why ? ` (${step.why})` : ''}`;
    case 'keep':
    case 'give_up':
      return `keep ${named(step.subject)} (${step.why})`;
    case 'show':
      return `show ${snapshotName(step.snapshot)}`;
  }
}

function named(subject: Subject): string {
  return 'listed' in subject ? fullName(subject) : `${fullName(subject)}, which no list shows`;
}
