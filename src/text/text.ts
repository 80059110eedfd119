/** The one way from outside text (the API's, the user's) to something that is printed. */

/** Control, format (bidirectional, zero-width), line and paragraph separators, lone surrogates. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\s]+/gu;
/** Most text has nothing of that in it, and does not wait for Node to look its classes up in Unicode. */
const plain = /^(?:[!-~]| (?! ))*$/;

/**
 * One printable line. The runner parses `##[command]` anywhere in a line (ActionCommand.cs), so that is broken up;
 * `::` counts only at a line's beginning, where no outside text may stand.
 */
export function oneLine(text: string, longest = 300): string {
  const printable = plain.test(text) ? text : text.replace(unprintable, ' ');
  const line = disarmed(printable).trim();
  return line.length <= longest ? line : `${shorten(line, longest - 1)}…`;
}

/**
 * A finished log line, made harmless as a whole: the last gate before stdout. The runner passes over white space at its
 * beginning as .NET knows it, to which U+0085 belongs.
 */
export function disarmed(line: string): string {
  return line.replace(/##(?=\[)/g, '## ').replace(/^([\s\x85]*):(?=:)/, '$1: ');
}

/** At most `length` UTF-16 units, never half a character. */
export function shorten(text: string, length: number): string {
  return text.slice(0, Math.max(0, length)).replace(/[\uD800-\uDBFF]$/, '');
}

/** With one full stop at its end, whatever the text already ends in. */
export function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

const cutHere = '\n\n… and more, which the log tells.\n';

/** As many whole lines of a Markdown text as fit into so many bytes. */
export function fitting(text: string, mostBytes: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= mostBytes) return text;
  const head = bytes.subarray(0, mostBytes - Buffer.byteLength(cutHere)).toString();
  return head.slice(0, head.lastIndexOf('\n')).concat(cutHere);
}

/** Everything that Markdown, HTML, MathJax or a table would read as its own. */
const syntax = /[&<>"'`*_{}[\]()#+!|~\\@$:]/g;

/**
 * Outside text as plain Markdown text. Mentions and issue references are found by GitHub after rendering, where an
 * entity no longer helps: a zero-width space does.
 */
export function markdown(text: string, longest?: number): string {
  return oneLine(text, longest)
    .replace(
      syntax,
      (character) => `&#${character.charCodeAt(0)};${'@#'.includes(character) ? '\u200b' : ''}`,
    )
    .replace(/\b(www)\./gi, '$1&#46;');
}

/** Outside text as inline code; GitHub finds no mentions in it. */
export function code(text: string): string {
  return `<code>${markdown(text)}</code>`;
}

/** A function that replaces the secret wherever it stands, as it is and as it would stand in a URL, JSON or Markdown. */
export function redactor(secret: string): (text: string) => string {
  const escaped = [encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1), markdown(secret)];
  const forms = [...new Set([secret, ...escaped])].filter((form) => form !== '');
  return (text) => forms.reduce((clean, form) => clean.replaceAll(form, '***'), text);
}
