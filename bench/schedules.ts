import { minute, second } from '../src/limits.ts';
import { lookTimes, restoreSchedule, type Schedule, snapshotSchedule } from '../src/waiting/schedule.ts';
import type { Table } from './table.ts';

/** The moment of the look after one at `elapsed`, both in milliseconds since the operation began. */
type NextLook = (elapsed: number) => number;

interface Waiting {
  name: string;
  next(schedule: Schedule): NextLook;
}

const ways: Waiting[] = [
  { name: 'this action', next: (schedule) => lookTimes(schedule, { intervalMs: undefined }, Math.random) },
  { name: 'every 5 s', next: () => every(5 * second) },
  { name: 'every 10 s', next: () => every(10 * second) },
  { name: '15 s, doubling to 120 s', next: () => doubling(15 * second, 120 * second) },
  { name: '0.5 s, growing to 2.5 s', next: () => growing(0.5 * second, 2.5 * second) },
];

const ranges = [
  { of: 'create, 3–10 min', schedule: snapshotSchedule, from: 3 * minute, to: 10 * minute },
  { of: 'restore, 5–15 min', schedule: restoreSchedule, from: 5 * minute, to: 15 * minute },
  { of: 'create, 20 s–60 min', schedule: snapshotSchedule, from: 20 * second, to: 60 * minute },
];

/** How many requests each way of waiting makes, and how much longer than the operation it waits. */
export function scheduleTable(waits: number): Table {
  const rows = ranges.flatMap(({ of, schedule, from, to }) =>
    ways.map(({ name, next }) => {
      const seen = Array.from({ length: waits }, (_, index) => {
        const length = from * (to / from) ** ((index + 0.5) / waits);
        const { looks, at } = waited(next(schedule), length);
        return { looks, lagMs: at - length, share: (at - length) / length };
      });
      const mean = (figure: (one: (typeof seen)[number]) => number) =>
        seen.reduce((sum, one) => sum + figure(one), 0) / waits;
      const worst = Math.max(...seen.map(({ lagMs }) => lagMs));
      return [
        of,
        name,
        mean(({ looks }) => looks).toFixed(0),
        `${(mean(({ lagMs }) => lagMs) / second).toFixed(1)} s`,
        `${(mean(({ share }) => share) * 100).toFixed(1)} %`,
        `${(worst / second).toFixed(1)} s`,
      ];
    }),
  );
  return {
    title: 'Waiting',
    note: `How late the end is seen, over ${waits} durations, as many short as long ones by their logarithm. All servers of a step share these requests.`,
    columns: ['operation', 'looks', 'requests', 'mean lag', 'of its duration', 'worst lag'],
    rows,
  };
}

function waited(next: NextLook, length: number): { looks: number; at: number } {
  let looks = 0;
  let at = 0;
  while (at < length) {
    at = next(at);
    looks += 1;
  }
  return { looks, at };
}

function every(interval: number): NextLook {
  return (elapsed) => elapsed + interval;
}

function doubling(first: number, longest: number): NextLook {
  let pause = first / 2;
  return (elapsed) => {
    pause = Math.min(pause * 2, longest);
    return elapsed + pause;
  };
}

function growing(first: number, longest: number): NextLook {
  let pause = first / 1.5;
  return (elapsed) => {
    pause = Math.min(pause * 1.5, longest);
    return elapsed + pause;
  };
}
