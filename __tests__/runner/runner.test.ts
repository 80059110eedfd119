import { writeFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Cancelled } from '../../src/errors.ts';
import { ownAddresses } from '../../src/runner/machine.ts';
import { readOrigin } from '../../src/runner/origin.ts';
import { stopSignal } from '../../src/runner/signals.ts';
import { usesReference } from '../../src/runner/uses.ts';
import { temporaryFolder } from './folder.ts';

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
    expect(exit).toHaveBeenCalled();
  });
});

describe('how a workflow refers to this action', () => {
  test.each([
    ['acme/vps-snapshot-action', 'v1.2.3', 'acme/vps-snapshot-action@v1.2.3'],
    ['', '', 'OWNER/vps-snapshot-action@v1'],
    ['acme/vps-snapshot-action', '', 'OWNER/vps-snapshot-action@v1'],
  ])('%s %s', (repository, ref, expected) => {
    vi.stubEnv('GITHUB_ACTION_REPOSITORY', repository);
    vi.stubEnv('GITHUB_ACTION_REF', ref);
    expect(usesReference()).toBe(expected);
  });
});

describe('the origin', () => {
  const hex8 = /^[0-9a-f]{8}$/;

  test('has the same half of the nonce for every step of a job, and another one for every use', () => {
    vi.stubEnv('RUNNER_TEMP', temporaryFolder());
    const [one, other] = [readOrigin().nonce, readOrigin().nonce];
    for (const part of [one.job, one.step, other.step]) expect(part).toMatch(hex8);
    expect(other.job).toBe(one.job);
    expect(other.step).not.toBe(one.step);
    vi.stubEnv('RUNNER_TEMP', temporaryFolder());
    expect(readOrigin().nonce.job).not.toBe(one.job);
  });

  test('goes without a folder, with one that cannot be used, and with rubbish in it', () => {
    vi.stubEnv('RUNNER_TEMP', '');
    expect(readOrigin().nonce.job).toMatch(hex8);
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'vps-snapshot-action'), 'in the way');
    vi.stubEnv('RUNNER_TEMP', folder);
    expect(readOrigin().nonce.job).toMatch(hex8);
    const spoilt = temporaryFolder();
    vi.stubEnv('RUNNER_TEMP', spoilt);
    readOrigin();
    writeFileSync(join(spoilt, 'vps-snapshot-action', 'job'), '] evil [');
    expect(readOrigin().nonce.job).toMatch(hex8);
  });

  test('is of no repository outside of GitHub', () => {
    vi.stubEnv('GITHUB_REPOSITORY', '');
    expect(readOrigin().repository).toBe('unknown/unknown');
  });
});

test('the addresses of this machine are not those of every machine', () => {
  const addresses = ownAddresses();
  expect(addresses).not.toContain('127.0.0.1');
  expect(addresses).not.toContain('::1');
  const outer = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && !address.internal);
  expect(addresses).toHaveLength(outer.length);
});
