import { networkInterfaces } from 'node:os';
import { expect, test } from 'vitest';
import { ownAddresses } from '../../src/runner/addresses.ts';

test('the addresses of this machine are not those of every machine', () => {
  const addresses = ownAddresses();
  expect(addresses).not.toContain('127.0.0.1');
  expect(addresses).not.toContain('::1');
  const outer = Object.values(networkInterfaces())
    .flat()
    .filter((address) => address && !address.internal);
  expect(addresses).toHaveLength(outer.length);
});
