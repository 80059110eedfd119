import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  defaultWords,
  description,
  generatedName,
  isOfRun,
  isOurs,
  label,
  type Mark,
  readGeneratedName,
  readMark,
  sameJob,
} from '../../src/rules/ownership.ts';
import { id } from '../helpers/ids.ts';

const hex8 = fc.stringMatching(/^[0-9a-f]{8}$/);
/** The longest that GitHub allows: an owner of 39 and a repository of 100 characters. */
const repository = fc
  .tuple(fc.stringMatching(/^[A-Za-z0-9-]{1,39}$/), fc.stringMatching(/^[A-Za-z0-9._-]{1,100}$/))
  .map((parts) => parts.join('/'));
const mark: fc.Arbitrary<Mark> = fc.record({
  repository,
  runId: fc.bigInt({ min: 1n, max: 10n ** 13n }).map(String),
  attempt: fc.integer({ min: 1, max: 99 }).map(String),
  nonce: fc.record({ job: hex8, step: hex8 }),
});
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 300 }),
  fc.string({ unit: 'binary', maxLength: 300 }),
  fc.constant('[gha evil/repo run 1.1 ffffffff-ffffffff]'),
);
const here: Mark = {
  repository: 'acme/shop.web',
  runId: '4711',
  attempt: '2',
  nonce: { job: '0a0a0a0a', step: '1b1b1b1b' },
};
const itsMark = '[gha acme/shop.web run 4711.2 0a0a0a0a-1b1b1b1b]';

