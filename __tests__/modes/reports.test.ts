import { describe, expect, test } from 'vitest';
import type { Place, Status } from '../../src/github/github.ts';
import { type Rehearsal, rehearsed, type Setting, server } from '../helpers/rehearsed.ts';

interface Reported {
  comments: { marker: string; body: string }[];
  statuses: Status[];
}

/** A GitHub that keeps what it is told, and refuses what it is to refuse. */
function listening(refusing: { comment?: unknown; status?: unknown } = {}, pullRequest: number | null = 7) {
  const told: Reported = { comments: [], statuses: [] };
  const place: Place = {
    apiUrl: 'https://api.github.com',
    ...{ repository: 'acme/shop', pullRequest, headSha: 'feed' },
  };
  const github: NonNullable<Setting['github']> = {
    place,
    async comment(marker, body) {
      if (refusing.comment) throw refusing.comment;
      told.comments.push({ marker, body });
    },
    async setStatus(status) {
      if (refusing.status) throw refusing.status;
      told.statuses.push(status);
    },
  };
  return { told, github };
}

/** As Octokit has it. */
const answered = (status: number) =>
  Object.assign(new Error('x'), {
    status,
    response: { status, data: { message: 'Resource not accessible' } },
  });
const unanswered = Object.assign(new Error('fetch failed'), { status: 500 });

async function creating(report: string, setting: Setting = {}): Promise<Rehearsal> {
  const { inputs, ...rest } = setting;
  return rehearsed({ inputs: { server_id: String(server), report, ...inputs }, ...rest }).run();
}

