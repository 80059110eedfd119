import { isAccepted, isJson } from '../ask.ts';
import { fieldsOf } from '../json.ts';
import { told, wordsIn } from './answers.ts';
import { contradicts, finding, type Question } from './question.ts';

const permissions: Question = {
  id: 'token-permissions',
  question: 'What may this token do, and how are its permissions named?',
  assumes:
    'Permissions are texts, and are not read: a right that is missing shows as 403. Snapshots can be listed; servers should be.',
  judge: ({ look: { account, servers, snapshots } }) => {
    const listed = snapshots.pages[0];
    if (listed && !isAccepted(listed)) return contradicts(`snapshots cannot be listed: ${told(listed)}`);
    const refused = servers.pages.find((page) => !isAccepted(page));
    const { permissions: named } = fieldsOf(fieldsOf(account.json).token);
    const isTexts = Array.isArray(named) && named.every((one) => typeof one === 'string');
    const names = isTexts ? named.map((one) => `“${one}”`).join(', ') || 'none' : 'not a list of texts';
    const rest = refused ? `; servers cannot be listed: ${told(refused)}` : '';
    return finding(
      isTexts || account.status === 403,
      `${isTexts ? names : `${names} (${told(account)})`}${rest}`,
    );
  },
};

const wrong: Question = {
  id: 'wrong-token',
  question: 'What does a wrong token get?',
  assumes: '401 in JSON, or 403 whose words are about the token: the step ends at once.',
  judge: ({ look: { wrongToken } }) => {
    const words = wordsIn(wrongToken.json).join(' ');
    const isPlain = wrongToken.status === 401 && isJson(wrongToken);
    const isTold = wrongToken.status === 403 && /token|credential|authenticat/i.test(words);
    return finding(isPlain || isTold, told(wrongToken));
  },
};

export const tokenQuestions = [permissions, wrong];
