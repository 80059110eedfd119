import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';

/** How a program that is only played ends. One that `hangs` goes on until it is killed. */
export type Ending = 'succeeds' | 'fails' | 'hangs';

/** What a program that hangs says first. */
export const hanging = 'This goes on until it is killed.';

/** Tools that reach nothing but this machine. */
const harmless = [
  ...['bash', 'sh', 'env', 'cat', 'cut', 'date', 'dirname', 'grep', 'head', 'jq', 'ls', 'mkdir', 'rm', 'sed'],
  ...['seq', 'sleep', 'sort', 'tail', 'tee', 'tr', 'uniq', 'wc', 'xargs'],
];

/** What keeps `curl` on this machine: nothing answers at such a proxy. */
const loopbackOnly = ['http_proxy', 'https_proxy'].map((name) => `export ${name}=http://127.0.0.1:9`);

interface Played {
  /** Found on the `PATH`, like `ssh`. */
  programs: string[];
  /** Files of the repository, like `./deploy.sh`. */
  scripts: string[];
  /** Those that do not simply succeed, by their names, or by a whole call like `./deploy.sh 12345`. */
  endings: Record<string, Ending>;
}

/**
 * The programs that the scripts of a workflow call: each notes its call and ends as it is told. Nothing else is found but
 * a few tools that stay on this machine.
 */
export class Programs {
  readonly #folder = mkdtempSync(join(tmpdir(), 'programs-'));
  readonly #calls = join(this.#folder, 'calls');
  readonly #played: Played;
  /** The value of `PATH`. */
  readonly path: string = join(this.#folder, 'bin');

  constructor(played: Played) {
    this.#played = played;
    mkdirSync(this.path);
    for (const tool of harmless) linkTool(tool, this.path);
    const curl = found('curl');
    if (curl)
      write(join(this.path, 'curl'), [...loopbackOnly, 'export no_proxy=127.0.0.1', `exec '${curl}' "$@"`]);
    for (const name of played.programs) this.#write(name, join(this.path, name));
  }

  /** What `actions/checkout` brings. */
  checkOut(workspace: string): void {
    for (const name of this.#played.scripts) this.#write(name, join(workspace, name));
  }

  /** Every call so far with its parameters, like `./deploy.sh 12345`. */
  get calls(): string[] {
    if (!existsSync(this.#calls)) return [];
    return readFileSync(this.#calls, 'utf8').split('\0').slice(0, -1);
  }

  clear(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #write(name: string, file: string): void {
    const note = `call="${name} $*"; call="\${call% }"; printf '%s\\0' "$call" >>'${this.#calls}'`;
    const end = {
      succeeds: 'exit 0',
      fails: 'exit 1',
      hangs: `echo '${hanging}'; exec sleep 600 >/dev/null 2>&1`,
    };
    const { endings } = this.#played;
    const calls = Object.entries(endings).filter(([call]) => call.startsWith(`${name} `));
    const special = calls.map(([call, ending]) => `if [ "$call" = '${call}' ]; then ${end[ending]}; fi`);
    write(file, [note, ...special, end[endings[name] ?? 'succeeds']]);
  }
}

function write(file: string, lines: string[]): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, ['#!/usr/bin/env bash', ...lines, ''].join('\n'), { mode: 0o755 });
}

function linkTool(name: string, folder: string): void {
  const file = found(name);
  if (file) symlinkSync(file, join(folder, name));
}

/** Where this process would find a program. */
export function found(name: string): string | undefined {
  const places = (process.env.PATH ?? '').split(delimiter);
  return places.map((place) => join(place, name)).find((file) => existsSync(file));
}
