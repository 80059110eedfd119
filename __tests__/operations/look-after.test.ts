import { expect, test } from 'vitest';
import type { Fault } from '../../rehearsal/api/api.ts';
import { minute } from '../../src/limits.ts';
import { rehearsed } from '../helpers/rehearsed.ts';

const faults: Fault[] = [
  {
    when: { method: 'GET', path: '/servers/' },
    ...{ after: 1, times: Number.POSITIVE_INFINITY, do: { kind: 'status', status: 503 } },
  },
];

test('the last look at the servers does not hold a good job up', async () => {
  const step = await rehearsed({ inputs: { server_id: '12345' }, faults }).run();
  expect(step).toMatchObject({ red: false, result: 'created' });
  expect(step.endedAt).toBeLessThan(6 * minute);
});

test('and a signal during it finds the snapshot confirmed', async () => {
  const step = rehearsed({ inputs: { server_id: '12345', on_failure: 'restore' }, faults });
  step.clock.at(5.2 * minute, () => step.signal());
  await step.run();
  expect(step.result).toBe('cancelled');
  expect(JSON.parse(step.saved.at(-1) ?? '').confirmed).toBe(true);
});
