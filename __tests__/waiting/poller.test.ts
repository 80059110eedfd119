import { describe, expect, test } from 'vitest';
import { Failure, TimedOut } from '../../src/errors.ts';
import { type Question, type Verdict, Watch, type WatchOptions } from '../../src/waiting/poller.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

/** A watch that sees the time, and what it did when. */
function watching(of: Partial<WatchOptions<number>> = {}) {
  const clock = new VirtualClock();
  const stop = new AbortController();
  const looks: number[] = [];
  const troubles: unknown[] = [];
  const watch = new Watch<number>({
    look: async () => {
      looks.push(clock.now());
      return clock.now();
    },
    onTrouble: (error) => troubles.push(error),
    isPassing: () => true,
    clock,
    deadline: 100_000,
    signal: stop.signal,
    ...of,
  });
  return { clock, stop, looks, troubles, watch };
}

/** Wants to look every so often, until the time is `reachedAt`. */
function until(reachedAt: number, interval = 1_000): Question<number, number> {
  return {
    next: (elapsed) => (Math.floor(elapsed / interval) + 1) * interval,
    judge: (seen): Verdict<number> =>
      seen >= reachedAt ? { is: 'reached', found: seen } : { is: 'pending' },
  };
}

describe('one question', () => {
  test('is looked after when it wants to be, and answered by the first look that can', async () => {
    const { clock, looks, watch } = watching();
    expect(await clock.run(watch.ask(until(3_500)))).toEqual({ is: 'reached', found: 4_000 });
    expect(looks).toEqual([1_000, 2_000, 3_000, 4_000]);
    expect(clock.sleeps).toEqual([1_000, 1_000, 1_000, 1_000]);
  });

  test('is told how long ago it was asked when the look began, however long that takes', async () => {
    const clock = new VirtualClock();
    const { watch } = watching({ clock, look: () => clock.sleep(100).then(() => 0) });
    await clock.advance(10_000);
    const elapsed: number[] = [];
    const question: Question<number, true> = {
      next: (since) => since + 500,
      judge(_, since) {
        elapsed.push(since);
        return since >= 1_500 ? { is: 'reached', found: true } : { is: 'pending' };
      },
    };
    await clock.run(watch.ask(question));
    expect(elapsed).toEqual([500, 1_000, 1_500]);
  });

  test('ends with a failure that a look shows', async () => {
    const { clock, watch } = watching();
    const failure = new Failure({ title: 'T', message: 'M', next: 'N' });
    const end = await clock.run(watch.ask({ next: () => 1, judge: () => ({ is: 'failed', failure }) }));
    expect(end).toEqual({ is: 'failed', failure });
  });

  test('a judge that breaks ends the wait', async () => {
    const { clock, watch } = watching();
    const broken = watch.ask({
      next: () => 1,
      judge() {
        throw new Error('broken');
      },
    });
    await expect(clock.run(broken)).rejects.toThrow('broken');
  });

  test('after an end, the watch can be asked again', async () => {
    const { clock, looks, watch } = watching();
    await clock.run(watch.ask(until(1_000)));
    await clock.run(watch.ask(until(3_000)));
    expect(looks).toEqual([1_000, 2_000, 3_000]);
  });
});

