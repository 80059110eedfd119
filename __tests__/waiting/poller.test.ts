import { describe, expect, test } from 'vitest';
import { Failure, TimedOut } from '../../src/errors.ts';
import { Poller, type PollerOptions, type Question, type Verdict } from '../../src/waiting/poller.ts';
import { settlingSchedule } from '../../src/waiting/schedule.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

/** A poller that sees the time, and what it did when. */
function polling(of: Partial<PollerOptions<number>> = {}) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const looks: number[] = [];
  const troubles: unknown[] = [];
  const poller = new Poller<number>({
    look: async () => {
      looks.push(clock.now());
      return clock.now();
    },
    onTrouble: (error) => troubles.push(error),
    isPassing: () => true,
    pace: { intervalMs: undefined },
    random: () => 0.5,
    clock,
    deadline: 100_000,
    signal: stop.signal,
    ...of,
  });
  return { clock, stop, looks, troubles, poller };
}

/** A question that wants a look every so often. */
const every = (intervalMs: number) => ({ schedule: settlingSchedule, pace: { intervalMs } });

/** Wants a look every so often, until the time is `reachedAt`. */
function until(reachedAt: number, interval = 1_000): Question<number, number> {
  return {
    ...every(interval),
    judge: (seen): Verdict<number> =>
      seen >= reachedAt ? { is: 'reached', found: seen } : { is: 'pending' },
  };
}

describe('one question', () => {
  test('is looked after when it wants to be, and answered by the first look that can', async () => {
    const { clock, looks, poller } = polling();
    expect(await clock.run(poller.ask(until(3_500)))).toEqual({ is: 'reached', found: 4_000 });
    expect(looks).toEqual([1_000, 2_000, 3_000, 4_000]);
    expect(clock.sleeps).toEqual([1_000, 1_000, 1_000, 1_000]);
  });

  test('is told how long ago it was asked when the look began, however long that takes', async () => {
    const clock = new VirtualClock();
    const { poller } = polling({ clock, look: () => clock.sleep(100).then(() => 0) });
    await clock.advance(10_000);
    const elapsed: number[] = [];
    const question: Question<number, true> = {
      ...every(500),
      judge(_, since) {
        elapsed.push(since);
        return since >= 1_500 ? { is: 'reached', found: true } : { is: 'pending' };
      },
    };
    await clock.run(poller.ask(question));
    expect(elapsed).toEqual([500, 1_000, 1_500]);
  });

  test('ends with a failure that a look shows', async () => {
    const { clock, poller } = polling();
    const failure = new Failure({ title: 'T', message: 'M', next: 'N' });
    const end = await clock.run(poller.ask({ ...every(1), judge: () => ({ is: 'failed', failure }) }));
    expect(end).toEqual({ is: 'failed', failure });
  });

  test('a judge that breaks ends the wait', async () => {
    const { clock, poller } = polling();
    const broken = poller.ask({
      ...every(1),
      judge() {
        throw new Error('broken');
      },
    });
    await expect(clock.run(broken)).rejects.toThrow('broken');
  });

  test('after an end, the poller can be asked again', async () => {
    const { clock, looks, poller } = polling();
    await clock.run(poller.ask(until(1_000)));
    await clock.run(poller.ask(until(3_000)));
    expect(looks).toEqual([1_000, 2_000, 3_000]);
  });
});

