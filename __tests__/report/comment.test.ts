import { describe, expect, test } from 'vitest';
import { commentOn } from '../../src/report/comment.ts';
import { ids } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { facts, failed, hostile, story } from '../helpers/stories.ts';

const runUrl = 'https://github.com/acme/shop/actions/runs/4711';

describe('the comment', () => {
  test('is the summary, below a hidden marker and with a link to the run', () => {
    const one = story();
    one.journal.enter(
      facts({ server: { id: 7 }, id: 801, snapshot: snapshot({ id: 801 }), result: 'created' }),
    );
    const { marker, body } = commentOn(one, ids(7), runUrl);
    expect(marker).toBe('<!-- vps-snapshot-action 7 -->');
    expect(body.startsWith(`${marker}\n### ✅ VPS.org snapshot: create – created in 4m 05s\n`)).toBe(true);
    expect(body).toContain('| 7 | 801 <code>snapshot-801</code> |');
    expect(body.endsWith(`\n[Workflow run](${runUrl})\n`)).toBe(true);
  });

  test('has no link where there is no run', () => {
    expect(commentOn(story(), ids(7), '').body).not.toContain('Workflow run');
  });

  test('has one marker per set of servers, in whatever order they are named', () => {
    const marker = (...servers: number[]) => commentOn(story(), ids(...servers), runUrl).marker;
    expect(marker(10, 9, 100)).toBe('<!-- vps-snapshot-action 9,10,100 -->');
    expect(marker(100, 9, 10)).toBe(marker(10, 9, 100));
    const sets = [marker(1), marker(11), marker(1, 1_1), marker(1, 2), marker(12), marker()];
    expect(new Set(sets).size).toBe(sets.length);
    for (const one of sets) expect(sets.filter((other) => other.startsWith(one))).toEqual([one]);
  });

  test('mentions nobody, and takes no markup from outside', () => {
    const one = story({
      result: 'failed',
      failure: failed(hostile, `${hostile}\n${hostile}`),
    });
    const outside = snapshot({ id: 1, name: hostile, status: hostile });
    one.journal.enter(facts({ server: { id: 7, name: hostile }, id: 1, snapshot: outside, remark: hostile }));
    one.journal.warning(hostile, hostile);
    one.reason = hostile;
    const { marker, body } = commentOn(one, ids(7), runUrl);
    const text = body.replace(marker, '').replace(`[Workflow run](${runUrl})`, '');
    expect(text).not.toMatch(/@|<img|-->|\]\(|##\[|https?:\/\/|www\.|\u202e|[^&]#\d/i);
    expect(text).not.toMatch(/^\s*::/m);
    expect(text).not.toMatch(/&#(35|64);[^\u200b]/);
  });

  test('stays readable and below the limit with a hundred servers', () => {
    const servers = ids(...Array.from({ length: 100 }, (_, n) => n + 1));
    const one = story();
    for (const id of servers)
      one.journal.enter({
        server: { id, name: `web-${id}` },
        id,
        snapshot: snapshot({ id }),
        result: 'created',
      });
    one.journal.counted(servers, []);
    one.rollback = servers;
    const { body } = commentOn(one, servers, runUrl);
    expect(body).toContain('| … | and 50 more |');
    expect(body).toContain('Roll back by hand (100 snapshots)');
    expect(body.length).toBeLessThan(20_000);
  });

  test('uses the room there is, and no more', () => {
    const message = Array(20_000).fill('x').join('\n');
    const { body } = commentOn(story({ failure: failed('x', message) }), ids(7), runUrl);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(65_536 - 20);
  });

  test.each([['-'], ['<'], ['界'], ['😀']])('is never refused for its length (%s)', (character) => {
    const servers = ids(...Array.from({ length: 100 }, (_, n) => n + 1));
    const long = character.repeat(2_000);
    const one = story({
      result: 'failed',
      failure: failed('Full', Array(600).fill(long).join('\n')),
    });
    for (const id of servers) {
      one.journal.enter({
        server: { id, name: long },
        id,
        snapshot: snapshot({ id, name: long }),
        remark: long,
      });
      one.journal.warning('x', long);
    }
    const { marker, body } = commentOn(one, servers, runUrl);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.startsWith(`${marker}\n### ❌`)).toBe(true);
    expect(body).toContain('… and more, which the log tells.');
    expect(body).toContain(runUrl);
    expect(body).not.toMatch(/\ufffd|&#?\d*$/m);
  });
});
