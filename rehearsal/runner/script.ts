import { mkdtempSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Contexts } from './contexts.ts';
import { evaluated, type InputValue } from './manifest.ts';
import type { Program } from './step.ts';

/** What a step says of the script that it runs. */
export interface Script {
  /** For bash; a function where it holds expressions. */
  script: InputValue;
  /** `bash`: with `pipefail`, unlike a step that names no shell. */
  shell?: 'bash' | undefined;
  /** Below the workspace, which it is by default. */
  folder?: string | undefined;
}

interface Place {
  contexts: Contexts;
  /** Where the file with the script is made. */
  home: string;
  workspace: string;
}

/** Writes a script as the runner does, and says how it is run (`ScriptHandlerHelpers`). */
export function bash({ script, shell, folder = '.' }: Script, { contexts, home, workspace }: Place) {
  const file = join(mkdtempSync(join(home, 'script-')), 'script.sh');
  writeFileSync(file, evaluated(script, contexts));
  const strict = shell ? ['--noprofile', '--norc', '-eo', 'pipefail'] : ['-e'];
  const program = { command: 'bash', args: [...strict, file], cwd: join(workspace, folder), leads: true };
  return program satisfies Partial<Program>;
}
