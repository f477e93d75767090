import type { LineTexts } from '../../core/fact/parseLine.ts';
import type { Refusal } from '../../core/refusal/refusals.ts';
import type { QuarantinedRow } from '../ports/receivedStore.ts';

/** What a reader of files says of a cell that gave no text for its field, or two of which one is kept. */
const OF_READER: ReadonlySet<string> = new Set([
  ...['line-cell-error', 'line-number-unread', 'line-date-unread', 'line-lookup-missing'],
  ...['line-decimal-invalid', 'line-discount-repeated'],
]);

/** Why a reader of JSON gave no text for a field of master data: it is none. */
const NO_TEXT = 'agreement-field-type';

/**
 * Why a quarantined row stays where it is whatever else is known by now. Only its fields are read again: a cell
 * that could not be read is in none of them, and the row would come in as if it said nothing there; of bytes
 * that were no text the sign that stands for them is in one. What a person says in its place lifts it.
 */
export function stillUnread(
  { refusals, fields = {} }: QuarantinedRow,
  changes: LineTexts = {},
): readonly Refusal[] {
  const isDamaged = Object.values({ ...fields, ...changes }).some((text) => text.includes('\ufffd'));
  return refusals.filter(({ code, facts: { field = '', reason = '' } }) => {
    if (code === 'line-text-invalid') return isDamaged;
    const isOfReader = OF_READER.has(code) || reason === NO_TEXT;
    if (!isOfReader || isSaidAnew(field, changes)) return false;
    return code === 'line-discount-repeated' || !Object.hasOwn(fields, field);
  });
}

/** A discount of a description has a place in it, and a name only where it could be read. */
function isSaidAnew(field: string, changes: LineTexts): boolean {
  if (!field.startsWith('discounts[')) return Object.hasOwn(changes, field);
  return Object.keys(changes).some((name) => name.startsWith('discount.'));
}
