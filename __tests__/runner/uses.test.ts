import { describe, expect, test, vi } from 'vitest';
import { usesReference } from '../../src/runner/uses.ts';

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
