import { count, duration, timeOfDay } from '../../src/text/format.ts';
import { code, fitting, markdown } from '../../src/text/text.ts';
import type { Asked, Report, Restored } from './report.ts';

/** A table this long says enough. */
const mostRows = 200;

/** GitHub takes no step summary over 1 MiB. */
const mostBytes = 1_000_000;

/** What a rollback would have done to a real account, and what is left: a sentence each. */
export function conclusions({ requests, restores, left }: Report): string[] {
  if (requests.length === 0)
    return [
      'Nothing was asked of the API. Give the outputs api_url and api_token of this step to the steps that are rehearsed.',
    ];
  const rollback =
    restores.length === 0
      ? ['On a real account, no server would have been restored.']
      : restores.map(restoreSentence);
  const kept = left.map(({ snapshot, server, status }) => `${snapshot} of server ${server} (${status})`);
  return [
    ...rollback,
    kept.length === 0
      ? 'No snapshot is left.'
      : `Left: ${count(kept.length, 'snapshot')}, ${kept.join(', ')}.`,
  ];
}

function restoreSentence({ server, snapshot, takenAt, at, status }: Restored): string {
  const before = duration(at - takenAt);
  return `On a real account, server ${server} would have been restored from snapshot ${snapshot}, which was taken at ${time(takenAt)}: requested at ${time(at)}, ${before} later. Its last status was ${status}.`;
}

/** The job summary: one sentence per conclusion, then every request. */
export function summary(report: Report): string {
  const { requests, startedAt, endedAt } = report;
  const took = duration(endedAt - startedAt);
  const whole = [
    `### 🎭 VPS.org rehearsal: ${count(requests.length, 'request')} in ${took}`,
    conclusions(report)
      .map((line) => markdown(line, mostBytes))
      .join('  \n'),
    table(requests),
  ];
  return fitting(`${whole.filter((part) => part !== '').join('\n\n')}\n`, mostBytes);
}

function table(requests: readonly Asked[]): string {
  if (requests.length === 0) return '';
  const runs = runsOf(requests);
  const rest = runs.length - mostRows;
  return [
    '| Time (UTC) | Method | Path | What happened |',
    '| --- | --- | --- | --- |',
    ...runs.slice(0, mostRows).map(row),
    ...(rest > 0 ? [`| … | | | and ${rest} more |`] : []),
  ].join('\n');
}

/** Looks that repeat each other without anything between them are one row. */
function runsOf(requests: readonly Asked[]): Asked[][] {
  const runs: Asked[][] = [];
  for (const request of requests) {
    const last = runs.at(-1);
    const [same] = last ?? [];
    if (last && same?.method === request.method && same.path === request.path && same.what === request.what)
      last.push(request);
    else runs.push([request]);
  }
  return runs;
}

function row(run: Asked[]): string {
  const [first, last] = [run[0], run.at(-1)];
  if (!first || !last) return '';
  const [from, to] = [first, last].map(({ at }) => time(at).replace(' UTC', ''));
  const when = run.length === 1 ? from : `${from} – ${to}`;
  const times = run.length === 1 ? '' : `, ${run.length} times`;
  return `| ${when} | ${markdown(first.method)} | ${code(first.path)} | ${markdown(first.what)}${times} |`;
}

function time(ms: number): string {
  return timeOfDay(new Date(ms));
}