describe('reports', () => {
  test('none of them writes anything', async () => {
    const step = await creating('none');
    expect(step).toMatchObject({ red: false, result: 'created', summary: '', annotations: [] });
  });

  test('a comment and statuses without a summary', async () => {
    const { told, github } = listening();
    const step = await creating('comment,status', { github });
    expect(step).toMatchObject({ red: false, summary: '', annotations: [] });
    expect(told.comments).toMatchObject([{ marker: '<!-- vps-snapshot-action 12345 -->' }]);
    expect(told.comments[0]?.body).toContain('### ✅ VPS.org snapshot: create – created');
    expect(told.comments[0]?.body).toContain('https://github.com/acme/shop/actions/runs/4711');
    expect(told.statuses).toEqual([
      {
        context: 'vps-snapshot/12345',
        state: 'success',
        description: 'snapshot 801 taken',
        targetUrl: 'https://github.com/acme/shop/actions/runs/4711',
      },
    ]);
  });

  test('of a failure too', async () => {
    const { told, github } = listening();
    const api = { createEndsAs: 'failed' };
    const step = await creating('comment,status,summary', { github, api });
    expect(step).toMatchObject({ red: true, result: 'failed' });
    expect(step.summary).toContain('❌');
    expect(told.comments[0]?.body).toContain('❌');
    expect(told.statuses).toMatchObject([{ state: 'failure' }]);
  });

  test('of a step that was refused are about the servers that it was for', async () => {
    const { told, github } = listening();
    const inputs = { server_id: '12345, 9' };
    const step = await creating('comment,status', { github, inputs });
    expect(step.error?.title).toBe('Server not found');
    expect(told.comments).toMatchObject([{ marker: '<!-- vps-snapshot-action 9,12345 -->' }]);
    expect(told.statuses.map(({ context }) => context)).toEqual(['vps-snapshot/12345', 'vps-snapshot/9']);
  });

  test('of a restore are about the servers that it restored, not about those that it might have', async () => {
    const { told, github } = listening();
    const inputs = { mode: 'restore', snapshot_id: '802', server_id: '12345,7' };
    const step = rehearsed({
      servers: [{ id: 12345 }, { id: 7 }],
      inputs: { ...inputs, report: 'status' },
      github,
    });
    step.api.addSnapshot({ server, id: 802 });
    await step.run();
    expect(told.statuses).toMatchObject([{ context: 'vps-snapshot/12345', state: 'success' }]);
  });

  test.each([
    [
      'comment',
      { comment: answered(403) },
      'GitHub answered 403 (Resource not accessible) to the comment',
      'pull-requests: write',
    ],
    [
      'status',
      { status: answered(403) },
      'GitHub answered 403 (Resource not accessible) to the commit status',
      'statuses: write',
    ],
    [
      'comment',
      { comment: unanswered },
      'GitHub did not answer to the comment',
      'result of this step stands',
    ],
  ])('that fail (%s) are one warning and change no result', async (report, refusing, what, permission) => {
    const { github } = listening(refusing);
    const servers = [{ id: server }, { id: 7 }];
    const step = await creating(report, { github, servers, inputs: { server_id: '12345,7' } });
    expect(step).toMatchObject({ red: false, result: 'created' });
    expect(step.annotations).toEqual([
      { level: 'warning', title: 'Not reported', message: expect.stringContaining(what) },
    ]);
    expect(step.annotations[0]?.message).toContain(permission);
  });

  test('that fail do not hold up one another', async () => {
    const { told, github } = listening({ comment: answered(403) });
    const step = await creating('comment,status', { github });
    expect(step.warnings).toHaveLength(1);
    expect(told.statuses).toHaveLength(1);
  });

  test('a comment has no effect without a pull request, and the log says so', async () => {
    const { told, github } = listening({}, null);
    const step = await creating('comment,status', { github });
    expect(step).toMatchObject({ red: false, annotations: [] });
    expect(told).toMatchObject({ comments: [], statuses: [{}] });
    expect(step.lines.filter((line) => line.includes('about no pull request'))).toHaveLength(1);
  });

  test('are not made when the runner wants the step to stop', async () => {
    const { told, github } = listening();
    const step = await creating('summary,comment,status', {
      github,
      asked(method, _, step) {
        if (method === 'POST') step.clock.at(step.clock.now() + 60_000, () => step.signal());
      },
    });
    expect(step).toMatchObject({ result: 'cancelled' });
    expect(told).toEqual({ comments: [], statuses: [] });
  });

  test('are made by the post step too, under the same marker and context', async () => {
    const { told, github } = listening();
    const inputs = { server_id: String(server), report: 'comment,status', on_failure: 'restore' };
    const main = await rehearsed({ inputs, github }).run();
    const post = await rehearsed({
      postOf: main,
      inputs: { ...inputs, job_status: 'failure' },
      github,
    }).run();
    expect(post).toMatchObject({ red: false });
    expect(new Set(told.comments.map(({ marker }) => marker)).size).toBe(1);
    expect(told.comments).toHaveLength(2);
    expect(told.comments[1]?.body).toContain('Rolled back');
    expect(told.statuses).toMatchObject([
      {
        context: 'vps-snapshot/12345',
        state: 'pending',
        description: 'snapshot 801 taken; pending until the job ends',
      },
      { context: 'vps-snapshot/12345', state: 'failure', description: 'restored (snapshot 801)' },
    ]);
  });

  test('keep one marker when not every server got its snapshot', async () => {
    const { told, github } = listening();
    const inputs = { server_id: '12345,7', report: 'comment', on_failure: 'delete' };
    const main = await rehearsed({
      ...{ servers: [{ id: server }, { id: 7 }], inputs, github },
      faults: [{ when: { method: 'POST' }, do: { kind: 'status', status: 422 } }],
    }).run();
    expect(main.red).toBe(true);
    await rehearsed({ postOf: main, inputs: { ...inputs, job_status: 'failure' }, github }).run();
    expect(told.comments.map(({ marker }) => marker)).toEqual([
      '<!-- vps-snapshot-action 7,12345 -->',
      '<!-- vps-snapshot-action 7,12345 -->',
    ]);
  });
});