describe('many questions', () => {
  test('share every look', async () => {
    const { clock, looks, watch } = watching();
    const ends = await clock.run(
      Promise.all(Array.from({ length: 20 }, (_, index) => watch.ask(until(1_000 + index * 100)))),
    );
    expect(ends.map(({ is }) => is)).toEqual(Array(20).fill('reached'));
    expect(looks).toEqual([1_000, 2_000, 3_000]);
  });

  test('the earliest decides when, and all are told', async () => {
    const { clock, looks, watch } = watching();
    const quick = watch.ask(until(2_500, 700));
    const slow = watch.ask(until(2_000, 5_000));
    expect(await clock.run(slow)).toEqual({ is: 'reached', found: 2_100 });
    await clock.run(quick);
    expect(looks).toEqual([700, 1_400, 2_100, 2_800]);
  });

  test('a newcomer cuts a long pause short, and is not answered by an older look', async () => {
    const { clock, looks, watch } = watching();
    const patient = watch.ask(until(50_000, 50_000));
    let late: unknown;
    clock.at(10_000, () => {
      void watch.ask(until(0, 500)).then((end) => {
        late = end;
      });
    });
    await clock.run(patient);
    expect(late).toEqual({ is: 'reached', found: 10_500 });
    expect(looks).toEqual([10_500, 50_000]);
  });

  test('a question asked while a look is under way waits for the next one', async () => {
    const clock = new VirtualClock();
    const begun: number[] = [];
    const { watch } = watching({
      clock,
      look: async () => {
        begun.push(clock.now());
        await clock.sleep(200);
        return begun.at(-1) ?? 0;
      },
    });
    const first = watch.ask(until(1_000));
    let found: unknown;
    clock.at(1_100, () => {
      void watch.ask(until(0, 300)).then((end) => {
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
    const { clock, looks, watch } = watching({ deadline: 10_500 });
    expect(await clock.run(watch.ask(until(20_000, 4_000)))).toEqual({ is: 'timed_out' });
    expect(looks).toEqual([4_000, 8_000, 9_500]);
  });

  test('what the last look shows counts', async () => {
    const { clock, watch } = watching({ deadline: 10_500 });
    expect(await clock.run(watch.ask(until(9_000, 4_000)))).toEqual({ is: 'reached', found: 9_500 });
  });

  test('is kept by an interval that is longer', async () => {
    const { clock, looks, watch } = watching({ deadline: 600 });
    expect(await clock.run(watch.ask(until(9_000, 4_000)))).toEqual({ is: 'timed_out' });
    expect(looks).toEqual([300]);
  });

  test('leaves no look when it is over already', async () => {
    const { clock, looks, watch } = watching({ deadline: 0 });
    expect(await clock.run(watch.ask(until(0)))).toEqual({ is: 'timed_out' });
    expect(looks).toEqual([]);
  });
});

describe('trouble', () => {
  /** Looks fail between two moments. */
  function troubled(isPassing: boolean) {
    const clock = new VirtualClock();
    const error = new Error('bad look');
    const all = watching({
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
    const { clock, troubles, watch, error } = troubled(true);
    expect(await clock.run(watch.ask(until(2_000)))).toEqual({ is: 'reached', found: 5_000 });
    expect(troubles).toEqual([error, error, error]);
  });

  test('that does not pass ends every wait at once', async () => {
    const { clock, troubles, watch } = troubled(false);
    const waits = [until(9_000), until(9_000, 50_000)].map((question) => watch.ask(question));
    const ends = await clock.run(Promise.allSettled(waits));
    expect(ends.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    expect([clock.now(), troubles]).toEqual([2_000, []]);
  });

  test('of a look that there was no time for ends every question in its own words', async () => {
    const late = new TimedOut({ title: 'T', message: 'M', next: 'N' });
    const { clock, troubles, watch } = watching({ deadline: 900, look: () => Promise.reject(late) });
    expect(await clock.run(watch.ask(until(9_000, 4_000)))).toEqual({ is: 'timed_out' });
    expect(troubles).toEqual([]);
  });

  test('at the last look is not more than that', async () => {
    const { clock, watch } = watching({ deadline: 900, look: () => Promise.reject(new Error('late')) });
    expect(await clock.run(watch.ask(until(9_000, 4_000)))).toEqual({ is: 'timed_out' });
  });
});

describe('the signal', () => {
  test('ends every wait at once', async () => {
    const { clock, stop, looks, watch } = watching();
    const waits = [until(90_000, 60_000), until(90_000, 70_000)].map((question) => watch.ask(question));
    clock.at(5_000, () => stop.abort(new Error('stopped')));
    const ends = await clock.run(Promise.allSettled(waits));
    expect(ends).toMatchObject([{ reason: { message: 'stopped' } }, { reason: { message: 'stopped' } }]);
    expect([clock.now(), looks]).toEqual([5_000, []]);
  });

  test('leaves no look when it came before', async () => {
    const { clock, stop, looks, watch } = watching();
    stop.abort(new Error('stopped'));
    await expect(clock.run(watch.ask(until(0)))).rejects.toThrow('stopped');
    expect(looks).toEqual([]);
  });
});
