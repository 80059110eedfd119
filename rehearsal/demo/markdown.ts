const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };

/** A job summary as GitHub would show it, as far as a terminal can: tables aligned, tags gone, entities decoded, charts only named. */
export function readable(markdown: string): string[] {
  const lines: string[] = [];
  let table: string[][] = [];
  const endTable = () => {
    if (table.length > 0) lines.push(...aligned(table));
    table = [];
  };
  for (const line of markdown.replace(/^```mermaid\n.*?^```$/gms, '[a chart of the same]').split('\n')) {
    if (line.startsWith('|')) {
      table.push(line.slice(1, -1).split('|'));
      continue;
    }
    endTable();
    if (line !== '' || (lines.at(-1) ?? '') !== '') lines.push(...withoutMarkup(line));
  }
  endTable();
  while (lines.at(-1) === '') lines.pop();
  return lines;
}

/** No lines for a line that is nothing but markup. */
function withoutMarkup(line: string): string[] {
  if (/^```|^<\/details>/.test(line)) return [];
  const text = line
    .replace(/^#+ /, '')
    .replace(/^> /, '│ ')
    .replace(/^<details><summary>(.*)<\/summary>/, '▸ $1')
    .trimEnd();
  return [plain(text)];
}

function aligned([head = [], rule = [], ...body]: string[][]): string[] {
  const rows = [head, ...body].map((row) => row.map((cell) => plain(cell.trim())));
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const lines = rows.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return rule[column]?.trim().endsWith(':') ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('   ')
      .trimEnd(),
  );
  return [lines[0] ?? '', '─'.repeat(Math.max(...lines.map((line) => line.length))), ...lines.slice(1)];
}

/** Text without tags, emphasis and zero-width spaces. Entities come last: what they stand for is no markup. */
function plain(text: string): string {
  return text
    .replace(/<\/?code>|\*\*|\u200b/g, '')
    .replace(/&(?:#(\d+)|(\w+));/g, (entity, number?: string, name?: string) =>
      number ? String.fromCodePoint(Number(number)) : (named[name ?? ''] ?? entity),
    );
}
