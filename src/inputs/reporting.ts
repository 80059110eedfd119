import type { Raw } from './raw.ts';
import { unusable } from './values.ts';

/** Where the step tells what it did, besides its log. */
export interface Reporting {
  summary: boolean;
  comment: boolean;
  status: boolean;
}

const words = ['summary', 'comment', 'status'] as const;

/** Any of the words, separated by commas or white space; or `none` alone. */
export function readReporting(raw: Raw): Reporting {
  const text = raw('report') || 'summary';
  const wanted = text.split(/[\s,]+/).filter((word) => word !== '');
  const known = wanted.every((word) => words.some((candidate) => candidate === word));
  if (text !== 'none' && (!known || wanted.length === 0)) {
    throw unusable('report', text, `any of ${words.join(', ')}; or none alone`);
  }
  return {
    summary: wanted.includes('summary'),
    comment: wanted.includes('comment'),
    status: wanted.includes('status'),
  };
}
