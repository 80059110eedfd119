import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { Marked } from 'marked';
import { chromium } from 'playwright-core';
import { parse } from 'yaml';
import { startApi } from '../rehearsal/api/start.ts';
import { Job } from '../rehearsal/runner/job.ts';
import { found } from '../rehearsal/workflow/programs.ts';

/**
 * The pictures of the job summary in the README, from what the built action writes when a deploy fails:
 * `npm run picture`, or `npm run picture -- --browser /path/to/chromium`.
 */
const root = join(import.meta.dirname, '..');
const { values } = parseArgs({ options: { browser: { type: 'string' } } });
const browser =
  values.browser ?? process.env.BROWSER_PATH ?? found('chromium') ?? found('google-chrome') ?? noBrowser();

const server = { id: 12345, name: 'web-1' };
const minute = 60_000;
/** A minute of the API takes a second. */
const factor = 60;
const began = Date.parse('2026-11-20T11:24:03Z');

/** What the post step of a job with a failed deploy writes. */
async function rolledBackSummary(): Promise<string> {
  const real = Date.now();
  const { url, close } = await startApi({
    options: {
      now: () => began + (Date.now() - real) * factor,
      createMs: 4.2 * minute,
      restoreMs: 6.5 * minute,
    },
    servers: [server],
  });
  const job = new Job({
    dist: root,
    manifest: parse(readFileSync(join(root, 'action.yml'), 'utf8')),
    repository: 'acme/shop',
    env: {
      NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'fast-time.ts'))}`,
      TIME_FACTOR: String(factor),
      TIME_BEGAN: String(began),
      TIME_REAL: String(real),
    },
  });
  try {
    const inputs = {
      api_url: url,
      api_token: 'token-for-tests',
      server_id: String(server.id),
      on_failure: 'restore',
    };
    const main = await job.uses({ with: inputs });
    if (main.exitCode !== 0) throw new Error(JSON.stringify(main, null, 2));
    await new Promise((resolve) => setTimeout(resolve, (2.4 * minute) / factor));
    job.run('failure');
    const [post] = await job.post();
    if (post?.exitCode !== 0) throw new Error(JSON.stringify(post, null, 2));
    return post.summary;
  } finally {
    await job.end();
    await close();
  }
}

/** As GitHub shows it, without the chart: that says what the table of the timeline says. */
function asPage(markdown: string, theme: 'light' | 'dark'): string {
  const marked = new Marked({ gfm: true });
  marked.use({ renderer: { code: ({ lang }) => (lang === 'mermaid' ? '' : false) } });
  const body = marked.parse(markdown, { async: false });
  const style = readFileSync(join(import.meta.dirname, 'picture.css'), 'utf8');
  return `<!doctype html><html data-theme="${theme}"><meta charset="utf-8"><style>${style}</style>
<main><header>deploy summary</header><article>${body}</article></main></html>`;
}

function noBrowser(): never {
  console.error(
    'No Chromium was found, so no picture was made. Install one (Debian: apt-get install chromium), or name it: npm run picture -- --browser /path/to/chromium, or BROWSER_PATH.',
  );
  process.exit(1);
}

const summary = await rolledBackSummary();
const running = await chromium.launch({ executablePath: browser, args: ['--no-sandbox'] });
try {
  for (const theme of ['light', 'dark'] as const) {
    const page = await running.newPage({ viewport: { width: 900, height: 400 }, deviceScaleFactor: 2 });
    await page.setContent(asPage(summary, theme));
    const path = join(root, `docs/images/summary-${theme}.png`);
    await page.locator('main').screenshot({ path, omitBackground: true });
    console.log(path);
  }
} finally {
  await running.close();
}
