import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

interface Package {
  name: string;
  version: string;
  license?: string;
}

/** The licence text of every npm package that one of these modules belongs to, sorted by package. */
export function licencesOf(modules: Iterable<string>): string {
  const folders = new Set(
    [...modules].filter((module) => module.includes('node_modules')).map(packageFolder),
  );
  return [...folders]
    .map(licence)
    .sort()
    .join(`\n${'-'.repeat(80)}\n\n`);
}

/** The nearest folder with a package that has a name; packages also hold nameless package.json files. */
function packageFolder(file: string): string {
  const folder = dirname(file);
  return existsSync(join(folder, 'package.json')) && manifest(folder).name ? folder : packageFolder(folder);
}

function licence(folder: string): string {
  const { name, version, license } = manifest(folder);
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  if (!license && !file) throw new Error(`${name} ${version} is bundled, but has no licence`);
  const text = file ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim() : '';
  return `${name} ${version}\nLicence: ${license ?? 'see below'}\n\n${text}\n`;
}

function manifest(folder: string): Package {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
}
