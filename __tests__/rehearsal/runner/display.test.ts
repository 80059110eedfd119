import { expect, test } from 'vitest';
import { Display } from '../../../rehearsal/runner/display.ts';

function shown(raw: string[], options: ConstructorParameters<typeof Display>[0] = {}): string[] {
  const lines: string[] = [];
  const display = new Display({ colours: false, ...options, write: (line) => lines.push(line) });
  for (const line of raw) display.line(line);
  return lines;
}

test('groups are headed and indented, commands are not shown raw', () => {
  expect(shown(['a', '::group::Servers', 'web', '::endgroup::', '::save-state name=x::y', 'b'])).toEqual([
    'a',
    '▸ Servers',
    '  web',
    'b',
  ]);
});

test('a group that follows a group ends it', () => {
  expect(shown(['::group::A', '::group::B', 'x'])).toEqual(['▸ A', '▸ B', '  x']);
});

test('annotations say their level, title and every line of their message', () => {
  expect(shown(['::error title=Rolled back::one%0Atwo', '::notice::n'])).toEqual([
    'Error: Rolled back: one',
    'two',
    'Notice: n',
  ]);
});

test('colours surround each line of an annotation', () => {
  expect(shown(['::warning::a%0Ab'], { colours: true })).toEqual([
    '\u001b[33mWarning: a\u001b[0m',
    '\u001b[33mb\u001b[0m',
  ]);
});

test('masks hide values from then on, the longest first, multi-line ones line by line', () => {
  expect(
    shown(['s3', '::add-mask::s3', '::add-mask::s3cret%0Akey', 's3 s3cret key', '::error::s3cret']),
  ).toEqual(['s3', '*** *** ***', 'Error: ***']);
});

test('values that are secret from the start are hidden in the first line, an empty mask hides nothing', () => {
  expect(shown(['::add-mask::', 'the token'], { masks: ['token'] })).toEqual(['the ***']);
});

test('debug lines are shown on request', () => {
  expect(shown(['::debug::x'])).toEqual([]);
  expect(shown(['::debug::x'], { debug: true })).toEqual(['debug: x']);
});

test('a new step ends groups and muted commands, and keeps masks', () => {
  const lines: string[] = [];
  const display = new Display({ colours: false, write: (line) => lines.push(line), masks: ['s3cret'] });
  for (const line of ['::group::A', '::stop-commands::t', '::notice::muted']) display.line(line);
  display.step('Post');
  for (const line of ['::notice::s3cret', 'b']) display.line(line);
  expect(lines).toEqual(['▸ A', '  ::notice::muted', 'Post', 'Notice: ***', 'b']);
});
