import {
  type LoadKind,
  OLD_FIGURE_FIELDS,
  OPENING_FIELDS,
  PLACE_FIELDS,
} from '../../core/cutOver/cutOverFields.ts';
import { isLineField } from '../../core/fact/parseLine.ts';
import type { Result } from '../../core/refusal/refusals.ts';
import { type ColumnNames, readTextRows, type TextRows } from './readTextRows.ts';
import type { TableOptions } from './tableFile.ts';

/** What a total says itself; its source, document and line number are ours to give. */
const GIVEN: ReadonlySet<string> = new Set(['source', 'document', 'line', 'knownOn']);

const NAMES: Readonly<Record<LoadKind, ColumnNames>> = {
  openings: { needed: OPENING_FIELDS, isKnown: (column) => OPENING_FIELDS.some((field) => field === column) },
  figures: {
    needed: [...PLACE_FIELDS, 'amount'],
    isKnown: (column) => OLD_FIGURE_FIELDS.some((field) => field === column),
  },
  history: {
    needed: ['side', 'company', 'partner', 'takenOverFrom', 'unit', 'currency'],
    isKnown: (column) => isLineField(column) && !GIVEN.has(column),
  },
};

/**
 * A file of balances, of figures of the old system or of totals of the time before.
 * Refuses: those of readTextRows.
 */
export function readCutOverFile(
  path: string,
  kind: LoadKind,
  options: TableOptions = {},
): Promise<Result<TextRows>> {
  return readTextRows(path, NAMES[kind], options);
}
