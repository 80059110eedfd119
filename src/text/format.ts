import { day, hour, minute, second } from '../limits.ts';

/** `850 ms`, `12 s`, `4m 05s`, `1h 02m`, `3d 4h`. */
export function duration(ms: number): string {
  if (ms < second) return `${Math.floor(ms)} ms`;
  if (ms < minute) return `${Math.floor(ms / second)} s`;
  if (ms < hour) return `${Math.floor(ms / minute)}m ${pad((ms % minute) / second)}s`;
  if (ms < day) return `${Math.floor(ms / hour)}h ${pad((ms % hour) / minute)}m`;
  return `${Math.floor(ms / day)}d ${Math.floor((ms % day) / hour)}h`;
}

/** Megabytes as the API gives them: `512 MB`, `5.0 GB`; a dash as long as it is unknown. */
export function size(mb: number | null): string {
  if (mb === null) return '–';
  return mb < 1024 ? `${mb} MB` : `${(mb / 1024).toFixed(1)} GB`;
}

/** The time of day, `12:03:41 UTC`. */
export function timeOfDay(date: Date): string {
  return `${date.toISOString().slice(11, 19)} UTC`;
}

/** `1 snapshot`, `3 snapshots`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function pad(number: number): string {
  return String(Math.floor(number)).padStart(2, '0');
}
