import { expect, test } from 'vitest';
import { defaults } from '../../../rehearsal/action/plan.ts';
import { refuseMisspelt } from '../../../rehearsal/action/spelling.ts';
import { refusalOf } from '../../helpers/errors.ts';

test.each([
  ['SERVER', 'servers'],
  ['FAULT', 'faults'],
  ['FAUTLS', 'faults'],
  ['CREATE-SECONDS', 'create_seconds'],
  ['RESTORE_SECOND', 'restore_seconds'],
  ['SNAPSHTS', 'snapshots'],
])('%s is refused, for %s is meant', (given, meant) => {
  const error = refusalOf(() => refuseMisspelt(['FORM', given]));
  expect(error.message).toContain(`; ${meant} is meant`);
  expect(error.next).toContain(`Write ${meant}`);
});

test.each([
  Object.keys(defaults).map((name) => name.toUpperCase()),
  ['DATE', 'NAME', 'FOR', 'WHO-TO-GREET', 'API_TOKEN', 'TIMEOUT_MINUTES'],
])('%s are let through', (...given) => {
  expect(() => refuseMisspelt(given)).not.toThrow();
});
