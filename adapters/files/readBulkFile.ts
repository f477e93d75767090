import { isBulkColumn } from '../../core/lifecycle/bulkRow.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { readTextRows, type TextRows } from './readTextRows.ts';
import type { TableOptions } from './tableFile.ts';

/**
 * A spreadsheet of agreements: CSV, a workbook or JSON.
 * Refuses: those of readTextRows.
 */
export function readBulkFile(path: string, options: TableOptions = {}): Promise<Result<TextRows>> {
  return readTextRows(path, { needed: ['agreement'], isKnown: isBulkColumn }, options);
}
