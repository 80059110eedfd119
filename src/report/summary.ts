import { bytesOfSummary, charactersOfRemark, snapshotsPerServer } from '../limits.ts';
import { ageOf } from '../rules/age.ts';
import { count, duration, size } from '../text/format.ts';
import { code, fitting, markdown } from '../text/text.ts';
import type { Explanation } from './explain.ts';
import type { Facts, Journal, Result } from './journal.ts';
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
  /** Milliseconds since 1970 by the API's clock; undefined when there was no API to ask. */
  now: number | undefined;
  tookMs: number;
  /** How a workflow refers to this action, `OWNER/REPO@REF`. */
  uses: string;
}

/** A table this long says enough. */
const mostRowsInSummary = 200;

/** The job summary: what happened and why, as Markdown in which no outside text can mean anything. */
export function summary(story: Story, mostRows = mostRowsInSummary): string {
  const { mode, result, tookMs } = story;
  const whole = [
    `### ${signOf(story)} VPS.org snapshot: ${markdown(mode)} – ${result.replaceAll('_', ' ')} in ${duration(tookMs)}`,
    failed(story),
    story.reason && markdown(story.reason),
    plan(story),
    table(story, mostRows),
    annotations(story),
    slots(story),
    timeline(story.journal.moments),
    byHand(story),
  ]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n');
  return fitting(whole, bytesOfSummary);
}

/** A rollback that went well is no good news: the job failed. */
function signOf({ failure, jobFailed }: Story): string {
  if (failure) return '❌';
  return jobFailed ? '⚠️' : '✅';
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
    ...(remark ? [markdown(remark)] : []),
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

function byHand({ rollback, uses }: Story): string {
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
    '</details>',
  ].join('\n');
}
