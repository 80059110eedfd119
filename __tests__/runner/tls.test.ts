import { describe, expect, test, vi } from 'vitest';
import { verifyCertificates } from '../../src/runner/tls.ts';
import { MemoryLog } from '../helpers/memory-log.ts';

const variable = 'NODE_TLS_REJECT_UNAUTHORIZED';

describe('certificates are verified', () => {
  test('though the job says no, with one warning', () => {
    vi.stubEnv(variable, '0');
    const log = new MemoryLog();
    verifyCertificates(log);
    verifyCertificates(log);
    expect(process.env[variable]).toBeUndefined();
    expect(log.lines).toHaveLength(1);
    expect(log.lines[0]).toMatch(
      /^warning .*NODE_TLS_REJECT_UNAUTHORIZED=0 is set for this job.+NODE_EXTRA_CA_CERTS/,
    );
  });

  test.each([undefined, '1', ''])('and nothing is said when it is %j', (value) => {
    vi.stubEnv(variable, value);
    const log = new MemoryLog();
    verifyCertificates(log);
    expect([process.env[variable], log.lines]).toEqual([value, []]);
  });
});
