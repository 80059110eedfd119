import { duration, timeOfDay } from '../text/format.ts';
import type { Moment } from './journal.ts';

/** The whole story of the job's snapshots, from the request to the rollback, as a table and as a chart. */
export function timeline(moments: readonly Moment[]): string {
  if (moments.length === 0) return '';
  const sorted = moments.toSorted((one, other) => one.at.getTime() - other.at.getTime());
  return [table(sorted), chart(sorted)].filter(Boolean).join('\n\n');
}

function table(moments: readonly Moment[]): string {
  const rows = moments.map(({ at, what, serverId }, index) => {
    const before = moments.slice(0, index).findLast((earlier) => earlier.serverId === serverId);
    const since = before ? `+${duration(at.getTime() - before.at.getTime())}` : '';
    return `| ${timeOfDay(at)} | ${serverId} | ${what} | ${since} |`;
  });
  return [
    '| Time | Server | What | Since then |',
    '| --- | --- | --- | ---: |',
    ...rows.slice(0, mostRows),
  ].join('\n');
}

const mostRows = 200;
const mostServersInChart = 20;

/** A Mermaid gantt chart, which GitHub renders; ids and fixed words only, so no outside text can break it. */
function chart(moments: readonly Moment[]): string {
  const servers = [...new Set(moments.map(({ serverId }) => serverId))].slice(0, mostServersInChart);
  const sections = servers.flatMap((server) => {
    const bars = barsOf(moments.filter(({ serverId }) => serverId === server));
    return bars.length === 0 ? [] : [`  section server ${server}`, ...bars];
  });
  if (sections.length === 0) return '';
  return [
    '```mermaid',
    'gantt',
    `  dateFormat ${'YYYY-MM-DD HH:mm:ss'}`,
    '  axisFormat %H:%M',
    ...sections,
    '```',
  ].join('\n');
}

function barsOf(moments: readonly Moment[]): string[] {
  const at = (what: Moment['what']) => moments.find((moment) => moment.what === what)?.at;
  const bar = (label: string, from: Date | undefined, to: Date | undefined) =>
    from && to ? [`    ${label}, ${stamp(from)}, ${stamp(to)}`] : [];
  return [
    ...bar('snapshot :done', at('snapshot requested'), at('snapshot complete')),
    ...bar('job :active', at('snapshot complete'), at('job ended')),
    ...bar('restore :crit', at('restore requested'), at('server back')),
  ];
}

function stamp(date: Date): string {
  return date.toISOString().slice(0, 19).replace('T', ' ');
}
