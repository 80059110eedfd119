import { describe, expect, test } from 'vitest';
import { type Story, summary } from '../../src/report/summary.ts';
import { ids } from '../helpers/ids.ts';
import { snapshot } from '../helpers/snapshots.ts';
import { facts, failed, story } from '../helpers/stories.ts';

const made = snapshot({ id: 801, name: 'pre_deploy' });

describe('the summary', () => {
  test('of a step with nothing to tell is a headline', () => {
    expect(summary(story())).toBe('### ✅ VPS.org snapshot: create – created in 4m 05s\n');
    expect(summary(story({ result: 'already_absent' }))).toContain('– already absent in');
  });

  test('of a success has a row per target', () => {
    const one = story();
    one.journal.enter({
      server: made.server,
      id: made.id,
      snapshot: made,
      result: 'created',
      tookMs: 240_000,
    });
    one.journal.enter(facts({ server: { id: 7 } }));
    one.journal.enter(facts({ id: 805, result: 'already_absent', adopted: true, remark: 'a|b' }));
    const bare = snapshot({ id: 806, createdAt: null, sizeMb: null, name: '' });
    one.journal.enter({ id: bare.id, snapshot: bare });
    expect(summary(one).split('\n').slice(2)).toEqual([
      '- Snapshot 801 of server 12345 &#40;web-12345&#41; is complete.',
      '- Snapshot 805 had been deleted already.',
      '',
      '| Server | Snapshot | Status | Size | Age | Took | Result |',
      '| --- | --- | --- | ---: | ---: | ---: | --- |',
      '| 12345 <code>web-12345</code> | 801 <code>pre&#95;deploy</code> | <code>completed</code> | 5.0 GB | 1h 00m | 4m 00s | created |',
      '| 7 | – | – | – | – | – | not made |',
      '| – | 805 | – | – | – | – | already absent; found after a lost answer; a&#124;b |',
      '| – | 806 | <code>completed</code> | – | – | – | completed |',
      '',
    ]);
  });

  test('knows no ages when no request was made', () => {
    const one = story();
    one.now = undefined;
    one.journal.enter({ id: made.id, snapshot: made });
    expect(summary(one)).toContain('| 5.0 GB | – | – | completed |');
  });

  test('of a failure says what happened, in a quote without any markup of its own', () => {
    const text = summary(
      story({
        result: 'failed',
        failure: failed('Not <b>', 'One @acme.\nTwo | `x`.'),
      }),
    );
    expect(text).toContain('### ❌ VPS.org snapshot: create – failed');
    expect(text).toContain('> **Not &#60;b&#62;**  \n> One &#64;\u200bacme.  \n> Two &#124; &#96;x&#96;.');
  });

  test('of a dry run is the plan', () => {
    const one = story({ result: 'planned' });
    one.journal.plan.push('create snapshot a_b of server 7');
    expect(summary(one)).toContain(
      'Nothing was changed. This would be done:\n\n- create snapshot a&#95;b of server 7\n',
    );
    expect(summary({ ...one, result: 'created' })).not.toContain('would be done');
  });

  test('has the remarks and the slots', () => {
    const one = story();
    one.journal.notice('Title', 'It was *running*.');
    one.journal.warning('Title', 'It was lost.');
    one.journal.counted(ids(12345, 7), [made]);
    const text = summary(one);
    expect(text).toContain('- ℹ️ It was &#42;running&#42;.\n- ⚠️ It was lost.');
    expect(text).toContain('Slots used: server 12345: 1 of 5, server 7: 0 of 5.');
  });

  test.each<[string, Partial<Story>, 'notice' | 'warning' | undefined]>([
    ['✅', {}, undefined],
    ['✅', {}, 'notice'],
    ['⚠️', {}, 'warning'],
    ['⚠️', { jobFailed: true }, undefined],
    ['❌', { failure: failed() }, undefined],
    ['❌', { failure: failed(), jobFailed: true }, 'warning'],
  ])('is headed by %s for %o with a %s', (sign, of, level) => {
    const one = story(of);
    if (level) one.journal[level]('Title', 'Text.');
    expect(summary(one)).toMatch(new RegExp(`^### ${sign} VPS`));
  });

  test('has the first sentence of a remark in the table, or as much of it as fits', () => {
    const one = story();
    one.journal.enter(facts({ id: 1, remark: 'VPS.org said no. It said more.' }));
    one.journal.enter(facts({ id: 2, remark: 'x'.repeat(101) }));
    const text = summary(one);
    expect(text).toContain('not made; VPS.org said no. |');
    expect(text).toContain(`not made; ${'x'.repeat(99)}… |`);
  });

  test('says no sentence about each of many snapshots that are listed or pruned', () => {
    for (const mode of ['list', 'prune']) {
      const one = story({ mode });
      one.journal.enter(facts({ id: 1, result: 'deleted' }));
      expect(summary(one)).not.toContain('is deleted.');
    }
  });

  test('says how to roll back without this action, each server by its own line', () => {
    const byHand = {
      list: () => 'curl list',
      restore: (id: string) => `curl restore ${id}`,
      delete: (id: string) => `curl delete ${id}`,
      start: (id: string) => `curl start ${id}`,
    };
    const one = story({ byHand, rollback: ids(801, 802) });
    one.journal.enter({ server: made.server, id: made.id });
    expect(summary(one)).toContain(`\`\`\`bash
# what there is
curl list
# put server 12345 back
curl restore 801
# put the server back
curl restore 802
# once nobody needs it any more
curl delete 801
curl delete 802
\`\`\`

</details>
`);
    expect(summary({ ...one, byHand: undefined })).not.toContain('curl');
  });

  test('says how to roll back by hand', () => {
    const one = story();
    one.rollback = ids(801, 802);
    const text = summary(one);
    expect(text).toContain('<summary>Roll back by hand (2 snapshots)</summary>');
    expect(text).toContain('- uses: acme/vps-snapshot-action@v1\n  with:\n    mode: restore\n');
    expect(text).toContain('    snapshot_id: "801,802"\n');
  });

  test('stays under what the runner takes', () => {
    const one = story();
    for (const id of ids(...Array.from({ length: 3_000 }, (_, n) => n + 1))) {
      one.journal.enter({ id, snapshot: snapshot({ id, name: '|'.repeat(300) }), remark: '<'.repeat(300) });
      one.journal.counted([id], []);
    }
    const text = summary(one);
    expect(Buffer.byteLength(text)).toBeLessThan(1024 * 1024);
    expect(text).toContain('and 2800 more');
  });
});
