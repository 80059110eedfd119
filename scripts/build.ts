import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ncc from '@vercel/ncc';
import { type OutputChunk, rolldown } from 'rolldown';
import rolldownConfig from '../rolldown.config.ts';
import { licencesOf } from './licences.ts';

export const root = join(import.meta.dirname, '..');

/** What is built, each into a folder of `dist` that bears its name. */
export const entries = {
  main: 'src/main.ts',
  post: 'src/post.ts',
  demo: 'rehearsal/demo/demo.ts',
  'rehearsal/main': 'rehearsal/action/main.ts',
  'rehearsal/post': 'rehearsal/action/post.ts',
  'rehearsal/server': 'rehearsal/action/server.ts',
};

interface Target {
  outDir: string;
  /** Source files by name; those that do not exist are left out. */
  sources?: Record<string, string>;
}

/** One built entry, and what Node has to load before its first line runs. */
export interface Bundle {
  name: string;
  size: number;
  /** Files of this project and of npm packages that are part of the entry, lazy chunks left out. */
  modules: string[];
  /** Modules of Node that the entry imports, lazy chunks left out. */
  imports: string[];
}

/**
 * Builds every entry that exists into `outDir`: rolldown reads TypeScript and shakes the tree into `build/`, from where
 * ncc packages the rest. The intermediate path is the same for every `outDir`, because ncc numbers chunks by path.
 */
export async function build({ outDir, sources = entries }: Target): Promise<Bundle[]> {
  rmSync(outDir, { recursive: true, force: true });
  const bundles: Bundle[] = [];
  const bundled = new Set<string>();
  for (const [name, file] of Object.entries(sources)) {
    if (!existsSync(join(root, file))) continue;
    const stage = join(root, 'build', name);
    const chunks = await shake(file, stage);
    const finish = name === 'demo' ? asItIs : quick;
    const size = await packageInto(join(outDir, name), join(stage, 'index.js'), finish);
    const start = loadedAtStart(chunks);
    bundles.push({
      name,
      size,
      modules: start.flatMap((chunk) => chunk.moduleIds),
      imports: start.flatMap((chunk) => chunk.imports).filter((id) => !chunks.has(id)),
    });
    for (const chunk of chunks.values()) for (const id of chunk.moduleIds) bundled.add(id);
  }
  if (bundles.length > 0) writeFileSync(join(outDir, 'LICENSES.txt'), licencesOf(bundled));
  return bundles;
}

async function shake(file: string, dir: string): Promise<Map<string, OutputChunk>> {
  rmSync(dir, { recursive: true, force: true });
  const bundle = await rolldown({ ...rolldownConfig, input: { index: file } });
  const { output } = await bundle.write({
    dir,
    format: 'esm',
    chunkFileNames: '[name].js',
    comments: false,
    // What every step loads is one file without exports of its own; ncc would write three lines for each of them.
    codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] },
  });
  await bundle.close();
  return new Map(output.filter((part) => part.type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
}

async function packageInto(dir: string, input: string, finish: (code: string) => string): Promise<number> {
  const { code, assets } = await ncc(input, { minify: false, cache: false, sourceMap: false, quiet: true });
  mkdirSync(dir, { recursive: true });
  for (const [name, { source }] of Object.entries(assets))
    writeFileSync(join(dir, name), finish(String(source)));
  const entry = finish(code);
  writeFileSync(join(dir, 'index.js'), entry);
  return Buffer.byteLength(entry);
}

/** People start the demo on whatever Node they have; `process.getBuiltinModule` came with 20.16. */
function asItIs(code: string): string {
  return code;
}

/**
 * What ncc writes, without what costs time at every start: a loader of its own for each module of Node, the address of
 * the bundle for assets that it does not have, and a gutter of comments before each line of the bundler's.
 */
export function quick(code: string): string {
  const quicker = code
    .replaceAll(
      /__WEBPACK_EXTERNAL_createRequire\(import\.meta\.url\)\(("[\w:]+")\)/g,
      'process.getBuiltinModule($1)',
    )
    .replace(/^import \{ createRequire as __WEBPACK_EXTERNAL_createRequire \} from "module";\n/m, '')
    .replace(/^.*__nccwpck_require__\.ab = .*\n/m, '')
    .replaceAll(/^\/\*{6}\/ ?/gm, '');
  if (/createRequire|__nccwpck_require__\.ab/.test(quicker))
    throw new Error(
      'ncc writes its loaders in another way now; quick() in scripts/build.ts has to learn it.',
    );
  return quicker;
}

/** The entry chunk and all that it imports statically. */
function loadedAtStart(chunks: Map<string, OutputChunk>): OutputChunk[] {
  const names = new Set(['index.js']);
  for (const name of names) for (const id of chunks.get(name)?.imports ?? []) names.add(id);
  return [...names].flatMap((name) => chunks.get(name) ?? []);
}

if (import.meta.main) {
  for (const { name, size } of await build({ outDir: join(root, 'dist') })) {
    console.log(`dist/${name}/index.js  ${(size / 1000).toFixed(1)} kB`);
  }
}
