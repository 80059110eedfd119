import { describe, expect, test } from 'vitest';
import type { Example } from './endings.ts';
import { play, type Seen } from './play.ts';
import { waysOf } from './ways.ts';
import { advised } from './workflows.ts';

/** Runs each example of a table through all its endings. */
export function testEndings(table: Record<string, Example>): void {
  describe.concurrent.each(advised().filter(({ name }) => table[name]))('$name', (example) => {
    test.each(waysOf(table[example.name] as Example))('$way', { timeout: 60_000 }, async (way) => {
      const { world, called } = way;
      const { world: _, ...expected } = way.ending;
      const quiet = { restored: [], power: [], told: [], posted: [], called } satisfies Partial<Seen>;
      expect(await play(example, world)).toEqual({ ...quiet, ...expected });
    });
  });
}
