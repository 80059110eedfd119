import type { Sent, Step } from './stage/record.ts';
import type { Trial } from './trial.ts';

const longestBody = 160;

/** What was broken, what the job was made of, what people were told, and all that was sent. */
export function report({ recipe, drawn, played, violations }: Trial): string {
  const { seed, form, without } = recipe;
  return [
    `seed ${seed}, form ${form}${without.length > 0 ? `, without ${without.length} of its ingredients` : ''}: ${violations.length} broken`,
    ...violations.map(({ promise, text }) => `  ✗ ${promise}: ${text}`),
    'ingredients',
    ...[...drawn].map(([name, value]) => `  ${name}: ${inWords(value)}`),
    `the job ended with ${played.ending}`,
    ...played.steps.flatMap(linesOf),
    'others',
    ...played.deeds.map(
      ({ at, what, server, snapshot }) => `  ${seconds(at)} ${what} ${server} ${snapshot ?? ''}`,
    ),
    'ledger',
    ...shortened(played.sent),
    ...played.late.map(({ at, effect }) => `  ${seconds(at)} late: ${JSON.stringify(effect)}`),
  ].join('\n');
}

function linesOf(step: Step, place: number): string[] {
  const { isPost, inputs, startedAt, endedAt, end, red, outputs, annotations } = step;
  const { api_token: _, github_token: __, ...told } = inputs;
  return [
    `step ${place}, ${isPost ? 'post' : 'main'} of use ${step.use}: ${seconds(startedAt)} to ${seconds(endedAt)}, ${red ? 'red' : 'green'}, ${end}, ${outputs.result ?? 'no result'}, ${outputs.snapshot_id ?? ''}`,
    `  ${JSON.stringify(told)}`,
    ...annotations.map(
      ({ level, title, message }) => `  ${level}: ${title}: ${message.replaceAll('\n', ' / ')}`,
    ),
  ];
}

/** Looks that came to nothing new are counted. */
function shortened(sent: readonly Sent[]): string[] {
  const lines: string[] = [];
  let alike = 0;
  for (const [index, one] of sent.entries()) {
    const before = sent[index - 1];
    const isAlike =
      before !== undefined &&
      one.method === 'GET' &&
      one.effects.length === 0 &&
      one.path === before.path &&
      one.step === before.step &&
      one.answer?.status === before.answer?.status;
    if (isAlike) {
      alike += 1;
      continue;
    }
    if (alike > 0) lines.push(`      and ${alike} more`);
    alike = 0;
    lines.push(lineOf(one));
  }
  return lines;
}

function lineOf({ at, step, method, path, query, body, answer, effects }: Sent): string {
  const asked = `${method} ${path}${query ? `?${query}` : ''} ${body.slice(0, longestBody)}`.trim();
  const did = effects.length > 0 ? ` ${JSON.stringify(effects)}` : '';
  const words =
    method === 'GET' || !answer ? '' : ` ${answer.body.slice(0, longestBody).replace(/\s+/g, ' ')}`;
  return `  ${seconds(at)} [${step}] ${asked} → ${answer?.status}${did}${words}`;
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(3)} s`;
}

function inWords(value: unknown): string {
  return (
    JSON.stringify(value, (_, member) => {
      if (typeof member === 'bigint') return String(member);
      if (member instanceof RegExp) return String(member);
      if (typeof member === 'function') return 'a function';
      return member === Number.POSITIVE_INFINITY ? 'for ever' : member;
    }) ?? 'a function'
  );
}
