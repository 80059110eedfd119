import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** GitHub takes no step summary that is larger (`CreateStepSummaryCommand`). */
const largestSummary = 1024 * 1024;

const names = ['OUTPUT', 'STATE', 'ENV', 'PATH', 'STEP_SUMMARY'] as const;

/** What a step left in its command files. A file with a mistake counts up to the mistake. */
export interface CommandFiles {
  outputs: Record<string, string>;
  state: Record<string, string>;
  env: Record<string, string>;
  summary: string;
  problems: string[];
}

/** Makes empty command files in `folder` and returns the variables that tell a step about them. */
export function createCommandFiles(folder: string): Record<string, string> {
  return Object.fromEntries(
    names.map((name) => {
      const file = join(folder, name.toLowerCase());
      writeFileSync(file, '');
      return [`GITHUB_${name}`, file];
    }),
  );
}

/** Reads them after the process has ended, however it ended. */
export function readCommandFiles(folder: string): CommandFiles {
  const problems: string[] = [];
  const pairs = (name: string) => {
    const { values, problem } = parsePairs(readFileSync(join(folder, name), 'utf8'));
    if (problem) problems.push(`Unable to process file command '${name}' successfully. ${problem}`);
    return values;
  };
  const [outputs, state, env] = [pairs('output'), pairs('state'), pairs('env')];
  const summary = readFileSync(join(folder, 'step_summary'), 'utf8');
  const tooLarge = Buffer.byteLength(summary) > largestSummary;
  if (tooLarge) problems.push('$GITHUB_STEP_SUMMARY upload aborted, supports content up to a size of 1024k');
  return { outputs, state, env, summary: tooLarge ? '' : summary, problems };
}

/** Parses `NAME=value` lines and `NAME<<DELIMITER` blocks as the runner's `EnvFileKeyValuePairs` does. */
export function parsePairs(text: string): { values: Record<string, string>; problem?: string } {
  const values: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '') continue;
    const [, name, operator, rest = ''] = /^(.*?)(=|<<)(.*)$/s.exec(line) ?? [];
    if (!name) return { values, problem: `Invalid format '${line}'` };
    if (operator === '=') {
      values[name] = rest;
      continue;
    }
    const end = lines.indexOf(rest);
    if (end < 0 || rest === '')
      return { values, problem: `Invalid value. Matching delimiter not found '${rest}'` };
    values[name] = lines
      .splice(0, end + 1)
      .slice(0, -1)
      .join('\n');
  }
  return { values };
}
