import type { Settings } from './settings.ts';

const offsetMs = 2 * 3_600_000;

/** A moment by the API's own clock, in the way that it writes times. */
export function tell(at: number, { clockSkewMs, timeFormat }: Settings): string {
  const exact = (ms: number) => new Date(ms).toISOString().replace('Z', '000');
  const time = at + clockSkewMs;
  switch (timeFormat) {
    case 'seconds':
      return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
    case 'microseconds':
      return `${exact(time)}Z`;
    case 'offset':
      return `${exact(time + offsetMs)}+02:00`;
    case 'naive':
      return exact(time);
  }
}
