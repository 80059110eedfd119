import { describe, expect, test } from 'vitest';
import { bystander } from '../helpers/bystander.ts';
import { hoursAgo, madeBy, stageWithGitHub } from '../helpers/github-scenario.ts';
import { githubToken, server, stage, token } from '../helpers/scenario.ts';

const job = { debug: true };
const secrets = new RegExp(`${token}|${githubToken}|authorization|Bearer`, 'i');

/** The lines about requests, without how long each took. */
const requestsIn = (debug: readonly string[]) =>
  debug.flatMap((line) => /^(.* → .*) in \d+ ms$/.exec(line)?.[1] ?? []);

describe.concurrent('a debug log shows', () => {
  test('every request of main and post step to VPS.org, with method, path, status and duration', async () => {
    const lost = { when: { method: 'POST' }, do: { kind: 'reset', processed: true } } as const;
    await using scene = await stage({ job, faults: [lost] });
    const main = await scene.uses({ server_id: String(server), on_failure: 'restore' });
    const asked = (lines: readonly string[]) =>
      lines.map((line) => line.replace(/ reset$/, ' no answer').replace(/ (\d+|no answer)$/, ' → $1'));
    expect(requestsIn(main.debug)).toEqual(asked(scene.requests));
    expect(requestsIn(main.debug)).toContain('POST /snapshots/ → no answer');
    const before = scene.requests.length;
    const post = await scene.endsAs('failure');
    expect(requestsIn(post.debug)).toEqual(asked(scene.requests.slice(before)));
    expect([...main.debug, ...post.debug].join('\n')).not.toMatch(secrets);
  });

  test('every request to GitHub, what came of it, and what that decides', async () => {
    const snapshots = [1, 2, 3].map((id) => ({
      ...{ id, description: madeBy(4000 + id), created_at: hoursAgo(9 - id) },
    }));
    const runs = { 4001: 'completed', 4002: 'in_progress' };
    await using staged = await stageWithGitHub({ scene: { snapshots, job }, runs, forbidden: /statuses/ });
    const inputs = { mode: 'prune', server_id: String(server), keep_last: '1', report: 'status' };
    const step = await staged.scene.uses(inputs);
    const toGitHub = requestsIn(step.debug).filter((line) => line.startsWith('GitHub: '));
    expect(toGitHub.toSorted()).toEqual(
      staged.asked
        .map((line) => line.replace(/^(\w+) (\S+) (\d+)$/, 'GitHub: $1 /repos/octo-org/web$2 → $3'))
        .toSorted(),
    );
    expect(toGitHub.join('\n')).toMatch(/GET .*runs\/4001 → 200[\s\S]*POST .*statuses\/\w+ → 403/);
    expect(step.debug).toContain('Run 4001: over.');
    expect(step.debug).toContain('Run 4002: going on.');
    expect(step.debug.join('\n')).toMatch(/^Going to keep snapshot 2 .*\(run 4002 is going on\)\.$/m);
    expect(step.stdout).toMatch(/^Going to delete snapshot 1 /m);
    expect(step.debug.join('\n')).not.toMatch(secrets);
  });

  test('every knock at ready_url, and why what follows is done', async () => {
    await using site = await bystander();
    await using scene = await stage({ job });
    await scene.uses({ server_id: String(server), on_failure: 'restore', ready_url: `${site.url}/up` });
    const post = await scene.endsAs('failure');
    expect(requestsIn(post.debug)).toContain('GET ready_url → 200');
    expect(post.stdout).toContain('The job ended with failure, and on_failure is restore.');
    expect(post.stdout).toContain('Going to restore server 12345 (web-1) from snapshot 801');
    expect(post.debug.join('\n')).not.toMatch(secrets);
  });

  test('which form of ids the account has, and inputs that are none of ours', async () => {
    await using scene = await stage({ form: 'client', job });
    const step = await scene.uses({ mode: 'list', colour: 'red' });
    expect(step.debug.join('\n')).toMatch(/shows ids as /);
    expect(step.debug).toContain('Input colour is none of this action’s.');
  });

  test('why a snapshot is kept', async () => {
    await using scene = await stage({ job });
    await scene.uses({ server_id: String(server), on_failure: 'restore' });
    const post = await scene.endsAs('success');
    expect(post.debug.join('\n')).toMatch(/^Going to keep snapshot 801\b.*\(on_success is keep\)\.$/m);
  });
});
