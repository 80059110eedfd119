import type { Exchange } from '../ask.ts';
import type { Look } from '../look.ts';
import type { Trail } from '../walk/trail.ts';

/** All that was seen of one API. */
export interface Seen {
  look: Look;
  /** Missing when the circle was not walked. */
  trail: Trail | undefined;
  exchanges: readonly Exchange[];
}

export type Verdict = 'agrees' | 'contradicts' | 'not answered';

export interface Finding {
  /** What was seen. The API's own words stand between “ and ”. */
  answer: string;
  verdict: Verdict;
}

/** Something that neither the documentation nor the vendor's published clients settle. */
export interface Question {
  id: string;
  question: string;
  /** What the action takes for granted; the last column of the table in docs/api.md. */
  assumes: string;
  judge: (seen: Seen) => Finding;
}

export function agrees(answer: string): Finding {
  return { answer, verdict: 'agrees' };
}

export function contradicts(answer: string): Finding {
  return { answer, verdict: 'contradicts' };
}

export function notAnswered(answer: string): Finding {
  return { answer, verdict: 'not answered' };
}

export function finding(isAsAssumed: boolean, answer: string): Finding {
  return isAsAssumed ? agrees(answer) : contradicts(answer);
}

/** For a question that only the circle answers. */
export function inCircle<Part>(
  part: (trail: Trail) => Part | undefined,
  judge: (found: Part, trail: Trail) => Finding,
): (seen: Seen) => Finding {
  return ({ trail }) => {
    if (!trail) return notAnswered('the circle was not walked');
    const found = part(trail);
    return found === undefined ? notAnswered('the circle did not get there') : judge(found, trail);
  };
}
