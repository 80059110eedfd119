import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const page = 'docs/troubleshooting.md';

interface Call {
  name: string;
  args: string[];
}

/** From `start` to the comma or bracket that ends the expression there; strings and brackets inside it count for nothing. */
function expressionAt(code: string, start: number): string {
  let depth = 0;
  for (let at = start; at < code.length; at++) {
    const char = code[at] ?? '';
    if (`'"\``.includes(char)) at = endOfText(code, at);
    else if ('([{'.includes(char)) depth++;
    else if (')]};,'.includes(char) && depth === 0) return code.slice(start, at).trim();
    else if (')]}'.includes(char)) depth--;
  }
  return code.slice(start).trim();
}

/** Where the text that begins at `start` ends; a template may have expressions with texts in it. */
function endOfText(code: string, start: number): number {
  const quote = code[start];
  let at = start + 1;
  for (; at < code.length && code[at] !== quote; at++) {
    if (code[at] === '\\') at++;
    else if (quote === '`' && code.startsWith('${', at)) at += 2 + expressionAt(code, at + 2).length;
  }
  return at;
}

/** The texts in an expression, without what is inside of them; `…` stands for what is known only when it runs. */
function textsIn(expression: string): string[] {
  const found: string[] = [];
  for (let at = 0; at < expression.length; at++) {
    if (!`'"\``.includes(expression[at] ?? '')) continue;
    const end = endOfText(expression, at);
    found.push(withoutExpressions(expression.slice(at + 1, end)));
    at = end;
  }
  return found;
}

function withoutExpressions(text: string): string {
  const start = text.indexOf('${');
  if (start < 0) return text;
  const end = text.indexOf('}', start + 2 + expressionAt(text, start + 2).length);
  return `${text.slice(0, start)}…${withoutExpressions(text.slice(end + 1))}`;
}

function argumentsFrom(code: string, start: number): string[] {
  const args: string[] = [];
  for (let at = start; code[at - 1] !== ')'; ) {
    const length = code.slice(at).length - code.slice(at).trimStart().length;
    const arg = expressionAt(code, at);
    args.push(arg);
    at += length + arg.length;
    while (/\s/.test(code[at] ?? '')) at++;
    at++;
  }
  return args;
}

function callsOf(pattern: RegExp, code: string): Call[] {
  return [...code.matchAll(pattern)].map((match) => ({
    name: match[0],
    args: argumentsFrom(code, match.index + match[0].length),
  }));
}

