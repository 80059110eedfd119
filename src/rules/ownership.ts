import { shorten } from '../text/text.ts';
import type { Id } from '../vps/id.ts';
import type { Snapshot } from '../vps/model.ts';

/** Who asks: the workflow run, and the nonce that tells one use of the action from every other. */
export interface Origin {
  /** `owner/repo`. */
  repository: string;
  runId: string;
  attempt: string;
  nonce: Nonce;
  sha: string;
  actor: string;
  /** The run's page on GitHub. */
  runUrl: string;
}

/** Eight lower-case hex digits each: `job` is the same for all steps of a job, `step` for nothing else. */
export interface Nonce {
  job: string;
  step: string;
}

/** What the end of a description says about the snapshot's maker. */
export interface Mark {
  repository: string;
  runId: string;
  attempt: string;
  nonce: Nonce;
}

/** The API documents no limit for descriptions; this keeps well inside the usual 255. */
const longestDescription = 200;
const longestRepositoryInName = 40;

const markPattern = /\[gha ([^\s/[\]]+\/[^\s/[\]]+) run (\d+)\.(\d+) ([0-9a-f]{8})-([0-9a-f]{8})\]\s*$/;

/** The user's words, shortened to make room, and the mark, never shortened. */
export function description(words: string, origin: Mark): string {
  const mark = markOf(origin);
  const room = longestDescription - mark.length - 1;
  const text = words.replace(/\s+/g, ' ').trim();
  const kept = text.length <= room ? text : `${shorten(text, room - 1)}…`;
  return kept ? `${kept} ${mark}` : ` ${mark}`;
}

/** For an API that keeps one text only: the name, and the mark. */
export function label(name: string, origin: Mark): string {
  return `${name} ${markOf(origin)}`;
}

/** Which commit, by whom, and where to read more. */
export function defaultWords({ sha, actor, runUrl }: Pick<Origin, 'sha' | 'actor' | 'runUrl'>): string {
  return `Before ${sha?.slice(0, 7) || 'a deploy'}${actor ? ` by ${actor}` : ''}${runUrl ? ` ${runUrl}` : ''}`;
}

function markOf({ repository, runId, attempt, nonce }: Mark): string {
  return `[gha ${repository} run ${runId}.${attempt} ${nonce.job}-${nonce.step}]`;
}

/** Null for a snapshot that nobody marked: made by hand, or by other means. */
export function readMark(text: string): Mark | null {
  const [, repository, runId, attempt, job, step] = markPattern.exec(text) ?? [];
  if (!repository || !runId || !attempt || !job || !step) return null;
  return { repository, runId, attempt, nonce: { job, step } };
}

/** Whether a text without a whole mark may have had this one: the API dropped it, or cut it and what is left agrees. */
export function mayHaveLost(mark: Mark, text: string): boolean {
  const from = text.indexOf('[gha ', text.lastIndexOf('\n') + 1);
  const rest = from < 0 ? '' : text.slice(from).trimEnd();
  return readMark(text) === null && markOf(mark).startsWith(rest);
}

/** `gha-REPO-RUN-ATTEMPT-HASH6`: unique for every use of the action and every server. */
export function generatedName(origin: Mark, serverId: Id): string {
  const repo = (origin.repository.split('/')[1] ?? '')
    .replace(/[^A-Za-z0-9_-]/g, '-')
    .slice(0, longestRepositoryInName);
  return `gha-${repo}-${origin.runId}-${origin.attempt}-${hash6(`${origin.nonce.step}:${serverId}`)}`;
}

/** FNV-1a, for telling names apart and nothing else: loading node:crypto would cost a fifth of the start of Node. */
function hash6(text: string): string {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0').slice(0, 6);
}

/** "Made by this repository": the mark says so. GitHub's names ignore letter case. */
export function isOurs(snapshot: Pick<Snapshot, 'description'>, origin: Pick<Origin, 'repository'>): boolean {
  const mark = readMark(snapshot.description);
  return mark !== null && sameRepository(mark, origin);
}

export function isOfRun(mark: Mark | null, origin: Pick<Origin, 'repository' | 'runId'>): boolean {
  return mark !== null && sameRepository(mark, origin) && mark.runId === origin.runId;
}

/** Two steps of one job: RUNNER_TEMP, where a job keeps its nonce, may outlive a run. */
export function sameJob(one: Mark, other: Mark): boolean {
  return (
    sameRepository(one, other) &&
    one.runId === other.runId &&
    one.attempt === other.attempt &&
    one.nonce.job === other.nonce.job
  );
}

/** What a name of our generated form tells: enough to refuse something for its sake, never to delete it. */
export function readGeneratedName(name: string): { runId: string; attempt: string } | undefined {
  const [, runId, attempt] = /^gha-.*-(\d+)-(\d+)-[0-9a-f]{6}$/.exec(name) ?? [];
  return runId && attempt ? { runId, attempt } : undefined;
}

export function isEarlierAttempt(
  mark: Mark | null,
  origin: Pick<Origin, 'repository' | 'runId' | 'attempt'>,
): boolean {
  return mark !== null && isOfRun(mark, origin) && Number(mark.attempt) < Number(origin.attempt);
}

export function sameNonce(one: Nonce, other: Nonce): boolean {
  return one.job === other.job && one.step === other.step;
}

function sameRepository(one: { repository: string }, other: { repository: string }): boolean {
  return one.repository.toLowerCase() === other.repository.toLowerCase();
}
