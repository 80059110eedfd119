import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { runnerLog } from '../../src/runner/log.ts';
import { redactor } from '../../src/text/text.ts';
import { captured } from '../helpers/stdout.ts';

const token = 'token-for-tests';
const log = () => runnerLog(redactor(token));

describe('the log', () => {
  test.each<[string, (to: ReturnType<typeof log>) => void, string[]]>([
    ['a line', (to) => to.info('Going on.'), ['Going on.']],
    ['several lines', (to) => to.info('one\ntwo'), ['one', 'two']],
    ['a notice', (to) => to.notice('Title', 'Text'), ['::notice title=Title::Text']],
    ['a warning', (to) => to.warning('Title', 'one\ntwo'), ['::warning title=Title::one%0Atwo']],
    ['an error', (to) => to.error('Title: x', 'a, b'), ['::error title=Title%3A x::a, b']],
    ['a command', (to) => to.info('::set-output name=x::y'), [': :set-output name=x::y']],
    ['a later command', (to) => to.info('a\n ::error::y\r::error::z'), ['a', ' : :error::y', ': :error::z']],
    ['a command after U+0085', (to) => to.info('\u0085::error::x'), ['\u0085: :error::x']],
    ['an old command', (to) => to.info('a ##[error]b'), ['a ## [error]b']],
    [
      'an old command in an annotation',
      (to) => to.error('##[a]', '##[error]b'),
      ['::error title=## [a]::## [error]b'],
    ],
    [
      'the token',
      (to) => {
        to.info(`Bearer ${token}`);
        to.error(token, token);
        to.group(token);
      },
      ['Bearer ***', '::error title=***::***', '::group::***'],
    ],
    ['a command that the token hid', (to) => to.info(`#${token}`), ['#***']],
  ])('%s', (_, act, expected) => {
    expect(captured(() => act(log()))).toEqual(expected);
  });

  test('closes a group before the next one, and once', () => {
    const lines = captured(() => {
      const to = log();
      to.endGroup();
      to.group('One');
      to.info('in it');
      to.group('Two');
      to.endGroup();
      to.endGroup();
    });
    expect(lines).toEqual(['::group::One', 'in it', '::endgroup::', '::group::Two', '::endgroup::']);
  });

  test.each([
    ['1', ['::debug::detail ***']],
    ['0', []],
    ['', []],
  ])('shows details only with RUNNER_DEBUG=1: "%s"', (value, expected) => {
    vi.stubEnv('RUNNER_DEBUG', value);
    expect(captured(() => log().debug(`detail ${token}`))).toEqual(expected);
  });

  test('has no command in any line, whatever is written', () => {
    const part = fc.constantFrom('##[error]', '::error::', '\n', '\r', '\r\n', ' ', 'a', token, '::');
    fc.assert(
      fc.property(fc.array(part, { maxLength: 12 }), (parts) => {
        for (const line of captured(() => log().info(parts.join('')))) {
          expect(line).not.toMatch(/^\s*::|##\[/);
          expect(line).not.toContain(token);
        }
      }),
    );
  });
});
