import { isUuid } from '../../app/isUuid.ts';
import type { ReceivedRow } from '../../app/ports.ts';

/**
 * The columns that we add to a file of rows that failed: which row of which import it is, how many
 * texts it had where that was not right, what is wrong, and what helps. Of a file that has them, the
 * first two say what its rows repair, and a row stays refused while the third is filled: where its
 * texts belong, only a person can say.
 */
export const REPAIR_COLUMNS = [
  'openrebate.import',
  'openrebate.row',
  'openrebate.texts',
  'openrebate.reason',
  'openrebate.fix',
] as const;

const ROW = /^[1-9]\d{0,8}$/;

/** Whether a column is ours, and nothing of the sender stands in it. */
export function isRepairColumn(name: string): boolean {
  return name.startsWith('openrebate.');
}

/** How many texts a row had that nobody has put in order yet; undefined where there is no such row. */
export function wrongCount(columns: readonly string[]): ((texts: readonly string[]) => string) | undefined {
  const column = columns.indexOf('openrebate.texts');
  return column < 0 ? undefined : (texts) => texts[column] ?? '';
}

/** Reads what a row repairs; undefined where the file has no such columns. */
export function repairReader(
  columns: readonly string[],
): ((texts: readonly string[]) => ReceivedRow['repairs']) | undefined {
  const [importColumn, rowColumn] = REPAIR_COLUMNS.map((name) => columns.indexOf(name));
  if (importColumn === undefined || rowColumn === undefined || importColumn < 0 || rowColumn < 0) return;
  return (texts) => {
    const id = texts[importColumn] ?? '';
    const row = texts[rowColumn] ?? '';
    return isUuid(id) && ROW.test(row) ? { import: id, row: Number(row) } : undefined;
  };
}
