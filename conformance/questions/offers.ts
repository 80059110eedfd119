import { type Exchange, isAccepted, isJson } from '../ask.ts';
import { told } from './answers.ts';
import { agrees, contradicts, notAnswered, type Question, type Seen } from './question.ts';

const create: Question = {
  id: 'create-path',
  question: 'On which path is a snapshot asked for?',
  assumes:
    '`POST /snapshots/`, or `POST /servers/{…}/snapshot/` with a `label`. Where one is answered 405, or 404, the other one is asked.',
  judge: ({ look, trail }: Seen) => {
    const accepted = [trail?.running, trail?.standing]
      .flatMap((made) => made?.attempts ?? [])
      .find(isAccepted);
    if (accepted)
      return agrees(
        `accepted at POST ${accepted.path.startsWith('/snapshots') ? '/snapshots/' : '/servers/{…}/snapshot/'}`,
      );
    const offers = {
      '/snapshots/': offerOf(look.createInList),
      '/servers/{…}/snapshot/': offerOf(look.createAtServer),
    };
    const answer = Object.entries(offers)
      .map(([path, offer]) => `${path}: ${offer}`)
      .join('; ');
    const all = Object.values(offers);
    if (all.includes('offered')) return agrees(answer);
    return all.every((offer) => offer === 'not offered') ? contradicts(answer) : notAnswered(answer);
  },
};

const power: Question = {
  id: 'power-path',
  question: 'Is `POST /servers/{…}/power/` offered?',
  assumes:
    'Only `stop_server` needs it. Where it is refused or absent (403, 404, 405), nothing is made and nothing is stopped.',
  judge: ({ look, trail }: Seen) => {
    const offer = trail?.stop && isAccepted(trail.stop.exchange) ? 'offered' : offerOf(look.power);
    if (offer === 'strange') return contradicts(told(look.power));
    return offer === 'not told' ? notAnswered(told(look.power)) : agrees(offer);
  },
};

/** What the answer to a method that changes nothing tells about POST. */
function offerOf(exchange: Exchange): 'offered' | 'not offered' | 'not told' | 'strange' {
  const { status, headers } = exchange;
  const methods = headers.allow?.toUpperCase().split(/[\s,]+/) ?? [];
  if (methods.includes('POST')) return 'offered';
  if (methods.length > 0) return 'not offered';
  if (status === 404) return isJson(exchange) ? 'not told' : 'not offered';
  return [401, 403, 405].includes(status) || isAccepted(exchange) ? 'not told' : 'strange';
}

export const offerQuestions = [create, power];
