import { leftOut, type ReadColumn } from './candidate.ts';

const EMPTY = 61;

/** A column without a value is left out, unless what each line needs has no other column. */
export function withEmpty(columns: readonly ReadColumn[]): readonly ReadColumn[] {
  return columns.map((column) => (column.profile.filled === 0 ? leftOut(column, EMPTY) : column));
}