describe('description', () => {
  test('keeps short words as they are', () => {
    expect(description('Before it', here)).toBe(`Before it ${itsMark}`);
  });

  test('leaves one blank of several, and none at the ends', () => {
    expect(description('  before \n\t the  deploy ', here)).toMatch(/^before the deploy \[gha /);
  });

  test('without words is only the mark', () => {
    expect(description(' \n', here)).toBe(` ${itsMark}`);
  });

  test('always ends in the mark, is short enough, and reads back', () => {
    fc.assert(
      fc.property(words, mark, (text, origin) => {
        const whole = description(text, origin);
        const { job, step } = origin.nonce;
        expect(whole.length).toBeLessThanOrEqual(200);
        expect(
          whole.endsWith(` [gha ${origin.repository} run ${origin.runId}.${origin.attempt} ${job}-${step}]`),
        ).toBe(true);
        expect(readMark(whole)).toEqual(origin);
      }),
    );
  });

  test('shortens the words by as little as it must, and shows that it did', () => {
    const whole = description('x'.repeat(500), here);
    expect(whole).toHaveLength(200);
    expect(whole).toBe(`${'x'.repeat(150)}… ${itsMark}`);
    expect(description('x'.repeat(152), here)).toBe(whole);
    expect(description('x'.repeat(151), here)).toBe(`${'x'.repeat(151)} ${itsMark}`);
  });

  test('cuts no character in half', () => {
    for (let lead = 0; lead < 2; lead += 1)
      expect(description('x'.repeat(lead) + '😀'.repeat(200), here).isWellFormed()).toBe(true);
  });
});

describe('reading a mark', () => {
  test.each([
    ['', null],
    ['Before major migration', null],
    [`${itsMark} and more`, null],
    ['[gha acme run 1.1 0a0a0a0a-1b1b1b1b]', null],
    ['[gha acme/shop run 1 0a0a0a0a-1b1b1b1b]', null],
    ['[gha acme/shop run 1.1 0A0A0A0A-1b1b1b1b]', null],
    ['[gha acme/shop run 1.1 0a0a0a0a]', null],
    [`x ${itsMark} \n`, '4711'],
    [itsMark, '4711'],
  ])('%j', (text, run) => {
    expect(readMark(text)?.runId ?? null).toBe(run);
  });
});

test.each<[object, string]>([
  [{}, 'Before a deploy'],
  [{ sha: 'abcdef0123456789' }, 'Before abcdef0'],
  [
    { sha: 'abcdef0123', actor: 'octocat', runUrl: 'https://github.com/a/b/actions/runs/1' },
    'Before abcdef0 by octocat https://github.com/a/b/actions/runs/1',
  ],
])('words for %j', (origin, expected) => {
  expect(defaultWords({ sha: '', actor: '', runUrl: '', ...origin })).toBe(expected);
});

describe('generated names', () => {
  test('say repository, run and attempt', () => {
    expect(generatedName(here, id(1))).toMatch(/^gha-shop-web-4711-2-[0-9a-f]{6}$/);
  });

  test('have at most 40 characters of the repository', () => {
    const long = generatedName({ ...here, repository: `acme/${'x'.repeat(100)}` }, id(1));
    expect(long).toMatch(/^gha-x{40}-4711-2-[0-9a-f]{6}$/);
  });

  test('are names that the API takes', () => {
    fc.assert(
      fc.property(mark, fc.integer({ min: 1 }), (origin, server) => {
        expect(generatedName(origin, id(server))).toMatch(/^[A-Za-z0-9_-]+$/);
      }),
    );
  });

  test('differ per server and per use, and stay the same otherwise', () => {
    const servers = Array.from({ length: 300 }, (_, index) => generatedName(here, id(12_345 + index)));
    expect(new Set(servers).size).toBe(300);
    const uses = Array.from({ length: 300 }, (_, index) =>
      generatedName(
        { ...here, nonce: { job: '0a0a0a0a', step: `1b1b1${String(index).padStart(3, '0')}` } },
        id(1),
      ),
    );
    expect(new Set(uses).size).toBe(300);
    expect(generatedName(here, id(1))).toBe(generatedName(structuredClone(here), id(1)));
  });

  test('survive an odd repository', () => {
    expect(generatedName({ ...here, repository: 'none' }, id(1))).toMatch(/^gha--4711-2-/);
  });
});

describe('made by', () => {
  const of = (repository: string, run = '4711') => ({
    description: `[gha ${repository} run ${run}.1 0a0a0a0a-1b1b1b1b]`,
  });

  test.each([
    ['acme/shop', true],
    ['Acme/SHOP', true],
    ['acme/shop2', false],
    ['other/shop', false],
  ])('this repository: %s', (repository, expected) => {
    expect(isOurs(of(repository), { repository: 'acme/shop' })).toBe(expected);
  });

  test('nobody, without a mark', () => {
    expect(isOurs({ description: 'by hand' }, { repository: 'acme/shop' })).toBe(false);
    expect(isOfRun(null, { repository: 'acme/shop', runId: '4711' })).toBe(false);
  });

  test.each([
    ['acme/shop', '4711', true],
    ['ACME/shop', '4711', true],
    ['acme/shop', '4712', false],
    ['acme/other', '4711', false],
  ])('this run: %s %s', (repository, run, expected) => {
    const origin = { repository: 'acme/shop', runId: '4711' };
    expect(isOfRun(readMark(of(repository, run).description), origin)).toBe(expected);
  });
});

describe('two steps are of one job', () => {
  const other = { ...here, nonce: { ...here.nonce, step: '2c2c2c2c' } };

  test.each<[string, Partial<Mark>, boolean]>([
    ['by repository, run, attempt and the nonce of the job', {}, true],
    ['whatever the letter case of the repository', { repository: 'ACME/Shop.Web' }, true],
    ['not in another repository', { repository: 'acme/shop' }, false],
    ['not in another run', { runId: '4712' }, false],
    ['not in another attempt', { attempt: '3' }, false],
    ['not with another nonce', { nonce: { job: '0a0a0a0b', step: '1b1b1b1b' } }, false],
  ])('%s', (_, told, expected) => {
    expect(sameJob(here, { ...other, ...told })).toBe(expected);
  });
});

test('a label is the name and the mark, for an API that keeps no more', () => {
  expect(label('nightly', here)).toBe(`nightly ${itsMark}`);
});

describe('a name of our form', () => {
  test('is one for every server, and tells run and attempt', () => {
    for (let server = 1; server <= 2_000; server += 1)
      expect(readGeneratedName(generatedName({ ...here, attempt: '12' }, id(server)))).toEqual({
        runId: '4711',
        attempt: '12',
      });
  });

  test.each(['before-gha-shop-4711-1-abcdef', 'gha-shop-4711-1-abcdef0', 'gha-shop-4711-1', 'nightly', ''])(
    '%j is none',
    (name) => expect(readGeneratedName(name)).toBeUndefined(),
  );
});
