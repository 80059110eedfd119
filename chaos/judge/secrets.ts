import { token } from '../draw/account.ts';
import { type Facts, toldBy } from './facts.ts';
import { broken, type Violation } from './violation.ts';

const forms = [token, encodeURIComponent(token), JSON.stringify(token).slice(1, -1)];

/** The token goes to the API and nowhere else, and outside text gives the runner no commands. */
export function secrets({ steps, played }: Facts): Violation[] {
  const leaks = steps.flatMap((step, place) => {
    const texts = [toldBy(step), ...step.saved].join('\n');
    return forms.some((form) => texts.includes(form))
      ? [broken('the token is nowhere', `Step ${place} tells it`)]
      : [];
  });
  const sent = played.sent
    .filter(({ to, ...rest }) => to !== 'api' && JSON.stringify(rest).includes(token))
    .map(({ to, path }) => broken('the token is nowhere', `It is sent to ${to} ${path}`));
  const strangers = played.sent
    .filter(({ to }) => to === 'elsewhere')
    .map(({ path }) => broken('no request to another host', path));
  const public_ = [
    ...played.github.comments.map(({ body }) => body),
    ...played.github.statuses.map(({ description }) => description),
  ].join('\n');
  const told = forms.some((form) => public_.includes(form))
    ? [broken('the token is nowhere', 'GitHub is told')]
    : [];
  const commands = steps.flatMap((step, place) => {
    const lines = [
      ...step.lines,
      ...step.annotations.map(({ message }) => message),
      ...Object.values(step.outputs),
    ].join('\n');
    return /##\[|^\s*::/m.test(lines)
      ? [broken('outside text gives no commands', `Step ${place}: ${/.*(##\[|^\s*::).*/m.exec(lines)?.[0]}`)]
      : [];
  });
  return [...leaks, ...sent, ...strangers, ...told, ...commands];
}
