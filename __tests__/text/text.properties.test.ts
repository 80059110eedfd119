import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, disarmed, fitting, markdown, oneLine, sentence } from '../../src/text/text.ts';
import { commandsIn } from '../helpers/commands-in.ts';
import { cases, hostileAndLong } from '../helpers/fuzz.ts';

const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('a text of anybody, however long', () => {
  test('as one line can be printed', () => {
    fc.assert(
      fc.property(hostileAndLong, fc.integer({ min: 1, max: 4_000 }), (text, longest) => {
        const line = oneLine(text, longest);
        expect(line).not.toMatch(unprintable);
        expect(commandsIn(line)).toEqual([]);
        expect(line.length).toBeLessThanOrEqual(longest);
        expect(sentence(line)).toMatch(/[.!?…]$/);
      }),
      cases(400),
    );
  });

  test('has no command left in it when it is disarmed line by line', () => {
    fc.assert(
      fc.property(hostileAndLong, (text) => {
        for (const line of text.split(/\r\n?|\n/).slice(0, 1_000))
          expect(commandsIn(disarmed(line))).toEqual([]);
      }),
      cases(300),
    );
  });

  test('means nothing in Markdown', () => {
    fc.assert(
      fc.property(hostileAndLong, fc.boolean(), (text, asCode) => {
        const inner = asCode ? code(text).replace(/^<code>|<\/code>$/g, '') : markdown(text);
        expect(inner.replace(/&#\d+;/g, '')).not.toMatch(/[<>|`*_[\]\\~$"'(){}!+&#@:\r\n]|\bwww\./i);
        expect(inner).not.toMatch(/&#(64|35);(?!\u200b)/);
      }),
      cases(400),
    );
  });

  test('is cut between two lines, and never longer than told', () => {
    fc.assert(
      fc.property(hostileAndLong, fc.integer({ min: 60, max: 2_000 }), (text, most) => {
        const short = fitting(text, most);
        if (Buffer.byteLength(text) <= most) expect(short).toBe(text);
        else {
          expect(Buffer.byteLength(short)).toBeLessThanOrEqual(most);
          expect(short).toMatch(/which the log tells\.\n$/);
        }
      }),
      cases(300),
    );
  });
});
