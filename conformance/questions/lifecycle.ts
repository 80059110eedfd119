import { isAccepted, isJson } from '../ask.ts';
import { inWords, minute, second } from '../clock.ts';
import { fieldsOf } from '../json.ts';
import { formOf, idsOf, wordOf } from '../objects.ts';
import { interruption } from '../refusal.ts';
import type { Made } from '../walk/trail.ts';
import { kindOfSnapshot } from '../words.ts';
import { sequence, told } from './answers.ts';
import {
  agrees,
  contradicts,
  type Finding,
  finding,
  inCircle,
  notAnswered,
  type Question,
} from './question.ts';

const createAnswer: Question = {
  id: 'create-answer',
  question: 'What is the answer to a request for a snapshot?',
  assumes:
    'Any 2xx is an acceptance. Without an id in it the new snapshot is looked for by its mark, for two minutes.',
  judge: inCircle(
    ({ running }) => running?.attempts.at(-1),
    (exchange, { running }) => {
      if (!isAccepted(exchange)) return contradicts(told(exchange));
      const form = formOf(idsOf(fieldsOf(exchange.json)));
      const status = wordOf(fieldsOf(exchange.json));
      const shown = `${exchange.status}, ${form}${status === '' ? '' : `, “${status}”`}; found by ${running?.foundBy ?? 'nothing'}`;
      return finding(running?.foundBy !== undefined && running.foundBy !== 'being new', shown);
    },
  ),
};

const listed: Question = {
  id: 'create-listed',
  question: 'How soon does a list show a new snapshot?',
  assumes: 'Within 20 seconds: a request whose answer was lost is made again when nothing shows by then.',
  judge: inCircle(
    ({ running }) => running,
    ({ foundAfterMs }) =>
      foundAfterMs === undefined
        ? contradicts('never')
        : finding(foundAfterMs <= 20 * second, `after ${inWords(foundAfterMs)}`),
  ),
};

const createdAt: Question = {
  id: 'created-at',
  question: 'Is `created_at` the moment of the request, by the clock of the `Date` header?',
  assumes: 'It is, to two minutes: newer deploys, `max_age` and the oldest snapshot are told by it.',
  judge: inCircle(
    ({ running }) => running?.shown && running,
    ({ attempts, shown }: Made) => {
      const at = Date.parse(utc(String(shown?.created_at)));
      const asked = Date.parse(attempts.at(-1)?.headers.date ?? '');
      if (Number.isNaN(at) || Number.isNaN(asked)) return notAnswered('no time to compare');
      const apart = Math.abs(at - asked);
      return finding(apart <= 2 * minute, apart < 2 * second ? 'yes' : `${inWords(apart)} apart`);
    },
  ),
};

const texts: Question = {
  id: 'text-kept',
  question: 'Is a description, or a label, of 200 characters kept?',
  assumes:
    'It is, with brackets, slashes and spaces: the mark at its end tells whose a snapshot is. Refused, the mark alone is sent; lost, a warning says what is not protected.',
  judge: inCircle(
    ({ running }) => running?.shown && running,
    ({ isShortened, shown, text }: Made) => {
      if (isShortened) return contradicts('refused; the name alone was accepted');
      const kept = [shown?.description, shown?.label, shown?.name].map((one) => String(one ?? ''));
      if (kept.includes(text)) return agrees(`all ${text.length} characters`);
      const cut = kept.find((one) => one !== '' && text.startsWith(one));
      return contradicts(cut ? `cut to ${cut.length} characters` : 'not kept');
    },
  ),
};

const createCourse: Question = {
  id: 'create-course',
  question: 'Which words does a snapshot go through, and how long does it take?',
  assumes: '`in_progress`, then `completed`, within the hour; 3 to 10 minutes by the documentation.',
  judge: inCircle(
    ({ running }) => running,
    (made) => judgeCourse(made),
  ),
};

const stop: Question = {
  id: 'stop',
  question: 'What does a stop do?',
  assumes:
    'It is accepted with a 2xx, and the server shows that it stands still within 5 minutes; else nothing is made and it is started.',
  judge: inCircle(
    ({ stop: stopped }) => stopped,
    ({ exchange, words, doneAfterMs }) => {
      if ([403, 404, 405].includes(exchange.status)) return notAnswered(`not offered: ${told(exchange)}`);
      return finding(doneAfterMs !== undefined, `${told(exchange)}; ${sequence(words)}`);
    },
  ),
};

const still: Question = {
  id: 'stopped-snapshot',
  question: 'Can a snapshot of a stopped server be made?',
  assumes: 'It can, like any other.',
  judge: inCircle(
    ({ standing }) => standing,
    (made) => judgeCourse(made),
  ),
};

const start: Question = {
  id: 'start',
  question: 'What does a start do?',
  assumes: 'It is accepted with a 2xx, or as busy for a while (409), and the server runs in two looks.',
  judge: inCircle(
    ({ start: started }) => started,
    ({ exchange, words, doneAfterMs }) =>
      finding(doneAfterMs !== undefined, `${told(exchange)}; ${sequence(words)}`),
  ),
};

