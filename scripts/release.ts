import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** What a release is made from. */
export interface Sources {
  packageVersion: string;
  /** The text of `CHANGELOG.md`. */
  changelog: string;
  /** Every file of `dist/` that runs. */
  dist: readonly string[];
}

/** Where the sources do not agree with the tag of a release; empty when it can be made. */
export function disagreements(tag: string, { packageVersion, changelog, dist }: Sources): string[] {
  const version = tag.replace(/^v/, '');
  const heading = headingOf(version, changelog);
  const told = [...new Set(dist.flatMap((text) => versionsIn(text)))];
  return [
    ...(/^v\d+\.\d+\.\d+(-[\w.]+)?$/.test(tag) ? [] : [`${tag} is no tag like v1.2.3`]),
    ...(packageVersion === version ? [] : [`package.json has version ${packageVersion}`]),
    ...(told.length === 1 && told[0] === version
      ? []
      : [`dist calls itself ${told.join(', ') || 'nothing'}`]),
    ...(heading === undefined ? [`CHANGELOG.md says nothing of ${version}`] : []),
    ...(heading === undefined || / - \d{4}-\d{2}-\d{2}$/.test(heading)
      ? []
      : [`CHANGELOG.md has no date for ${version}, but "${heading}"`]),
  ];
}

/** What the changelog says of a version, without its heading; empty when that is nothing. */
export function notesOf(version: string, changelog: string): string {
  const heading = headingOf(version, changelog);
  if (heading === undefined) return '';
  const [, after = ''] = changelog.split(`${heading}\n`);
  return (after.split(/^(?:## |\[[^\]]+\]: )/m)[0] ?? '').trim();
}

function headingOf(version: string, changelog: string): string | undefined {
  return changelog.split('\n').find((line) => line.startsWith(`## [${version}]`));
}

/** As the built action names itself to the API. */
function versionsIn(text: string): string[] {
  return [...text.matchAll(/vps-snapshot-action\/(\d[\w.-]*) \(/g)].map(([, version = '']) => version);
}

export function sources(): Sources {
  const read = (file: string) => readFileSync(join(root, file), 'utf8');
  return {
    packageVersion: JSON.parse(read('package.json')).version,
    changelog: read('CHANGELOG.md'),
    dist: globSync('dist/{main,post}/*.js', { cwd: root }).map(read),
  };
}

if (import.meta.main) {
  const [tag = ''] = process.argv.slice(2);
  const found = sources();
  const wrong = disagreements(tag, found);
  for (const line of wrong) console.error(line);
  process.exitCode = wrong.length > 0 ? 1 : 0;
  if (wrong.length === 0) console.log(notesOf(tag.slice(1), found.changelog));
}
