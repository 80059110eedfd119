import { expect, test } from 'vitest';
import type { Asked, Report } from '../../../rehearsal/action/report.ts';
import { conclusions, summary } from '../../../rehearsal/action/summary.ts';

const start = Date.parse('2025-01-15T18:30:00Z');
const look = (seconds: number): Asked => ({
  at: start + seconds * 1_000,
  method: 'GET',
  path: '/servers/',
  what: 'List of servers: given',
});
const restore = { server: '12345', snapshot: '801', takenAt: start, at: start + 65_000, status: 'active' };

function report(some: Partial<Report> = {}): Report {
  return { startedAt: start, endedAt: start + 90_000, requests: [look(0)], restores: [], left: [], ...some };
}

test.each([
  [
    'nothing was asked',
    report({ requests: [] }),
    [
      'Nothing was asked of the API. Give the outputs api_url and api_token of this step to the steps that are rehearsed.',
    ],
  ],
  [
    'nothing was restored',
    report({ left: [{ snapshot: '801', server: '12345', status: 'completed' }] }),
    [
      'On a real account, no server would have been restored.',
      'Left: 1 snapshot, 801 of server 12345 (completed).',
    ],
  ],
  [
    'a server was restored',
    report({ restores: [restore] }),
    [
      'On a real account, server 12345 would have been restored from snapshot 801, which was taken at 18:30:00 UTC: requested at 18:31:05 UTC, 1m 05s later. Its last status was active.',
      'No snapshot is left.',
    ],
  ],
])('%s', (_, told, sentences) => {
  expect(conclusions(told)).toEqual(sentences);
});

test('the summary has the sentences on top, then every request, repeated looks in one row', () => {
  const post = { at: start + 3_000, method: 'POST', path: '/snapshots/', what: 'Snapshot of server 1' };
  const lines = summary(report({ requests: [look(0), look(1), look(2), post, look(4)] })).split('\n');
  expect(lines).toEqual([
    '### 🎭 VPS.org rehearsal: 5 requests in 1m 30s',
    '',
    'On a real account, no server would have been restored.  ',
    'No snapshot is left.',
    '',
    '| Time (UTC) | Method | Path | What happened |',
    '| --- | --- | --- | --- |',
    '| 18:30:00 – 18:30:02 | GET | <code>/servers/</code> | List of servers&#58; given, 3 times |',
    '| 18:30:03 | POST | <code>/snapshots/</code> | Snapshot of server 1 |',
    '| 18:30:04 | GET | <code>/servers/</code> | List of servers&#58; given |',
    '',
  ]);
});

test('what a request says can neither end its cell nor mean anything', () => {
  const odd = { ...look(0), method: 'G|T', path: '/<b>|@octocat', what: '[x](y) | ##[error]' };
  const [row = ''] = summary(report({ requests: [odd] }))
    .split('\n')
    .slice(-2);
  expect(row.match(/\|/g)).toHaveLength(5);
  expect(row).not.toMatch(/<b>|@octocat|\[x\]|##\[/);
});

test('a long rehearsal ends in a number, and stays small enough for GitHub', () => {
  const requests = Array.from({ length: 5_000 }, (_, index) => ({
    ...look(index),
    path: `/servers/${index}/`,
  }));
  const text = summary(report({ requests }));
  expect(text).toContain('| … | | | and 4800 more |');
  expect(Buffer.byteLength(text)).toBeLessThan(1_000_000);
});
