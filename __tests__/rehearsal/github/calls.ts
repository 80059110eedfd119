import { GitHubApi, type GitHubOptions } from '../../../rehearsal/github/github.ts';

/** A GitHub with one pull request, 7, and a way to talk to it. */
export function rehearse(options: GitHubOptions = {}) {
  const github = new GitHubApi(options);
  github.addPullRequest(7);

  /** Sends a request like `GET /actions/runs/1`. */
  async function call(line: string, body?: unknown, headers: Record<string, string> = {}) {
    const [method = '', path = ''] = line.split(' ');
    const { basePath = '', repository = 'octo-org/web' } = options;
    const handled = await github.handle({
      method,
      path: `${basePath}/repos/${repository}${path}`,
      headers: { authorization: 'token ghs_rehearsal', host: 'github.test', ...headers },
      body: body === undefined ? '' : JSON.stringify(body),
    });
    if (typeof handled === 'string') throw new Error(`no answer but ${handled}`);
    return { ...handled, json: handled.body === '' ? undefined : JSON.parse(handled.body) };
  }

  return { github, call };
}
