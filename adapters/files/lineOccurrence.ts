import { createHash } from 'node:crypto';
import type { ReceivedRow } from '../../app/ports.ts';
import { occurrenceContent, occurrenceName } from '../../core/fact/occurrence.ts';
import { accept, type Result } from '../../core/refusal/refusals.ts';

/**
 * Gives each line of a file without line numbers its name: the hash of what it says, and which of
 * the equal lines of its document in this file it is.
 */
export async function* nameOccurrences(
  batches: AsyncIterable<Result<readonly ReceivedRow[]>>,
): AsyncGenerator<Result<readonly ReceivedRow[]>> {
  const seen = new Map<string, number>();
  for await (const batch of batches) {
    yield batch.ok ? accept(batch.value.map((row) => named(row, seen))) : batch;
  }
}

function named(row: ReceivedRow, seen: Map<string, number>): ReceivedRow {
  if (!('line' in row.parsed)) return row;
  const { line } = row.parsed;
  const hash = createHash('sha256').update(occurrenceContent(line)).digest('hex').slice(0, 16);
  const n = (seen.get(hash) ?? 0) + 1;
  seen.set(hash, n);
  return { ...row, parsed: { line: { ...line, line: occurrenceName(hash, n) } } };
}
