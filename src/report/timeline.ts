import { hour } from '../limits.ts';
import { duration, timeOfDay } from '../text/format.ts';
import type { Moment } from './journal.ts';

/**
 * The whole story of the job's snapshots, from the request to the rollback, as a table and as a chart.
 * @param now by the runner's clock: so far goes what has not ended
 */
export function timeline(moments: readonly Moment[], now: Date): string {
  if (moments.length === 0) return '';
  const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return [table(sorted), chart(sorted, now)].filter(Boolean).join('\n\n');
}

function table(moments: readonly Moment[]): string {
  const rows = moments.map(({ at, what, serverId }, index) => {
    const before = moments.slice(0, index).findLast((earlier) => earlier.serverId === serverId);
    const since = before ? `+${duration(at.getTime() - before.at.getTime())}` : '';
    return `| ${timeOfDay(at)} | ${serverId} | ${what} | ${since} |`;
  });
  return ['| Time | Server | What | After |', '| --- | --- | --- | ---: |', ...rows.slice(0, mostRows)].join(
    '\n',
  );
}

const mostRows = 200;
const mostServersInChart = 20;

/** A Mermaid gantt chart, which GitHub renders; ids and fixed words only, so no outside text can break it. */
function chart(moments: readonly Moment[], now: Date): string {
  const servers = [...new Set(moments.map(({ serverId }) => serverId))].slice(0, mostServersInChart);
  const sections = servers.flatMap((server) => {
    const bars = barsOf(
      moments.filter(({ serverId }) => serverId === server),
      now,
    );
    return bars.length === 0 ? [] : [`  section server ${server}`, ...bars];
  });
  if (sections.length === 0) return '';
  return [
    '```mermaid',
    'gantt',
    '  dateFormat YYYY-MM-DD HH:mm:ss',
    `  axisFormat ${isShort(moments, now) ? '%H:%M:%S' : '%H:%M'}`,
    ...sections,
    '```',
  ].join('\n');
}

/** Minutes would not tell its marks from each other. */
function isShort(moments: readonly Moment[], now: Date): boolean {
  const began = Math.min(...moments.map(({ at }) => at.getTime()));
  return now.getTime() - began < hour;
}

function barsOf(moments: readonly Moment[], now: Date): string[] {
  const at = (what: Moment['what']) => moments.find((moment) => moment.what === what)?.at;
  const bar = (label: string, from: Date | undefined, to: Date | undefined) =>
    from && to ? [`    ${label}, ${stamp(from)}, ${stamp(to)}`] : [];
  return [
    ...bar('snapshot :done', at('snapshot requested'), at('snapshot complete')),
    ...bar('job :active', at('snapshot complete'), at('job ended')),
    ...(at('server back')
      ? bar('restore :crit', at('restore requested'), at('server back'))
      : bar('restore not confirmed :crit, active', at('restore requested'), now)),
  ];
}

function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}
