/** What .NET's TrimStart takes away (Char.IsWhiteSpace): JavaScript's \s has U+FEFF instead of U+0085. */
const start = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/;

/** What the runner would take for a command in text that a step prints, in either form (runner, ActionCommand.cs). */
export function commandsIn(printed: string): string[] {
  return printed
    .split(/\r\n|\r|\n/)
    .filter((line) => line.includes('##[') || line.replace(start, '').startsWith('::'));
}
