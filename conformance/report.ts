import type { Exchange } from './ask.ts';
import { inWords } from './clock.ts';
import type { Fields } from './json.ts';
import type { Seen, Verdict } from './questions/question.ts';
import type { Judged } from './questions/questions.ts';
import { Redactor } from './redact.ts';

/** What is known of one API, with nothing in it that is somebody's. */
export interface Report {
  /** Which API was asked. */
  target: string;
  /** ISO 8601. */
  asked_at: string;
  questions: Judged[];
  circle: { ended_early: string; left_behind: string[] } | undefined;
  exchanges: Fields[];
}

interface Asked {
  target: string;
  token: string;
  seen: Seen;
  judged: Judged[];
}

export function reportOn({ target, token, seen, judged }: Asked): Report {
  const { exchanges, trail } = seen;
  const redactor = new Redactor(token, exchanges);
  const shown = exchanges.filter(({ what }) => what !== undefined);
  return {
    target,
    asked_at: new Date(exchanges[0]?.at ?? 0).toISOString(),
    questions: judged.map((one) => ({ ...one, answer: redactor.answer(one.answer) })),
    circle: trail && {
      ended_early: redactor.words(trail.endedEarly),
      left_behind: trail.left.map((one) => redactor.words(one)),
    },
    exchanges: shown.map((one) => ({ ...redactor.exchange(one), at: timeOf(one, exchanges) })),
  };
}

export function counts(judged: readonly Pick<Judged, 'verdict'>[]): Record<Verdict, number> {
  const of = (verdict: Verdict) => judged.filter((one) => one.verdict === verdict).length;
  return { agrees: of('agrees'), contradicts: of('contradicts'), 'not answered': of('not answered') };
}

export function summaryOf(judged: readonly Judged[]): string {
  return Object.entries(counts(judged))
    .map(([verdict, number]) => `${number} ${verdict}`)
    .join(', ');
}

/** Four lines for a terminal. */
export function asLines({ id, question, answer, assumes, verdict }: Judged): string {
  const sign = { agrees: '✔', contradicts: '✘', 'not answered': '·' }[verdict];
  return `${sign} ${id}: ${question}\n    seen     ${answer}\n    assumed  ${assumes}\n    verdict  ${verdict}`;
}

export function asMarkdown(reports: readonly Report[]): string {
  return `# What the API answered\n\n${reports.map(section).join('\n')}`;
}

function section({ target, asked_at, questions, circle, exchanges }: Report): string {
  const rows = questions.map(
    ({ id, question, answer, assumes, verdict }) =>
      `| \`${id}\` | ${cell(question)} | ${cell(answer)} | ${cell(assumes)} | ${emphasized(verdict)} |`,
  );
  const walked = circle ? circleLines(circle) : ['The circle was not walked.', ''];
  return [
    `## ${target}, ${asked_at}`,
    '',
    `${summaryOf(questions)}.`,
    '',
    '| id | question | seen | assumed | verdict |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
    '',
    ...walked,
    `<details><summary>${exchanges.length} requests</summary>`,
    '',
    '```json',
    ...exchanges.map((exchange) => JSON.stringify(exchange).replaceAll('`', "'")),
    '```',
    '',
    '</details>',
    '',
  ].join('\n');
}

function circleLines({ ended_early, left_behind }: NonNullable<Report['circle']>): string[] {
  const end =
    ended_early === ''
      ? 'The circle was walked to its end.'
      : `The circle ended early: ${cell(ended_early)}.`;
  return [end, ...left_behind.map((one) => `- Left behind: ${cell(one)}`), ''];
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('<', '&lt;').replace(/\s+/g, ' ');
}

function emphasized(verdict: Verdict): string {
  return verdict === 'contradicts' ? '**contradicts**' : verdict;
}

function timeOf({ at }: Exchange, exchanges: readonly Exchange[]): string {
  return inWords(at - (exchanges[0]?.at ?? at));
}