describe('many questions', () => {
  test('share every look', async () => {
    const { clock, looks, poller } = polling();
    const ends = await clock.run(
      Promise.all(Array.from({ length: 20 }, (_, index) => poller.ask(until(1_000 + index * 100)))),
    );
    expect(ends.map(({ is }) => is)).toEqual(Array(20).fill('reached'));
    expect(looks).toEqual([1_000, 2_000, 3_000]);
  });

  test('the earliest decides when, and all are told', async () => {
    const { clock, looks, poller } = polling();
    const quick = poller.ask(until(2_500, 700));
    const slow = poller.ask(until(2_000, 5_000));
    expect(await clock.run(slow)).toEqual({ is: 'reached', found: 2_100 });
    await clock.run(quick);
    expect(looks).toEqual([700, 1_400, 2_100, 2_800]);
  });

  test('a newcomer cuts a long pause short, and is not answered by an older look', async () => {
    const { clock, looks, poller } = polling();
    const patient = poller.ask(until(50_000, 50_000));
    let late: unknown;
    clock.at(10_000, () => {
      void poller.ask(until(0, 500)).then((end) => {
        late = end;
      });
    });
    await clock.run(patient);
    expect(late).toEqual({ is: 'reached', found: 10_500 });
    expect(looks).toEqual([10_500, 60_500]);
  });

  test('asked at nearly the same time cost hardly more looks than one', async () => {
    const looksOf = async (count: number) => {
      const { clock, looks, poller } = polling();
      const asked = Array.from(
        { length: count },
        (_, index) =>
          new Promise<void>((resolve) => {
            const isSo = (seen: number) => seen >= 60_000;
            const ask = () => poller.until({ schedule: settlingSchedule, windowMs: 90_000, isSo });
            clock.at(index * 83, () => void ask().then(() => resolve()));
          }),
      );
      await clock.run(Promise.all(asked));
      return looks.length;
    };
    const one = await looksOf(1);
    expect(await looksOf(12)).toBeLessThanOrEqual(2 * one);
  });

  test.each([1, 12, 40])('at a fixed interval %i questions cost one look per interval', async (count) => {
    const { clock, looks, poller } = polling({ pace: { intervalMs: 5_000 } });
    const asked = Array.from({ length: count }, (_, index) => {
      const begins = (index * 997) % 4_999;
      return new Promise<void>((resolve) => {
        clock.at(begins, () => {
          const isSo = (seen: number) => seen >= 60_000;
          void poller.until({ schedule: settlingSchedule, windowMs: 90_000, isSo }).then(() => resolve());
        });
      });
    });
    await clock.run(Promise.all(asked));
    const gaps = looks.slice(1).map((look, index) => look - (looks[index] ?? 0));
    expect(new Set(gaps)).toEqual(new Set([5_000]));
  });

  test('a question asked while a look is under way waits for the next one', async () => {
    const clock = new VirtualClock();
    const begun: number[] = [];
    const { poller } = polling({
      clock,
      look: async () => {
        begun.push(clock.now());
        await clock.sleep(200);
        return begun.at(-1) ?? 0;
      },
    });
    const first = poller.ask(until(1_000));
    let found: unknown;
    clock.at(1_100, () => {
      void poller.ask(until(0, 300)).then((end) => {
        found = end;
      });
    });
    await clock.run(first);
    await clock.advance(2_000);
    expect(begun).toEqual([1_000, 1_400]);
    expect(found).toEqual({ is: 'reached', found: 1_400 });
  });
});

describe('the deadline', () => {
  test('is never passed, and there is one last look shortly before it', async () => {
    const { clock, looks, poller } = polling({ deadline: 10_500 });
    expect(await clock.run(poller.ask(until(20_000, 4_000)))).toEqual({ is: 'timed_out' });
    expect(looks).toEqual([4_000, 8_000, 9_500]);
  });

  test('what the last look shows counts', async () => {
    const { clock, poller } = polling({ deadline: 10_500 });
    expect(await clock.run(poller.ask(until(9_000, 4_000)))).toEqual({ is: 'reached', found: 9_500 });
  });

  test('is kept by an interval that is longer', async () => {
    const { clock, looks, poller } = polling({ deadline: 600 });
    expect(await clock.run(poller.ask(until(9_000, 4_000)))).toEqual({ is: 'timed_out' });
    expect(looks).toEqual([300]);
  });

  test('leaves no look when it is over already', async () => {
    const { clock, looks, poller } = polling({ deadline: 0 });
    expect(await clock.run(poller.ask(until(0)))).toEqual({ is: 'timed_out' });
    expect(looks).toEqual([]);
  });
});

describe('trouble', () => {
  /** Looks fail between two moments. */
  function troubled(isPassing: boolean) {
    const clock = new VirtualClock();
    const error = new Error('bad look');
    const all = polling({
      clock,
      isPassing: () => isPassing,
      look: async () => {
        if (clock.now() > 1_500 && clock.now() < 4_500) throw error;
        return clock.now();
      },
    });
    return { ...all, clock, error };
  }

  test('that passes is told and looked past', async () => {
    const { clock, troubles, poller, error } = troubled(true);
    expect(await clock.run(poller.ask(until(2_000)))).toEqual({ is: 'reached', found: 5_000 });
    expect(troubles).toEqual([error, error, error]);
  });

  test('that does not pass ends every wait at once', async () => {
    const { clock, troubles, poller } = troubled(false);
    const waits = [until(9_000), until(9_000, 50_000)].map((question) => poller.ask(question));
    const ends = await clock.run(Promise.allSettled(waits));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([clock.now(), troubles]).toEqual([2_000, []]);
  });

  test('of a look that there was no time for ends every question in its own words', async () => {
    const late = new TimedOut({ title: 'T', message: 'M', next: 'N' });
    const { clock, troubles, poller } = polling({ deadline: 900, look: () => Promise.reject(late) });
    expect(await clock.run(poller.ask(until(9_000, 4_000)))).toEqual({ is: 'timed_out' });
    expect(troubles).toEqual([]);
  });

  test('at the last look is not more than that', async () => {
    const { clock, poller } = polling({ deadline: 900, look: () => Promise.reject(new Error('late')) });
    expect(await clock.run(poller.ask(until(9_000, 4_000)))).toEqual({ is: 'timed_out' });
  });
});

