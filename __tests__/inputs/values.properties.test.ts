import fc from 'fast-check';
import { expect, test } from 'vitest';
import { InputError } from '../../src/errors.ts';
import { readReporting } from '../../src/inputs/reporting.ts';
import * as value from '../../src/inputs/values.ts';
import { cases, hostile } from '../helpers/fuzz.ts';

/** What is read, or undefined for an error of ours; any other error is thrown. */
function readOr<T>(parse: (input: string, text: string) => T, text: string): T | undefined {
  try {
    return parse('some_input', text);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    expect(['Input some_input', 'Input report']).toContain(error.title);
    return undefined;
  }
}

const nearly = (pattern: RegExp) =>
  fc
    .tuple(
      fc.stringMatching(pattern),
      fc.constantFrom('', '', ' ', '\n', '+', '-', '.', 'e1', '0', '\u0660', '\0'),
    )
    .map(([text, end]) => text + end);
const numbers = fc.oneof(hostile, nearly(/^-?\d{0,20}\.?\d{0,20}$/), nearly(/^[1-9]\d{300,330}$/));

test.each<
  [string, (input: string, text: string) => unknown, fc.Arbitrary<string>, (text: string) => unknown]
>([
  [
    'boolean',
    value.boolean,
    fc.oneof(hostile, fc.mixedCase(fc.constantFrom('true', 'false')), fc.constantFrom('yes', 'on', '1', '')),
    (text) =>
      /^(true|True|TRUE)$/.test(text) ? true : /^(false|False|FALSE)$/.test(text) ? false : undefined,
  ],
  [
    'positive number',
    value.positiveNumber,
    numbers,
    (text) => {
      const isDecimal =
        [...text].every((one) => '0123456789.'.includes(one)) && /^[0-9]/.test(text) && /[0-9]$/.test(text);
      const number = isDecimal && text.split('.').length < 3 ? Number(text) : 0;
      return number > 0 && number < Infinity ? number : undefined;
    },
  ],
  [
    'positive integer',
    value.positiveInteger,
    numbers,
    (text) =>
      String(Number(text)) === text && Number.isSafeInteger(Number(text)) && Number(text) > 0
        ? Number(text)
        : undefined,
  ],
  [
    'duration',
    value.durationMs,
    fc.oneof(hostile, nearly(/^\d{0,6}[mhdwsyM]?$/)),
    (text) => {
      const unit = { m: 60, h: 3_600, d: 86_400, w: 604_800 }[text.slice(-1)] ?? 0;
      const digits = text.slice(0, -1);
      const isWhole = digits !== '' && [...digits].every((one) => '0123456789'.includes(one));
      return isWhole && unit * Number(digits) > 0 ? unit * Number(digits) * 1_000 : undefined;
    },
  ],
  [
    'name',
    value.snapshotName,
    fc.oneof(hostile, nearly(/^[\w-]{0,12}$/)),
    (text) => {
      const letters = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_';
      return text !== '' && [...text].every((one) => letters.includes(one)) ? text : undefined;
    },
  ],
])('a %s is what the table of inputs takes, and nothing else', (_, parse, texts, expected) => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readOr(parse, text)).toEqual(expected(text));
    }),
    cases(500),
  );
});

test('ids are found in any kind of list, once each, and nothing else is', () => {
  const id = fc.oneof(fc.stringMatching(/^[1-9]\d{0,30}$/), fc.uuid());
  const lists = fc.constantFrom<(ids: string[]) => string>(
    (ids) => ids.join(','),
    (ids) => ids.join('\n'),
    (ids) => `  ${ids.join(' , ')},`,
    (ids) => JSON.stringify(ids),
    (ids) => `[${ids.join(', ')}]`,
    (ids) => ids.map((one) => `'${one.toUpperCase()}'`).join(' '),
  );
  fc.assert(
    fc.property(fc.array(id, { maxLength: 6 }), lists, (ids, list) => {
      expect(value.ids('server_id', list([...ids, ...ids]))).toEqual([...new Set(ids)]);
    }),
    cases(300),
  );
  fc.assert(
    fc.property(hostile, (text) => {
      for (const one of readOr(value.ids, text) ?? []) {
        expect(one).toMatch(/^([1-9]\d*|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})$/);
        expect(text.toLowerCase()).toContain(one);
      }
    }),
    cases(500),
  );
});

const parts = fc.tuple(
  fc.constantFrom(
    'https://',
    'http://',
    'HTTPS://',
    'ftp://',
    'javascript:',
    '//',
    '',
    'https:/',
    'https:\\\\',
  ),
  fc.constantFrom('', '', '', 'user@', 'user:pass@', ':@'),
  fc.oneof(
    fc.constantFrom(
      'admin.vps.org',
      'localhost',
      '127.0.0.1',
      '127.1',
      '2130706433',
      '[::1]',
      '[::]',
      '10.0.0.1',
    ),
    fc.domain(),
    hostile,
  ),
  fc.constantFrom('', ':8080', ':443', ':99999', ':'),
  fc.oneof(fc.webPath(), fc.constantFrom('', '/', '///', '/api/v1/', '/%3f', '/..'), hostile),
  fc.constantFrom('', '', '', '?', '?x=1', '#', '#x'),
);

test('an address of the API shows the token to nobody on the way, and reads the same again', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const read = readOr(value.apiUrl, all.join(''));
      if (read === undefined) return;
      const url = new URL(read);
      const isHere =
        ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname) || url.hostname.startsWith('127.');
      expect(url.protocol === 'https:' || (url.protocol === 'http:' && isHere)).toBe(true);
      expect([url.username, url.password, url.search, url.hash]).toEqual(['', '', '', '']);
      expect(read).not.toMatch(/[?#\s]|\/$/);
      expect(value.apiUrl('api_url', read)).toBe(read);
      expect(URL.canParse(`${read}/servers/`) && new URL(`${read}/servers/`).origin).toBe(url.origin);
    }),
    cases(1_000),
  );
});

test('an address to knock at is of the web, and has no password in it', () => {
  fc.assert(
    fc.property(parts, (all) => {
      const read = readOr(value.webUrl, all.join(''));
      if (read === undefined) return;
      const { protocol, username, password } = new URL(read);
      expect(['http:', 'https:']).toContain(protocol);
      expect([username, password]).toEqual(['', '']);
    }),
    cases(500),
  );
});

test('reports are some of three words, or none', () => {
  const words = fc.array(fc.constantFrom('summary', 'comment', 'status', 'none', 'Summary', ''), {
    maxLength: 4,
  });
  fc.assert(
    fc.property(
      fc.oneof(
        words.map((all) => all.join(', ')),
        hostile,
      ),
      (text) => {
        const read = readOr((_, given) => readReporting((name) => (name === 'report' ? given : '')), text);
        const said = text === '' ? ['summary'] : text.split(/[\s,]+/).filter((word) => word !== '');
        const isKnown =
          text === 'none' ||
          (said.length > 0 && said.every((word) => ['summary', 'comment', 'status'].includes(word)));
        expect(read !== undefined).toBe(isKnown);
        if (read) for (const [word, wanted] of Object.entries(read)) expect(wanted).toBe(said.includes(word));
      },
    ),
    cases(300),
  );
});
