import { errorQuestions } from './errors.ts';
import { fieldQuestions } from './fields.ts';
import { headerQuestions } from './headers.ts';
import { idQuestions } from './ids.ts';
import { lifecycleQuestions } from './lifecycle.ts';
import { offerQuestions } from './offers.ts';
import { pageQuestions } from './pages.ts';
import type { Finding, Question, Seen } from './question.ts';
import { tokenQuestions } from './token.ts';

/** In the order in which the report and docs/api.md have them. */
export const questions: readonly Question[] = [
  ...tokenQuestions,
  ...idQuestions,
  ...fieldQuestions,
  ...pageQuestions,
  ...headerQuestions,
  ...errorQuestions,
  ...offerQuestions,
  ...lifecycleQuestions,
];

export interface Judged extends Finding, Omit<Question, 'judge'> {}

export function judgeAll(seen: Seen): Judged[] {
  return questions.map(({ judge, ...question }) => ({ ...question, ...judge(seen) }));
}
