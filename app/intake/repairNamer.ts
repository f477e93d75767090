import type { Ports, ReceivedRow, Tx } from '../ports.ts';
import { occurrenceNamer } from './occurrenceNamer.ts';

/**
 * Names the lines of a file that repairs quarantined rows of documents without line numbers: such a
 * file holds parts of documents, so what it says is counted beside what is known. A row that was
 * repaired before keeps its name, so that the same file again adds nothing.
 */
export function repairNamer(
  ports: Ports,
  tx: Tx,
): (rows: readonly ReceivedRow[]) => Promise<readonly ReceivedRow[]> {
  const named = occurrenceNamer(ports, tx);
  return async (rows) => {
    const [first] = rows.flatMap(({ repairs }) => repairs ?? []);
    if (first === undefined) return rows;
    // Two files of repairs at once would give two lines the name of one.
    await tx.batches.lock();
    const before = await tx.received.saidAgainAs(
      first.import,
      rows.flatMap(({ repairs }) => repairs?.row ?? []),
    );
    const renamed: ReceivedRow[] = [];
    for (const row of rows) {
      const { parsed, repairs } = row;
      if (!('line' in parsed) || repairs === undefined) renamed.push(row);
      else {
        const name = before.get(repairs.row);
        const line = name === undefined ? await named(parsed.line) : { ...parsed.line, line: name };
        renamed.push({ ...row, parsed: { line } });
      }
    }
    return renamed;
  };
}