/** Where a title stands: as a property, before the message of an annotation, or as an argument that is called `title`. */
function titleExpressions(code: string): string[] {
  const properties = [...code.matchAll(/(?<![\w.'])title: /g)].map((match) =>
    expressionAt(code, match.index + match[0].length),
  );
  const annotations = callsOf(
    /\.(?:notice|warning|error)\(|\b(?:journal|log)\[(?![^\]]*'(?:info|debug)')[^\]]+\]\(/g,
    code,
  );
  const takers = [...code.matchAll(/\bfunction (\w+)\(([^)]*)\)/g)].flatMap(([, name = '', list = '']) => {
    const index = list.split(',').findIndex((one) => /^\s*title\b/.test(one));
    return index < 0 ? [] : [{ name, index, fallback: /\btitle = (\w+)/.exec(list)?.[1] }];
  });
  const annotated = annotations.map(({ args: [title = ''] }) => title);
  return [
    ...properties,
    ...annotated.map((title) => (title.startsWith('...') ? firstOfPair(title, code) : title)),
    ...takers.flatMap(({ name, index, fallback }) => [
      ...callsOf(new RegExp(`(?<!function )\\b${name}\\(`, 'g'), code).flatMap(
        ({ args }) => args[index] || [],
      ),
      ...(fallback ? [new RegExp(`const ${fallback} = ('[^']*')`).exec(code)?.[1] ?? fallback] : []),
    ]),
  ];
}

/** Of `...made(of, these)`, the title that `made` returns before its message. */
function firstOfPair(spread: string, code: string): string {
  const [, name = ''] = /^\.\.\.(\w+)\(/.exec(spread) ?? [];
  const maker = new RegExp(`function ${name}\\([^)]*\\)[^{]*\\{\\s*return \\[`).exec(code);
  return maker ? expressionAt(code, maker.index + maker[0].length) : name;
}

/** What only hands on a title that was made elsewhere, or says that it is a text. */
const handedOn = /^(string|safe\((title|message)\)|(\w+\??\.)?title( \?\? (\w+\.)?title)?)$/;

/** Every title of an annotation or error that a source file can produce. @throws where that cannot be told */
function titlesIn(source: string): string[] {
  const code = source.replace(/\/\*.*?\*\/|^[^\S\n]*\/\/[^\n]*/gms, '');
  return titleExpressions(code).flatMap((expression) => {
    const texts = textsIn(expression);
    if (texts.length === 0 && !handedOn.test(expression))
      throw new Error(`no title to be read: ${expression}`);
    return texts;
  });
}

/** The rows of all tables whose first cell is in bold: what it is called, why it comes, what to do. */
function entriesIn(markdown: string): string[][] {
  return markdown
    .split('\n')
    .filter((line) => line.startsWith('| **'))
    .map((line) => line.slice(1, -1).split(' | '))
    .map((cells) => cells.map((cell) => cell.trim()));
}

const nameOf = (cell = '') => /^\*\*(.+?)\*\*/.exec(cell)?.[1] ?? '';

const produced = [
  ...new Set(globSync('src/**/*.ts', { cwd: root }).flatMap((file) => titlesIn(read(file)))),
].sort();
const entries = entriesIn(read(page));

describe(page, () => {
  test('has an entry for every error and annotation that the code can produce, and no other', () => {
    expect(produced.length).toBeGreaterThan(70);
    expect(entries.map(([title]) => nameOf(title)).sort()).toEqual(produced);
  });

  test.each(entries)('%s has a cause and a remedy', (...cells) => {
    expect(cells).toHaveLength(3);
    for (const cell of cells.slice(1)) expect(cell).toMatch(/\p{L}.{10,}[.)]$/u);
  });
});

test('the README tells of the most common ones, and where the others are', () => {
  const section = /\n## Troubleshooting\n(.*?)\n## /s.exec(read('README.md'))?.[1] ?? '';
  const quoted = entriesIn(section).map(([title]) => nameOf(title));
  expect(quoted.length).toBeGreaterThan(4);
  expect(quoted.filter((title) => !produced.includes(title))).toEqual([]);
  expect(section).toContain(`(${page})`);
});

describe('titles are found', () => {
  test.each([
    ["throw new Failure({ title: 'Brand new', message: `x` });", ['Brand new']],
    ["return { title: isLost ? 'One' : 'Other', next: 'a, b' };", ['One', 'Other']],
    ["const t = { title: first?.title ?? 'Fallback' };", ['Fallback']],
    ['super({ title: `Input ${names.join(", ")} ${`a${b}`} used`, message });', ['Input … … used']],
    ["journal.warning(\n  'On its own line',\n  `text, with a comma`,\n);", ['On its own line']],
    ["deps.journal[level]('By level', text);", ['By level']],
    ["log[isNews ? 'info' : 'debug']('No title');", []],
    ["journal[ok ? 'notice' : 'warning']('By a choice', text);", ['By a choice']],
    [
      "const usual = 'Usual';\nfunction advice(next: string, title = usual) {}\nadvice(hint('a', 1));\nadvice(\n  'Do this, or that.',\n  'Special',\n);",
      ['Special', 'Usual'],
    ],
    [
      "log.warning(...pair(a, 'b'));\nfunction pair(c: string): [title: string, message: string] {\n  return [\n    'Of a pair',\n    ''];\n}",
      ['Of a pair'],
    ],
    [
      "/** title: 'Told' */\n// warning('Told')\ninterface A { title: string; }\nlog.notice('Below', '');",
      ['Below'],
    ],
  ])('in %j', (code, titles) => {
    expect(titlesIn(code)).toEqual(titles);
  });

  test.each(['new Failure({ title: made(), message });', 'log.warning(...made(), message);'])(
    'or it is a complaint, as in %j',
    (code) => {
      expect(() => titlesIn(code)).toThrow('made');
    },
  );
});
