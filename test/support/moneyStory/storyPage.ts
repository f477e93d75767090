import { readFileSync } from 'node:fs';

const PAGE = readFileSync(new URL('../../../docs/guides/money-story.md', import.meta.url), 'utf8');

export type Row = Readonly<Record<string, string>>;

/** The table below a heading of the page, row by row, with its columns by name; amounts without separators. */
export function tableBelow(heading: string): readonly Row[] {
  const from = PAGE.indexOf(`\n## ${heading}\n`);
  if (from < 0) throw new Error(`the page has no ${heading}`);
  const lines = PAGE.slice(from + 1).split('\n');
  const first = lines.findIndex((line) => line.startsWith('|'));
  const length = lines.slice(first).findIndex((line) => !line.startsWith('|'));
  const [header = [], _rule, ...rows] = lines.slice(first, first + length).map(cellsOf);
  return rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at] ?? ''])));
}

function cellsOf(line: string): string[] {
  const cells = line.split('|').slice(1, -1);
  return cells.map((cell) =>
    cell
      .trim()
      .replaceAll('`', '')
      .replaceAll('−', '-')
      .replaceAll(/(?<=\d),(?=\d)/g, ''),
  );
}

/** A row without what tells it from others and without what is empty. */
export function amountsOf(row: Row, ...others: readonly string[]): Row {
  return Object.fromEntries(
    Object.entries(row).filter(([name, text]) => text !== '' && !others.includes(name)),
  );
}
