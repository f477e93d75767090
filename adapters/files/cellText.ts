import type { FieldKind } from '../../core/fact/fieldKind.ts';
import { readDate } from '../../core/reading/readDate.ts';
import { readNumber } from '../../core/reading/readNumber.ts';
import { type Refusal, refuse } from '../../core/refusal/refusals.ts';
import { withoutFormulaGuard } from '../../core/text/formulaGuard.ts';
import type { ColumnReadings } from './columnReadings.ts';
import type { TableRow } from './tableFile.ts';

/** Gives the text of one cell of a row in our own form; what is wrong with it is added to `refusals`. */
export type ReadCell = (row: TableRow, refusals: Refusal[]) => string;

/** How the cells of a table are read. Without readings its texts are in our own form already. */
export type CellForm = {
  readonly readings?: ColumnReadings | undefined;
  readonly empty?: readonly string[] | undefined;
};

/**
 * The reading of a column's cells for a field: a number becomes plain decimal text, a day ISO text.
 * A column whose way of writing was said is read so wherever it goes.
 * Refuses, row by row: line-cell-error, line-number-unread, line-date-unread.
 */
export function cellReader(
  index: number,
  { column, field, kind }: { column: string; field: string; kind: FieldKind },
  form: CellForm,
): ReadCell {
  const said = form.readings?.[column];
  const kinds = { number: said?.number !== undefined, date: said?.date !== undefined };
  const asNumber = kind === 'number' ? form.readings !== undefined : kind === 'text' && kinds.number;
  const asDate = kind === 'date' || (kind === 'text' && kinds.date && !kinds.number);
  const empty = new Set(form.empty ?? []);
  const numberFormat = said?.number ?? '1,234.56';
  const dateFormat = said?.date ?? 'year-month-day';
  return (row, refusals) => {
    const text = withoutFormulaGuard(row.texts[index] ?? '');
    if (text === '' || empty.has(text)) return '';
    const isTyped = row.typed?.[index] === true;
    const unread = (code: 'line-number-unread' | 'line-date-unread', expected: string) => {
      refusals.push(refuse(code, field, { field, column, value: text, expected }));
      return '';
    };
    if (row.errors?.includes(index)) {
      refusals.push(refuse('line-cell-error', field, { field, column, value: text }));
      return '';
    }
    if (asNumber && !isTyped) {
      return readNumber(text, numberFormat, said?.affix) ?? unread('line-number-unread', numberFormat);
    }
    const isReadAsDay = asDate && (isTyped || form.readings !== undefined);
    return isReadAsDay ? (readDate(text, dateFormat) ?? unread('line-date-unread', dateFormat)) : text;
  };
}
