import { describe, expect, test } from 'vitest';
import { bar, Heartbeat } from '../../src/report/progress.ts';
import { snapshotSchedule } from '../../src/waiting/schedule.ts';
import { MemoryLog } from '../helpers/memory-log.ts';
import { VirtualClock } from '../helpers/virtual-clock.ts';

describe('progress', () => {
  test('the bar fills with time and is never full', () => {
    const lengths = Array.from({ length: 200 }, (_, index) => bar(index * 10_000, snapshotSchedule));
    const filled = lengths.map((line) => line.split('█').length - 1);
    expect(filled).toEqual([...filled].sort((a, b) => a - b));
    expect([filled[0], filled[30], filled.at(-1)]).toEqual([0, 10, 19]);
    expect(new Set(lengths.map((line) => line.length))).toEqual(new Set([22]));
  });

  test('one line at most every 30 s, with the range that is usual', async () => {
    const clock = new VirtualClock();
    const lines = new MemoryLog();
    const heartbeat = new Heartbeat(lines, clock, snapshotSchedule);
    for (let beats = 0; beats < 70; beats += 1) {
      await clock.advance(10_000);
      heartbeat.beat('0 of 1 complete');
    }
    expect(lines.lines).toHaveLength(23);
    expect(lines.lines[0]).toBe('[█░░░░░░░░░░░░░░░░░░░] 0 of 1 complete: 30 s (usually 3–10 min)');
    expect(lines.lines.at(-1)).toContain('11m 30s (longer than the usual 3–10 min; large disks take more)');
  });
});
