import { refuse } from '../../core/refusal/refusals.ts';
import type { ReceivedRow } from '../ports.ts';

/** A total comes in with a cut-over: there it replaces the one before, and no line counts beside it. */
export function withoutTotal(row: ReceivedRow): ReceivedRow {
  if (!('line' in row.parsed) || row.parsed.line.takenOverFrom === undefined) return row;
  const refusal = refuse('line-total-elsewhere', 'takenOverFrom', { row: String(row.row) });
  return { ...row, parsed: { refusals: [refusal] } };
}
