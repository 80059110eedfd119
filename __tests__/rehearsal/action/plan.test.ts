import { expect, test } from 'vitest';
import { faultNames } from '../../../rehearsal/action/faults.ts';
import { readPlan } from '../../../rehearsal/action/plan.ts';
import { refusalOf } from '../../helpers/errors.ts';

const day = 86_400_000;
const planOf = (inputs: Record<string, string>) => readPlan((name) => inputs[name] ?? '');

test('nothing given is one server of the documented form, in fair weather', () => {
  expect(planOf({})).toEqual({
    form: 'documented',
    servers: [12345],
    snapshots: [],
    createMs: 5_000,
    restoreMs: 10_000,
    faults: [],
  });
});

test.each([
  [{ servers: '1, 2\n3 2' }, { servers: [1, 2, 3] }],
  [{ servers: '"7"' }, { servers: [7] }],
  [{ form: 'client' }, { form: 'client' }],
  [
    { create_seconds: '0.5', restore_seconds: '90' },
    { createMs: 500, restoreMs: 90_000 },
  ],
  [{ faults: 'create_lost, list_slow\ncreate_lost' }, { faults: ['create_lost', 'list_slow'] }],
  [
    { servers: '1 2', snapshots: ' 1 3d\n\r\n  2   12h nightly ' },
    {
      snapshots: [
        { server: 1, ageMs: 3 * day, name: undefined },
        { server: 2, ageMs: day / 2, name: 'nightly' },
      ],
    },
  ],
])('%j is understood', (inputs, plan) => {
  expect(planOf(inputs)).toMatchObject(plan);
});

test.each([
  [{ servers: 'web-1' }, 'Input servers is "web-1".', 'whole numbers such as 12345'],
  [{ servers: '012' }, 'Input servers is "012".', 'whole numbers'],
  [{ servers: '1234567890123' }, 'Input servers is "1234567890123".', 'whole numbers'],
  [
    { servers: 'a12b4869-5eed-4afe-9abc-000000012345' },
    'Input servers is "a12b4869',
    'the output server_id gives the UUIDs',
  ],
  [{ form: 'old' }, 'Input form is "old".', 'one of documented, client, both'],
  [{ create_seconds: '0' }, 'Input create_seconds is "0".', 'a positive number'],
  [{ restore_seconds: '5 s' }, 'Input restore_seconds is "5 s".', 'a positive number'],
  [{ faults: 'create_lost, fire' }, 'Input faults is "fire".', `one of ${faultNames.join(', ')}`],
  [{ snapshots: '12345' }, 'Input snapshots is "12345".', 'per line a server, an age and perhaps a name'],
  [{ snapshots: '12345 3d a b' }, 'Input snapshots is "12345 3d a b".', 'per line a server'],
  [{ snapshots: '12345 3' }, 'Input snapshots is "3".', 'a duration such as 30m'],
  [{ snapshots: '12345 3d ä' }, 'Input snapshots is "ä".', 'letters, digits'],
  [{ snapshots: '7 3d' }, 'Input snapshots names server 7, and servers are 12345.', 'add it to servers'],
])('%j is refused', (inputs, message, next) => {
  const error = refusalOf(() => planOf(inputs));
  expect(error.message).toContain(message);
  expect(error.next).toContain(next);
});
