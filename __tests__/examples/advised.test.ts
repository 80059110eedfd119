import { expect, test } from 'vitest';
import { guards } from './guards.ts';
import { others } from './others.ts';
import { advised } from './workflows.ts';

test('what each example does is written down, and nothing of one that is not there', () => {
  const written = [...Object.keys(guards), ...Object.keys(others)];
  expect(written.sort()).toEqual(
    advised()
      .map(({ name }) => name)
      .sort(),
  );
});
