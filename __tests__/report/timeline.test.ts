import { describe, expect, test } from 'vitest';
import type { Moment } from '../../src/report/journal.ts';
import { timeline as timelineUntil } from '../../src/report/timeline.ts';
import { id } from '../helpers/ids.ts';

function moment(what: Moment['what'], time: string, serverId = 12345): Moment {
  return { what, at: new Date(`2026-11-20T${time}Z`), serverId: id(serverId) };
}

const now = new Date('2026-11-20T12:20:00Z');
const timeline = (moments: readonly Moment[], until = now) => timelineUntil(moments, until);

const story = [
  moment('snapshot requested', '12:00:00'),
  moment('snapshot complete', '12:05:05'),
  moment('job ended', '12:07:00'),
  moment('restore requested', '12:07:01'),
  moment('server back', '12:15:30'),
];

test('nothing happened, nothing is told', () => expect(timeline([])).toBe(''));

test('a rollback, as a table and as a chart', () => {
  expect(timeline(story)).toBe(`| Time | Server | What | After |
| --- | --- | --- | ---: |
| 12:00:00 UTC | 12345 | snapshot requested |  |
| 12:05:05 UTC | 12345 | snapshot complete | +5m 05s |
| 12:07:00 UTC | 12345 | job ended | +1m 55s |
| 12:07:01 UTC | 12345 | restore requested | +1 s |
| 12:15:30 UTC | 12345 | server back | +8m 29s |

\`\`\`mermaid
gantt
  dateFormat YYYY-MM-DD HH:mm:ss
  axisFormat %H:%M:%S
  section server 12345
    snapshot :done, 2026-11-20 12:00:00, 2026-11-20 12:05:05
    job :active, 2026-11-20 12:05:05, 2026-11-20 12:07:00
    restore :crit, 2026-11-20 12:07:01, 2026-11-20 12:15:30
\`\`\``);
});

test('moments in any order make the same story', () => {
  expect(timeline(story.toReversed())).toBe(timeline(story));
});

describe('the chart', () => {
  test.each([
    ['nothing has an end', story.slice(0, 1), []],
    ['the snapshot is complete', story.slice(0, 2), ['snapshot :done']],
    [
      'the restore is not confirmed',
      story.slice(0, 4),
      ['snapshot :done', 'job :active', 'restore not confirmed :crit'],
    ],
    ['only the restore is known', story.slice(3), ['restore :crit']],
  ])('%s', (_, moments, bars) => {
    const text = timeline(moments);
    const found = text.split('\n').filter((line) => line.startsWith('    '));
    expect(found.map((line) => line.trim().split(',')[0])).toEqual(bars);
    expect(text.includes('mermaid')).toBe(bars.length > 0);
  });

  test('a restore that nobody saw the end of goes on until now', () => {
    expect(timeline(story.slice(0, 4))).toContain(
      'restore not confirmed :crit, active, 2026-11-20 12:07:01, 2026-11-20 12:20:00',
    );
  });

  test.each([
    ['12:59:59', '%H:%M:%S'],
    ['13:00:00', '%H:%M'],
  ])('an axis until %s is marked by %s', (until, format) => {
    expect(timeline(story, new Date(`2026-11-20T${until}Z`))).toContain(`  axisFormat ${format}\n`);
  });

  test('a section for each server, and each row tells since its own server’s last', () => {
    const text = timeline([
      moment('snapshot requested', '12:00:00', 1),
      moment('snapshot requested', '12:00:01', 2),
      moment('snapshot complete', '12:04:00', 1),
      moment('snapshot complete', '12:06:01', 2),
    ]);
    expect(text).toContain('| 12:04:00 UTC | 1 | snapshot complete | +4m 00s |');
    expect(text).toContain('| 12:06:01 UTC | 2 | snapshot complete | +6m 00s |');
    expect(text).toMatch(/ {2}section server 1\n {4}snapshot .+\n {2}section server 2\n {4}snapshot /);
  });

  test('many servers: 200 rows, 20 sections', () => {
    const many = Array.from({ length: 150 }, (_, id) => [
      moment('snapshot requested', '12:00:00', id + 1),
      moment('snapshot complete', '12:05:00', id + 1),
    ]).flat();
    const lines = timeline(many).split('\n');
    expect(lines.filter((line) => line.startsWith('| 12:'))).toHaveLength(200);
    expect(lines.filter((line) => line.startsWith('  section'))).toHaveLength(20);
  });

  test('no line of it but fixed words, ids and times', () => {
    const [, chart = ''] = timeline(story).split('```');
    expect(chart).toMatch(/^[a-zA-Z0-9 \n:,%-]+$/);
  });
});
