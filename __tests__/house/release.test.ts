import { describe, expect, test } from 'vitest';
import { disagreements, notesOf, type Sources, sources } from '../../scripts/release.ts';

const changelog = `# Changelog

## [Unreleased]

## [1.1.0] - 2027-01-09

### Added

- Something.

## [1.0.0] - 2026-12-01

- The first.

[1.1.0]: https://example.com/v1.1.0
`;
const sound: Sources = {
  packageVersion: '1.1.0',
  changelog,
  dist: ['const a = 1;', 'const userAgent = `vps-snapshot-action/1.1.0 (${origin})`;'],
};

describe('a release', () => {
  test('is made when tag, package.json, dist and changelog agree', () => {
    expect(disagreements('v1.1.0', sound)).toEqual([]);
  });

  test.each<[string, string, Partial<Sources>, string[]]>([
    ['another tag', 'v1.0.0', {}, ['package.json has version 1.1.0', 'dist calls itself 1.1.0']],
    [
      'no tag of a release',
      'v1',
      { packageVersion: '1' },
      expect.arrayContaining(['v1 is no tag like v1.2.3']),
    ],
    ['an old package.json', 'v1.1.0', { packageVersion: '1.0.0' }, ['package.json has version 1.0.0']],
    ['a stale dist', 'v1.1.0', { dist: ['"vps-snapshot-action/1.0.0 ("'] }, ['dist calls itself 1.0.0']],
    ['a dist of nothing', 'v1.1.0', { dist: [] }, ['dist calls itself nothing']],
    [
      'a dist of two versions',
      'v1.1.0',
      { dist: [...sound.dist, '"vps-snapshot-action/1.0.0 ("'] },
      ['dist calls itself 1.1.0, 1.0.0'],
    ],
    ['no entry', 'v1.1.0', { changelog: '# Changelog\n' }, ['CHANGELOG.md says nothing of 1.1.0']],
    [
      'an entry without a date',
      'v1.1.0',
      { changelog: '## [1.1.0] - unreleased\n' },
      ['CHANGELOG.md has no date for 1.1.0, but "## [1.1.0] - unreleased"'],
    ],
  ])('is refused for %s', (_, tag, flaw, complaints) => {
    expect(disagreements(tag, { ...sound, ...flaw })).toEqual(complaints);
  });

  test('has what the changelog says of it as its notes', () => {
    expect(notesOf('1.1.0', changelog)).toBe('### Added\n\n- Something.');
    expect(notesOf('1.0.0', changelog)).toBe('- The first.');
    expect(notesOf('0.9.0', changelog)).toBe('');
  });
});

test('the version at hand lacks nothing for its release but perhaps the date', () => {
  const found = sources();
  const wrong = disagreements(`v${found.packageVersion}`, found);
  expect(wrong.filter((one) => !one.includes('has no date'))).toEqual([]);
  expect(notesOf(found.packageVersion, found.changelog)).not.toBe('');
});