const startAgain: Question = {
  id: 'start-again',
  question: 'What does the start of a running server get?',
  assumes: 'A 2xx, or 400: it runs already, which is success.',
  judge: inCircle(
    ({ startAgain: again }) => again,
    (again) => finding(isAccepted(again) || (again.status === 400 && isJson(again)), told(again)),
  ),
};

const restoreAnswer: Question = {
  id: 'restore-answer',
  question: 'What is the answer to a restore?',
  assumes: 'A 2xx without `"status":"error"` or `"failed"` is an acceptance, not the end.',
  judge: inCircle(
    ({ restore }) => restore?.exchange,
    (exchange) => {
      const isFailure = ['error', 'failed'].includes(wordOf(fieldsOf(exchange.json)));
      return finding(isAccepted(exchange) && !isFailure, told(exchange));
    },
  ),
};

const restoreAgain: Question = {
  id: 'restore-again',
  question: 'What does a second restore get while the first goes on?',
  assumes: '400, 409, 423, 425 or 429 in JSON: it did nothing, and is asked again later, after a look.',
  judge: inCircle(
    ({ restore }) => restore?.again,
    (again) => finding([400, 409, 423, 425, 429].includes(again.status) && isJson(again), told(again)),
  ),
};

const restoreCourse: Question = {
  id: 'restore-course',
  question: 'Which words does a server go through in a restore, and how soon is it seen to leave?',
  assumes:
    '`restoring`, or a standstill of two minutes, within 5 minutes, and then it runs. Without that a restore is not confirmed.',
  judge: inCircle(
    ({ restore }) => (restore && isAccepted(restore.exchange) ? restore : undefined),
    ({ words, leftAfterMs, endedAfterMs }, { endedEarly }) => {
      if (endedAfterMs === undefined && endedEarly === interruption) return notAnswered(sequence(words));
      const isSoon = leftAfterMs !== undefined && leftAfterMs <= 5 * minute;
      return finding(isSoon && endedAfterMs !== undefined, sequence(words));
    },
  ),
};

const after: Question = {
  id: 'after-restore',
  question: 'What is a server after its restore that ran before?',
  assumes: 'It runs, or it stands still and is started once. An address that changed is named.',
  judge: inCircle(
    ({ restore }) => (restore && isAccepted(restore.exchange) ? restore : undefined),
    ({ end, words, addressChanged }, { endedEarly }) => {
      const address = addressChanged ? 'another address' : 'the same address';
      if (end) return agrees(`it ${end}, “${words.at(-1)?.word}”, with ${address}`);
      const answer = `not seen; the last word was “${words.at(-1)?.word ?? ''}”`;
      return endedEarly === interruption ? notAnswered(answer) : contradicts(answer);
    },
  ),
};

const removal: Question = {
  id: 'delete-answer',
  question: 'What is the answer to a deletion, and when is the snapshot gone?',
  assumes:
    '204 (or 202), and within 2 minutes the list does not show it, or shows it as `deleting` or `deleted`.',
  judge: inCircle(
    ({ removal: removed }) => removed,
    ({ exchange, goneAfterMs }) => {
      const when = goneAfterMs === undefined ? 'not gone' : `gone after ${inWords(goneAfterMs)}`;
      const isGone = goneAfterMs !== undefined && goneAfterMs <= 2 * minute;
      return finding([202, 204].includes(exchange.status) && isGone, `${told(exchange)}; ${when}`);
    },
  ),
};

const removalAgain: Question = {
  id: 'delete-again',
  question: 'What does the deletion of a deleted snapshot get?',
  assumes: '404 in JSON: `already_absent`, if a whole list does not show it either.',
  judge: inCircle(
    ({ removalAgain: again }) => again,
    (again) => finding(again.status === 404 && isJson(again), told(again)),
  ),
};

const early: Question = {
  id: 'delete-in-progress',
  question: 'Can a snapshot be deleted that is being made?',
  assumes: 'It can, or it is refused with 409 or 423 and asked again when it has ended.',
  judge: inCircle(
    ({ early: one }) => one?.removal,
    ({ exchange, goneAfterMs }) => {
      const isDone = isAccepted(exchange) && goneAfterMs !== undefined;
      return finding(isDone || [409, 423].includes(exchange.status), told(exchange));
    },
  ),
};

function judgeCourse({ words, attempts, endedAfterMs }: Made): Finding {
  const exchange = attempts.at(-1);
  if (exchange && !isAccepted(exchange)) return contradicts(told(exchange));
  const end = words.at(-1)?.word ?? '';
  if (endedAfterMs === undefined) {
    const isStrange = words.some(({ word }) => kindOfSnapshot(word) === 'unknown');
    return isStrange ? contradicts(sequence(words)) : notAnswered(`${sequence(words)}, not seen to end`);
  }
  return finding(kindOfSnapshot(end) === 'complete', sequence(words));
}

function utc(time: string): string {
  return /(Z|[+-]\d\d:?\d\d)$/.test(time) ? time : `${time}Z`;
}

export const lifecycleQuestions = [
  ...[createAnswer, listed, createdAt, texts, createCourse, stop, still, start, startAgain],
  ...[restoreAnswer, restoreAgain, restoreCourse, after, removal, removalAgain, early],
];
