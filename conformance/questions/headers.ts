import { isJson, pauseAfter } from '../ask.ts';
import { inWords, minute } from '../clock.ts';
import { distinct, share } from './answers.ts';
import { contradicts, finding, notAnswered, type Question } from './question.ts';

const date: Question = {
  id: 'date-header',
  question: 'Do answers carry a `Date` header, and how far is that clock from this machine’s?',
  assumes:
    'They do. Ages compare the times of the API with its own `Date`; without it with this machine’s clock.',
  judge: ({ exchanges }) => {
    const answers = exchanges.filter(({ status }) => status > 0);
    const dated = answers.filter(({ headers }) => !Number.isNaN(Date.parse(headers.date ?? '')));
    const [first] = dated;
    if (!first) return contradicts('no answer has one');
    const skew = Date.parse(first.headers.date ?? '') - first.at;
    const apart = Math.abs(skew) < minute ? 'less than a minute apart' : `${inWords(Math.abs(skew))} apart`;
    return finding(dated.length === answers.length, `on ${share(dated.length, answers.length)}; ${apart}`);
  },
};

const formats: [string, RegExp][] = [
  ['UTC, in seconds', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/],
  ['UTC, with fractions', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d+Z$/],
  ['with an offset', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?[+-]\d\d:?\d\d$/],
  ['without a zone', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/],
];

const times: Question = {
  id: 'time-format',
  question: 'How are times written?',
  assumes: 'ISO 8601, with `Z`, an offset, or without a zone, which is UTC; fractions are allowed.',
  judge: ({ look: { servers, snapshots } }) => {
    const texts = [...snapshots.entries, ...servers.entries].flatMap(({ created_at }) =>
      created_at === undefined || created_at === null ? [] : [String(created_at)],
    );
    if (texts.length === 0) return notAnswered('nothing shows when it was created');
    const named = texts.map(
      (text) => formats.find(([, format]) => format.test(text))?.[0] ?? 'another format',
    );
    return finding(!named.includes('another format'), distinct(named).join(', '));
  },
};

const rates: Question = {
  id: 'rate-limits',
  question: 'Are requests limited, and how is that told?',
  assumes: '429 with `Retry-After`, or with words that name the seconds; else the pauses grow by themselves.',
  judge: ({ exchanges }) => {
    const names = distinct(exchanges.flatMap(({ headers }) => Object.keys(headers))).filter((name) =>
      /rate-?limit/.test(name),
    );
    const told = names.length > 0 ? `headers ${names.join(', ')}` : 'no header about it';
    const refused = exchanges.filter(({ status }) => status === 429);
    if (refused.length === 0) return notAnswered(`no 429 in ${exchanges.length} requests; ${told}`);
    const timed = refused.filter((one) => pauseAfter(one) !== undefined);
    const how = refused.some(({ headers }) => headers['retry-after']) ? 'with' : 'without';
    const answer = `${refused.length} answers 429, ${how} \`Retry-After\`, ${timed.length} of them name a time; ${told}`;
    return finding(timed.length === refused.length && refused.every(isJson), answer);
  },
};

export const headerQuestions = [times, date, rates];
