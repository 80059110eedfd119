import { type Exchange, isJson } from '../ask.ts';
import { told, wordsIn } from './answers.ts';
import { type Finding, finding, notAnswered, type Question, type Seen } from './question.ts';

const path: Question = {
  id: 'wrong-path',
  question: 'What does a path get that does not exist?',
  assumes: '404, in HTML or JSON: this account’s API does not offer it.',
  judge: ({ look: { wrongPath } }) => judgeStatus(wrongPath, [404]),
};

const id: Question = {
  id: 'wrong-id',
  question: 'What does an id get that nobody has?',
  assumes: '404 in JSON. In HTML it counts only after three looks, while another path answers in JSON.',
  judge: ({ look: { wrongId } }) => judgeStatus(wrongId, [404]),
};

const otherForm: Question = {
  id: 'other-form-id',
  question: 'What does an id of the other form get?',
  assumes:
    '404, often in HTML, for it never reaches the view: told as “not found”, with the ids that the token sees.',
  judge: ({ look: { otherFormId } }) => judgeStatus(otherFormId, [404]),
};

const method: Question = {
  id: 'wrong-method',
  question: 'What does a method get that a path does not have?',
  assumes:
    '405 in JSON; 403 where permission is checked first; 404 where the id is looked up first. Nothing was done.',
  judge: ({ look: { wrongMethod } }) => judgeStatus(wrongMethod, [405, 403, 404]),
};

const words: Question = {
  id: 'error-words',
  question: 'Where do refusals have their words?',
  assumes:
    '`detail`, `message`, `error`, or texts under the names of fields. What is not in JSON counts as a proxy’s or a breakdown.',
  judge: ({ look, exchanges }: Seen) => {
    const refusals = exchanges.filter(({ status }) => status >= 400 && status < 500);
    const views = refusals.filter((one) => one.status !== 404 || isJson(one));
    if (!views.includes(look.wrongToken)) return notAnswered('nothing was refused in JSON');
    const mute = views.find((one) => !isJson(one) || wordsIn(one.json).length === 0);
    return finding(mute === undefined, mute ? told(mute) : `in ${shapes(views)}`);
  },
};

function shapes(views: Exchange[]): string {
  const names = views.flatMap(({ json }) => (Array.isArray(json) ? ['a list'] : Object.keys(Object(json))));
  return [...new Set(names)].join(', ');
}

function judgeStatus(exchange: Exchange, expected: number[]): Finding {
  return finding(expected.includes(exchange.status), told(exchange));
}

export const errorQuestions = [path, id, otherForm, method, words];
