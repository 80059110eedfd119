import { describe, expect, test } from 'vitest';
import { headSha, pullRequest, stageWithGitHub } from '../helpers/github-scenario.ts';
import { server } from '../helpers/scenario.ts';

const inputs = { server_id: String(server), on_failure: 'restore', on_success: 'delete' };
const marker = '<!-- vps-snapshot-action 12345 -->';
const runUrl = 'https://github.com/octo-org/web/actions/runs/4242';

describe.concurrent('the comment', () => {
  test('is made by the main step and updated in place by the post step', async () => {
    await using staged = await stageWithGitHub();
    const { scene, github } = staged;
    const main = await scene.uses({ ...inputs, report: 'comment' });
    expect(main).toMatchObject({ exitCode: 0, annotations: [], summary: '' });
    expect(github.comments).toMatchObject([{ issue: pullRequest }]);
    expect(github.comments[0]?.body).toMatch(new RegExp(`^${marker}\n### ✅ .* create – created`));
    expect(github.comments[0]?.body).toContain(runUrl);
    const post = await scene.endsAs('failure');
    expect(post.exitCode).toBe(0);
    expect(github.comments).toHaveLength(1);
    expect(github.comments[0]?.body).toContain('Rolled back');
    const path = `/issues/${pullRequest}/comments`;
    expect(staged.asked).toEqual([
      `GET ${path} 200`,
      `POST ${path} 201`,
      `GET ${path} 200`,
      'PATCH /issues/comments/1 200',
    ]);
  });

  test('is found beyond the first page', async () => {
    await using staged = await stageWithGitHub({ github: { basePath: '/api/v3' } });
    const { scene, github } = staged;
    for (let n = 0; n < 120; n += 1) github.addComment(pullRequest, `comment ${n}`);
    await scene.uses({ ...inputs, report: 'comment' });
    for (let n = 0; n < 5; n += 1) github.addComment(pullRequest, `later ${n}`);
    await scene.endsAs('success');
    const ours = github.comments.filter(({ body }) => body.startsWith(marker));
    expect(ours).toHaveLength(1);
    expect(ours[0]?.body).toContain('after the job – deleted');
    expect(github.comments).toHaveLength(126);
  });

  test('that may not be made is one warning, and the step is green', async () => {
    await using staged = await stageWithGitHub({ forbidden: /comments/ });
    const step = await staged.scene.uses({ ...inputs, report: 'summary,comment' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
    expect(step.annotations).toMatchObject([{ level: 'warning', title: 'Not reported' }]);
    expect(step.annotations[0]?.message).toContain('GitHub answered 403');
    expect(step.annotations[0]?.message).toContain('pull-requests: write');
    expect(staged.asked).toHaveLength(1);
    expect(step.summary).toContain('✅');
  });

  test('has no effect on an event without a pull request, and the log says so once', async () => {
    const job = { event: {}, eventName: 'push' };
    await using staged = await stageWithGitHub({ scene: { job } });
    const step = await staged.scene.uses({ ...inputs, report: 'comment' });
    expect(step).toMatchObject({ exitCode: 0, annotations: [] });
    expect(step.stdout.match(/about no pull request/g)).toHaveLength(1);
    expect(staged.asked).toEqual([]);
  });

  test('reaches the pull request that a comment was made on', async () => {
    const job = { event: { issue: { number: pullRequest, pull_request: {} } }, eventName: 'issue_comment' };
    await using staged = await stageWithGitHub({ scene: { job } });
    await staged.scene.uses({ ...inputs, report: 'comment' });
    expect(staged.github.comments).toMatchObject([{ issue: pullRequest }]);
  });
});

describe.concurrent('the status', () => {
  test('is set on the head of the pull request by main and post step', async () => {
    await using staged = await stageWithGitHub();
    const { scene, github } = staged;
    await scene.uses({ ...inputs, report: 'status' });
    await scene.endsAs('failure');
    const common = { sha: headSha, context: 'vps-snapshot/12345', target_url: runUrl };
    expect(github.statuses).toEqual([
      {
        ...common,
        state: 'pending',
        description: 'snapshot 801 taken; pending until the job ends',
      },
      { ...common, state: 'failure', description: expect.stringContaining('restored (snapshot 801)') },
    ]);
  });

  test('is set on the commit of other events', async () => {
    const job = { event: {}, eventName: 'push', sha: 'beef'.padEnd(40, '0') };
    await using staged = await stageWithGitHub({ scene: { job } });
    await staged.scene.uses({ mode: 'list', server_id: String(server), report: 'status' });
    expect(staged.github.statuses).toMatchObject([{ sha: job.sha, state: 'success' }]);
  });

  test('that may not be set is one warning, and the step is green', async () => {
    const servers = [{ id: server }, { id: 7 }];
    await using staged = await stageWithGitHub({ scene: { servers }, forbidden: /statuses/ });
    const step = await staged.scene.uses({ ...inputs, server_id: '7,12345', report: 'status' });
    expect(step).toMatchObject({ exitCode: 0, outputs: { result: 'created' } });
    expect(step.annotations).toMatchObject([{ level: 'warning', title: 'Not reported' }]);
    expect(step.annotations[0]?.message).toContain('statuses: write');
    expect(staged.asked).toHaveLength(1);
  });
});

test('reports go to a GitHub Enterprise Server through a proxy', async () => {
  const { proxy } = await import('../helpers/network.ts');
  const { url, passed } = await proxy();
  const env = { HTTP_PROXY: url, NO_PROXY: '' };
  await using staged = await stageWithGitHub({ github: { basePath: '/api/v3' }, scene: { job: { env } } });
  const step = await staged.scene.uses({ mode: 'list', server_id: String(server), report: 'status' });
  expect(step.exitCode).toBe(0);
  expect(staged.github.statuses).toHaveLength(1);
  expect(new Set(passed).size).toBe(2);
});
