/** From this moment on (milliseconds since 1970) the value holds. */
export interface Change<T> {
  from: number;
  value: T;
}

/**
 * Everything that something was, is, and is going to be, in order of time. Because the future stands in it too, nothing
 * has to run for a snapshot to be finished, and a list that lags behind is a look at an earlier moment.
 */
export type Timeline<T> = readonly Change<T>[];

/** Has been so for ever. */
export function always<T>(value: T): Timeline<T> {
  return [{ from: Number.NEGATIVE_INFINITY, value }];
}

/** The change that is in force at a moment; `undefined` before the first one. */
export function changeAt<T>(timeline: Timeline<T>, at: number): Change<T> | undefined {
  return timeline.findLast((change) => change.from <= at);
}

export function valueAt<T>(timeline: Timeline<T>, at: number): T | undefined {
  return changeAt(timeline, at)?.value;
}

/** What holds at a moment and what is planned after it. */
export function valuesFrom<T>(timeline: Timeline<T>, at: number): T[] {
  const current = changeAt(timeline, at);
  return timeline.filter((change) => change === current || change.from > at).map((change) => change.value);
}

/** The same past with another future. */
export function replan<T>(timeline: Timeline<T>, now: number, ...future: Change<T>[]): Timeline<T> {
  return [...timeline.filter((change) => change.from <= now), ...future];
}
