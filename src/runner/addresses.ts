import { networkInterfaces } from 'node:os';

/** The IP addresses of this machine, without those that every machine has. */
export function ownAddresses(): string[] {
  return Object.values(networkInterfaces()).flatMap((addresses) =>
    (addresses ?? []).filter(({ internal }) => !internal).map(({ address }) => address),
  );
}
