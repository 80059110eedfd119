import { bytesOfSummary, charactersOfRemark, snapshotsPerServer } from '../limits.ts';
import { ageOf } from '../rules/age.ts';
import { count, duration, size } from '../text/format.ts';
import { code, fitting, markdown } from '../text/text.ts';
import type { ByHand } from '../vps/by-hand.ts';
import { readId } from '../vps/id.ts';
import type { Explanation } from './explain.ts';
import type { Facts, Journal, Result } from './journal.ts';
import { sentenceOn } from './sentences.ts';
import { timeline } from './timeline.ts';

export interface Story {
  /** The mode, as the headline has it. */
  mode: string;
  result: Result;
  journal: Journal;
  failure: Explanation | undefined;
  /** In the main step what will happen at the end of the job, in the post step why what follows is done; may be empty. */
  reason: string;
  /** In the post step: the job did not succeed. */
  jobFailed: boolean;
  /** In the main step: its post step will have the last word, because a policy acts. */
  pending: boolean;
  /** Snapshots that can be rolled back to by hand. */
  rollback: readonly string[];
  /** How to do without this action; undefined when there was no API to ask. */
  byHand: ByHand | undefined;
  /** Milliseconds since 1970 by the API's clock; undefined when there was no API to ask. */
  now: number | undefined;
  /** By the runner's clock. */
  endedAt: Date;
  tookMs: number;
  /** How a workflow refers to this action, `OWNER/REPO@REF`. */
  uses: string;
}

/** A table this long says enough. */
const mostRowsInSummary = 200;
const mostSentences = 20;
const charactersOfDetail = 100;

/** The job summary: what happened and why, as Markdown in which no outside text can mean anything. */
export function summary(story: Story, mostRows = mostRowsInSummary): string {
  const { mode, result, tookMs } = story;
  const whole = [
    `### ${signOf(story)} VPS.org snapshot: ${markdown(mode)} – ${result.replaceAll('_', ' ')} in ${duration(tookMs)}`,
    sentences(story),
    failed(story),
    story.reason && markdown(story.reason),
    plan(story),
    table(story, mostRows),
    annotations(story),
    slots(story),
    timeline(story.journal.moments, story.endedAt),
    byHand(story, mostRows),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
  return fitting(whole, bytesOfSummary);
}

/** A rollback that went well is no good news, for the job failed; nor is a good job with something to look after. */
function signOf({ failure, jobFailed, journal }: Story): string {
  if (failure) return '❌';
  return jobFailed || journal.annotations.some(({ level }) => level === 'warning') ? '⚠️' : '✅';
}

/** What happened, to people who read no further. */
function sentences(story: Story): string {
  const { mode, journal } = story;
  if (mode === 'prune' || mode === 'list') return '';
  const told = journal.entries.map(({ facts }) => sentenceOn(facts, story)).filter(Boolean);
  const lines = told.slice(0, mostSentences).map((one) => markdown(one));
  return lines.length < 2 ? lines.join('') : lines.map((line) => `- ${line}`).join('\n');
}

function failed({ failure }: Story): string {
  if (!failure) return '';
  const lines = failure.message.split('\n').map((line) => `> ${markdown(line, charactersOfRemark)}`);
  return [`> **${markdown(failure.title)}**`, ...lines].join('  \n');
}

/** What a dry run would have done; the table tells the rest of the time. */
function plan({ result, journal }: Story): string {
  if (result !== 'planned') return '';
  return [
    'Nothing was changed. This would be done:',
    '',
    ...journal.plan.map((line) => `- ${markdown(line)}`),
  ].join('\n');
}

function table({ journal, now }: Story, mostRows: number): string {
  if (journal.entries.length === 0) return '';
  const rows = journal.entries.slice(0, mostRows).map(({ facts }) => row(facts, now));
  const rest = journal.entries.length - rows.length;
  return [
    '| Server | Snapshot | Status | Size | Age | Took | Result |',
    '| --- | --- | --- | ---: | ---: | ---: | --- |',
    ...rows,
    ...(rest > 0 ? [`| … | and ${rest} more | | | | | |`] : []),
  ].join('\n');
}

function row(facts: Facts, now: number | undefined): string {
  const { server, id, snapshot, result, tookMs } = facts;
  const age = snapshot && now !== undefined ? ageOf(snapshot, now) : undefined;
  const word = (result ?? snapshot?.status ?? 'not made').replaceAll('_', ' ');
  const cells = [
    server ? `${server.id}${server.name ? ` ${code(server.name)}` : ''}` : '–',
    id === undefined ? '–' : `${id}${snapshot?.name ? ` ${code(snapshot.name)}` : ''}`,
    snapshot ? code(snapshot.status) : '–',
    size(snapshot?.sizeMb ?? null),
    age === undefined ? '–' : duration(age),
    tookMs === undefined ? '–' : duration(tookMs),
    [markdown(word), ...detailsOf(facts)].join('; '),
  ];
  return `| ${cells.join(' | ')} |`;
}

function detailsOf({ adopted, stoppedMs, remark }: Facts): string[] {
  return [
    ...(adopted ? ['found after a lost answer'] : []),
    ...(stoppedMs === undefined ? [] : [`the server stood still for ${duration(stoppedMs)}`]),
    ...(remark ? [markdown(firstSentence(remark), charactersOfDetail)] : []),
  ];
}

function annotations({ journal }: Story): string {
  return journal.annotations
    .map(({ level, text }) => `- ${level === 'warning' ? '⚠️' : 'ℹ️'} ${markdown(text, charactersOfRemark)}`)
    .join('\n');
}

function slots({ journal }: Story): string {
  const used = [...journal.slots]
    .slice(0, mostRowsInSummary)
    .map(([server, taken]) => `server ${server}: ${taken} of ${snapshotsPerServer}`);
  return used.length === 0 ? '' : `Slots used: ${used.join(', ')}.`;
}

/** The error or the remark in full stands elsewhere. */
function firstSentence(text: string): string {
  return /^.+?[^.]\.(?= )/.exec(text)?.[0] ?? text;
}

function byHand(story: Story, mostRows: number): string {
  const { rollback, uses } = story;
  if (rollback.length === 0) return '';
  return [
    `<details><summary>Roll back by hand (${count(rollback.length, 'snapshot')})</summary>`,
    '',
    '```yaml',
    `- uses: ${uses}`,
    '  with:',
    '    mode: restore',
    '    api_token: ${{ secrets.VPS_API_TOKEN }}',
    `    snapshot_id: "${rollback.join(',')}"`,
    '```',
    '',
    ...withoutAction(story, mostRows),
    '</details>',
  ].join('\n');
}

/** For the day on which GitHub or this action is what does not work. */
function withoutAction({ rollback, byHand: lines, journal }: Story, mostRows: number): string[] {
  const ids = rollback.slice(0, mostRows).flatMap((id) => readId(id) ?? []);
  if (!lines || ids.length === 0) return [];
  const serverOf = (id: string) => {
    const server = journal.entries.find(({ facts }) => facts.id === id)?.facts.server?.id;
    return server === undefined ? 'the server' : `server ${server}`;
  };
  return [
    'Or without GitHub and without this action:',
    '',
    '```bash',
    '# what there is',
    lines.list(),
    ...ids.flatMap((id) => [`# put ${serverOf(id)} back`, lines.restore(id)]),
    '# once nobody needs it any more',
    ...ids.map((id) => lines.delete(id)),
    '```',
    '',
  ];
}
