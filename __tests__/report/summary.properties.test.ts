import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesOfComment, bytesOfSummary } from '../../src/limits.ts';
import { commentOn } from '../../src/report/comment.ts';
import { statusesOf } from '../../src/report/commit-status.ts';
import { earlyOutputs } from '../../src/report/outputs.ts';
import { summary } from '../../src/report/summary.ts';
import { commandsIn } from '../helpers/commands-in.ts';
import { cases } from '../helpers/fuzz.ts';
import { ids } from '../helpers/ids.ts';
import { stories } from '../helpers/told-stories.ts';

/** What Markdown, HTML and GitHub read as their own, line by line. */
function syntaxOf(markdown: string): string[] {
  return markdown
    .replace(/&#\d+;/g, '')
    .split('\n')
    .map((line) => [...line.matchAll(/[<>|`*_[\]\\~$"'(){}!+&#@:]|\bwww\./g)].join(''));
}

test('a summary has the same form, whatever anybody says', () => {
  fc.assert(
    fc.property(stories, ({ wild, tame }) => {
      const text = summary(wild);
      expect(syntaxOf(text)).toEqual(syntaxOf(summary(tame)));
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(bytesOfSummary);
      expect(text).not.toMatch(/undefined|NaN|Infinity|\[object/);
    }),
    cases(150),
  );
});

test('a comment has one marker, the form of a summary, and room on GitHub', () => {
  fc.assert(
    fc.property(stories, ({ wild, tame }) => {
      const [one, other] = [wild, tame].map((story) =>
        commentOn(story, ids(7, 12345), 'https://github.test/run'),
      );
      const { marker = '', body = '' } = one ?? {};
      expect(body.startsWith(marker)).toBe(true);
      expect(body.match(/<!--|-->/g)).toHaveLength(2);
      if (!body.includes('which the log tells')) expect(syntaxOf(body)).toEqual(syntaxOf(other?.body ?? ''));
      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(bytesOfComment);
    }),
    cases(100),
  );
});

test('a commit status is one short line', () => {
  fc.assert(
    fc.property(stories, ({ wild }) => {
      for (const { description } of statusesOf(wild, ids(7, 8))) {
        expect(description.length).toBeLessThanOrEqual(140);
        expect(description).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
      }
    }),
    cases(100),
  );
});

test('outputs say what the API said, and hold no command when a later step prints them', () => {
  fc.assert(
    fc.property(stories, ({ wild }) => {
      const outputs = earlyOutputs(wild.journal);
      for (const value of Object.values(outputs))
        expect(commandsIn(value.replace(/[\r\n]+/g, ' '))).toEqual([]);
      const all = wild.journal.entries.map(({ facts }) => facts);
      expect(JSON.parse(outputs.snapshots ?? '')).toMatchObject(
        all.map(({ server, snapshot, remark }) => ({
          server_name: server?.name,
          description: snapshot?.description,
          remark,
        })),
      );
    }),
    cases(100),
  );
});
