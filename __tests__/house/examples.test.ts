import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';

interface Step {
  uses?: string;
  run?: string;
  'timeout-minutes'?: number | string;
}

interface Job {
  permissions?: object;
  concurrency?: object;
  steps?: Step[];
}

interface Workflow {
  permissions?: object;
  concurrency?: object;
  jobs: Record<string, Job>;
}

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const examples = globSync('examples/*.yml', { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const script = /(^|\s)\.\/\S+\.sh/;

describe.each(examples)('%s', (file) => {
  const text = read(file);
  const workflow: Workflow = parse(text);
  const jobs = Object.entries(workflow.jobs);

  test('begins with when to take it, and what it does at each ending', () => {
    const [head = ''] = /^(#.*\n)+/.exec(text) ?? [];
    expect(head.split('\n').length).toBeGreaterThan(4);
    expect(head).toMatch(/^# \S.* {3,}\S/m);
  });

  test('gives no permission to all jobs, and says for each what it needs', () => {
    expect(workflow.permissions).toEqual({});
    for (const [name, job] of jobs) expect(job.permissions, name).toBeDefined();
  });

  test('has the lock', () => {
    const all = [workflow, ...jobs.map(([, job]) => job)];
    expect(all.some(({ concurrency }) => concurrency)).toBe(true);
    for (const { concurrency } of all.filter((one) => one.concurrency))
      expect(concurrency).toMatchObject({ 'cancel-in-progress': false });
  });

  test.each(jobs)(
    '%s checks out before it runs a script, and limits the time of what it deploys with',
    (_, { steps = [] }) => {
      const first = steps.findIndex(({ run }) => script.test(run ?? ''));
      const checkout = steps.findIndex(({ uses }) => uses?.startsWith('actions/checkout@'));
      if (first >= 0) expect(checkout).toBe(0);
      for (const step of steps.filter(({ run }) => /\.\/(deploy|migrate)\.sh|\$COMMAND/.test(run ?? '')))
        expect(step['timeout-minutes']).toBeDefined();
    },
  );

  test('is linked from the README', () => {
    expect(read('README.md')).toContain(`](${file})`);
  });
});

test.each(globSync(['README.md', 'docs/*.md'], { cwd: root }))('the links of %s lead somewhere', (file) => {
  const links = [...read(file).matchAll(/\]\((?!https?:)([^)#]*)(?:#([^)]*))?\)/g)];
  for (const [link, path = '', anchor] of links) {
    const target = path === '' ? file : join(dirname(file), path);
    expect(existsSync(join(root, target)), link).toBe(true);
    if (anchor !== undefined) expect(anchorsOf(target), link).toContain(anchor);
  }
});

/** As GitHub makes them of headings. */
function anchorsOf(file: string): string[] {
  return [...read(file).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}
