import { CLAIM_COLUMNS, CLAIM_COLUMNS_NEEDED } from '../../core/claim/claimFile.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { readTextRows, type TextRows } from './readTextRows.ts';
import type { TableOptions } from './tableFile.ts';

/**
 * A file of claims that partners send: CSV, a workbook or JSON.
 * Refuses: those of readTextRows.
 */
export function readClaimFile(path: string, options: TableOptions = {}): Promise<Result<TextRows>> {
  const isKnown = (column: string) => CLAIM_COLUMNS.some((field) => field === column);
  return readTextRows(path, { needed: CLAIM_COLUMNS_NEEDED, isKnown }, options);
}
