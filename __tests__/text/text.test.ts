import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { code, disarmed, markdown, oneLine, redactor, shorten } from '../../src/text/text.ts';

/** Everything that may come from outside, with what is dangerous more often than chance would have it. */
const nasty = fc.constantFrom(
  ...[
    '##[',
    '##',
    '[',
    '::',
    ':',
    '\r\n',
    '\n',
    '\r',
    '\u2028',
    '\u2029',
    '\u0085',
    '\u202e',
    '\u2066',
    '\u200b',
  ],
  ...[
    '<b>',
    '|',
    '`',
    '@acme',
    '#1',
    '](',
    '*',
    '_',
    '\\',
    '$',
    '~',
    '\u0000',
    '\u001b[31m',
    '\ud800',
    '\udc00',
  ],
  ...['www.', 'http://x', '&lt;', '&#64;', '\ufeff', '\u{e0041}', ' ', '\t'],
);
const outside = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 400 }),
  fc
    .array(fc.oneof(nasty, fc.string({ unit: 'grapheme', maxLength: 3 })), { maxLength: 150 })
    .map((parts) => parts.join('')),
);
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u;

describe('one line', () => {
  test('is printable, short enough and no command, whatever comes', () => {
    fc.assert(
      fc.property(outside, fc.integer({ min: 1, max: 300 }), (text, longest) => {
        const line = oneLine(text, longest);
        expect(line).not.toMatch(unprintable);
        expect(line).not.toContain('##[');
        expect(line).not.toMatch(/^\s*::/);
        expect(line.length).toBeLessThanOrEqual(longest);
        expect(line).toBe(line.trim());
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ['web-1', 'web-1'],
    ['  two   words ', 'two words'],
    ['Größe 日本 😀', 'Größe 日本 😀'],
    ['one\r\ntwo\u2028three', 'one two three'],
    ['safe\u202etxt.exe', 'safe txt.exe'],
    ['##[error]no', '## [error]no'],
    ['a ##\u200b[error]no', 'a ## [error]no'],
    ['###[x]', '### [x]'],
    ['::warning::x', ': :warning::x'],
    ['\n::warning::x', ': :warning::x'],
    ['std::string', 'std::string'],
    ['', ''],
    ['\u0000', ''],
  ])('%j becomes %j', (given, expected) => {
    expect(oneLine(given)).toBe(expected);
  });

  test('is cut with an ellipsis, never within a character', () => {
    expect(oneLine('x'.repeat(301))).toBe(`${'x'.repeat(299)}…`);
    expect(oneLine('x'.repeat(300))).toBe('x'.repeat(300));
    expect(oneLine('a😀😀', 4)).toBe('a😀…');
    expect(oneLine('a😀😀', 3)).toBe('a…');
  });
});

test('a line that is disarmed has no command in it, and stays disarmed', () => {
  fc.assert(
    fc.property(outside, (text) => {
      const line = disarmed(text);
      expect(line).not.toContain('##[');
      expect(line).not.toMatch(/^\s*::/);
      expect(disarmed(line)).toBe(line);
    }),
  );
});

test('a text that is shortened is never longer than told, and begins the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: -1, max: 50 }), (text, length) => {
      const short = shorten(text, length);
      expect(short.length).toBeLessThanOrEqual(Math.max(0, length));
      expect(text.startsWith(short)).toBe(true);
      expect(short.isWellFormed()).toBe(true);
    }),
  );
});

describe('Markdown', () => {
  test.each([markdown, code])('holds nothing that means anything: %o', (render) => {
    fc.assert(
      fc.property(outside, (text) => {
        const inner = render(text).replace(/^<code>|<\/code>$/g, '');
        expect(inner).not.toMatch(/[<>|`*_[\]\\~$"'(){}!+]/);
        expect(inner).not.toMatch(/[\r\n]/);
        expect(inner.replace(/&#\d+;/g, '')).not.toMatch(/[&#@:]/);
        expect(inner).not.toMatch(/\bwww\./i);
      }),
      { numRuns: 500 },
    );
  });

  test('shows the same text once it is rendered', () => {
    fc.assert(
      fc.property(outside, (text) => {
        const shown = markdown(text)
          .replace(/&#(\d+);/g, (_, number) => String.fromCharCode(Number(number)))
          .replaceAll('\u200b', '');
        expect(shown).toBe(oneLine(text));
      }),
    );
  });

  test('a mention and a reference stay apart even after entities are resolved', () => {
    expect(markdown('@acme/ops #12')).toBe('&#64;\u200bacme/ops &#35;\u200b12');
  });

  test('code is code', () => {
    expect(code('a`b')).toBe('<code>a&#96;b</code>');
  });
});

describe('redaction', () => {
  test.each([
    ['token-for-tests', 'Bearer token-for-tests, token-for-tests', 'Bearer ***, ***'],
    ['a+b/c=', 'https://x/?t=a%2Bb%2Fc%3D', 'https://x/?t=***'],
    ['say"so\\', '{"detail":"say\\"so\\\\"}', '{"detail":"***"}'],
    ['vps_abc', `| ${markdown('no vps_abc')} |`, '| no *** |'],
    ['$&', 'a $& b', 'a *** b'],
    ['', 'nothing to hide', 'nothing to hide'],
  ])('of %s', (secret, text, expected) => {
    expect(redactor(secret)(text)).toBe(expected);
  });

  test('leaves no trace of any token, wherever it stands', () => {
    const token = fc.stringMatching(/^[\x21-\x7e]{8,80}$/).filter((secret) => !/\*|##\[|^::/.test(secret));
    fc.assert(
      fc.property(token, fc.string(), fc.string(), (secret, before, after) => {
        const clean = redactor(secret);
        for (const form of [secret, encodeURIComponent(secret), markdown(secret)])
          expect(clean(`${before}${form}${after}`)).not.toContain(form);
        expect(clean(JSON.stringify([before + secret + after]))).not.toContain(
          JSON.stringify(secret).slice(1, -1),
        );
      }),
    );
  });
});

test('what is plain text to begin with comes out as it went in, but for what begins a command', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('a', 'é', ' ', '\t', '#', '[', ':', '\u200b', '\u202e') }),
      (text) => {
        const thorough = text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu, ' ');
        expect(oneLine(text)).toBe(disarmed(thorough).trim());
      },
    ),
  );
});
