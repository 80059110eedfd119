import type { Deps } from '../deps.ts';

/** The same world, for what must be over by then: no request, pause or look goes beyond it. @param by on the clock */
export function hurried(deps: Deps, by: number): Deps {
  return { ...deps, ...deps.reach(Math.min(by, deps.deadline)) };
}
