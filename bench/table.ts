/** A table of the benchmark: columns by their headings, and a row of cells each. */
export interface Table {
  title: string;
  /** What the figures mean and what they are measured against, in a sentence or two. */
  note: string;
  columns: string[];
  rows: string[][];
}

export function asText({ title, note, columns, rows }: Table): string {
  const widths = columns.map((heading, column) =>
    Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)),
  );
  const line = (cells: string[]) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ');
  return [title, note, '', line(columns), ...rows.map(line), ''].join('\n');
}

export function asMarkdown({ title, note, columns, rows }: Table): string {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, column) => (column === 0 ? '---' : '---:'));
  return [`## ${title}`, '', note, '', line(columns), line(rule), ...rows.map(line), ''].join('\n');
}
