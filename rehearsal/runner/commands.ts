/** What the runner makes of one line that a step prints. */
export type LogEvent =
  | { kind: 'text'; text: string }
  | { kind: 'annotation'; level: Level; title?: string; message: string }
  | { kind: 'group'; title: string }
  | { kind: 'endgroup' }
  | { kind: 'mask'; value: string }
  | { kind: 'debug'; message: string }
  | { kind: 'set-output' | 'save-state'; name: string; value: string }
  | { kind: 'other'; command: string };

export type Level = 'error' | 'warning' | 'notice';

interface Command {
  name: string;
  properties: Record<string, string>;
  data: string;
}

/** Commands that runner 2.336 knows; a line with another word is text. */
const known = new Set([
  ...['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask', 'set-output', 'save-state'],
  ...[
    'set-env',
    'add-path',
    'add-matcher',
    'remove-matcher',
    'echo',
    'stop-commands',
    'internal-set-repo-path',
  ],
]);

/**
 * Reads the output of one step line by line, as `ActionCommandManager` does: `::name key=value::data` at the start of a
 * line (after spaces), or the old `##[name key=value]data` anywhere in it. `stop-commands` mutes all until its token.
 */
export class CommandReader {
  #stopToken: string | undefined;

  read(line: string): LogEvent {
    const text: LogEvent = { kind: 'text', text: line };
    if (this.#stopToken !== undefined) {
      if (line.trim() !== `::${this.#stopToken}::`) return text;
      this.#stopToken = undefined;
      return { kind: 'other', command: 'resume' };
    }
    const said = modern(line) ?? old(line);
    if (!said) return text;
    if (said.name === 'stop-commands') this.#stopToken = said.data;
    return eventOf(said);
  }
}

function eventOf({ name, properties, data }: Command): LogEvent {
  switch (name) {
    case 'error':
    case 'warning':
    case 'notice':
      return {
        kind: 'annotation',
        level: name,
        ...(properties.title && { title: properties.title }),
        message: data,
      };
    case 'group':
      return { kind: 'group', title: data };
    case 'endgroup':
      return { kind: 'endgroup' };
    case 'add-mask':
      return { kind: 'mask', value: data };
    case 'debug':
      return { kind: 'debug', message: data };
    case 'set-output':
    case 'save-state':
      return { kind: name, name: properties.name ?? '', value: data };
    default:
      return { kind: 'other', command: name };
  }
}

const inData = { '%0D': '\r', '%0A': '\n', '%25': '%' };

function modern(line: string): Command | undefined {
  const [, head, data = ''] = /^\s*::(.+?)::(.*)$/s.exec(line) ?? [];
  if (head === undefined) return undefined;
  return command(head, propertiesOf(head, ',', { ...inData, '%3A': ':', '%2C': ',' }), decode(data, inData));
}

function old(line: string): Command | undefined {
  const [, head, data = ''] = /##\[([^\]]+)\](.*)$/s.exec(line) ?? [];
  if (head === undefined) return undefined;
  const escapes = { ...inData, '%3B': ';', '%5D': ']' };
  return command(head, propertiesOf(head, ';', escapes), decode(data, escapes));
}

function command(head: string, properties: Command['properties'], data: string): Command | undefined {
  const name = head.replace(/ .*/s, '').toLowerCase();
  return known.has(name) ? { name, properties, data } : undefined;
}

function propertiesOf(head: string, separator: string, escapes: Escapes): Command['properties'] {
  const pairs = head.slice(head.indexOf(' ') + 1).split(separator);
  return Object.fromEntries(
    pairs.flatMap((pair) => {
      const [, key, value = ''] = /^\s*([^=]+)=(.*)$/.exec(pair) ?? [];
      return key ? [[key.trim().toLowerCase(), decode(value, escapes)]] : [];
    }),
  );
}

type Escapes = Record<string, string>;

function decode(text: string, escapes: Escapes): string {
  return text.replace(/%[0-9A-F]{2}/g, (sequence) => escapes[sequence] ?? sequence);
}
