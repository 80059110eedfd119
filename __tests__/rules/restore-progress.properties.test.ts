import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { noTrace, type Proof, proofOf, trace } from '../../src/rules/restore-progress.ts';
import { cases } from '../helpers/fuzz.ts';

const [second, minute] = [1_000, 60_000];
const limits = {
  shortest: 5 * minute,
  standstill: 3 * minute,
  longerThanReboot: 2 * minute,
  longest: 20 * minute,
  agreeing: 5 * second,
};

type Kind = 'runs' | 'restores' | 'stands' | 'failed' | 'odd' | 'absent';

interface Look {
  at: number;
  kind: Kind;
  word: string | undefined;
}

interface History {
  ran: boolean | undefined;
  looks: Look[];
}

const wordsOf: Record<Kind, (string | undefined)[]> = {
  runs: ['active', 'running', 'online'],
  restores: ['restoring'],
  stands: ['stopped', 'off', 'shutoff'],
  failed: ['error', 'failed'],
  odd: ['rebuilding', '', 'suspended'],
  absent: [undefined],
};
const kind = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom<Kind>('runs', 'stands') },
  { weight: 2, arbitrary: fc.constantFrom<Kind>('restores') },
  { weight: 1, arbitrary: fc.constantFrom<Kind>('failed', 'odd', 'absent') },
);
const look = kind.chain((one) =>
  fc.record({ kind: fc.constant(one), word: fc.constantFrom(...wordsOf[one]) }),
);
/** Just before and at each of the limits, and what is usual between two looks. */
const gap = fc.constantFrom(
  ...[1, 2 * second, 5 * second - 1, 5 * second, 30 * second, minute, 2 * minute - 1, 2 * minute],
  ...[3 * minute - 1, 3 * minute, 4 * minute, 10 * minute],
);
const mark = fc.constantFrom(...[5, 20].flatMap((minutes) => [minutes * minute - 1, minutes * minute]));
/** The moment of a look, by that of the one before. */
const moment = fc.oneof(
  { weight: 6, arbitrary: gap.map((ms) => (before: number) => before + ms) },
  { weight: 1, arbitrary: mark.map((at) => (before: number) => Math.max(before + 1, at)) },
);
const histories: fc.Arbitrary<History> = fc.record({
  ran: fc.constantFrom(true, true, false, undefined),
  looks: fc.array(fc.tuple(moment, look), { minLength: 1, maxLength: 9 }).map((all) => {
    let at = 0;
    return all.map(([next, one]) => {
      at = next(at);
      return { at, ...one };
    });
  }),
});

/** The verdict on the last look. */
function verdict({ ran, looks }: History): Proof | undefined {
  let seen = { ...noTrace, ran };
  let proof: Proof | undefined;
  for (const { at, word } of looks) {
    seen = trace(seen, { status: word, elapsed: at });
    proof = proofOf({ status: word, elapsed: at }, seen, limits);
  }
  return proof;
}

/** The looks at its end that show the same, without those that show nothing. */
function tail(looks: readonly Look[]): Look[] {
  const shown = looks.filter((one) => one.kind !== 'absent');
  const other = shown.findLastIndex((one) => one.kind !== shown.at(-1)?.kind);
  return shown.slice(other + 1);
}

const spanOf = (looks: readonly Look[]) => (looks.at(-1)?.at ?? 0) - (looks[0]?.at ?? 0);
const longestStandstill = (looks: readonly Look[]) =>
  Math.max(
    0,
    ...looks.map((one, index) => (one.kind === 'stands' ? spanOf(tail(looks.slice(0, index + 1))) : 0)),
  );
const wasRestoring = (looks: readonly Look[]) => looks.some((one) => one.kind === 'restores');

interface Known {
  at: number;
  restored: boolean;
  /** It was seen to leave. */
  left: boolean;
  /** How many looks at the end agree, and over how long. */
  steady: { looks: number; ms: number };
}

const unproven = ({ at }: Known) => (at >= 5 * minute ? 'unproven' : 'waiting');

/** The contract once more, by the whole history instead of what was remembered of it. */
const contract: Record<Kind, (known: Known) => Proof> = {
  restores: () => 'going_on',
  odd: () => 'unfamiliar',
  absent: (known) => (known.restored ? 'waiting' : unproven(known)),
  failed: (known) => (known.restored ? 'failed' : unproven(known)),
  runs(known) {
    const { restored, left, steady } = known;
    if (!left) return unproven(known);
    if (steady.looks < 2 || steady.ms < 5 * second) return 'waiting';
    return restored ? 'back' : 'back_by_standstill';
  },
  stands({ at, restored, steady }) {
    if (!restored) return at >= 20 * minute ? 'unproven_standing' : 'waiting';
    return steady.ms >= 3 * minute && at >= 5 * minute ? 'back_stopped' : 'waiting';
  },
};

function expected({ ran, looks }: History): Proof {
  const { at, kind: shown } = looks.at(-1) as Look;
  const restored = wasRestoring(looks);
  const left = restored || (ran === true && longestStandstill(looks) >= 2 * minute);
  const same = tail(looks);
  return contract[shown]({ at, restored, left, steady: { looks: same.length, ms: spanOf(same) } });
}

describe('over any history of looks', () => {
  test('the verdict is that of the contract', () => {
    fc.assert(
      fc.property(histories, (history) => {
        expect(verdict(history)).toBe(expected(history));
      }),
      cases(5_000),
    );
  });

  test('nothing is restored that was not seen to leave and to come back', () => {
    fc.assert(
      fc.property(histories, (history) => {
        const { ran, looks } = history;
        const proof = verdict(history) ?? '';
        const running = looks.filter((one) => one.kind === 'runs').length;
        const isByStandstill = ran === true && longestStandstill(looks) >= 2 * minute;
        if (/^back/.test(proof)) expect(wasRestoring(looks) || isByStandstill).toBe(true);
        if (/^back(_by_standstill)?$/.test(proof)) expect(running).toBeGreaterThan(1);
        if (proof === 'back_by_standstill') expect([ran, wasRestoring(looks)]).toEqual([true, false]);
      }),
      cases(2_000),
    );
  });

  test('a look that shows nothing changes nothing of the next verdict', () => {
    fc.assert(
      fc.property(histories, ({ ran, looks }) => {
        const last = looks.at(-1) as Look;
        const shown = looks.slice(0, -1).filter((one) => one.kind !== 'absent');
        expect(verdict({ ran, looks: [...shown, last] })).toBe(verdict({ ran, looks }));
      }),
      cases(1_000),
    );
  });

  test('one more look between two that agree takes no proof away, and makes none of nothing', () => {
    fc.assert(
      fc.property(histories, fc.nat({ max: 7 }), (history, index) => {
        const { ran, looks } = history;
        const [one, next] = [looks[index], looks[index + 1]];
        fc.pre(one !== undefined && next !== undefined && one.kind === next.kind && next.at - one.at > 1);
        const between = { ...one, at: one.at + Math.floor((next.at - one.at) / 2) };
        const more = { ran, looks: looks.toSpliced(index + 1, 0, between) };
        expect(verdict(more)).toBe(verdict(history));
      }),
      cases(500),
    );
  });

  test('a server that is back stays so in every look that shows it running', () => {
    fc.assert(
      fc.property(histories, gap, (history, ms) => {
        const proof = verdict(history);
        fc.pre(proof === 'back' || proof === 'back_by_standstill');
        const last = history.looks.at(-1) as Look;
        const looks = [...history.looks, { ...last, at: last.at + ms }];
        expect(verdict({ ...history, looks })).toBe(proof);
      }),
      cases(200),
    );
  });
});
