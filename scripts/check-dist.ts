import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Bundle, build, root } from './build.ts';

/** An action's entry stays this small as long as everything heavy is loaded only when it is needed. */
const largest = 60_000;

/** What is wrong with what a run of the action loads at once. */
export function complaints({ name, size, modules, imports }: Bundle): string[] {
  const undici = modules.find((id) => /node_modules[\\/]undici[\\/]/.test(id));
  const http = imports.find((id) => id === 'http' || id === 'node:http');
  return [
    ...(size < largest ? [] : [`dist/${name}/index.js has ${size} bytes; the limit is ${largest}`]),
    ...(undici
      ? [`dist/${name}/index.js contains undici (${undici}); some import reaches @actions/http-client`]
      : []),
    ...(http ? [`dist/${name}/index.js imports ${http} before its first line, which costs 30 ms`] : []),
  ];
}

/** Built too, but no step of a job waits for them to load alone. */
const programs = ['demo', 'rehearsal/server'];

/** How the files below `committed` differ from those below `built`. */
export function differences(committed: string, built: string): string[] {
  const [have, want] = [filesBelow(committed), filesBelow(built)];
  return [...new Set([...have, ...want])].sort().flatMap((file) => {
    if (!have.has(file)) return [`missing: ${file}`];
    if (!want.has(file)) return [`not built from any source: ${file}`];
    const same = readFileSync(join(committed, file)).equals(readFileSync(join(built, file)));
    return same ? [] : [`differs: ${file}`];
  });
}

function filesBelow(folder: string): Set<string> {
  if (!existsSync(folder)) return new Set();
  const found = readdirSync(folder, { recursive: true, withFileTypes: true });
  return new Set(
    found
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1)),
  );
}

if (import.meta.main) {
  const outDir = mkdtempSync(join(tmpdir(), 'dist-'));
  const bundles = await build({ outDir });
  const stale = differences(join(root, 'dist'), outDir);
  rmSync(outDir, { recursive: true });
  const wrong = [...bundles.filter(({ name }) => !programs.includes(name)).flatMap(complaints), ...stale];
  if (stale.length > 0) wrong.push('dist is not what the sources build: run "npm run build" and commit dist');
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
  if (wrong.length === 0)
    console.log(`dist is what the sources build (${bundles.map(({ name }) => name).join(', ')})`);
}