describe('the signal', () => {
  test('ends every wait at once', async () => {
    const { clock, stop, looks, poller } = polling();
    const waits = [until(90_000, 60_000), until(90_000, 70_000)].map((question) => poller.ask(question));
    clock.at(5_000, () => stop.abort(new Error('stopped')));
    const ends = await clock.run(Promise.allSettled(waits));
    expect(ends).toMatchObject([{ reason: { message: 'stopped' } }, { reason: { message: 'stopped' } }]);
    expect([clock.now(), looks]).toEqual([5_000, []]);
  });

  test('leaves no look when it came before', async () => {
    const { clock, stop, looks, poller } = polling();
    stop.abort(new Error('stopped'));
    await expect(clock.run(poller.ask(until(0)))).rejects.toThrow('stopped');
    expect(looks).toEqual([]);
  });
});

describe('what should show soon', () => {
  /** Shows from a moment on, and is given so long. */
  const showing = (shownAt: number, windowMs: number) => ({
    ...every(1_000),
    windowMs,
    isSo: (seen: number) => seen >= shownAt,
  });

  test('is so as soon as a look shows it', async () => {
    const { clock, looks, poller } = polling();
    const settled = await clock.run(poller.until(showing(2_500, 9_000)));
    expect(settled).toEqual({ so: true, seen: 3_000, timedOut: false });
    expect(looks).toEqual([1_000, 2_000, 3_000]);
  });

  test('is not so when its window is over, whatever comes later', async () => {
    const { clock, looks, poller } = polling();
    const settled = await clock.run(poller.until(showing(9_000, 2_500)));
    expect(settled).toEqual({ so: false, seen: 3_000, timedOut: false });
    expect(looks).toEqual([1_000, 2_000, 3_000]);
  });

  test('counts when the last look of its window shows it', async () => {
    const { clock, poller } = polling();
    expect(await clock.run(poller.until(showing(3_000, 2_500)))).toMatchObject({ so: true, seen: 3_000 });
  });

  test('is not certain when the deadline comes before its window is over', async () => {
    const { clock, poller } = polling({ deadline: 3_000 });
    const settled = await clock.run(poller.until(showing(9_000, 5_000)));
    expect(settled).toEqual({ so: false, seen: 2_500, timedOut: true });
  });

  test('was never seen when no look succeeded', async () => {
    const { clock, poller } = polling({ deadline: 3_000, look: () => Promise.reject(new Error('bad look')) });
    const settled = await clock.run(poller.until(showing(0, 5_000)));
    expect(settled).toEqual({ so: false, seen: undefined, timedOut: true });
  });

  test('is looked for at the pace of the poller unless it has one of its own', async () => {
    const { clock, looks, poller } = polling({ pace: { intervalMs: 2_000 } });
    const { pace: _, ...expectation } = showing(3_000, 9_000);
    await clock.run(poller.until(expectation));
    await clock.run(poller.until({ ...expectation, pace: { intervalMs: 500 }, isSo: () => true }));
    expect(looks).toEqual([2_000, 4_000, 4_500]);
  });

  test('shares its looks with every other question', async () => {
    const { clock, looks, poller } = polling();
    const other = poller.ask(until(2_000));
    const settled = await clock.run(poller.until(showing(2_000, 9_000)));
    expect(settled.so).toBe(true);
    expect(await other).toEqual({ is: 'reached', found: 2_000 });
    expect(looks).toEqual([1_000, 2_000]);
  });

  test('ends with an error that no later look can mend', async () => {
    const error = new Error('bad look');
    const { clock, poller } = polling({ isPassing: () => false, look: () => Promise.reject(error) });
    await expect(clock.run(poller.until(showing(0, 5_000)))).rejects.toBe(error);
  });
});
