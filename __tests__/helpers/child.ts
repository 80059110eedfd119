import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

export interface Ended {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Runs a module's text in a Node of its own, with this environment and nothing else; `src/` is where the source is. */
export function runScript(text: string, env: Record<string, string> = {}): Promise<Ended> {
  const source = new URL('../../src/', import.meta.url).href;
  const script = text.replaceAll("'src/", `'${source}`);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module-typescript', '--eval', script], {
      env: { PATH: process.env.PATH ?? '', NODE_NO_WARNINGS: '1', ...env },
      cwd: fileURLToPath(new URL('../..', import.meta.url)),
    });
    let [stdout, stderr] = ['', ''];
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      stdout += chunk;
    });
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      stderr += chunk;
    });
    child.once('error', reject).once('close', (code) => resolve({ code, stdout, stderr }));
  });
}
