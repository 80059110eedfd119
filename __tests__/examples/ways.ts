import type { Ending as End } from '../../rehearsal/workflow/programs.ts';
import type { Ending, Example } from './endings.ts';
import type { World } from './scene.ts';

/** The endings that every example has to have an answer to, and how the deploy and the later step end in each. */
const usual = {
  success: [],
  'failing deploy': ['fails'],
  'failing later step': ['succeeds', 'fails'],
  cancel: ['hangs'],
} satisfies Record<string, End[]>;

/** One way for an example to end. */
export interface Way {
  way: string;
  ending: Ending;
  world: World;
  called: string[];
}

export function waysOf({
  deploy = './deploy.sh',
  later = './smoke-test.sh',
  world,
  also,
  ...endings
}: Example): Way[] {
  const steps = [deploy, ...('never' in endings['failing later step'] ? [] : [later])];
  const main = Object.entries(usual).flatMap(([way, ends]) => {
    const ending = endings[way as keyof typeof usual];
    if ('never' in ending) return [];
    const programs = Object.fromEntries(ends.map((end, index) => [steps[index], end]));
    const broken = ends.findIndex((end) => end !== 'succeeds');
    const called = broken < 0 ? steps : steps.slice(0, broken + 1);
    return [{ way, ending, world: { ...world, programs, ...ending.world }, called }];
  });
  const others = Object.entries(also ?? {}).map(([way, ending]) => ({
    way,
    ending,
    world: { ...world, ...ending.world },
    called: steps,
  }));
  return [...main, ...others];
}
