import fc from 'fast-check';

const wanted = Number(process.env.FUZZ_RUNS ?? 0);
const seed = Number(process.env.FUZZ_SEED ?? Date.now() % 2 ** 31);

/** So many cases, the same in every run of the tests; `npm run fuzz` makes more, and others each time. */
export function cases(usual: number): { numRuns: number; seed: number } {
  return wanted > 0 ? { numRuns: wanted, seed } : { numRuns: usual, seed: 2026 };
}

/** What means something to the runner, to Markdown, to HTML, to a terminal, to JSON, to a mark or to a prototype. */
const nasty = [
  ...['##[', '##', '[', ']', '::', ':', '::error::x', '##[add-mask]802', '::stop-commands::x', '%0A', '%3A'],
  ...['\r\n', '\n', '\r', '\t', ' ', '\v', '\f', '\u0085', '\u00a0', '\u2028', '\u2029', '\u3000', '\ufeff'],
  ...[
    '\u202e',
    '\u2066',
    '\u200b',
    '\u00ad',
    '\u0000',
    '\u001b[31m',
    '\u007f',
    '\ud800',
    '\udc00',
    '\u{e0041}',
  ],
  ...[
    '<b>',
    '</code>',
    '<!--',
    '-->',
    '|',
    '`',
    '```',
    '@acme',
    '#1',
    'GH-1',
    '](',
    '*',
    '_',
    '\\',
    '$',
    '~',
  ],
  ...['www.', 'http://x', 'javascript:', '&lt;', '&#64;', '"', "'", '{', '}', ',', '=', '<<EOF', '\\u0000'],
  ...['[gha ', '[gha acme/shop run 4711.1 0a0a0a0a-1b1b1b1b]', ' run 1.1 ', 'ffffffff-ffffffff]', 'gha-'],
  ...['__proto__', 'constructor', 'toString', 'null', '1e999', '0', '-1', '0x10'],
];

const blanks = [
  '',
  ' ',
  '\t',
  '\v',
  '\f',
  '\u0085',
  '\u00a0',
  '\u2003',
  '\u2028',
  '\u3000',
  '\ufeff',
  '\u200b',
  'a\n',
  '\r',
];
const commands = [
  '::error::x',
  '::add-mask::802',
  '::stop-commands::x',
  '##[add-mask]802',
  '##[error]x',
  '::set-output name=x::y',
];
const command = fc
  .tuple(fc.array(fc.constantFrom(...blanks), { maxLength: 3 }), fc.constantFrom(...commands))
  .map(([before, what]) => before.join('') + what);

/** Text of anybody. */
export const hostile = fc.oneof(
  command,
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.oneof(fc.constantFrom(...nasty), fc.string({ unit: 'grapheme', maxLength: 3 })), {
      maxLength: 30,
    })
    .map((parts) => parts.join('')),
);

/** The same, and now and then a megabyte of it. */
export const hostileAndLong = fc.oneof(
  { arbitrary: hostile, weight: 60 },
  {
    arbitrary: fc
      .tuple(fc.oneof(fc.constantFrom(...nasty), hostile), hostile)
      .map(([unit, end]) => unit.repeat(Math.ceil(1_000_000 / Math.max(1, unit.length))) + end),
    weight: 1,
  },
);
