import { expect, test } from 'vitest';
import { inWords } from '../../../rehearsal/action/words.ts';

test.each([
  ['GET /snapshots/', 200, 'List of snapshots: given'],
  ['GET /servers/', 502, 'List of servers: failed (502 Bad Gateway)'],
  ['GET /servers/7/', 200, 'Server 7: given'],
  ['GET /account/me/', 401, 'Account: refused (401 Unauthorized)'],
  ['POST /snapshots/', 400, 'Snapshot of server 12345: refused (400 Bad Request)'],
  ['POST /servers/a1-b2/snapshot/', 202, 'Snapshot of server a1-b2: accepted'],
  ['POST /servers/7/power/', 200, 'Power of server 7, stop: accepted'],
  ['POST /snapshots/801/restore/', 409, 'Restore from snapshot 801: refused (409 Conflict)'],
  ['POST /snapshots/801/restore/', 'reset', 'Restore from snapshot 801: the connection was cut, no answer'],
  ['DELETE /snapshots/801/', 204, 'Deletion of snapshot 801: done'],
  ['DELETE /snapshots/801/', 'hang', 'Deletion of snapshot 801: never answered'],
  ['GET /backups/', 404, 'Nothing that the API has: refused (404 Not Found)'],
] as const)('%s, answered %s', (request, status, words) => {
  const [method = '', path = ''] = request.split(' ');
  expect(inWords({ method, path, status, body: { server_id: 12345, action: 'stop' } }, [])).toBe(words);
});

test('a body that says nothing leaves a question mark, and a lost answer does not hide what it began', () => {
  const entry = { method: 'POST', path: '/snapshots/', status: 'reset', body: '' } as const;
  expect(inWords(entry, ['801'])).toBe(
    'Snapshot of server ?: the connection was cut, no answer; snapshot 801 began',
  );
});
