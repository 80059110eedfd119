import fc from 'fast-check';
import { expect, test } from 'vitest';
import { probe } from '../../src/waiting/probe.ts';
import { cases } from '../helpers/fuzz.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

const origin = 'https://web.example.com';
/** What a header may hold: bytes, and no line breaks. */
const location = fc.oneof(
  fc.constantFrom(
    '/up/',
    '//evil.example/',
    '\\\\evil.example',
    'https:evil',
    'https://web.example.com@evil.example/',
  ),
  fc.constantFrom(
    'https://u:p@web.example.com/',
    'https://web.example.com.evil.example/',
    '?x',
    '#x',
    '.',
    '%2f',
  ),
  fc.webUrl(),
  fc.string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map((code) => String.fromCharCode(code)),
    maxLength: 40,
  }),
);

test('wherever an answer leads, nobody but the origin is asked, and not for long', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(200, 204, 301, 302, 307, 308, 404, 503), location), { minLength: 1 }),
      async (answers) => {
        const asked: string[] = [];
        const clock = new VirtualClock();
        const { ok, words } = await clock.run(
          probe(`${origin}/up`, {
            async fetch(input) {
              const [status = 200, to = ''] = answers[asked.length % answers.length] ?? [];
              const { url: href } = new Request(input);
              asked.push(href);
              return new Response(null, { status, headers: { location: to } });
            },
            clock,
            signal: new AbortController().signal,
            deadline: 60_000,
          }),
        );
        expect(asked.map((url) => new URL(url).origin)).toEqual(asked.map(() => origin));
        expect(asked.length).toBeLessThanOrEqual(6);
        if (ok) expect(words).toMatch(/^20[04]$/);
        expect(words).not.toMatch(/ $|undefined/);
      },
    ),
    cases(300),
  );
});
