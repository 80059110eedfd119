import { afterEach, describe, expect, test, vi } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { stopSignal } from '../../src/runner/signals.ts';

describe('signals', () => {
  const before = { SIGINT: process.listeners('SIGINT'), SIGTERM: process.listeners('SIGTERM') };
  const added = (name: 'SIGINT' | 'SIGTERM') =>
    process.listeners(name).filter((listener) => !before[name].includes(listener));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
    for (const name of ['SIGINT', 'SIGTERM'] as const)
      for (const listener of added(name)) process.off(name, listener);
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('%s ends the step, and a second one changes nothing', (name) => {
    vi.useFakeTimers();
    const exit = vi.spyOn(process, 'exit').mockReturnValue(undefined as never);
    const signal = stopSignal();
    expect(signal.aborted).toBe(false);
    for (const listener of added(name)) listener(name);
    expect(signal.reason).toBeInstanceOf(Cancelled);
    expect(signal.reason.message).toContain(`(${name})`);
    const first = signal.reason;
    for (const listener of added('SIGTERM')) listener('SIGTERM');
    expect(signal.reason).toBe(first);
    vi.advanceTimersByTime(1_800);
    expect(exit).not.toHaveBeenCalled();
    vi.advanceTimersByTime(200);
    expect(exit).toHaveBeenCalledWith(1);
  });
});
