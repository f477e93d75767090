import type { TextRow } from '../../app/ports/exportStore.ts';

const NEWLINE = 0x0a;
const ESCAPED: Readonly<Record<string, string>> = {
  ...{ b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' },
};

/** The rows of COPY in its text form, as many at once as came at once. */
export async function* copiedRows(chunks: AsyncIterable<Buffer>): AsyncGenerator<readonly TextRow[]> {
  let rest: Buffer[] = [];
  for await (const chunk of chunks) {
    const end = chunk.lastIndexOf(NEWLINE);
    if (end < 0) {
      rest.push(chunk);
      continue;
    }
    // A line break within a text is escaped, so that this one ends a row.
    const whole = Buffer.concat([...rest, chunk.subarray(0, end)]).toString('utf8');
    rest = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    yield whole.split('\n').map(rowOf);
  }
}

function rowOf(line: string): TextRow {
  const cells: (string | undefined)[] = line.split('\t');
  if (!line.includes('\\')) return cells;
  return cells.map((cell) => (cell === '\\N' ? undefined : cell?.includes('\\') ? unescaped(cell) : cell));
}

function unescaped(cell: string): string {
  return cell.replace(/\\(.)/gs, (_, sign: string) => ESCAPED[sign] ?? sign);
}
