import fc from 'fast-check';
import type { Story } from '../../src/report/summary.ts';
import { hostile, hostileAndLong } from './fuzz.ts';
import { facts, failed, story } from './stories.ts';

/** All outside text that a story can hold. */
const told = fc.record({
  targets: fc.array(
    fc.record({
      server: hostileAndLong,
      snapshot: hostile,
      status: hostile,
      description: hostileAndLong,
      remark: hostileAndLong,
      sizeMb: fc.oneof(fc.constant(null), fc.double({ noDefaultInfinity: true, noNaN: true }), fc.integer()),
      createdAt: fc.constantFrom(
        null,
        '2026-11-20T11:00:00Z',
        '1 Jan 2020 (##[error]x)',
        '2999-01-01T00:00:00Z',
      ),
    }),
    { maxLength: 4 },
  ),
  remarks: fc.array(hostileAndLong, { maxLength: 3 }),
  plan: fc.array(hostile, { maxLength: 3 }),
  failure: fc.option(fc.tuple(hostile, hostile), { nil: undefined }),
  reason: hostile,
  isPlan: fc.boolean(),
});

type Told = typeof told extends fc.Arbitrary<infer One> ? One : never;

const visible = /[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]/u;

/** Outside text is never invisible here, so that it is there in both of two stories. */
function asStory(of: Told, word: (text: string) => string): Story {
  const { failure, isPlan } = of;
  const one = story({
    result: failure ? 'failed' : isPlan ? 'planned' : 'created',
    failure: failure && failed(word(failure[0]), word(failure[1]).replace(/\n/g, ' ')),
    reason: word(of.reason),
  });
  for (const [
    index,
    { server, snapshot, status, description, remark, sizeMb, createdAt },
  ] of of.targets.entries())
    one.journal.enter(
      facts({
        server: { id: 7 + index, name: word(server) },
        id: 801 + index,
        remark: word(remark),
        snapshot: {
          ...(facts({ server: { id: 7 }, id: 801 }) as object),
          ...{
            id: '801',
            server: { id: '7', name: word(server) },
            name: word(snapshot),
            status: word(status),
          },
          ...{ description: word(description), sizeMb, createdAt },
        } as never,
      }),
    );
  for (const remark of of.remarks) one.journal.warning('Title', word(remark));
  one.journal.plan.push(...of.plan.map(word));
  return one;
}

/** A story in which anybody says anything, and the same in which everybody says "word". */
export const stories = told.map((of) => ({
  wild: asStory(of, (text) => (visible.test(text) ? text : 'word')),
  tame: asStory(of, () => 'word'),
}));
