import fc from 'fast-check';
import { expect, test } from 'vitest';
import { runnerLog } from '../../src/runner/log.ts';
import { redactor } from '../../src/text/text.ts';
import { commandsIn } from '../helpers/commands-in.ts';
import { cases, hostileAndLong } from '../helpers/fuzz.ts';
import { captured } from '../helpers/stdout.ts';

const token = 'token-for-tests';
const log = () => runnerLog(redactor(token));
const text = fc.oneof(
  hostileAndLong,
  hostileAndLong.map((part) => `${token}${part}${token}`),
);

test('a line is a line and no command, whatever stands in it', () => {
  fc.assert(
    fc.property(text, (line) => {
      const printed = captured(() => log().info(line)).join('\n');
      expect(commandsIn(printed)).toEqual([]);
      expect(printed).not.toContain(token);
    }),
    cases(200),
  );
});

test.each(['notice', 'warning', 'error'] as const)('a %s is one command, and holds none', (level) => {
  fc.assert(
    fc.property(text, text, (title, message) => {
      const lines = captured(() => log()[level](title, message));
      expect(lines).toHaveLength(1);
      const [, heading = '', words = ''] =
        new RegExp(`^::${level} title=([^:,]*)::(.*)$`, 's').exec(lines[0] ?? '') ?? [];
      const shown = decodeURIComponent(`${heading}\n${words}`.replace(/%(?!0A|0D|25|3A|2C)/g, '%25'));
      expect(commandsIn(shown)).toEqual([]);
      expect(shown).not.toContain(token);
      expect(commandsIn(lines.join('\n'))).toHaveLength(1);
    }),
    cases(100),
  );
});

test('a group has a name of one line, and holds no command', () => {
  fc.assert(
    fc.property(text, (title) => {
      const lines = captured(() => {
        const to = log();
        to.group(title);
        to.endGroup();
      });
      expect(lines.at(-1)).toBe('::endgroup::');
      expect(lines[0]).toMatch(/^::group::/);
      expect(commandsIn(lines.join('\n'))).toHaveLength(2);
    }),
    cases(100),
  );
});
